import { byCode } from '../lib/text.js'

/** An item that may be bought, and how many units it is worth: 1 or more. */
export interface PricedItem {
  readonly item: string
  readonly units: number
  readonly priceCents: number
}

/** The cheapest ways to have at least so many units of one category. */
export interface Covers {
  /** Cents for at least so many units, from 0 to the most that were asked for: it never falls. */
  readonly costs: Float64Array
  /** The items of the cheapest way, by name. */
  basket(units: number): readonly { readonly item: PricedItem; readonly quantity: number }[]
}

/**
 * The cheapest way to each number of units up to `most`, by dynamic programming over whole items.
 *
 * Among ways as cheap, the one with the item that comes first by units (the largest), then by name.
 */
export function cheapestCovers(items: readonly PricedItem[], most: number): Covers {
  const sorted = items.toSorted((a, b) => b.units - a.units || byCode(a.item, b.item))
  const costs = new Float64Array(most + 1)
  const last = new Int32Array(most + 1).fill(-1)
  for (let units = 1; units <= most; units++) {
    let least = Infinity
    sorted.forEach((item, i) => {
      const cost = (costs[Math.max(0, units - item.units)] ?? 0) + item.priceCents
      if (cost >= least) return
      least = cost
      last[units] = i
    })
    costs[units] = least
  }
  return {
    costs,
    basket: (wanted) => {
      const quantities = new Map<PricedItem, number>()
      for (let units = wanted; units > 0;) {
        const item = sorted[last[units] ?? -1]
        if (item === undefined) break
        quantities.set(item, (quantities.get(item) ?? 0) + 1)
        units -= item.units
      }
      return [...quantities]
        .map(([item, quantity]) => ({ item, quantity }))
        .sort((a, b) => byCode(a.item.item, b.item.item))
    },
  }
}
