import type { Interface } from '../../../src/model/device.js'
import { defineScalars, defineTable, type Rows } from '../wire/table.js'
import { integer, mac, type Value } from '../wire/value.js'

/** BRIDGE-MIB, RFC 4188. */
export const bridgeScalars = defineScalars('BRIDGE-MIB::dot1dBase', '1.3.6.1.2.1.17.1', {
  dot1dBaseBridgeAddress: 1,
  dot1dBaseNumPorts: 2,
})

/** BRIDGE-MIB, RFC 4188: a bridge port's number is not an ifIndex. */
export const dot1dBasePortTable = defineTable('BRIDGE-MIB::dot1dBasePortEntry', '1.3.6.1.2.1.17.1.4.1', {
  dot1dBasePortIfIndex: 2,
})

export interface Bridge {
  readonly address: string | null
  readonly ports: number | null
}

export function bridgeOf(values: ReadonlyMap<string, Value>): Bridge {
  return {
    address: mac(values.get(bridgeScalars.dot1dBaseBridgeAddress)),
    ports: integer(values.get(bridgeScalars.dot1dBaseNumPorts)),
  }
}

/** Bridge port number → ifIndex. */
export function bridgePortsOf(rows: Rows<'dot1dBasePortIfIndex'>): Map<number, number> {
  const ports = new Map<number, number>()
  for (const [port, row] of rows) {
    const ifIndex = integer(row.dot1dBasePortIfIndex)
    if (ifIndex !== null && ifIndex > 0) ports.set(Number(port), ifIndex)
  }
  return ports
}

/**
 * Translates bridge ports. Only an agent that lacks dot1dBasePortTable altogether is taken to number its bridge ports as
 * its interfaces; null where that gives no interface.
 */
export function bridgePortTranslator(
  bridgePorts: ReadonlyMap<number, number>,
  interfaces: readonly Interface[],
): (bridgePort: number) => number | null {
  const known = new Set(interfaces.map(({ ifIndex }) => ifIndex))
  return (bridgePort) => {
    const ifIndex = bridgePorts.size === 0 ? bridgePort : bridgePorts.get(bridgePort)
    return ifIndex !== undefined && known.has(ifIndex) ? ifIndex : null
  }
}
