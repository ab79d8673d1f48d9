import type { DeviceReading, Interface, Neighbour } from '../../src/model/device.js'
import { findProfile, gatherFacts } from './naming/gather.js'
import { nameDevice } from './naming/name-device.js'
import { bridgeOf, bridgePortsOf, bridgeScalars, dot1dBasePortTable } from './readers/bridge.js'
import { cdpCacheTable, cdpNeighboursOf, mergeNeighbours } from './readers/cdp.js'
import { componentsOf, entitiesOf, entPhysicalTable } from './readers/components.js'
import { entStateTable, withStates } from './readers/entity-state.js'
import { hrDeviceTable, printerDeviceOf } from './readers/host.js'
import { dot3StatsTable, ifTable, ifXTable, interfacesOf } from './readers/interfaces.js'
import {
  lldpChassisMac,
  lldpLocalScalars,
  lldpLocPortTable,
  lldpNeighboursOf,
  lldpRemManAddrTable,
  lldpRemTable,
  portTranslator,
} from './readers/lldp.js'
import { PART_TABLES, readParts } from './readers/parts.js'
import { printerOf, prtGeneralTable, prtMarkerSuppliesTable, suppliesOf } from './readers/printer.js'
import { systemOf, systemScalars } from './readers/system.js'
import { upsOf, upsScalars } from './readers/ups.js'
import { VLAN_TABLES, vlansOf, type VlanTable } from './readers/vlans.js'
import type { Agent } from './wire/agent.js'
import { findPresent } from './wire/presence.js'
import type { Rows, Table } from './wire/table.js'
import { readTable } from './wire/walk.js'

const TABLES = [
  ifTable,
  ifXTable,
  entPhysicalTable,
  lldpRemTable,
  lldpRemManAddrTable,
  lldpLocPortTable,
  cdpCacheTable,
  dot1dBasePortTable,
  dot3StatsTable,
  prtGeneralTable,
  prtMarkerSuppliesTable,
  hrDeviceTable,
  ...VLAN_TABLES.map(({ table }) => table),
  entStateTable,
  ...PART_TABLES,
]
const SCALARS = { ...systemScalars, ...bridgeScalars, ...lldpLocalScalars, ...upsScalars }
const ETHERNET = 6 // IANAifType ethernetCsmacd

/** Rows of a table; none when the agent has none. */
type ReadRows = <Column extends string>(table: Table<Column>) => Promise<Rows<Column>>

/**
 * Reads everything that a device document holds from an agent that answers. A table that fails does not lose the
 * others: the agent keeps the first reason, and what was read is here.
 */
export async function readEverything(agent: Agent): Promise<DeviceReading> {
  const scalars = await agent.get(Object.values<string>(SCALARS), 'SNMPv2-MIB::system')
  const present = await findPresent(
    agent,
    TABLES.map(({ entry }) => entry),
  )
  const read: ReadRows = async (table) =>
    present.has(table.entry) && !agent.over ? readTable(agent, table) : new Map()

  const system = systemOf(scalars)
  const bridge = bridgeOf(scalars)
  const printer = printerOf(await read(prtGeneralTable))
  const entities = entitiesOf(await read(entPhysicalTable))
  const profile = await findProfile(agent, system)
  const mayPrint = printer !== null || profile?.kind === 'printer'
  const printerDevice = mayPrint ? printerDeviceOf(await read(hrDeviceTable)) : null
  const ups = upsOf(scalars)
  const facts = await gatherFacts(agent, profile, { system, entities, printer, printerDevice, ups })

  const interfaces = interfacesOf(await read(ifTable), await read(ifXTable), await read(dot3StatsTable))
  const withMac = interfaces.filter(({ physAddress }) => physAddress !== null)
  const first = withMac.find(({ ifType }) => ifType === ETHERNET) ?? withMac[0]
  facts.set('ifPhysAddress', first?.physAddress ?? null, `ifPhysAddress.${first?.ifIndex ?? ''}`)
  const neighbours = await readNeighbours(read, interfaces)
  const vlanRows = new Map<VlanTable, Rows<string>>()
  for (const source of VLAN_TABLES) vlanRows.set(source, await read(source.table))
  const supplies = suppliesOf(await read(prtMarkerSuppliesTable))

  const name = nameDevice(facts, profile, {
    isPrinter: printer !== null || printerDevice !== null,
    isUps: ups !== null,
    bridgePorts: bridge.ports,
    ethernetPorts: interfaces.filter(({ ifType }) => ifType === ETHERNET).length,
  })
  const parts = await readParts(agent, present, {
    system,
    kind: name.kind,
    profile: profile?.id ?? null,
    isPrinter: printer !== null || printerDevice !== null,
    isUps: ups !== null,
    entities,
    interfaces,
  })
  return {
    sysName: system.sysName,
    sysDescr: system.sysDescr,
    sysObjectID: system.sysObjectID,
    sysLocation: system.sysLocation,
    ...name,
    components: withStates(componentsOf(entities), await read(entStateTable)),
    interfaces,
    vlans: vlansOf(vlanRows),
    neighbours,
    supplies,
    ...parts,
    chassisMac: lldpChassisMac(scalars) ?? bridge.address,
  }
}

/** LLDP and CDP neighbours; what translates port numbers is read only where there is something to translate. */
async function readNeighbours(read: ReadRows, interfaces: readonly Interface[]): Promise<Neighbour[]> {
  const cdp = cdpNeighboursOf(await read(cdpCacheTable), interfaces)
  const remote = await read(lldpRemTable)
  if (remote.size === 0) return mergeNeighbours([], cdp)
  const bridgePorts = bridgePortsOf(await read(dot1dBasePortTable))
  const translate = portTranslator({ interfaces, localPorts: await read(lldpLocPortTable), bridgePorts })
  return mergeNeighbours(lldpNeighboursOf(remote, await read(lldpRemManAddrTable), translate), cdp)
}
