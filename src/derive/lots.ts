import { folded } from '../lib/text.js'
import type { CategoryRule, EquipmentLot } from '../model/equipment.js'
import { countedOn } from '../model/school-year.js'

/**
 * Where a lot stands under a rule. `other-item`: the rule lists items, and not this one. `later`: it was acquired after
 * the school year. `broken` only where the rule does not count what is broken.
 */
export type LotStanding = 'in-service' | 'past-life' | 'broken' | 'retired' | 'other-item' | 'later'

/** A lot in the units that a rule counts. */
export interface CountedLot {
  readonly lot: EquipmentLot
  readonly units: number
  /** ISO date on which its life ends; null when nobody knows when it was acquired. */
  readonly endsOn: string | null
  readonly standing: LotStanding
}

/** What reads the lots of a category by its rule, on 30 September of a school year. */
export type LotReader = (lot: EquipmentLot) => CountedLot

/** ISO dates compare as text; a 29 February ends its life on the same text, between 28 February and 1 March. */
function endOfLife(acquiredOn: string, lifeYears: number): string {
  return `${String(Number(acquiredOn.slice(0, 4)) + lifeYears).padStart(4, '0')}${acquiredOn.slice(4)}`
}

/** A reader of the lots of one category: names of items are folded once for all of them. */
export function lotReader(rule: CategoryRule, schoolYear: string): LotReader {
  const on = countedOn(schoolYear)
  const nextYear = `${schoolYear.slice(5)}-07-01`
  const worth = rule.items && new Map(Object.entries(rule.items).map(([item, units]) => [folded(item), units]))
  return (lot) => {
    const each = worth === null ? lot.unitsEach : worth.get(folded(lot.item))
    const endsOn = lot.acquiredOn === null ? null : endOfLife(lot.acquiredOn, rule.lifeYears)
    const standing = (): LotStanding => {
      if (lot.condition === 'retired') return 'retired'
      if (each === undefined) return 'other-item'
      if (lot.acquiredOn !== null && lot.acquiredOn >= nextYear) return 'later'
      if (!rule.conditions.includes(lot.condition)) return 'broken'
      return endsOn !== null && endsOn <= on ? 'past-life' : 'in-service'
    }
    return { lot, units: lot.quantity * (each ?? lot.unitsEach), endsOn, standing: standing() }
  }
}
