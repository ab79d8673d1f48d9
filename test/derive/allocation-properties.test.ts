import t, { type Test } from 'tap'
import fc from 'fast-check'
import { deriveAllocation, type AllocationInput } from '../../src/derive/allocation.js'
import { divideCents, roundedPart } from '../../src/derive/remainder.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { AllocationResult } from '../../src/model/allocation.js'
import { sum } from '../../src/lib/group.js'
import { allocationInput, amounts, type Schools } from './allocation-input.js'
import { building, pair, primary } from './network.js'
import { rulesOf } from './rules-of.js'

// What holds of every rule that can be written. What is the case of which block is in the docstring of deriveAllocation.

const english = messagesFor('en')
const BOARDS = ['711000', '712000', '762000', '889000'] as const
const REGIONS = ['Côte-Nord', 'Estrie', null] as const

/** Largest remainder by its definition, over fractions of integers: who has it when fewer than the cents left come before. */
function oracle(amount: number, weights: readonly number[]): number[] {
  const whole = weights.map((weight) => BigInt(weight))
  const zero = whole.every((weight) => weight === 0n)
  const used = zero ? whole.map(() => 1n) : whole
  const total = used.reduce((all, weight) => all + weight, 0n)
  const parts = used.map((weight) => (BigInt(amount) * weight) / total)
  const rests = used.map((weight) => (BigInt(amount) * weight) % total)
  const left = BigInt(amount) - parts.reduce((all, part) => all + part, 0n)
  return parts.map((part, i) => {
    const mine = rests[i] ?? 0n
    const before = rests.filter((rest, j) => rest > mine || (rest === mine && j < i)).length
    return Number(part + (BigInt(before) < left ? 1n : 0n))
  })
}

const cents = fc.oneof(fc.nat({ max: 10_000 }), fc.nat({ max: 6_000_000_000 }))
const weight = fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 3000 }), fc.nat({ max: 2_000_000_000 }))

t.test('cents are divided as the definition says, small products or large', (t) => {
  fc.assert(
    fc.property(cents, fc.array(weight, { minLength: 1, maxLength: 40 }), (amount, weights) => {
      const parts = divideCents(amount, weights)
      t.same(parts, oracle(amount, weights))
      return sum(parts) === amount
    }),
    { numRuns: 500 },
  )
  t.same(divideCents(100, []), [])
  t.end()
})

t.test('a share is rounded half up, exactly', (t) => {
  t.equal(roundedPart(5, 1, 2), 3)
  t.equal(roundedPart(1931, 666_000, 1_000_000), 1286, '1286.046')
  fc.assert(
    fc.property(fc.nat({ max: 9_000_000_000_000 }), fc.nat({ max: 1_000_000 }), (value, over) => {
      // Twice the distance to what is given is at most one whole; a half goes up.
      const exact = 2n * BigInt(value) * BigInt(over)
      const twice = exact - 2n * 1_000_000n * BigInt(roundedPart(value, over, 1_000_000))
      return twice >= -1_000_000n && twice < 1_000_000n
    }),
    { numRuns: 500 },
  )
  t.end()
})

const dollars = (most: number): fc.Arbitrary<number> => fc.nat({ max: most * 100 }).map((value) => value / 100)
const share = fc.constantFrom(100, 66.6, 33.3333)
const factor = fc.constantFrom(0.5, 1, 1.1, 1.25, 2.375)
const fixedStep = fc.oneof(
  fc.record({ floorPerSchool: dollars(9000), ministryShare: share }),
  fc.record({ perPupil: dollars(60), ministryShare: share }),
  fc.record({ basePerBoard: dollars(90_000), ministryShare: share }),
  fc.record({
    slidingScale: fc.record({
      per: fc.constantFrom('building', 'school'),
      bands: fc.constantFrom(
        [
          { upTo: 60, perPupil: 551 },
          { upTo: 159, base: 33_037, perPupil: -330.37, above: 60 },
        ],
        [{ upTo: 500, base: 1000, perPupil: -7.01 }],
      ),
    }),
    ministryShare: share,
  }),
)
const weights = fc.record(
  {
    deprivation: fc.constant({ index: 'imse', deciles: { '8': 1.1, '9': 1.2, '10': 1.3 } }),
    remoteness: fc.record({
      regions: fc.constant({ 'Côte-Nord': 1.5 }),
      beyondKm: fc.constantFrom(
        [],
        [
          { km: 50, factor: 1.2 },
          { km: 200, factor: 1.4 },
        ],
      ),
    }),
    smallSchool: fc.record({ upTo: fc.integer({ min: 1, max: 100 }), factor }),
    specialStatus: factor,
  },
  { requiredKeys: [] },
)
const prorataStep = fc
  .tuple(fc.constantFrom('pupils', 'need'), fc.integer({ min: 1, max: 50 }), weights)
  .map(([by, percent, own]) => ({ prorata: { by, percent, weights: own } }))
