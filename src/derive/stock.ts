import { sum } from '../lib/group.js'
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
  const own = rule.counts.includes('lots') ? lots : []
  const units = (standing: CountedLot['standing']): number =>
    sum(own.map((lot) => (lot.standing === standing ? lot.units : 0)))
  const others = own.filter(({ standing }) => standing === 'other-item')
  const undated = sum(
    own.map(({ standing, endsOn, units }) => (standing === 'in-service' && endsOn === null ? units : 0)),
  )
  const inLots = units('in-service')
  const countsOf = (source: CategoryRule['counts'][number], count: number): number | null =>
    rule.counts.includes(source) ? count : null
  const sources = {
    ...{ lots: countsOf('lots', inLots), fleet: countsOf('fleet', devices.fleet) },
    scanned: countsOf('scanned', devices.scanned),
  }
  const beside = (sources.fleet ?? 0) + (sources.scanned ?? 0)
  return {
    inService: Math.max(inLots, beside),
    ...{ pastLife: units('past-life'), broken: units('broken'), undated: inLots < beside ? 0 : undated },
    ...{ otherUnits: units('other-item'), otherItems: [...new Set(others.map(({ lot }) => lot.item))] },
    later: units('later'),
    sources: sources.fleet === null && sources.scanned === null ? null : sources,
  }
}
