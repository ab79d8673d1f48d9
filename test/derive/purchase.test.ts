import t from 'tap'
import fc from 'fast-check'
import { derivePurchases } from '../../src/derive/purchase.js'
import { bestCovering } from '../../src/derive/purchase-choice.js'
import { cheapestCovers, type PricedItem } from '../../src/derive/purchase-covers.js'
import type { CatalogueItem } from '../../src/model/equipment.js'
import type { PurchasePlan } from '../../src/model/purchase.js'
import type { Shortfall } from '../../src/model/records.js'
import { categoryOf, rulesOf } from './rules-of.js'

const categories = {
  robotique: { floor: 1, perPupils: 100, lifeYears: 5 },
  'laboratoire-creatif': { floor: 1, perPupils: 300, lifeYears: 5 },
  flotte: { floor: 10, perPupils: 5, lifeYears: 5 },
}
const rules = rulesOf({ categories })

function lacking(school: string, category: string, shortfall: number | null): Shortfall {
  return {
    ...{ school, name: `École ${school}`, board: '900000', category, schoolYear: '2018-2019', pupils: 100, target: 50 },
    ...{ inService: 0, pastLife: 0, broken: 0, shortfall, percent: 0, pupilsPerDevice: null, costCents: null },
    because: '',
  }
}

function gets(school: string, amountCents: number) {
  return { school, name: `École ${school}`, board: '900000', amountCents }
}

const CATALOGUE: readonly CatalogueItem[] = [
  { category: 'flotte', item: 'Chariot de 24 tablettes', unitsEach: 24, priceCents: 1_200_000 },
  { category: 'flotte', item: 'Portable', unitsEach: 1, priceCents: 60_000 },
  { category: 'robotique', item: 'Trousse de 6 robots', unitsEach: 6, priceCents: 118_000 },
  { category: 'laboratoire-creatif', item: 'Imprimante 3D', unitsEach: 1, priceCents: 145_000 },
]

function basketOf(plan: PurchasePlan | undefined): Record<string, number> {
  return Object.fromEntries((plan?.lines ?? []).map(({ item, quantity }) => [item, quantity]))
}

await t.test('a cart is bought where it is cheaper than as many single devices', async (t) => {
  // 26 devices: a cart and two laptops cost 12,000 + 1,200 = 13,200 $; 26 laptops 15,600 $; two carts 24,000 $.
  // 20 devices: 20 laptops cost 12,000 $, a cart as much: of ways as cheap, the one with the larger item.
  // 19 devices: 19 laptops cost 11,400 $, less than a cart.
  for (const [shortfall, basket] of [
    [26, { 'Chariot de 24 tablettes': 1, Portable: 2 }],
    [20, { 'Chariot de 24 tablettes': 1 }],
    [19, { Portable: 19 }],
    [0, {}],
  ] as const) {
    const { plans } = derivePurchases({
      ...{ allocations: [gets('A', 10_000_000)], catalogue: CATALOGUE, rules },
      shortfalls: [lacking('A', 'flotte', shortfall)],
    })
    t.same(basketOf(plans[0]), basket)
    t.match(plans[0], { left: 0, gap: 0, shortfall })
  }
})

await t.test('with too little, each category counts as much as another, and what cannot be used is left', async (t) => {
  // 2 robots' kit of 6 covers the 3 robots that are missing (1,180 $): a whole category. A printer covers half of the
  // 2 missing (1,450 $). A laptop covers a tenth of the 10 missing (600 $).
  // 3,000 $: the kit (1) and three laptops (0.3) cost 2,980 $ and cover 1.3; the kit and a printer cover 1.5 for 2,630 $,
  // and 370 $ more buys nothing. The kit, then, and a printer.
  const shortfalls = [
    lacking('A', 'robotique', 3),
    lacking('A', 'laboratoire-creatif', 2),
    lacking('A', 'flotte', 10),
    lacking('B', 'flotte', null),
  ]
  const input = { allocations: [gets('B', 500_000), gets('A', 300_000)], shortfalls, catalogue: CATALOGUE, rules }
  const { plans, problems } = derivePurchases(input)
  t.equal(plans.length, 1)
  t.same(basketOf(plans[0]), { 'Imprimante 3D': 1, 'Trousse de 6 robots': 1 })
  t.match(plans[0], {
    amountCents: 300_000,
    costCents: 263_000,
    leftCents: 37_000,
    shortfall: 15,
    left: 11,
    percent: 50,
  })
  t.same(problems.unknown, ['B'], 'what nobody knows is not guessed')
  t.same(
    plans[0]?.categories.map(({ category, units, left }) => [category, units, left]),
    [
      ['robotique', 6, 0],
      ['laboratoire-creatif', 1, 1],
      ['flotte', 0, 10],
    ],
  )
})

await t.test('what the rule does not count is not bought, nor what has no price', async (t) => {
  const flotte = { ...categoryOf(categories.flotte), items: { 'CHARIOT de 24 tablettes': 20 } }
  const own = { ...rules, categories: { ...rules.categories, flotte } }
  const { plans, problems } = derivePurchases({
    allocations: [gets('A', 10_000_000)],
    shortfalls: [lacking('A', 'flotte', 21), lacking('A', 'robotique', 1)],
    catalogue: CATALOGUE.map((each) => (each.category === 'robotique' ? { ...each, priceCents: null } : each)),
    rules: own,
  })
  t.same(basketOf(plans[0]), { 'Chariot de 24 tablettes': 2 }, 'the rule counts 20 for a cart, not 24')
  t.match(plans[0], { percent: 50, left: 1 })
  t.same(
    problems.ineligible.map(({ item }) => item),
    ['Portable'],
  )
  t.same(
    problems.unpriced.map(({ item }) => item),
    ['Trousse de 6 robots'],
  )
  t.same(problems.withoutItem, ['robotique'])
})

