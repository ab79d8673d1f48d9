import { sql, type Selectable } from '#kysely'
import type { DeviceRow, InterfaceRow, NeighbourRow } from '../model/rows.js'
import { byAddress } from '../lib/cidr.js'
import { chunks } from './bulk.js'
import type { Db } from './database.js'
import type { DeviceTableName } from './device-facts.js'
import { interfaceOf, neighbourOf } from './device-parts.js'
import { kept, readSaid, saidOfDevice, type Sayings, type View } from './overrides.js'
import type { Schema } from './schema.js'

/** Where an address of a board is: the building code of the longest prefix that holds it there, or null. */
export type Locate = (address: string, board: string) => string | null

/** Rows of one device, in the order they came. */
export function grouped<Row extends { readonly device_id: number }>(
  rows: readonly Row[],
): (id: number) => readonly Row[] {
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

/** A device's row, and what people say of it. */
export interface StoredDevice extends Selectable<Schema['device']> {
  readonly sayings: Sayings
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
      'target.board',
      'target.address',
      'target.status',
      'target.reason_code',
      'target.since',
      'target.device_id',
      'target.named_by',
      'device.packets_sent',
      'device.bytes_sent',
      'device.read_ms',
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
      building: locate(row.address, row.board),
      status: row.status,
      reasonCode: row.reason_code,
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
      namedBy: row.named_by,
      packetsSent: row.packets_sent,
      bytesSent: row.bytes_sent,
      readMs: row.read_ms,
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
export function ownerOf(managementAddress: string, sysName: string | null, sayings: Sayings) {
  const { values, overridden } = saidOfDevice(sayings)
  return {
    managementAddress,
    sysName: values.sysName ?? sysName,
    overridden: overridden.filter((key) => key === 'sysName' || key === 'ignore'),
  }
}

/** The ids of devices, in their order. */
export function idsOf(devices: readonly StoredDevice[]): number[] {
  return devices.map(({ id }) => id)
}
