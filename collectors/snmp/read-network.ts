import type { DeviceAddress, DeviceReading, Interface, Neighbour } from '../../src/model/device.js'
import { readSightings, type ReadInVlan, type Sightings } from './read-sightings.js'
import { addressesOf, ipAddressTable, ipAddrTable, needsOldTable, withOldTable } from './readers/addresses.js'
import { aggregatesOf, dot3adAggPortTable, hasAggregates, ifStackTable } from './readers/aggregation.js'
import { bridgePortsOf, bridgePortTranslator, dot1dBasePortTable } from './readers/bridge.js'
import { cdpCacheTable, cdpNeighboursOf, fdpNeighboursOf, snFdpCacheTable } from './readers/cdp.js'
import { edpNeighboursOf, extremeEdpTable } from './readers/edp.js'
import {
  lldpLocPortTable,
  lldpNeighboursOf,
  lldpRemManAddrTable,
  lldpRemTable,
  lldpV2NeighboursOf,
  lldpV2RemManAddrTable,
  lldpV2RemTable,
} from './readers/lldp.js'
import { localPortOf, portTranslator } from './readers/lldp-ports.js'
import { mergeNeighbours, withoutBareCards } from './readers/neighbours.js'
import {
  addBridgeVlans,
  addCiscoVlans,
  dot1qPortVlanTable,
  ieee8021QBridgePortVlanTable,
  PortVlanTable,
  vlanTrunkPortTable,
  vmMembershipTable,
} from './readers/port-vlans.js'
import { dot1dStpPortTable, spanningTreeOf, stpStatesOf } from './readers/spanning-tree.js'
import { VLAN_TABLES, vlanRowsOf, vlansOf, type VlanTable } from './readers/vlans.js'
import type { Agent } from './wire/agent.js'
import type { Rows, Table } from './wire/table.js'
import type { Value } from './wire/value.js'
import { readTable } from './wire/walk.js'

type VlanRows = ReturnType<typeof vlanRowsOf>
type ToIfIndex = (bridgePort: number) => number | null

/** Rows of a table; none when the agent has none. */
export type ReadRows = <Column extends string>(table: Table<Column>) => Promise<Rows<Column>>

/** A table, and the enterprise whose agents alone have it. */
interface NetworkTable {
  readonly table: Table<string>
  readonly enterprise?: number
}

const CISCO = 9
const TABLES: readonly NetworkTable[] = [
  ...[lldpRemTable, lldpV2RemTable, cdpCacheTable, dot1dBasePortTable, dot3adAggPortTable, ipAddressTable].map(
    (table) => ({ table }),
  ),
  { table: ipAddrTable },
  { table: snFdpCacheTable, enterprise: 1991 },
  { table: extremeEdpTable, enterprise: 1916 },
  { table: vmMembershipTable, enterprise: CISCO },
  { table: vlanTrunkPortTable, enterprise: CISCO },
  ...VLAN_TABLES,
]

/** The enterprise number of a sysObjectID; null when there is none. */
function enterpriseOf(sysObjectID: string | null): number | null {
  const [, number] = /^1\.3\.6\.1\.4\.1\.(\d+)/.exec(sysObjectID ?? '') ?? []
  return number === undefined ? null : Number(number)
}

/** The tables of layers 2 and 3 whose presence is worth asking: those of another maker are not. */
export function networkTables(sysObjectID: string | null): readonly Table<string>[] {
  const maker = enterpriseOf(sysObjectID)
  return TABLES.filter(({ enterprise = maker }) => maker === null || enterprise === maker).map(({ table }) => table)
}

/** How the layers are read. */
export interface NetworkSource {
  readonly agent: Agent
  /** Reads a table of `networkTables` when it is there. */
  readonly read: ReadRows
  readonly scalars: ReadonlyMap<string, Value>
  readonly interfaces: readonly Interface[]
  readonly inVlan: ReadInVlan
  /** Whether forwarding tables and resolved addresses are wanted: thousands of rows on a core switch. */
  readonly endpoints: boolean
}

/** What a device says of layers 2 and 3, its interfaces with their VLANs, aggregates and spanning tree. */
export type NetworkReading = Pick<
  DeviceReading,
  'interfaces' | 'addresses' | 'vlans' | 'spanningTree' | 'neighbours' | 'macSightings' | 'addressSightings'
>

