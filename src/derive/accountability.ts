import type { Messages } from '../i18n/translator.js'
import { groupedBy, sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import type {
  AccountabilityRow,
  Allocation,
  AllocationProblem,
  FrozenRun,
  Spending,
  SpendingByCategory,
} from '../model/allocation.js'
import { ALLOCATION_PARTS, type AllocationPart, type AllocationRule } from '../model/equipment.js'

/** What accountability needs of a frozen run. */
export interface AccountedRun extends Pick<FrozenRun, 'run' | 'part' | 'schoolYear'> {
  /** What the run's rule did with what schools had left of earlier years. */
  readonly unspent: AllocationRule['unspent']
  /** Categories that the rule names. */
  readonly categories: readonly string[]
  readonly rows: readonly Pick<Allocation, 'school' | 'name' | 'board' | 'amountCents'>[]
}

export interface AccountabilityInput {
  readonly runs: readonly AccountedRun[]
  readonly spending: readonly Spending[]
  /** Schools as they are known now: what they are called. */
  readonly schools: readonly { readonly code: string; readonly name: string; readonly board: string }[]
}

export interface AccountabilityResult {
  /** By school, then year, then part: of each school that got, spent or had left anything. */
  readonly rows: readonly AccountabilityRow[]
  /** In the same order, then by category. */
  readonly categories: readonly SpendingByCategory[]
  readonly problems: readonly AllocationProblem[]
}

/** One year of one part: its run, null when none was frozen, and what each school spent. */
interface Year {
  readonly schoolYear: string
  readonly run: AccountedRun | null
  readonly spent: ReadonlyMap<string, number>
}

/** What a school had in a year, in cents. */
interface Balance {
  readonly allocatedCents: number
  readonly carriedCents: number
  readonly spentCents: number
}

/**
 * The run that stands for each year of a part: the last frozen. An a posteriori adjustment so takes the place of the run
 * that it adjusts.
 */
function standing(runs: readonly AccountedRun[], part: AllocationPart): ReadonlyMap<string, AccountedRun> {
  const last = new Map<string, AccountedRun>()
  for (const run of runs) {
    const other = last.get(run.schoolYear)
    if (run.part === part && (other === undefined || run.run > other.run)) last.set(run.schoolYear, run)
  }
  return last
}

/** The years of a part that have a run or spending, in their order. */
function yearsOf({ runs, spending }: AccountabilityInput, part: AllocationPart): readonly Year[] {
  const byYear = standing(runs, part)
  const spentIn = groupedBy(
    spending.filter((line) => line.part === part),
    ({ schoolYear }) => schoolYear,
  )
  return [...new Set([...byYear.keys(), ...spentIn.keys()])].sort().map((schoolYear) => {
    const bySchool = groupedBy(spentIn.get(schoolYear) ?? [], ({ school }) => school)
    const spent = new Map([...bySchool].map(([school, lines]) => [school, sum(lines.map((line) => line.amountCents))]))
    return { schoolYear, run: byYear.get(schoolYear) ?? null, spent }
  })
}

/** What is left of a balance; below zero when more was spent. */
const left = ({ allocatedCents, carriedCents, spentCents }: Balance): number =>
  allocatedCents + carriedCents - spentCents

/**
 * Each school's balance at the end of a year, given those of the year before. What was left stays in the school's hands
 * until a run ignores it: a run that recovers it takes as much off the school's new amount. What was spent beyond is paid
 * from elsewhere, and takes nothing from the next year.
 */
function balancesOf({ run, spent }: Year, before: ReadonlyMap<string, Balance>): ReadonlyMap<string, Balance> {
  const keeps = run === null || run.unspent !== 'ignore'
  const carried = new Map(
    [...before].flatMap(([school, balance]) => (keeps && left(balance) > 0 ? [[school, left(balance)] as const] : [])),
  )
  const allocated = new Map((run?.rows ?? []).map(({ school, amountCents }) => [school, amountCents]))
  const schools = new Set([...allocated.keys(), ...carried.keys(), ...spent.keys()])
  return new Map(
    [...schools].map((school) => [
      school,
      {
        allocatedCents: allocated.get(school) ?? 0,
        carriedCents: carried.get(school) ?? 0,
        spentCents: spent.get(school) ?? 0,
      },
    ]),
  )
}

/** A year of a part and the balances at its end. */
interface Ledger extends Year {
  readonly part: AllocationPart
  readonly balances: ReadonlyMap<string, Balance>
}

function ledgersOf(input: AccountabilityInput, part: AllocationPart): readonly Ledger[] {
  let before: ReadonlyMap<string, Balance> = new Map()
  return yearsOf(input, part).map((year) => {
    before = balancesOf(year, before)
    return { ...year, part, balances: before }
  })
}

/**
 * What each school has left, in cents, when a year begins: at the end of the last year before it that has a run or
 * spending. Never below zero; a school that has nothing left is not there.
 */
export function deriveUnspent(
  { runs, spending }: Pick<AccountabilityInput, 'runs' | 'spending'>,
  { schoolYear, part }: { readonly schoolYear: string; readonly part: AllocationPart },
): ReadonlyMap<string, number> {
  const isBefore = (one: { readonly schoolYear: string }): boolean => one.schoolYear < schoolYear
  const earlier = { runs: runs.filter(isBefore), spending: spending.filter(isBefore), schools: [] }
  const balances = ledgersOf(earlier, part).at(-1)?.balances ?? new Map<string, Balance>()
  return new Map([...balances].map(([school, balance]) => [school, left(balance)] as const).filter(([, c]) => c > 0))
}

type NameOf = (school: string) => { readonly name: string; readonly board: string }

/** What schools are called: as they are known now, else as the newest run has it. */
function namesOf({ runs, schools }: AccountabilityInput): NameOf {
  const names = new Map<string, { name: string; board: string }>()
  for (const { rows } of [...runs].sort((a, b) => a.run - b.run))
    for (const { school, name, board } of rows) names.set(school, { name, board })
  for (const { code, name, board } of schools) names.set(code, { name, board })
  return (school) => names.get(school) ?? { name: school, board: '' }
}

const percentOf = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null)

