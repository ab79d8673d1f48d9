import type { DeviceReading } from '../../src/model/device.js'
import type { Glimpse } from '../../src/model/reading.js'
import { findProfile, gatherFacts } from './naming/gather.js'
import { nameDevice } from './naming/name-device.js'
import { networkTables, readNetwork, type ReadRows } from './read-network.js'
import type { ReadInVlan } from './read-sightings.js'
import { ipAddrTable } from './readers/addresses.js'
import { bridgeOf, bridgeScalars } from './readers/bridge.js'
import { componentsOf, entitiesOf, entPhysicalTable } from './readers/components.js'
import { entStateTable, withStates } from './readers/entity-state.js'
import { hrDeviceTable, printerDeviceOf } from './readers/host.js'
import { dot3StatsTable, ifTable, ifXTable, interfacesOf } from './readers/interfaces.js'
import { lldpChassisMac, lldpLocalScalars } from './readers/lldp.js'
import { PART_TABLES, readParts } from './readers/parts.js'
import { printerOf, prtGeneralTable, prtMarkerSuppliesTable, suppliesOf } from './readers/printer.js'
import { spanningTreeScalars } from './readers/spanning-tree.js'
import { systemOf, systemScalars, type System } from './readers/system.js'
import { upsOf, upsScalars } from './readers/ups.js'
import type { Agent } from './wire/agent.js'
import { findPresent } from './wire/presence.js'
import type { Rows, Table } from './wire/table.js'
import type { Value } from './wire/value.js'
import { readTable } from './wire/walk.js'

const TABLES = [
  ifTable,
  ifXTable,
  entPhysicalTable,
  dot3StatsTable,
  prtGeneralTable,
  prtMarkerSuppliesTable,
  hrDeviceTable,
  entStateTable,
  ...PART_TABLES,
]
/** Those that are read of every device that has them, beside most of `networkTables`. */
const ALWAYS: readonly Table<string>[] = [
  ifTable,
  ifXTable,
  entPhysicalTable,
  dot3StatsTable,
  prtGeneralTable,
  prtMarkerSuppliesTable,
  entStateTable,
]
const SCALARS = { ...systemScalars, ...bridgeScalars, ...spanningTreeScalars, ...lldpLocalScalars, ...upsScalars }
const ETHERNET = 6 // IANAifType ethernetCsmacd

/** What a reading needs beside its agent. */
interface ReadContext {
  readonly inVlan: ReadInVlan
  /** Whether forwarding tables and resolved addresses are wanted. */
  readonly endpoints: boolean
  /** Tables that are walked at once. */
  readonly atOnce: number
}

const AS_IT_STANDS: ReadContext = { inVlan: async () => null, endpoints: false, atOnce: 1 }

/** What the first question to an agent gave. */
export interface FirstAnswer {
  readonly scalars: ReadonlyMap<string, Value>
  readonly system: System
  readonly glimpse: Glimpse
}

/** Asks for the scalars that every reading needs: they are enough to know a box again. */
export async function readFirst(agent: Agent): Promise<FirstAnswer> {
  const scalars = await agent.get(Object.values<string>(SCALARS), 'SNMPv2-MIB::system')
  const system = systemOf(scalars)
  const chassisMac = lldpChassisMac(scalars) ?? bridgeOf(scalars).address
  return { scalars, system, glimpse: { sysName: system.sysName, sysObjectID: system.sysObjectID, chassisMac } }
}

/**
 * Reads everything that a device document holds from an agent that answers. A table that fails does not lose the
 * others: the agent keeps the first reason, and what was read is here.
 */
export async function readEverything(agent: Agent, context = AS_IT_STANDS): Promise<DeviceReading> {
  return readRest(agent, await readFirst(agent), context)
}

/** The rest of `readEverything`, after the first answer. */
export async function readRest(
  agent: Agent,
  { scalars, system, glimpse }: FirstAnswer,
  context: ReadContext,
): Promise<DeviceReading> {
  const network = networkTables(system.sysObjectID)
  const present = await findPresent(
    agent,
    [...TABLES, ...network].map(({ entry }) => entry),
  )
  const ahead = context.atOnce > 1 ? await readAhead(agent, present, [...ALWAYS, ...network]) : new Map()
  const read: ReadRows = async (table) =>
    ahead.get(table.entry) ?? (present.has(table.entry) && !agent.over ? readTable(agent, table) : new Map())

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
  const supplies = suppliesOf(await read(prtMarkerSuppliesTable))

  const layers = await readNetwork({ agent, read, scalars, interfaces, ...context })

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
    ...layers,
    supplies,
    ...parts,
    chassisMac: glimpse.chassisMac,
  }
}

/** Walks the tables that are present all at once: entry → rows. Who takes the requests lets so many fly as it may. */
async function readAhead(
  agent: Agent,
  present: ReadonlySet<string>,
  tables: readonly Table<string>[],
): Promise<Map<string, Rows<string>>> {
  const there = tables.filter((table) => present.has(table.entry) && table !== ipAddrTable)
  return new Map(await Promise.all(there.map(async (table) => [table.entry, await readTable(agent, table)] as const)))
}
