import t from 'tap'
import fc from 'fast-check'
import type { EquipmentRules } from '../../src/model/equipment.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { deriveAllocation } from '../../src/derive/allocation.js'
import { allocationInput, amounts, plain, type Schools } from './allocation-input.js'
import { adult, primary, school, vocational } from './network.js'
import { rulesOf } from './rules-of.js'

const french = messagesFor('fr')
const english = messagesFor('en')

function rulesWith(stages: readonly ('board' | 'school')[], floorPerSchoolCents: number): EquipmentRules {
  const steps = [{ floorPerSchool: floorPerSchoolCents / 100 }, { prorata: { by: 'pupils' } }]
  return rulesOf({ allocation: { stages, steps } })
}

await t.test('floors first, then the rest by pupils, the cents left to the largest fractions', async (t) => {
  // 100.00 $ less 3 floors of 10.00 $ leaves 7,000 cents for 70 + 20 + 15 = 105 pupils: 66.666… cents a pupil.
  // A 4666.67, B 1333.33, C 1000.00: 4666 + 1333 + 1000 = 6999, and the cent left goes to A, the largest fraction.
  const schools: Schools = { A: ['1', 70], B: ['1', 20], C: ['2', 15] }
  const result = deriveAllocation(allocationInput(schools, 10_000, rulesWith(['school'], 1000)), french)
  t.same(
    result.allocations.map(({ because: _, shares: _shares, carriedCents: _carried, ...line }) => line),
    [
      {
        school: 'A',
        name: 'École A',
        board: '1',
        pupils: 70,
        floorCents: 1000,
        prorataCents: 4667,
        adjustmentCents: 0,
        amountCents: 5667,
      },
      {
        school: 'B',
        name: 'École B',
        board: '1',
        pupils: 20,
        floorCents: 1000,
        prorataCents: 1333,
        adjustmentCents: 0,
        amountCents: 2333,
      },
      {
        school: 'C',
        name: 'École C',
        board: '2',
        pupils: 15,
        floorCents: 1000,
        prorataCents: 1000,
        adjustmentCents: 0,
        amountCents: 2000,
      },
    ],
  )
  t.same(result.stages, [{ stage: 'school', sumCents: 10_000 }])
  t.equal(
    plain(result.allocations[0]?.because),
    'Plancher : 10,00 $. Prorata : 46,67 $, soit 70 élèves sur 105, du reste de 70,00 $ sur 100,00 $ à répartir, au cent près par les plus forts restes. Montant : 56,67 $.',
  )
})

await t.test('direct to schools and through boards differ by their remainders', async (t) => {
  // 1.00 $, no floor. Direct: A, B, C have 1 pupil of 3: 33.33 each, the cent left to A by code.
  // Through boards: 1 (A) has 33.33, 2 (B and C) has 66.67, which gets the cent: 33 and 67; then B 34 and C 33.
  const schools: Schools = { A: ['1', 1], B: ['2', 1], C: ['2', 1] }
  t.same(amounts(deriveAllocation(allocationInput(schools, 100, rulesWith(['school'], 0)), french)), {
    A: 34,
    B: 33,
    C: 33,
  })
  const staged = deriveAllocation(allocationInput(schools, 100, rulesWith(['board', 'school'], 0)), english)
  t.same(amounts(staged), { A: 33, B: 34, C: 33 })
  t.same(staged.stages, [
    { stage: 'board', sumCents: 100 },
    { stage: 'school', sumCents: 100 },
  ])
  t.equal(
    staged.allocations[1]?.because,
    'Floor: $0.00. Prorata: $0.34, 1 pupil of 2, from the $0.67 of board 2, to the cent by largest remainders. Amount: $0.34.',
  )
})

await t.test('floors above the envelope are cut alike, and each line says so', async (t) => {
  const schools: Schools = { A: ['1', 500], B: ['1', 1], C: ['2', 0] }
  for (const stages of [['school'], ['board', 'school']] as const) {
    const result = deriveAllocation(allocationInput(schools, 1000, rulesWith(stages, 500)), french)
    t.same(amounts(result), { A: 334, B: 333, C: 333 })
    t.equal(result.dueCents, 1500, 'three floors of 500')
    t.ok(
      result.allocations.every(
        (line) =>
          line.prorataCents === 0 &&
          /Les montants fixes, 15,00.\$ en tout, dépassent les 10,00.\$ à répartir/.test(line.because),
      ),
    )
  }
})

await t.test('a school whose pupils are unknown takes no part and is named; a known zero has its floor', async (t) => {
  const schools: Schools = { A: ['1', 10], Z: ['1', 0], U: ['1', null] }
  const result = deriveAllocation(allocationInput(schools, 3000, rulesWith(['school'], 1000)), french)
  t.same(amounts(result), { A: 2000, Z: 1000 })
  t.same(
    result.problems.map(({ message, ...problem }) => ({ ...problem, message: plain(message) })),
    [
      {
        ...{ school: 'U', kind: 'out' },
        message:
          'U (École U) ne reçoit rien : son effectif de 2018-2019 est inconnu. Importez-le, au besoin avec zéro élève, puis recommencez.',
      },
    ],
  )
})