/** Who spent what nobody gave, and in which categories that the rule does not have. */
function problemsOf(
  { part, schoolYear, run, balances, spent }: Ledger,
  lines: readonly Spending[],
  nameOf: NameOf,
  { runs: texts, words, format }: Messages,
): AllocationProblem[] {
  const about = { schoolYear, part: words[`part-${part}`] }
  const named = (school: string): string => `${school} (${nameOf(school).name})`
  if (run === null) {
    const [schools, amount] = [format.number(spent.size), format.money(sum(spent.values()))]
    return spent.size === 0
      ? []
      : [{ school: null, kind: 'note', message: texts['spent-without-run']({ ...about, schools, amount }) }]
  }
  const unfunded = [...balances].flatMap(([school, balance]): AllocationProblem[] =>
    balance.spentCents > 0 && balance.allocatedCents + balance.carriedCents === 0
      ? [
          {
            school,
            kind: 'note',
            message: texts['spent-of-nothing']({
              ...about,
              school: named(school),
              amount: format.money(balance.spentCents),
            }),
          },
        ]
      : [],
  )
  const strange = lines.filter(({ category }) => category !== null && !run.categories.includes(category))
  const bySchool = groupedBy(strange, ({ school, category }) => `${school}\n${category}`)
  const unnamed = [...bySchool.values()].flatMap((own): AllocationProblem[] => {
    const [{ school = '', category = null } = {}] = own
    const amount = format.money(sum(own.map(({ amountCents }) => amountCents)))
    const message = texts['spent-in-unknown-category']({
      ...about,
      school: named(school),
      category: category ?? '',
      amount,
    })
    return [{ school, kind: 'note', message }]
  })
  return [...unfunded, ...unnamed]
}

/** What each school spent in each category, by part of all that it spent in the year. */
function categoriesOf(lines: readonly Spending[], nameOf: NameOf): SpendingByCategory[] {
  const bySchool = groupedBy(lines, ({ school, schoolYear, part }) => `${school} ${schoolYear} ${part}`)
  return [...bySchool.values()].flatMap((own) => {
    const whole = sum(own.map(({ amountCents }) => amountCents))
    return [...groupedBy(own, ({ category }) => category)].flatMap(([category, some]): SpendingByCategory[] => {
      const [first] = some
      if (first === undefined) return []
      const { school, schoolYear, part } = first
      const spentCents = sum(some.map(({ amountCents }) => amountCents))
      const percent = percentOf(spentCents, whole)
      return [{ ...{ school, ...nameOf(school), schoolYear, part, category }, spentCents, percent }]
    })
  })
}

type Told = Pick<AccountabilityRow, 'school' | 'schoolYear' | 'part'> & { readonly category?: string | null }

function inOrder(a: Told, b: Told): number {
  return (
    byCode(a.school, b.school) ||
    byCode(a.schoolYear, b.schoolYear) ||
    byCode(a.part, b.part) ||
    byCode(a.category ?? '', b.category ?? '')
  )
}

/**
 * Reddition de comptes: what each school got by the frozen run that stands for each year and part, what it had left from
 * earlier years, what it spent, and what is left.
 *
 * What is left goes to the next year, but where a run's rule ignores it: there it ends. A run whose rule recovers it has
 * taken as much off its amounts, so that what is carried and what is allocated still make what the school may spend.
 * Allocated + carried = spent + unspent, to the cent.
 */
export function deriveAccountability(input: AccountabilityInput, messages: Messages): AccountabilityResult {
  const nameOf = namesOf(input)
  const ledgers = ALLOCATION_PARTS.flatMap((part) => ledgersOf(input, part))
  const rows = ledgers.flatMap(({ part, schoolYear, balances }) =>
    [...balances].map(([school, balance]): AccountabilityRow => {
      const unspentCents = left(balance)
      const percent = percentOf(balance.spentCents, balance.allocatedCents + balance.carriedCents)
      return { ...{ school, ...nameOf(school), schoolYear, part }, ...balance, unspentCents, percent }
    }),
  )
  const spentIn = groupedBy(input.spending, ({ schoolYear, part }) => `${schoolYear} ${part}`)
  const problems = ledgers.flatMap((ledger) =>
    problemsOf(ledger, spentIn.get(`${ledger.schoolYear} ${ledger.part}`) ?? [], nameOf, messages),
  )
  return {
    rows: rows.sort(inOrder),
    categories: categoriesOf(input.spending, nameOf).sort(inOrder),
    problems: problems.sort((a, b) => byCode(a.school ?? '', b.school ?? '') || byCode(a.message, b.message)),
  }
}