/** Reads layers 2 and 3. A table that hangs on another is read only where that one says that it is worth it. */
export async function readNetwork(source: NetworkSource): Promise<NetworkReading> {
  const { read, scalars, interfaces } = source
  const addresses = await readAddresses(source)
  const bridgePorts = bridgePortsOf(await read(dot1dBasePortTable))
  const toIfIndex = bridgePortTranslator(bridgePorts, interfaces)
  const heard = withoutBareCards(await readNeighbours(source, bridgePorts))
  const vlanTables = new Map<VlanTable, Rows<string>>()
  for (const table of VLAN_TABLES) vlanTables.set(table, await read(table.table))
  const vlanRows = vlanRowsOf(vlanTables)
  const vlans = vlansOf(vlanRows)
  const access = await read(vmMembershipTable)
  const ports = await readPortVlans(source, vlanRows, access, toIfIndex)
  const aggregates = await readAggregates(source)
  const spanningTree = spanningTreeOf(scalars, toIfIndex)
  const states = spanningTree === null ? new Map() : stpStatesOf(await follow(source, dot1dStpPortTable))
  const stpOf = new Map([...states].map(([port, state]) => [toIfIndex(port), state]))
  const { agent, inVlan } = source
  const sightings: Sightings = source.endpoints
    ? await readSightings({ agent, inVlan, interfaces, vlans: vlanRows, toIfIndex, isPerVlan: access.size > 0 })
    : { macSightings: [], addressSightings: [] }
  const rising = (ids: ReadonlySet<number>): number[] => [...ids].sort((a, b) => a - b)
  return {
    addresses,
    vlans,
    spanningTree,
    neighbours: heard.neighbours,
    macSightings: [...heard.sightings, ...sightings.macSightings],
    addressSightings: sightings.addressSightings,
    interfaces: interfaces.map((one) => {
      const port = ports.find(one.ifIndex)
      const lists = port !== null && port.untagged.size + port.tagged.size > 0
      return {
        ...one,
        pvid: port?.pvid ?? null,
        untaggedVlans: lists ? rising(port.untagged) : null,
        taggedVlans: lists ? rising(port.tagged) : null,
        lagIfIndex: aggregates.get(one.ifIndex) ?? null,
        stpState: stpOf.get(one.ifIndex) ?? null,
      }
    }),
  }
}

/** Reads a table whose presence was not asked apart: what it hangs on is there. */
async function follow<Column extends string>({ agent }: NetworkSource, table: Table<Column>): Promise<Rows<Column>> {
  return agent.over ? new Map() : readTable(agent, table)
}

async function readAddresses({ read }: NetworkSource): Promise<DeviceAddress[]> {
  const found = addressesOf(await read(ipAddressTable))
  return needsOldTable(found) ? withOldTable(found, await read(ipAddrTable)) : found
}

/** What every protocol hears; what translates LLDP's port numbers is read only where there is something to translate. */
async function readNeighbours(source: NetworkSource, bridgePorts: ReadonlyMap<number, number>): Promise<Neighbour[]> {
  const { read, interfaces } = source
  const local = localPortOf(interfaces)
  const lists = [
    cdpNeighboursOf(await read(cdpCacheTable), local),
    fdpNeighboursOf(await read(snFdpCacheTable), local),
    edpNeighboursOf(await read(extremeEdpTable), local),
  ]
  const v2 = await read(lldpV2RemTable)
  if (v2.size > 0) lists.unshift(lldpV2NeighboursOf(v2, await follow(source, lldpV2RemManAddrTable), local))
  const remote = await read(lldpRemTable)
  if (remote.size > 0) {
    const translate = portTranslator({ interfaces, localPorts: await follow(source, lldpLocPortTable), bridgePorts })
    lists.unshift(lldpNeighboursOf(remote, await follow(source, lldpRemManAddrTable), translate))
  }
  return mergeNeighbours(lists, interfaces)
}

async function readPortVlans(
  source: NetworkSource,
  vlans: VlanRows,
  access: Rows<keyof typeof vmMembershipTable.columns>,
  toIfIndex: ToIfIndex,
): Promise<PortVlanTable> {
  const ports = new PortVlanTable()
  const { read } = source
  const isBridge = vlans.some(({ egress }) => egress !== undefined)
  const pvids = isBridge ? await follow(source, dot1qPortVlanTable) : new Map<string, never>()
  const newer = isBridge && pvids.size === 0 ? await follow(source, ieee8021QBridgePortVlanTable) : pvids
  addBridgeVlans(ports, vlans, [pvids, newer], toIfIndex)
  const ids = vlans.map(({ vlanId }) => vlanId)
  addCiscoVlans(ports, ids, access, await read(vlanTrunkPortTable))
  return ports
}

async function readAggregates(source: NetworkSource): Promise<ReadonlyMap<number, number>> {
  const { read, interfaces } = source
  const lacp = await read(dot3adAggPortTable)
  const stack = hasAggregates(interfaces) ? await follow(source, ifStackTable) : new Map<string, never>()
  return aggregatesOf(interfaces, lacp, stack)
}
