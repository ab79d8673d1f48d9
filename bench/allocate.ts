import { allocationEquity } from '../src/derive/allocation-changes.js'
import { deriveAllocation, NO_FACTS, type AllocationInput } from '../src/derive/allocation.js'
import { checkRules } from '../src/derive/rules.js'
import { messagesFor } from '../src/i18n/translator.js'
import type { Enrolment, School } from '../src/model/organisation.js'
import { NO_ORDERS } from '../src/model/organisation.js'
import { median, type Bench } from './bench.js'
import { seeded } from './derive/province.js'

const SEED = 20_182
const WARM_UPS = 20
const BATCHES = 7
const RUNS = 10
const SCHOOLS = 3000
const BOARDS = 72
const YEARS = ['2018-2019', '2019-2020', '2020-2021', '2021-2022', '2022-2023'] as const
const ENVELOPE_CENTS = 4_500_000_000
const ORDERS = { ...NO_ORDERS, primary: true }
const messages = messagesFor('fr')

/** Milliseconds of the processor for one run: others on the machine do not count, what collects garbage does. */
function timed(work: () => void): number {
  // The first runs are slower, of what is measured as of what it is measured against.
  for (let i = 0; i < WARM_UPS; i++) work()
  const times = Array.from({ length: BATCHES }, () => {
    const start = process.cpuUsage()
    for (let i = 0; i < RUNS; i++) work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000 / RUNS
  })
  return median(times)
}

function invented(): { readonly schools: readonly School[]; readonly enrolment: readonly Enrolment[] } {
  const random = seeded(SEED)
  const schools = Array.from({ length: SCHOOLS }, (_, i): School => {
    const code = `${700 + (i % BOARDS)}${String(Math.floor(i / BOARDS)).padStart(3, '0')}`
    return { code, name: `École ${code}`, board: `${code.slice(0, 3)}000`, orders: ORDERS }
  }).sort((a, b) => (a.code < b.code ? -1 : 1))
  // A file a year, as they are imported.
  const enrolment = YEARS.flatMap((schoolYear) =>
    schools.map(({ code }): Enrolment => {
      const pupils = Math.round(20 + 700 * random() ** 2)
      return { school: code, schoolYear, sector: 'youth', pupils }
    }),
  )
  return { schools, enrolment }
}

const { schools, enrolment } = invented()

function inputBy(allocation: object): Omit<AllocationInput, 'schoolYear'> {
  const checked = checkRules(
    {
      ...{ id: 'bench', source: 'bench', schoolYear: '2018-2019', progression: {} },
      eligible: { sectors: ['youth', 'adult'], excludeVocationalOnly: true },
      categories: { flotte: { floor: 0, perPupils: 5, lifeYears: 5 } },
      allocation,
    },
    messages,
  )
  if (!('rules' in checked)) throw new Error(checked.problems.map(({ message }) => message).join('\n'))
  const base = { ...NO_FACTS, schools, enrolment, rules: checked.rules, part: 'equipment' as const }
  return { ...base, envelopeCents: ENVELOPE_CENTS }
}

/** Pupils added up by school and year: what a spreadsheet's SUMIFS does over the same rows. */
function bareSums(): number {
  const sums = new Map<string, Map<string, number>>()
  for (const { school, schoolYear, pupils } of enrolment) {
    let own = sums.get(school)
    if (own === undefined) sums.set(school, (own = new Map()))
    own.set(schoolYear, (own.get(schoolYear) ?? 0) + pupils)
  }
  return sums.size
}

/** The barest loop over the same rows: one addition each. */
function barestLoop(): number {
  let total = 0
  for (const { pupils } of enrolment) total += pupils
  return total
}

const RULES = {
  'floor and prorata': { stages: ['school'], steps: [{ floorPerSchool: 5000 }, { prorata: { by: 'pupils' } }] },
  'floor and prorata, through boards': {
    stages: ['board', 'school'],
    steps: [{ floorPerSchool: 5000 }, { prorata: { by: 'pupils' } }],
  },
  'reserve, per pupil, weighted prorata and caps': {
    stages: ['board', 'school'],
    limits: { maximumPerSchool: 40_000, minimumUseful: 500 },
    steps: [
      { reserve: { percent: 2 } },
      { perPupil: 29, ministryShare: 66.6 },
      { prorata: { by: 'pupils', weights: { smallSchool: { upTo: 60, factor: 1.25 } } } },
    ],
  },
}

function measure(): string[] {
  let kept = 0
  const sumsMs = timed(() => (kept += bareSums()))
  const loopMs = timed(() => (kept += barestLoop()))
  const against = [
    `${enrolment.length} rows, ${SCHOOLS} schools × ${YEARS.length} years; added up by school and year: ${sumsMs.toFixed(2)} ms, one addition a row: ${(loopMs * 1000).toFixed(0)} µs`,
  ]
  const lines = Object.entries(RULES).map(([name, allocation]) => {
    const input = inputBy(allocation)
    const ms = timed(() => {
      for (const schoolYear of YEARS) kept += deriveAllocation({ ...input, schoolYear }, messages).allocations.length
    })
    return `${name}: ${ms.toFixed(1)} ms, ratio ${(ms / sumsMs).toFixed(1)} to the sums by school and year, ${(ms / loopMs).toFixed(0)} to the barest loop`
  })
  const [first] = Object.values(RULES)
  const { allocations } = deriveAllocation({ ...inputBy(first ?? {}), schoolYear: YEARS[0] }, messages)
  const textMs = timed(() => {
    for (const { because } of allocations) kept += because.length
  })
  const equityMs = timed(() => (kept += allocationEquity(allocations).pupils))
  return [
    ...against,
    ...lines,
    `the sentences of one year: ${textMs.toFixed(1)} ms; its equity: ${equityMs.toFixed(1)} ms`,
    ...(kept === 0 ? ['nothing was measured'] : []),
  ]
}

const allocate: Bench = {
  id: 'allocate',
  about: 'an envelope of 45 M$ shared in each of five years, beside a bare sum over the same rows',
  measure: () => Promise.resolve(measure()),
}

export default allocate
