import { sql, type Selectable } from '#kysely'
import type { DeviceDocument, DeviceKind, Interface, Neighbour } from '../model/device.js'
import type { Status } from '../model/outcome.js'
import type { DeviceRow, InterfaceRow, NeighbourRow } from '../model/rows.js'
import { byAddress } from '../lib/cidr.js'
import { chunks } from './bulk.js'
import type { Db } from './database.js'
import type { DeviceTableName } from './device-facts.js'
import { kept, readSaid, saidOfDevice, type Sayings, type View } from './overrides.js'
import type { Schema } from './schema.js'

/** Where an address is: the building code of the longest prefix that holds it, or null. */
export type Locate = (address: string) => string | null

const EMPTY = {
  schema: 'cartable/device/1',
  sysName: null,
  sysDescr: null,
  sysObjectID: null,
  sysLocation: null,
  vendor: null,
  model: null,
  osName: null,
  osVersion: null,
  serialNumber: null,
  kind: 'unknown',
  evidence: {},
  components: [],
  interfaces: [],
  vlans: [],
  neighbours: [],
  supplies: [],
} as const

/** Rows of one device, in the order they came. */
function grouped<Row extends { readonly device_id: number }>(rows: readonly Row[]): (id: number) => readonly Row[] {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.device_id)
    if (group === undefined) groups.set(row.device_id, [row])
    else group.push(row)
  }
  return (id) => groups.get(id) ?? []
}

/** The current rows of a device table for some devices, by device id. */
export async function currentRows<T extends DeviceTableName>(
  db: Db,
  table: T,
  ids: readonly number[],
  ...order: readonly string[]
): Promise<(id: number) => readonly Selectable<Schema[T]>[]> {
  const { rows } = await sql<Selectable<Schema[T]> & { readonly device_id: number }>`
    select * from ${sql.table(table)} where until is null and device_id in (${sql.join(ids)})
    order by ${sql.join(['device_id', ...order].map((column) => sql`${sql.ref(column)} nulls first`))}`.execute(db)
  return grouped(rows)
}

/** Which devices are meant: a board's (null: every board's), and of these some ids only, which are never left out. */
export interface DeviceScope {
  readonly board: string | null
  readonly ids?: readonly number[]
  /** `kept` unless it says otherwise. */
  readonly view?: View
}

const PAGE = 200

/**
 * The documents of the devices that are there, by address, some at a time: memory grows with their ids alone. What a
 * person says wins over what was read, and its evidence says that it is an override.
 *
 * @throws the driver's errors.
 */
export async function* deviceDocuments(db: Db, locate: Locate, scope: DeviceScope): AsyncGenerator<DeviceDocument> {
  for await (const devices of devicePages(db, scope)) yield* await documentsOf(db, devices, locate)
}

/**
 * Devices by address, a page at a time, each with what people say of it: every reading of devices goes through here or
 * `listDevices`. Those that are gone or ignored are left out, unless they are asked for by id.
 */
export async function* devicePages(
  db: Db,
  { board, ids, view = 'kept' }: DeviceScope,
): AsyncGenerator<readonly StoredDevice[]> {
  const said = await readSaid(db, 'device', view)
  let query = db.selectFrom('device').select(['id', 'management_address'])
  if (board !== null) query = query.where('board', '=', board)
  query = ids === undefined ? query.where('until', 'is', null) : query.where('id', 'in', ids)
  const found = await query.execute()
  const wanted = ids === undefined ? kept(db, 'device', said.ignored, view, found, ({ id }) => String(id)) : found
  const sorted = [...wanted].sort((a, b) => byAddress(a.management_address, b.management_address) || a.id - b.id)
  for (const page of chunks(sorted, PAGE)) {
    const order = new Map(page.map(({ id }, index) => [id, index]))
    const rows = await db
      .selectFrom('device')
      .selectAll()
      .where('id', 'in', [...order.keys()])
      .execute()
    rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    yield rows.map((row) => ({ ...row, sayings: said.of(String(row.id)) }))
  }
}

interface StoredDevice extends Selectable<Schema['device']> {
  readonly sayings: Sayings
}

function interfaceOf(i: Selectable<Schema['interface']>): Interface {
  return {
    ifIndex: i.if_index,
    ifName: i.if_name,
    ifDescr: i.if_descr,
    ifAlias: i.if_alias,
    ifType: i.if_type,
    speedBps: i.speed_bps,
    mtu: i.mtu,
    physAddress: i.phys_address,
    adminStatus: i.admin_status as Interface['adminStatus'],
    operStatus: i.oper_status as Interface['operStatus'],
    duplex: i.duplex as Interface['duplex'],
  }
}

