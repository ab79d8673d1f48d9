import type { DeviceKind, Interface } from '../../../src/model/device.js'
import type { DeviceParts, Gauge } from '../../../src/model/device-parts.js'
import type { Agent } from '../wire/agent.js'
import { findPresent } from '../wire/presence.js'
import type { Rows, Table } from '../wire/table.js'
import type { Value } from '../wire/value.js'
import { readTable } from '../wire/walk.js'
import { accessPointsOf, radioGauges } from './access-points.js'
import type { Entity } from './components.js'
import { CONTROLLERS, type Family } from './controllers.js'
import { pethMainPseTable, pethPsePortTable, poePortsOf, poeSourcesOf, portTableOf } from './poe.js'
import { printerGauges, printerStateTable } from './printer-state.js'
import { OWN_RADIOS, ownRadioGauges } from './radios.js'
import { entPhySensorTable, sensorGauges } from './sensors.js'
import { serverScalars, serverStateOf } from './server-state.js'
import { hrSWInstalledTable, softwareOf } from './software.js'
import { disksOf, dskTable, hrStorageTable, volumesOf } from './storage.js'
import type { System } from './system.js'
import { powerNetScalars, upsBatteryScalars, upsGauges, upsStateTable } from './ups-state.js'

/** Tables of parts that any device may have, or that only some kinds are asked for. */
export const PART_TABLES = [
  pethMainPseTable,
  pethPsePortTable,
  entPhySensorTable,
  hrStorageTable,
  dskTable,
  hrSWInstalledTable,
]

/** Kinds whose memory and volumes are told, and those whose software is. */
const HOSTS: ReadonlySet<DeviceKind> = new Set([
  'server',
  'hypervisor',
  'storage',
  'appliance',
  'firewall',
  'wifi-controller',
  'voip',
  'unknown',
])
const SERVERS: ReadonlySet<DeviceKind> = new Set(['server', 'hypervisor'])

/** More packages than any server has; past it the reading says that it was cut. */
const MOST_SOFTWARE = 5000

/** What is known of a device once it is named. */
export interface Named {
  readonly system: System
  readonly kind: DeviceKind
  /** Id of its profile; null when its family is not known. */
  readonly profile: string | null
  readonly isPrinter: boolean
  readonly isUps: boolean
  readonly entities: readonly Entity[]
  readonly interfaces: readonly Interface[]
}

/**
 * Reads a device's parts: each is asked for only where `present` or its kind says that it can be, so that no other
 * device pays a request.
 */
export async function readParts(agent: Agent, present: ReadonlySet<string>, named: Named): Promise<DeviceParts> {
  const reader = new PartReader(agent, present)
  const gauges: Gauge[] = []
  const enterprise = enterpriseOf(named.system)
  const poe = poeSourcesOf(await reader.read(pethMainPseTable))
  const portRows = present.has(pethPsePortTable.entry) ? await reader.walk(portTableOf(enterprise)) : new Map()
  const ports = poePortsOf(portRows, named.interfaces, enterprise)
  const sensors = sensorGauges(await reader.read(entPhySensorTable), named.entities)
  if (named.isPrinter) gauges.push(...printerGauges(await reader.walk(printerStateTable)))
  if (named.isUps || isApc(named)) gauges.push(...(await readUps(agent, reader, named)))
  const host = await readHost(agent, reader, named.kind)
  const wireless = await readWireless(reader, named)
  gauges.push(...host.gauges, ...poe.gauges, ...ports.gauges, ...wireless.gauges, ...sensors)
  const { memoryBytes, storage, software } = host
  const { accessPoints } = wireless
  return { memoryBytes, accessPoints, software, storage, poeSources: poe.sources, poePorts: ports.ports, gauges }
}

/** Reads tables: those that are present, and none once the agent is silent. */
class PartReader {
  readonly #agent: Agent
  readonly #present: ReadonlySet<string>

  constructor(agent: Agent, present: ReadonlySet<string>) {
    this.#agent = agent
    this.#present = present
  }

  async read<Column extends string>(table: Table<Column>): Promise<Rows<Column>> {
    return this.has(table) ? this.walk(table) : new Map()
  }

  async walk<Column extends string>(table: Table<Column>, maxRows?: number): Promise<Rows<Column>> {
    return this.#agent.over ? new Map() : readTable(this.#agent, table, maxRows)
  }

  has({ entry }: Table<string>): boolean {
    return this.#present.has(entry)
  }

  /** Which of some tables the agent has, for those that not every device is probed for. */
  async find<Source extends { readonly table: Table<string> }>(sources: readonly Source[]): Promise<Source[]> {
    if (sources.length === 0 || this.#agent.over) return []
    const present = await findPresent(
      this.#agent,
      sources.map(({ table }) => table.entry),
    )
    return sources.filter(({ table }) => present.has(table.entry))
  }
}

function enterpriseOf({ sysObjectID }: System): string | null {
  return /^1\.3\.6\.1\.4\.1\.(\d+)/.exec(sysObjectID ?? '')?.[1] ?? null
}

function isApc({ system, profile }: Named): boolean {
  return enterpriseOf(system) === '318' || profile === 'apc'
}

async function readUps(agent: Agent, reader: PartReader, named: Named): Promise<Gauge[]> {
  const { isUps } = named
  const asked = [
    ...(isUps ? Object.values<string>(upsBatteryScalars) : []),
    ...(isApc(named) ? Object.values<string>(powerNetScalars) : []),
  ]
  const scalars: ReadonlyMap<string, Value> = agent.over ? new Map() : await agent.get(asked, 'UPS-MIB::upsBattery')
  return upsGauges(scalars, isUps ? await reader.walk(upsStateTable) : new Map())
}

async function readHost(agent: Agent, reader: PartReader, kind: DeviceKind) {
  const nothing = { memoryBytes: null, storage: [], software: [], gauges: [] }
  if (!HOSTS.has(kind) || !(reader.has(hrStorageTable) || reader.has(dskTable) || SERVERS.has(kind))) return nothing
  const state = serverStateOf(agent.over ? new Map() : await agent.get(serverScalars, 'UCD-SNMP-MIB::memory'))
  const volumes = reader.has(hrStorageTable)
    ? volumesOf(await reader.read(hrStorageTable))
    : disksOf(await reader.read(dskTable))
  const wantsSoftware = SERVERS.has(kind) && reader.has(hrSWInstalledTable)
  const software = wantsSoftware ? softwareOf(await reader.walk(hrSWInstalledTable, MOST_SOFTWARE)) : []
  return {
    memoryBytes: state.memoryBytes,
    storage: volumes.storage,
    software,
    gauges: [...state.gauges, ...volumes.gauges],
  }
}

async function readWireless(reader: PartReader, { profile, system }: Named) {
  const fits = ({ family }: { readonly family: Family }): boolean =>
    family.enterprise === enterpriseOf(system) ||
    (profile !== null && family.profile === profile) ||
    family.sysDescr?.test(system.sysDescr ?? '') === true
  const accessPoints: DeviceParts['accessPoints'][number][] = []
  const gauges: Gauge[] = []
  for (const controller of await reader.find(CONTROLLERS.filter(fits))) {
    const found = accessPointsOf(controller, await reader.walk(controller.table))
    accessPoints.push(...found.accessPoints)
    gauges.push(...found.gauges)
    const { radios } = controller
    if (radios !== null) gauges.push(...radioGauges(controller, radios, await reader.walk(radios.table)))
  }
  for (const source of await reader.find(OWN_RADIOS.filter(fits))) {
    gauges.push(...ownRadioGauges(source, await reader.walk(source.table)))
  }
  return { accessPoints, gauges }
}
