import type { MacSighting } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, type Value } from '../wire/value.js'
import { stationOf } from './stations.js'
import type { VlanRow } from './vlans.js'

/** Q-BRIDGE-MIB, RFC 4363: machines that were seen. Index: dot1qFdbId, dot1qTpFdbAddress. */
export const dot1qTpFdbTable = defineTable('Q-BRIDGE-MIB::dot1qTpFdbEntry', '1.3.6.1.2.1.17.7.1.2.2.1', {
  dot1qTpFdbPort: 2,
  dot1qTpFdbStatus: 3,
})

/** BRIDGE-MIB, RFC 4188: the same without VLANs. Index: dot1dTpFdbAddress. */
export const dot1dTpFdbTable = defineTable('BRIDGE-MIB::dot1dTpFdbEntry', '1.3.6.1.2.1.17.4.3.1', {
  dot1dTpFdbPort: 2,
  dot1dTpFdbStatus: 3,
})

/** Status of both tables: other(1), invalid(2), learned(3), self(4), mgmt(5). */
const NOT_SEEN = [2, 4]

type ToIfIndex = (bridgePort: number) => number | null

function sighting(
  octets: readonly number[],
  port: Value | undefined,
  status: Value | undefined,
  vlanId: number | null,
  toIfIndex: ToIfIndex,
): MacSighting[] {
  const mac = stationOf(octets)
  // Port 0: it was heard of, and where is not known.
  const ifIndex = toIfIndex(integer(port) ?? 0)
  if (mac === null || ifIndex === null || NOT_SEEN.includes(integer(status) ?? 0)) return []
  return [{ mac, vlanId, ifIndex }]
}

/**
 * Machines by VLAN. dot1qVlanFdbId says which VLAN a filtering database is of; one that several VLANs share tells none.
 * Where the agent does not say, a database has the number of its VLAN when there is such a VLAN.
 */
export function bridgeSightings(
  rows: Rows<keyof typeof dot1qTpFdbTable.columns>,
  vlans: readonly (VlanRow & { readonly vlanId: number })[],
  toIfIndex: ToIfIndex,
): MacSighting[] {
  const byFdb = new Map<number, Set<number>>()
  for (const { vlanId, fdbId } of vlans) {
    if (fdbId !== undefined && fdbId !== null) byFdb.set(fdbId, (byFdb.get(fdbId) ?? new Set()).add(vlanId))
  }
  const ids = new Set(vlans.map(({ vlanId }) => vlanId))
  const vlanOf = (fdbId: number): number | null => {
    if (byFdb.size === 0) return ids.has(fdbId) ? fdbId : null
    const [vlanId = null, ...others] = byFdb.get(fdbId) ?? []
    return others.length === 0 ? vlanId : null
  }
  return [...rows].flatMap(([index, row]) => {
    const [fdbId = -1, ...octets] = indexNumbers(index)
    return sighting(octets, row.dot1qTpFdbPort, row.dot1qTpFdbStatus, vlanOf(fdbId), toIfIndex)
  })
}

/** Machines of a bridge, or of one VLAN of a switch that shows each in a context of its own (null: not told which). */
export function plainSightings(
  rows: Rows<keyof typeof dot1dTpFdbTable.columns>,
  vlanId: number | null,
  toIfIndex: ToIfIndex,
): MacSighting[] {
  return [...rows].flatMap(([index, row]) =>
    sighting(indexNumbers(index), row.dot1dTpFdbPort, row.dot1dTpFdbStatus, vlanId, toIfIndex),
  )
}
