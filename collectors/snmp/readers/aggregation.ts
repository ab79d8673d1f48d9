import type { Interface } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer } from '../wire/value.js'

/** IEEE8023-LAG-MIB. Index: dot3adAggPortIndex, the port's ifIndex. */
export const dot3adAggPortTable = defineTable('IEEE8023-LAG-MIB::dot3adAggPortEntry', '1.2.840.10006.300.43.1.2.1.1', {
  dot3adAggPortSelectedAggID: 12,
  dot3adAggPortAttachedAggID: 13,
})

/** IF-MIB, RFC 2863: which interface runs on which. Index: ifStackHigherLayer, ifStackLowerLayer. */
export const ifStackTable = defineTable('IF-MIB::ifStackEntry', '1.3.6.1.2.1.31.1.2.1', { ifStackStatus: 3 })

/** IANAifType: propMultiplexor, as some makers call their aggregates, and ieee8023adLag. */
const AGGREGATES = [54, 161]
const ACTIVE = 1 // RowStatus

/** Whether any interface is an aggregate by its type. */
export function hasAggregates(interfaces: readonly Interface[]): boolean {
  return interfaces.some(({ ifType }) => ifType !== null && AGGREGATES.includes(ifType))
}

/**
 * Port → the aggregate that it belongs to, both by ifIndex: the one it is attached to, else the one it was selected for,
 * else the aggregate that runs on it. A port that is its own aggregate is alone.
 */
export function aggregatesOf(
  interfaces: readonly Interface[],
  lacp: Rows<keyof typeof dot3adAggPortTable.columns>,
  stack: Rows<keyof typeof ifStackTable.columns>,
): Map<number, number> {
  const byIfIndex = new Map(interfaces.map((one) => [one.ifIndex, one]))
  const found = new Map<number, number>()
  for (const [index, row] of stack) {
    const [higher = 0, lower = 0] = indexNumbers(index)
    const type = byIfIndex.get(higher)?.ifType ?? 0
    if ((integer(row.ifStackStatus) ?? ACTIVE) !== ACTIVE || !AGGREGATES.includes(type)) continue
    if (byIfIndex.has(lower)) found.set(lower, higher)
  }
  for (const [index, row] of lacp) {
    const port = Number(index)
    const aggregate = [integer(row.dot3adAggPortAttachedAggID), integer(row.dot3adAggPortSelectedAggID)].find(
      (id): id is number => id !== null && id > 0 && id !== port && byIfIndex.has(id),
    )
    if (aggregate !== undefined && byIfIndex.has(port)) found.set(port, aggregate)
  }
  return found
}
