import { groupedBy, sum } from '../lib/group.js'
import { byCode, folded } from '../lib/text.js'
import type { Allocation } from '../model/allocation.js'
import type { CatalogueItem, EquipmentRules } from '../model/equipment.js'
import type { PurchaseLine, PurchasePlan } from '../model/purchase.js'
import type { Shortfall } from '../model/records.js'
import { cheapestCovers, type Covers, type PricedItem } from './purchase-covers.js'
import { bestCovering, type Need } from './purchase-choice.js'

export interface PurchaseInput {
  readonly allocations: readonly Pick<Allocation, 'school' | 'name' | 'board' | 'amountCents'>[]
  readonly shortfalls: readonly Shortfall[]
  readonly catalogue: readonly CatalogueItem[]
  readonly rules: EquipmentRules
}

/** What no basket can do anything about. */
export interface PurchaseProblems {
  /** Items of the catalogue without a price. */
  readonly unpriced: readonly CatalogueItem[]
  /** Priced items that the rule does not count. */
  readonly ineligible: readonly CatalogueItem[]
  /** Categories that lack something and have no item to buy. */
  readonly withoutItem: readonly string[]
  /** Schools whose shortfall nobody knows: no basket is made for them. */
  readonly unknown: readonly string[]
}

/**
 * A basket for each school that fits its amount, by school code.
 *
 * The basket covers as much as it can of what is missing, each category counting as much as another (the mean of their
 * covered parts), and of those that cover as much it is the cheapest: found exactly, by the cheapest way to so many units
 * in each category, then by the best way to share the amount among categories. Nothing beyond what is missing is bought,
 * but for items that come by several. A school with nothing missing has an empty basket.
 */
export function derivePurchases({ allocations, shortfalls, catalogue, rules }: PurchaseInput): {
  readonly plans: readonly PurchasePlan[]
  readonly problems: PurchaseProblems
} {
  const offered = offeredItems(catalogue, rules)
  const bySchool = groupedBy(shortfalls, ({ school }) => school)
  const most = new Map<string, number>()
  for (const { category, shortfall } of shortfalls)
    most.set(category, Math.max(most.get(category) ?? 0, shortfall ?? 0))
  const covers = new Map([...most].map(([category, units]) => [category, coversOf(offered.items, category, units)]))
  const isKnown = (school: string): boolean => (bySchool.get(school) ?? []).every(({ shortfall }) => shortfall !== null)
  const rows = allocations.toSorted((a, b) => byCode(a.school, b.school))
  return {
    plans: rows
      .filter(({ school }) => isKnown(school))
      .map((row) => planOf(row, bySchool.get(row.school) ?? [], covers)),
    problems: {
      unpriced: offered.unpriced,
      ineligible: offered.ineligible,
      withoutItem: [...most].filter(([category, units]) => units > 0 && covers.get(category) === null).map(([c]) => c),
      unknown: rows.filter(({ school }) => !isKnown(school)).map(({ school }) => school),
    },
  }
}

/** The catalogue's items that may be bought, each for the units that the rule says, else its own. */
function offeredItems(catalogue: readonly CatalogueItem[], { categories }: EquipmentRules) {
  const items: (PricedItem & { readonly category: string })[] = []
  const [unpriced, ineligible]: [CatalogueItem[], CatalogueItem[]] = [[], []]
  const unitsOf = new Map(
    Object.entries(categories).map(([category, { items: own }]) => [
      category,
      own === null ? null : new Map(Object.entries(own).map(([item, units]) => [folded(item), units])),
    ]),
  )
  for (const each of catalogue) {
    const own = unitsOf.get(each.category)
    if (own === undefined) continue
    const units = own === null ? each.unitsEach : own.get(folded(each.item))
    if (units === undefined || units <= 0) ineligible.push(each)
    else if (each.priceCents === null) unpriced.push(each)
    else items.push({ category: each.category, item: each.item, units, priceCents: each.priceCents })
  }
  return { items, unpriced, ineligible }
}

/** Null when the category has nothing to buy. */
function coversOf(
  offered: readonly (PricedItem & { readonly category: string })[],
  category: string,
  units: number,
): Covers | null {
  const own = offered.filter((item) => item.category === category)
  return own.length === 0 ? null : cheapestCovers(own, units)
}

function planOf(
  { school, name, board, amountCents }: PurchaseInput['allocations'][number],
  shortfalls: readonly Shortfall[],
  covers: ReadonlyMap<string, Covers | null>,
): PurchasePlan {
  const lacking = shortfalls.filter(({ shortfall }) => (shortfall ?? 0) > 0)
  const needs = lacking.flatMap(({ category, shortfall }): Need[] => {
    const own = covers.get(category)
    return own ? [{ category, units: shortfall ?? 0, covers: own }] : []
  })
  const { chosen, gap } = bestCovering(needs, amountCents)
  const lines = needs.flatMap(({ category, covers: own }): PurchaseLine[] =>
    own.basket(chosen.get(category) ?? 0).map(({ item, quantity }) => ({
      ...{ school, name, board, category, item: item.item, quantity, unitsEach: item.units },
      ...{ units: quantity * item.units, priceCents: item.priceCents, costCents: quantity * item.priceCents },
    })),
  )
  const bought = groupedBy(lines, ({ category }) => category)
  const categories = lacking.map(({ category, shortfall: missing }) => {
    const shortfall = missing ?? 0
    const units = sum((bought.get(category) ?? []).map((line) => line.units))
    return { category, shortfall, units, left: Math.max(0, shortfall - units) }
  })
  const costCents = sum(lines.map((line) => line.costCents))
  const covered = categories.map(({ shortfall, left }) => (shortfall - left) / shortfall)
  return {
    ...{ school, name, board, amountCents, costCents, leftCents: amountCents - costCents },
    shortfall: sum(categories.map(({ shortfall }) => shortfall)),
    left: sum(categories.map(({ left }) => left)),
    percent: covered.length === 0 ? null : (sum(covered) / covered.length) * 100,
    gap: lacking.length === 0 ? 0 : (gap / lacking.length) * 100,
    categories,
    lines,
  }
}
