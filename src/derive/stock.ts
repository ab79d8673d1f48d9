import type { CategoryRule } from '../model/equipment.js'
import type { CountedLot } from './lots.js'

/** Units of one school in one category, by what they are worth on the day of the count. */
export interface Stock {
  readonly inService: number
  readonly pastLife: number
  readonly broken: number
  /** Of those in service, the units that nobody knows the age of. */
  readonly undated: number
  /** Units of items that the rule does not list, and those items. */
  readonly otherUnits: number
  readonly otherItems: readonly string[]
  /** Units that were acquired after the school year. */
  readonly later: number
  /** Where the units in service are counted, when lots are not all that counts. */
  readonly sources: {
    readonly lots: number | null
    readonly fleet: number | null
    readonly scanned: number | null
  } | null
}

/**
 * What a school has of a category. Where lots and devices (of the inventory, of scans) both count, the larger of the two is
 * in service: lots name no device, so that their sum might count one twice.
 */
export function stockOf(
  lots: readonly CountedLot[],
  rule: CategoryRule,
  devices: { readonly fleet: number; readonly scanned: number },
): Stock {
  const units = { 'in-service': 0, 'past-life': 0, broken: 0, retired: 0, 'other-item': 0, later: 0 }
  const otherItems = new Set<string>()
  let undated = 0
  for (const { lot, standing, endsOn, units: own } of rule.counts.includes('lots') ? lots : []) {
    units[standing] += own
    if (standing === 'other-item') otherItems.add(lot.item)
    if (standing === 'in-service' && endsOn === null) undated += own
  }
  const inLots = units['in-service']
  const countsOf = (source: CategoryRule['counts'][number], count: number): number | null =>
    rule.counts.includes(source) ? count : null
  const [fleet, scanned] = [countsOf('fleet', devices.fleet), countsOf('scanned', devices.scanned)]
  const beside = (fleet ?? 0) + (scanned ?? 0)
  return {
    inService: Math.max(inLots, beside),
    ...{ pastLife: units['past-life'], broken: units.broken, undated: inLots < beside ? 0 : undated },
    ...{ otherUnits: units['other-item'], otherItems: [...otherItems], later: units.later },
    sources: fleet === null && scanned === null ? null : { lots: countsOf('lots', inLots), fleet, scanned },
  }
}