await t.test(
  'a school with an unknown sector counts what is known and is named; vocational centres are out without a word',
  async (t) => {
    const known = allocationInput({ A: ['1', 10] }, 100, rulesWith(['school'], 0))
    const schools = [school('A', { ...primary, adult: true }), school('V', vocational), school('AD', adult)]
    const result = deriveAllocation({ ...known, schools }, english)
    t.same(amounts(result), { A: 100 })
    t.same(
      result.problems.map(({ school: code, kind }) => `${code} ${kind}`),
      ['A partial', 'AD out'],
    )
    t.equal(
      result.problems[0]?.message,
      'A (École A) counts only its known enrolment of 2018-2019; missing: adult general education.',
    )
  },
)

await t.test(
  'when nobody has a pupil the rest is shared equally; when there is nobody nothing is handed out',
  async (t) => {
    const zero = deriveAllocation(allocationInput({ A: ['1', 0], B: ['1', 0] }, 101, rulesWith(['school'], 0)), french)
    t.same(amounts(zero), { A: 51, B: 50 })
    t.match(zero.allocations[0]?.because, /à parts égales/)
    const nobody = deriveAllocation(allocationInput({}, 100, rulesWith(['board', 'school'], 0)), french)
    t.match(nobody, {
      allocations: [],
      problems: [],
      dueCents: 0,
      stages: [
        { stage: 'board', sumCents: 0 },
        { stage: 'school', sumCents: 0 },
      ],
    })
  },
)

const someSchools = fc
  .array(fc.record({ board: fc.constantFrom('711000', '712000', '762000', '889000'), pupils: fc.nat({ max: 3000 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows): Schools => Object.fromEntries(rows.map(({ board, pupils: count }, i) => [`S${i}`, [board, count]])))
const stages = fc.constantFrom<readonly ('board' | 'school')[]>(['school'], ['board', 'school'])
const envelope = fc.oneof(fc.nat({ max: 10_000 }), fc.nat({ max: 6_000_000_000 }))

await t.test('each stage hands out the envelope to the cent, whatever the order of rows', async (t) => {
  fc.assert(
    fc.property(someSchools, stages, envelope, fc.nat({ max: 1_000_000 }), (schools, order, cents, floor) => {
      const asked = allocationInput(schools, cents, rulesWith(order, floor))
      const result = deriveAllocation(asked, english)
      t.same(
        deriveAllocation(
          { ...asked, schools: asked.schools.toReversed(), enrolment: asked.enrolment.toReversed() },
          english,
        ),
        result,
      )
      return (
        result.stages.every(({ sumCents }) => sumCents === cents) &&
        result.allocations.every(
          (line) =>
            line.floorCents + line.prorataCents + line.adjustmentCents === line.amountCents &&
            [line.floorCents, line.prorataCents].every((part) => Number.isSafeInteger(part) && part >= 0),
        )
      )
    }),
    { numRuns: 500 },
  )
})

await t.test('a pure prorata is within a cent of the exact part, which one more pupil never lowers', async () => {
  fc.assert(
    fc.property(someSchools, envelope, fc.nat(), (schools, cents, pick) => {
      const codes = Object.keys(schools)
      const chosen = codes[pick % codes.length] ?? ''
      const [board, count] = schools[chosen] ?? ['', 0]
      const grown: Schools = { ...schools, [chosen]: [board, (count ?? 0) + 1] }
      // The exact part as a fraction of integers: envelope × pupils over all pupils.
      const part = (all: Schools): readonly [bigint, bigint] => [
        BigInt(cents) * BigInt(all[chosen]?.[1] ?? 0),
        BigInt(Object.values(all).reduce((sum, [, n]) => sum + (n ?? 0), 0)),
      ]
      const within = (all: Schools): boolean => {
        const [over, under] = part(all)
        if (under === 0n) return true
        const given =
          amounts(deriveAllocation(allocationInput(all, cents, rulesWith(['school'], 0)), english))[chosen] ?? -1
        const off = BigInt(given) * under - over
        return off < under && -off < under
      }
      const [over, under] = part(schools)
      const [grownOver, grownUnder] = part(grown)
      return within(schools) && within(grown) && over * grownUnder <= grownOver * (under === 0n ? 1n : under)
    }),
    { numRuns: 500 },
  )
})

await t.test('45 M$ to 3,000 schools is exact to the cent', async (t) => {
  const schools: Schools = Object.fromEntries(
    Array.from({ length: 3000 }, (_, i) => [`S${String(i).padStart(4, '0')}`, [`${i % 72}`, (i * 37) % 800]]),
  )
  for (const order of [['school'], ['board', 'school']] as const) {
    const startedAt = performance.now()
    const result = deriveAllocation(allocationInput(schools, 4_500_000_000, rulesWith(order, 500_000)), french)
    t.comment(`${order.join(', ')}: ${Math.round(performance.now() - startedAt)} ms`)
    t.equal(
      result.allocations.reduce((sum, line) => sum + BigInt(line.amountCents), 0n),
      4_500_000_000n,
    )
  }
})
