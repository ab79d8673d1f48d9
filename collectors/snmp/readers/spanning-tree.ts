import type { SpanningTree, StpState } from '../../../src/model/device.js'
import { defineScalars, defineTable, type Rows } from '../wire/table.js'
import { integer, mac, type Value } from '../wire/value.js'

/** BRIDGE-MIB, RFC 4188: the spanning tree as this bridge sees it. */
export const spanningTreeScalars = defineScalars('BRIDGE-MIB::dot1dStp', '1.3.6.1.2.1.17.2', {
  dot1dStpPriority: 2,
  dot1dStpDesignatedRoot: 5,
  dot1dStpRootCost: 6,
  dot1dStpRootPort: 7,
})

/** BRIDGE-MIB, RFC 4188. Index: dot1dStpPort, which is a bridge port and no ifIndex. */
export const dot1dStpPortTable = defineTable('BRIDGE-MIB::dot1dStpPortEntry', '1.3.6.1.2.1.17.2.15.1', {
  dot1dStpPortState: 3,
})

const STATES: readonly (StpState | null)[] = [
  null,
  'disabled',
  'blocking',
  'listening',
  'learning',
  'forwarding',
  'broken',
]

/**
 * The root that a bridge follows and the port that leads there; null when it takes part in no spanning tree.
 * BridgeId: two octets of priority, then the MAC.
 */
export function spanningTreeOf(
  values: ReadonlyMap<string, Value>,
  toIfIndex: (bridgePort: number) => number | null,
): SpanningTree | null {
  const root = values.get(spanningTreeScalars.dot1dStpDesignatedRoot)
  if (!Buffer.isBuffer(root) || root.length !== 8) return null
  const rootMac = mac(root.subarray(2))
  if (rootMac === null) return null
  const rootPort = integer(values.get(spanningTreeScalars.dot1dStpRootPort)) ?? 0
  return {
    priority: integer(values.get(spanningTreeScalars.dot1dStpPriority)),
    rootMac,
    rootPriority: root.readUInt16BE(0),
    rootCost: integer(values.get(spanningTreeScalars.dot1dStpRootCost)),
    rootIfIndex: rootPort > 0 ? toIfIndex(rootPort) : null,
  }
}

/** Bridge port → what the spanning tree lets through it. */
export function stpStatesOf(rows: Rows<keyof typeof dot1dStpPortTable.columns>): Map<number, StpState> {
  const states = new Map<number, StpState>()
  for (const [port, row] of rows) {
    const state = STATES[integer(row.dot1dStpPortState) ?? 0] ?? null
    if (state !== null) states.set(Number(port), state)
  }
  return states
}