const someItems = fc.array(
  fc.record({ units: fc.integer({ min: 1, max: 5 }), priceCents: fc.integer({ min: 0, max: 40 }) }),
  { minLength: 1, maxLength: 3 },
)
const someNeeds = fc.array(fc.record({ units: fc.integer({ min: 1, max: 6 }), items: someItems }), { maxLength: 4 })

function named(items: readonly { readonly units: number; readonly priceCents: number }[]): PricedItem[] {
  return items.map((item, i) => ({ ...item, item: `article ${i}` }))
}

/** The most that is covered within an amount, and the least cost of it, by trying every number of every item. */
function byTrying(
  needs: readonly { readonly units: number; readonly items: readonly PricedItem[] }[],
  amount: number,
): { covered: number; cents: number } {
  const [need, ...others] = needs
  if (need === undefined) return { covered: 0, cents: 0 }
  let best = { covered: -1, cents: 0 }
  const tryItems = (items: readonly PricedItem[], units: number, cents: number): void => {
    if (cents > amount) return
    const [item, ...more] = items
    if (item === undefined) {
      const rest = byTrying(others, amount - cents)
      const covered = rest.covered + Math.min(1, units / need.units)
      const all = { covered, cents: cents + rest.cents }
      const isMore = covered > best.covered + 1e-7
      if (isMore || (covered > best.covered - 1e-7 && all.cents < best.cents)) best = all
      return
    }
    for (let n = 0; n * item.units < need.units + item.units; n++)
      tryItems(more, units + n * item.units, cents + n * item.priceCents)
  }
  tryItems(need.items, 0, 0)
  return best
}

await t.test('no basket covers more for the amount, nor as much for less: every one is tried', async (t) => {
  fc.assert(
    fc.property(someNeeds, fc.nat({ max: 120 }), (some, amount) => {
      const needs = some.map(({ units, items }, i) => ({ category: `c${i}`, units, items: named(items) }))
      const { chosen, gap } = bestCovering(
        needs.map((need) => ({ ...need, covers: cheapestCovers(need.items, need.units) })),
        amount,
      )
      const baskets = needs.map(({ category, units, items }) => {
        const lines = cheapestCovers(items, units).basket(chosen.get(category) ?? 0)
        return {
          covered: Math.min(1, lines.reduce((sum, { item, quantity }) => sum + item.units * quantity, 0) / units),
          cents: lines.reduce((sum, { item, quantity }) => sum + item.priceCents * quantity, 0),
        }
      })
      const covered = baskets.reduce((sum, basket) => sum + basket.covered, 0)
      const cents = baskets.reduce((sum, basket) => sum + basket.cents, 0)
      const best = byTrying(needs, amount)
      return gap === 0 && Math.abs(covered - best.covered) < 1e-6 && cents === best.cents && cents <= amount
    }),
    { numRuns: 300 },
  )
  t.pass('300 random sets of needs')
})

await t.test('where combinations are too many to list, the gap bounds what was lost', async (t) => {
  // Four categories, each about 300,000 $ whole, whose parts never come to the same sums: nearly each of the 293 × 307 × 311
  // combinations before the last covers more than any that is cheaper.
  const needs = [293, 307, 311, 313].map((units, i) => ({
    ...{ category: `c${i}`, units },
    covers: cheapestCovers([{ item: 'article', units: 1, priceCents: Math.round(30_000_000 / units) }], units),
  }))
  const wholes = needs.map(({ units, covers }) => covers.costs[units] ?? 0)
  const amount = 70_000_000
  const { chosen, gap } = bestCovering(needs, amount)
  const covered = needs.reduce((sum, { category, units }) => sum + (chosen.get(category) ?? 0) / units, 0)
  const cents = needs.reduce((sum, { category, covers }) => sum + (covers.costs[chosen.get(category) ?? 0] ?? 0), 0)
  t.ok(cents <= amount)
  t.ok(gap > 0 && gap < 0.005, `said, and small: ${gap}`)
  // Were units divisible, and all categories as cheap as the cheapest: nothing can be better.
  const bound = amount / Math.min(...wholes)
  // Two whole categories, and of the third as many units as what is left buys.
  const [first = 0, second = 0] = wholes
  const simple = 2 + Math.floor((amount - first - second) / Math.round(30_000_000 / 311)) / 311
  t.ok(covered <= bound && covered >= simple - gap, `${covered}, from ${simple} to ${bound}`)
})

await t.test('the order of rows changes nothing', async (t) => {
  const allocations = ['A', 'B', 'C'].map((school, i) => gets(school, 200_000 * (i + 1)))
  const shortfalls = ['A', 'B', 'C'].flatMap((school, i) =>
    Object.keys(categories).map((category) => lacking(school, category, 3 * i + 2)),
  )
  const input = { allocations, shortfalls, catalogue: CATALOGUE, rules }
  const { plans } = derivePurchases(input)
  const reversed = derivePurchases({
    ...input,
    allocations: allocations.toReversed(),
    catalogue: CATALOGUE.toReversed(),
  })
  t.same(reversed.plans, plans)
  t.ok(plans.every(({ costCents, leftCents, amountCents }) => costCents + leftCents === amountCents && leftCents >= 0))
})