/** A neighbour as the model has it, of its row. */
export function neighbourOf(n: Selectable<Schema['neighbour']>): Neighbour {
  return {
    protocol: n.protocol as Neighbour['protocol'],
    localIfIndex: n.local_if_index,
    localPort: n.local_port,
    remoteChassisIdSubtype: n.remote_chassis_id_subtype as Neighbour['remoteChassisIdSubtype'],
    remoteChassisId: n.remote_chassis_id,
    remotePortIdSubtype: n.remote_port_id_subtype as Neighbour['remotePortIdSubtype'],
    remotePortId: n.remote_port_id,
    remotePortDescr: n.remote_port_descr,
    remoteSysName: n.remote_sys_name,
    remoteAddresses: JSON.parse(n.remote_addresses) as string[],
  }
}

async function documentsOf(db: Db, devices: readonly StoredDevice[], locate: Locate): Promise<DeviceDocument[]> {
  const ids = idsOf(devices)
  const systems = await currentRows(db, 'device_system', ids)
  const components = await currentRows(db, 'component', ids, 'ent_physical_index')
  const interfaces = await currentRows(db, 'interface', ids, 'if_index')
  const vlans = await currentRows(db, 'vlan', ids, 'vlan_id')
  const neighbours = await currentRows(db, 'neighbour', ids, 'local_if_index', 'neighbour')
  const supplies = await currentRows(db, 'supply', ids, 'position')
  const targets = await db
    .selectFrom('target')
    .select(['device_id', 'address', 'status', 'reason_code'])
    .where('device_id', 'in', ids)
    .where('until', 'is', null)
    .orderBy('address')
    .execute()
  const addresses = grouped(
    targets.flatMap((row) => (row.device_id === null ? [] : [{ ...row, device_id: row.device_id }])),
  )
  return devices.map((device) => {
    const system = systems(device.id)[0]
    const seen = addresses(device.id)
    const target = seen.find(({ address }) => address === device.management_address) ?? seen[0]
    const { values, evidence } = saidOfDevice(device.sayings)
    return {
      ...EMPTY,
      managementAddress: device.management_address,
      scannedAddresses: seen.map(({ address }) => address),
      sysName: system?.sys_name ?? null,
      sysDescr: system?.sys_descr ?? null,
      sysObjectID: system?.sys_object_id ?? null,
      sysLocation: system?.sys_location ?? null,
      vendor: system?.vendor ?? null,
      model: system?.model ?? null,
      osName: system?.os_name ?? null,
      osVersion: system?.os_version ?? null,
      serialNumber: system?.serial_number ?? null,
      kind: (system?.kind ?? 'unknown') as DeviceKind,
      evidence: { ...(JSON.parse(system?.evidence ?? '{}') as Record<string, string>), ...evidence },
      building: locate(device.management_address),
      ...values,
      status: (target?.status ?? 'failed') as Status,
      reasonCode: target?.reason_code ?? null,
      firstSeen: device.first_seen,
      lastSeen: device.last_seen,
      components: components(device.id).map((c) => ({
        entPhysicalIndex: c.ent_physical_index,
        class: c.class,
        descr: c.descr,
        name: c.name,
        modelName: c.model_name,
        serialNumber: c.serial_number,
        hardwareRev: c.hardware_rev,
        softwareRev: c.software_rev,
        containedIn: c.contained_in,
      })),
      interfaces: interfaces(device.id).map(interfaceOf),
      vlans: vlans(device.id).map(({ vlan_id, name }) => ({ vlanId: vlan_id, name })),
      neighbours: neighbours(device.id).map(neighbourOf),
      supplies: supplies(device.id).map(({ description, percent_left }) => ({
        description,
        percentLeft: percent_left,
      })),
    }
  })
}

/**
 * Devices in short, one row each, and the addresses kept that never answered; by address as text. What a person says
 * wins over what was read, and `overridden` names it.
 */
