import type { DeviceReading, Interface, MacSighting } from '../../src/model/device.js'
import { addressSightingsOf, ipNetToMediaTable, ipNetToPhysicalTable } from './readers/arp.js'
import { bridgePortsOf, bridgePortTranslator, dot1dBasePortTable } from './readers/bridge.js'
import { bridgeSightings, dot1dTpFdbTable, dot1qTpFdbTable, plainSightings } from './readers/forwarding.js'
import type { vlanRowsOf } from './readers/vlans.js'
import type { Agent } from './wire/agent.js'
import { findPresent } from './wire/presence.js'
import type { Rows, Table } from './wire/table.js'
import { readTable } from './wire/walk.js'

/** Reads one VLAN of a switch that shows each in a context of its own; null when it does not answer there. */
export type ReadInVlan = <T>(vlanId: number, read: (agent: Agent) => Promise<T>) => Promise<T | null>

/** Machines behind the ports, and addresses that were resolved. */
export type Sightings = Pick<DeviceReading, 'macSightings' | 'addressSightings'>

/** Where sightings are read. */
export interface SightingSource {
  readonly agent: Agent
  readonly inVlan: ReadInVlan
  readonly interfaces: readonly Interface[]
  readonly vlans: ReturnType<typeof vlanRowsOf>
  /** Translates the bridge ports of the device as a whole. */
  readonly toIfIndex: (bridgePort: number) => number | null
  /** Whether the switch, a Cisco, shows each VLAN's machines in a context of its own. */
  readonly isPerVlan: boolean
}

const TABLES = [dot1qTpFdbTable, dot1dTpFdbTable, ipNetToMediaTable, ipNetToPhysicalTable] as const

/** Reads forwarding tables and resolved addresses: what is volatile and large, only when it is wanted. */
export async function readSightings(source: SightingSource): Promise<Sightings> {
  const { agent } = source
  const present = await findPresent(
    agent,
    TABLES.map(({ entry }) => entry),
  )
  const read = async <Column extends string>(table: Table<Column>): Promise<Rows<Column>> =>
    present.has(table.entry) && !agent.over ? readTable(agent, table) : new Map()
  const addressSightings = addressSightingsOf(await read(ipNetToMediaTable), await read(ipNetToPhysicalTable))
  const byVlan = bridgeSightings(await read(dot1qTpFdbTable), source.vlans, source.toIfIndex)
  if (byVlan.length > 0) return { macSightings: byVlan, addressSightings }
  const macSightings = source.isPerVlan
    ? await readEachVlan(source)
    : plainSightings(await read(dot1dTpFdbTable), null, source.toIfIndex)
  return { macSightings, addressSightings }
}

/** Contexts that do not answer before the switch is taken to have none, or not for this credential. */
const MOST_SILENT = 2

/** One VLAN after the other. */
async function readEachVlan({ agent, inVlan, interfaces, vlans }: SightingSource): Promise<MacSighting[]> {
  const found: MacSighting[] = []
  let silent = 0
  for (const vlanId of new Set(vlans.map((vlan) => vlan.vlanId))) {
    if (agent.over || silent >= MOST_SILENT) break
    const seen = await inVlan(vlanId, (inContext) => readVlan(inContext, vlanId, interfaces))
    if (seen === null) silent++
    else found.push(...seen)
  }
  return found
}

/** In a VLAN's context, bridge ports are the VLAN's own: their translation is read there too. */
async function readVlan(agent: Agent, vlanId: number, interfaces: readonly Interface[]): Promise<MacSighting[]> {
  const rows = await readTable(agent, dot1dTpFdbTable)
  if (rows.size === 0) return []
  const bridgePorts = bridgePortsOf(await readTable(agent, dot1dBasePortTable))
  return plainSightings(rows, vlanId, bridgePortTranslator(bridgePorts, interfaces))
}