const rule = fc
  .record({
    stages: fc.constantFrom(['school'], ['board', 'school']),
    unspent: fc.constantFrom('ignore', 'keep', 'recover'),
    reserve: fc.constantFrom([], [{ reserve: { percent: 2.5 } }], [{ reserve: { amount: 1000 } }]),
    fixed: fc.array(fixedStep, { maxLength: 3 }),
    proratas: fc.array(prorataStep, { maxLength: 2 }),
    limits: fc.record(
      {
        maximumPerSchool: dollars(50_000),
        maximumPerPupil: dollars(400),
        minimumUseful: dollars(500),
      },
      { requiredKeys: [] },
    ),
  })
  .filter(({ fixed, proratas }) => fixed.length + proratas.length > 0)
  .map(({ reserve, fixed, proratas, ...rest }) => ({ ...rest, steps: [...reserve, ...fixed, ...proratas] }))

const rows = fc.array(
  fc.record({
    board: fc.constantFrom(...BOARDS),
    pupils: fc.oneof(fc.nat({ max: 120 }), fc.nat({ max: 3000 })),
    building: fc.nat({ max: 12 }),
    other: fc.option(fc.nat({ max: 12 })),
    share: fc.option(fc.constantFrom(0.25, 0.5, 0.55)),
    decile: fc.option(fc.integer({ min: 1, max: 10 })),
    need: fc.nat({ max: 900_000 }),
    unspent: fc.oneof(fc.constant(0), fc.nat({ max: 3_000_000 })),
  }),
  { minLength: 1, maxLength: 25 },
)

const someInput = fc.tuple(rows, rule, cents).map(([schools, allocation, envelope]): AllocationInput => {
  const code = (i: number): string => `S${String(i).padStart(2, '0')}`
  const byCode: Schools = Object.fromEntries(schools.map(({ board, pupils }, i) => [code(i), [board, pupils]]))
  const categories = { flotte: { floor: 10, perPupils: 5, lifeYears: 5, unitCost: 450 } }
  return allocationInput(byCode, envelope, rulesOf({ categories, allocation }), {
    boards: BOARDS.map((each, i) => ({
      ...{ code: each, name: each, language: i === 3 ? 'Statut' : 'Franco', municipality: null },
    })),
    buildings: Array.from({ length: 13 }, (_, i) =>
      building(`B${i}`, { region: REGIONS[i % 3] ?? null, coordinates: i % 4 === 0 ? null : [-68 - i, 48] }),
    ),
    schoolBuildings: schools.flatMap(({ building: first, other, share: part }, i) => [
      pair(code(i), `B${first}`, primary, other === null || other === first ? null : part),
      ...(other === null || other === first ? [] : [pair(code(i), `B${other}`)]),
    ]),
    pops: [{ id: 'P', name: 'P', network: null, kind: 'pop', coordinates: [-68, 48] }],
    deprivation: schools.flatMap(({ decile }, i) =>
      decile === null
        ? []
        : [
            {
              ...{ school: code(i), schoolYear: '2017-2018', level: 'both' as const, imse: 1, imseDecile: decile },
              ...{ sfr: null, sfrDecile: null, pupils: null },
            },
          ],
    ),
    needCents: new Map(schools.map(({ need }, i) => [code(i), need])),
    unspent: new Map(schools.map(({ unspent }, i) => [code(i), unspent])),
  })
})

