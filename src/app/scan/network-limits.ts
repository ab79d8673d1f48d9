import type { SweepLane } from '../../../collectors/ping/sweep.js'
import { common, merged, subtracted, type AddressRange } from '../../lib/address-ranges.js'
import { addressText, parseCidr } from '../../lib/cidr.js'
import type { PaceLimits } from '../../model/reading.js'
import { listNetworks } from '../../store/organisation.js'
import { scopeOf, type Session } from '../session.js'
import { addressesOf, wholeOf } from './targets.js'

/** Packets a second in each network; null is no limit but that of the whole scan. The longest prefix decides. */
export type NetworkLimits = NonNullable<PaceLimits['networks']>

/**
 * The limits of the networks that the configuration or an import names: a network's own, else the configuration's
 * default. Empty where there is no limit at all.
 */
export async function networkLimits({ config, store }: Session): Promise<NetworkLimits> {
  const usual = config.scan.packetsPerSecondPerNetwork ?? null
  const configured = config.networks.map(({ cidr, packetsPerSecond }) => ({
    cidr,
    packetsPerSecond: packetsPerSecond ?? usual,
  }))
  const imported = await listNetworks(store.db, scopeOf(config))
  const limits = [...configured, ...imported.map(({ cidr }) => ({ cidr, packetsPerSecond: usual }))]
  return limits.some(({ packetsPerSecond }) => packetsPerSecond !== null) ? limits : []
}

/** The addresses to sweep, apart by the limit that they are swept within. `wanted` leaves out those not to be asked. */
export function lanesOf(
  ranges: readonly AddressRange[],
  limits: NetworkLimits,
  wanted: (addresses: Iterable<string>) => Iterable<string>,
): SweepLane[] {
  const lanes: SweepLane[] = []
  const open: AddressRange[] = []
  let left = merged(ranges)
  const networks = limits.flatMap((limit) => {
    const cidr = parseCidr(limit.cidr)
    return cidr === null ? [] : [{ cidr, perSecond: limit.packetsPerSecond }]
  })
  for (const { cidr, perSecond } of networks.sort((a, b) => b.cidr.prefix - a.cidr.prefix)) {
    const own = common(left, [wholeOf(cidr)])
    const [first] = own
    if (first === undefined) continue
    left = subtracted(left, [wholeOf(cidr)])
    if (perSecond === null) open.push(...own)
    else lanes.push({ addresses: wanted(addressesOf(own)), perSecond, within: addressText(first.first) })
  }
  const others = [...open, ...left]
  return others.length === 0
    ? lanes
    : [...lanes, { addresses: wanted(addressesOf(others)), perSecond: null, within: null }]
}