export async function listDevices(
  db: Db,
  locate: Locate,
  board: string | null,
  view: View = 'kept',
): Promise<DeviceRow[]> {
  const said = await readSaid(db, 'device', view)
  let query = db
    .selectFrom('target')
    .leftJoin('device', 'device.id', 'target.device_id')
    .leftJoin('device_system as system', (join) =>
      join.onRef('system.device_id', '=', 'device.id').on('system.until', 'is', null),
    )
    .select([
      'target.address',
      'target.status',
      'target.reason_code',
      'target.since',
      'target.device_id',
      'device.management_address',
      'device.first_seen',
      'device.last_seen',
      'system.sys_name',
      'system.vendor',
      'system.model',
      'system.os_version',
      'system.serial_number',
      'system.kind',
    ])
    .where('target.until', 'is', null)
    .where((where) =>
      where.or([
        where('target.device_id', 'is', null),
        where('device.management_address', '=', where.ref('target.address')),
      ]),
    )
  if (board !== null) query = query.where('target.board', '=', board)
  const found = await query.orderBy('target.id').execute()
  const rows = kept(db, 'device', said.ignored, view, found, (row) => String(row.device_id))
  return rows.map((row) => {
    const { values, overridden } = saidOfDevice(said.of(String(row.device_id)))
    return {
      managementAddress: row.address,
      sysName: row.sys_name,
      vendor: row.vendor,
      model: row.model,
      osVersion: row.os_version,
      serialNumber: row.serial_number,
      kind: row.kind ?? 'unknown',
      building: locate(row.address),
      status: row.status,
      reasonCode: row.reason_code,
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
      ...values,
      overridden,
    }
  })
}

/**
 * The ids of devices that an address, a serial or a name designates, be it the name that was read or the one that a
 * person gives; those that are gone come last.
 */
export async function findDeviceIds(db: Db, text: string, board: string | null): Promise<number[]> {
  const named = await db
    .selectFrom('override')
    .select('subject')
    .where('noun', '=', 'device')
    .where('field', '=', 'name')
    .where('value', '=', text)
    .where('until', 'is', null)
    .execute()
  let query = db
    .selectFrom('device')
    .leftJoin('device_system as system', (join) =>
      join.onRef('system.device_id', '=', 'device.id').on('system.until', 'is', null),
    )
    .leftJoin('target', (join) => join.onRef('target.device_id', '=', 'device.id').on('target.until', 'is', null))
    .select(['device.id', 'device.until'])
    .distinct()
    .where((where) =>
      where.or([
        where('target.address', '=', text),
        where('system.serial_number', '=', text),
        where('system.sys_name', '=', text),
        ...named.map(({ subject }) => where('device.id', '=', Number(subject))),
      ]),
    )
  if (board !== null) query = query.where('device.board', '=', board)
  const rows = await query.execute()
  return rows.sort((a, b) => Number(a.until !== null) - Number(b.until !== null) || a.id - b.id).map(({ id }) => id)
}

/** Every interface of every device, by address, with the device it belongs to. */
export async function* listInterfaces(db: Db, board: string | null, view: View = 'kept'): AsyncGenerator<InterfaceRow> {
  for await (const devices of devicePages(db, { board, view })) {
    const rows = await currentRows(db, 'interface', idsOf(devices), 'if_index')
    const names = await currentRows(db, 'device_system', idsOf(devices))
    for (const { id, management_address, sayings } of devices) {
      const device = ownerOf(management_address, names(id)[0]?.sys_name ?? null, sayings)
      for (const row of rows(id)) yield { ...device, ...interfaceOf(row) }
    }
  }
}

/** Everything that every device sees at the other end of its ports, by address. */
export async function* listNeighbours(db: Db, board: string | null, view: View = 'kept'): AsyncGenerator<NeighbourRow> {
  for await (const devices of devicePages(db, { board, view })) {
    const rows = await currentRows(db, 'neighbour', idsOf(devices), 'local_if_index', 'neighbour')
    const names = await currentRows(db, 'device_system', idsOf(devices))
    for (const { id, management_address, sayings } of devices) {
      const device = ownerOf(management_address, names(id)[0]?.sys_name ?? null, sayings)
      for (const row of rows(id)) yield { ...device, ...neighbourOf(row) }
    }
  }
}

/** The device that a row of a part belongs to: its address, its name, and what of the two a person says. */
function ownerOf(managementAddress: string, sysName: string | null, sayings: Sayings) {
  const { values, overridden } = saidOfDevice(sayings)
  return {
    managementAddress,
    sysName: values.sysName ?? sysName,
    overridden: overridden.filter((key) => key === 'sysName' || key === 'ignore'),
  }
}

function idsOf(devices: readonly StoredDevice[]): number[] {
  return devices.map(({ id }) => id)
}
