import type { Selectable } from '#kysely'
import type { DeviceKind, Interface } from '../model/device.js'
import type { LinkDevice, LinkPort } from '../model/link.js'
import { groupedBy } from '../lib/group.js'
import { chunks } from './bulk.js'
import type { Db } from './database.js'
import { neighbourOf } from './device-parts.js'
import { currentRows, devicePages } from './devices.js'
import { readSaid, saidOfDevice, type SaidOfDevice } from './overrides.js'
import type { Schema } from './schema.js'

/** Boards that have devices, by code; of a scope, that board alone. */
export async function linkBoards(db: Db, board: string | null): Promise<string[]> {
  let query = db.selectFrom('device').select('board').distinct().where('until', 'is', null)
  if (board !== null) query = query.where('board', '=', board)
  return (await query.orderBy('board').execute()).map((row) => row.board)
}

/** The board of a device; null when there is no such device, or it is gone. */
export async function boardOfDevice(db: Db, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('device')
    .select('board')
    .where('id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.board ?? null
}

/**
 * The devices of a board with what links are joined from, by address, read some at a time: their documents are never in
 * memory together. Devices that are gone, and neighbours that are no longer told, are left out. What people say is not
 * looked at: links are joined from what was read.
 */
export async function* linkDevices(db: Db, board: string): AsyncGenerator<LinkDevice> {
  const before = await toldBefore(db, board)
  for await (const devices of devicePages(db, { board, view: 'read' })) {
    const ids = devices.map(({ id }) => id)
    const systems = await currentRows(db, 'device_system', ids)
    const interfaces = await portRows(db, ids)
    const neighbours = await currentRows(db, 'neighbour', ids, 'local_if_index', 'neighbour')
    const addresses = await addressesOf(db, ids)
    for (const device of devices) {
      const [system] = systems(device.id)
      yield {
        identity: device.identity,
        board: device.board,
        managementAddress: device.management_address,
        addresses: addresses.get(device.id) ?? [],
        chassisMac: device.chassis_mac,
        serialNumber: system?.serial_number ?? null,
        sysName: system?.sys_name ?? null,
        vendor: system?.vendor ?? null,
        model: system?.model ?? null,
        kind: (system?.kind ?? 'unknown') as DeviceKind,
        lastSeen: device.last_seen,
        interfaces: interfaces.get(device.id) ?? [],
        neighbours: neighbours(device.id).map((row) => ({
          ...neighbourOf(row),
          firstSeen: before.get(`${device.id} ${row.neighbour}`) ?? row.since,
        })),
      }
    }
  }
}

/** A device that people say something of. */
export interface SaidDevice {
  /** Its id in the database, as text. */
  readonly subject: string
  readonly board: string
  readonly managementAddress: string
  readonly values: SaidOfDevice['values']
  readonly isIgnored: boolean
}

/** The devices that people say something of; most often none. */
export async function saidDevices(db: Db): Promise<SaidDevice[]> {
  const said = await readSaid(db, 'device', 'all')
  const found: SaidDevice[] = []
  for (const ids of chunks(said.subjects.map(Number), 1000)) {
    const rows = await db
      .selectFrom('device')
      .select(['id', 'board', 'management_address'])
      .where('id', 'in', ids)
      .execute()
    for (const { id, board, management_address } of rows) {
      const subject = String(id)
      const { values } = saidOfDevice(said.of(subject))
      found.push({
        subject,
        board,
        managementAddress: management_address,
        values,
        isIgnored: said.ignored.has(subject),
      })
    }
  }
  return found
}

/** Of neighbours that are told now, and were told otherwise or forgotten before: when they were first told. */
async function toldBefore(db: Db, board: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('neighbour')
    .innerJoin('device', 'device.id', 'neighbour.device_id')
    .select((select) => ['neighbour.device_id', 'neighbour.neighbour', select.fn.min('neighbour.since').as('first')])
    .where('device.board', '=', board)
    .where('neighbour.until', 'is not', null)
    .groupBy(['neighbour.device_id', 'neighbour.neighbour'])
    .execute()
  return new Map(rows.map((row) => [`${row.device_id} ${row.neighbour}`, row.first]))
}

async function addressesOf(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = await db
    .selectFrom('target')
    .select(['device_id', 'address'])
    .where('device_id', 'in', ids)
    .where('until', 'is', null)
    .orderBy('address')
    .execute()
  const groups = groupedBy(rows, ({ device_id }) => device_id ?? -1)
  return new Map([...groups].map(([id, group]) => [id, group.map(({ address }) => address)]))
}

async function portRows(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, readonly LinkPort[]>> {
  const rows = await db
    .selectFrom('interface')
    .select([
      'device_id',
      'if_index',
      'if_name',
      'if_descr',
      'if_alias',
      'if_type',
      'speed_bps',
      'phys_address',
      'oper_status',
      'duplex',
    ])
    .where('until', 'is', null)
    .where('device_id', 'in', ids)
    .orderBy('device_id')
    .orderBy('if_index')
    .execute()
  const groups = groupedBy(rows, ({ device_id }) => device_id)
  return new Map([...groups].map(([id, group]) => [id, group.map(portOf)]))
}

function portOf(
  row: Pick<
    Selectable<Schema['interface']>,
    | 'if_index'
    | 'if_name'
    | 'if_descr'
    | 'if_alias'
    | 'if_type'
    | 'speed_bps'
    | 'phys_address'
    | 'oper_status'
    | 'duplex'
  >,
): LinkPort {
  return {
    ifIndex: row.if_index,
    ifName: row.if_name,
    ifDescr: row.if_descr,
    ifAlias: row.if_alias,
    ifType: row.if_type,
    speedBps: row.speed_bps,
    physAddress: row.phys_address,
    operStatus: row.oper_status as Interface['operStatus'],
    duplex: row.duplex as Interface['duplex'],
  }
}