function isCents(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function checkSums(t: Test, { rules }: AllocationInput, result: AllocationResult): void {
  const { allocations, reserveCents, unallocatedCents, recoveredCents, envelopeCents, stages, steps } = result
  const total = sum(allocations.map(({ amountCents }) => amountCents))
  t.equal(total + reserveCents + unallocatedCents, envelopeCents)
  for (const { sumCents } of stages) t.equal(sumCents, total)
  for (const value of [reserveCents, unallocatedCents, recoveredCents, result.dueCents])
    t.ok(isCents(value), `${value}`)
  t.same(
    steps.map(({ sumCents }) => sumCents),
    rules.allocation.steps.map(({ kind }, i) =>
      kind === 'reserve'
        ? reserveCents
        : sum(allocations.map(({ shares }) => shares.find(({ step }) => step === i)?.cents ?? 0)),
    ),
  )
  for (const line of allocations) {
    const { floorCents, prorataCents, adjustmentCents, amountCents, carriedCents, shares } = line
    t.equal(floorCents + prorataCents + adjustmentCents, amountCents)
    t.equal(sum(shares.map((each) => each.cents)), floorCents + prorataCents)
    for (const value of [floorCents, prorataCents, amountCents, carriedCents]) t.ok(isCents(value), `${value}`)
    t.ok(shares.every((each) => isCents(each.cents)))
  }
}

/** What a school has of its share: what it gets, and what it holds where that is a part of it. */
function shareOf(line: AllocationResult['allocations'][number], { rules }: AllocationInput): number {
  return line.amountCents + (rules.allocation.unspent === 'recover' && line.amountCents > 0 ? line.carriedCents : 0)
}

t.test(
  'whatever the rule: sums to the cent, nothing below zero, limits respected, the order of rows without effect',
  (t) => {
    fc.assert(
      fc.property(someInput, (input) => {
        const result = deriveAllocation(input, english)
        checkSums(t, input, result)
        const { maximumPerSchoolCents, maximumPerPupilCents, minimumUsefulCents } = input.rules.allocation.limits
        for (const line of result.allocations) {
          const own = shareOf(line, input)
          t.ok(own <= (maximumPerSchoolCents ?? Infinity), 'no more than a school may get')
          t.ok(
            own <= (maximumPerPupilCents ?? Infinity) * line.pupils || maximumPerPupilCents === null,
            'nor per pupil',
          )
          t.ok(own === 0 || own >= (minimumUsefulCents ?? 0), 'useful, or nothing')
          t.notMatch(line.because, /NaN|undefined|Infinity/)
        }
        const turned = deriveAllocation(
          {
            ...input,
            schools: input.schools.toReversed(),
            enrolment: input.enrolment.toReversed(),
            buildings: input.buildings.toReversed(),
            schoolBuildings: input.schoolBuildings.toReversed(),
            boards: input.boards.toReversed(),
            deprivation: input.deprivation.toReversed(),
            needCents: new Map([...input.needCents].reverse()),
            unspent: new Map([...input.unspent].reverse()),
          },
          english,
        )
        t.same(turned, result)
      }),
      { numRuns: 120 },
    )
    t.end()
  },
)

t.test('fixed amounts are given whole when there is enough, and no more than there is when there is not', (t) => {
  fc.assert(
    fc.property(rows, fc.nat({ max: 900_000 }), cents, (schools, floor, envelope) => {
      const byCode: Schools = Object.fromEntries(schools.map((row, i) => [`S${i}`, [row.board, row.pupils]]))
      const steps = [{ floorPerSchool: floor / 100 }, { prorata: { by: 'pupils' } }]
      const rules = rulesOf({ allocation: { stages: ['school'], steps } })
      const { allocations, dueCents } = deriveAllocation(allocationInput(byCode, envelope, rules), english)
      t.equal(dueCents, floor * schools.length)
      const isEnough = dueCents <= envelope
      for (const { floorCents, prorataCents } of allocations) {
        t.ok(isEnough ? floorCents === floor : floorCents <= floor && prorataCents === 0)
      }
    }),
    { numRuns: 200 },
  )
  t.end()
})

function pure(schools: Schools, envelope: number, limits: object = {}, stages = ['school']): AllocationResult {
  const rules = rulesOf({ allocation: { stages, limits, steps: [{ prorata: { by: 'pupils' } }] } })
  return deriveAllocation(allocationInput(schools, envelope, rules), english)
}

const pupilRows = rows.map((schools): Schools =>
  Object.fromEntries(schools.map(({ board, pupils }, i) => [`S${String(i).padStart(2, '0')}`, [board, pupils]])),
)

t.test('a pure prorata is largest remainder at each stage', (t) => {
  fc.assert(
    fc.property(pupilRows, cents, (schools, envelope) => {
      const codes = Object.keys(schools)
      const count = (code: string): number => schools[code]?.[1] ?? 0
      const straight = oracle(envelope, codes.map(count))
      t.same(amounts(pure(schools, envelope)), Object.fromEntries(codes.map((code, i) => [code, straight[i]])))
      const boards = [...new Set(codes.map((code) => schools[code]?.[0] ?? ''))].sort()
      const inside = boards.map((board) => codes.filter((code) => schools[code]?.[0] === board))
      const parts = oracle(
        envelope,
        inside.map((own) => sum(own.map(count))),
      )
      const staged = inside.flatMap((own, b) => {
        const shares = oracle(parts[b] ?? 0, own.map(count))
        return own.map((code, i): [string, number] => [code, shares[i] ?? 0])
      })
      t.same(amounts(pure(schools, envelope, {}, ['board', 'school'])), Object.fromEntries(staged.sort()))
    }),
    { numRuns: 120 },
  )
  t.end()
})

t.test(
  'on a pure prorata straight to schools, a pupil more never costs a school a cent, and shares grow with the envelope',
  (t) => {
    fc.assert(
      fc.property(pupilRows, cents, fc.nat(), fc.integer({ min: 2, max: 9 }), (schools, envelope, pick, times) => {
        const codes = Object.keys(schools)
        const chosen = codes[pick % codes.length] ?? ''
        const [board, count] = schools[chosen] ?? ['', 0]
        const before = amounts(pure(schools, envelope))[chosen] ?? 0
        const total = sum(Object.values(schools).map(([, pupils]) => pupils ?? 0))
        const grown = amounts(pure({ ...schools, [chosen]: [board, (count ?? 0) + 1] }, envelope))[chosen] ?? 0
        // Where nobody has a pupil all have the same: the first pupil then takes all.
        t.ok(grown >= before, `${grown} after ${before}`)
        // The exact part times as much, to less than a cent.
        const scaled = amounts(pure(schools, envelope * times))[chosen] ?? 0
        const off = BigInt(scaled) * BigInt(total) - BigInt(envelope) * BigInt(times) * BigInt(count ?? 0)
        t.ok(total === 0 || (off < BigInt(total) && -off < BigInt(total)))
      }),
      { numRuns: 120 },
    )
    t.end()
  },
)

/**
 * Water-filling over exact fractions, otherwise than by rounds: caps in the order in which a rising level meets them.
 * Gives each school's exact amount as a fraction, and how many are full.
 */
function filled(pupils: readonly number[], envelope: number, cap: number) {
  const order = [...pupils.keys()]
    .filter((i) => (pupils[i] ?? 0) > 0)
    .sort((a, b) => (pupils[b] ?? 0) - (pupils[a] ?? 0))
  let [room, weights, full] = [BigInt(envelope), BigInt(sum(pupils)), 0]
  for (const i of order) {
    const own = BigInt(pupils[i] ?? 0)
    if (room * own <= BigInt(cap) * weights) break
    room -= BigInt(cap)
    weights -= own
    full++
  }
  const isFull = new Set(order.slice(0, full))
  return {
    full,
    exact: pupils.map(
      (own, i) =>
        (isFull.has(i) ? [BigInt(cap), 1n] : weights === 0n ? [0n, 1n] : [room * BigInt(own), weights]) as [
          bigint,
          bigint,
        ],
    ),
  }
}

t.test('a maximum per school fills the others as water does, to as many cents as there were rounds', (t) => {
  fc.assert(
    fc.property(pupilRows, cents, fc.nat({ max: 100_000_000 }), (schools, envelope, cap) => {
      const counts = Object.values(schools).map(([, count]) => count ?? 0)
      if (sum(counts) === 0) return
      const { exact, full } = filled(counts, envelope, cap)
      const result = pure(schools, envelope, { maximumPerSchool: cap / 100 })
      result.allocations.forEach(({ amountCents, pupils }, i) => {
        const [over, under] = exact[i] ?? [0n, 1n]
        const off = BigInt(amountCents) * under - over
        const most = BigInt(full + 1) * under
        // A school without pupils takes what is left only when all the others are full.
        if (pupils > 0) t.ok(off <= most && -off <= most, `${amountCents} for ${over}/${under}, ${full} full`)
      })
    }),
    { numRuns: 120 },
  )
  t.end()
})

t.test('unspent money: who stays has its share, and nobody who holds more than a share would be gets anything', (t) => {
  const steps = [{ prorata: { by: 'pupils' } }]
  const rules = rulesOf({ allocation: { stages: ['school'], unspent: 'recover', steps } })
  fc.assert(
    fc.property(rows, cents, (schools, envelope) => {
      const byCode: Schools = Object.fromEntries(schools.map((row, i) => [`S${i}`, [row.board, row.pupils]]))
      const unspent = new Map(schools.map((row, i) => [`S${i}`, row.unspent]))
      const result = deriveAllocation(allocationInput(byCode, envelope, rules, { unspent }), english)
      const left = result.allocations.filter(({ because }) => because.startsWith('It still holds'))
      const stays = result.allocations.filter((line) => !left.includes(line))
      const held = sum(stays.map(({ carriedCents }) => carriedCents))
      t.equal(result.recoveredCents, held)
      const pool = envelope + held
      const shares =
        stays.length === 0
          ? []
          : oracle(
              pool,
              stays.map(({ pupils }) => pupils),
            )
      t.same([...stays].map(({ amountCents, carriedCents }) => amountCents + carriedCents).sort(), [...shares].sort())
      for (const { amountCents } of left) t.equal(amountCents, 0)
    }),
    { numRuns: 120 },
  )
  t.end()
})
