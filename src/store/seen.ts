import type { DeviceKind } from '../model/device.js'
import type { SeenComponent, SeenDevice, SeenInterface, SeenNeighbour } from '../model/seen.js'
import type { Db } from './database.js'
import { readSaid, saidOfDevice } from './overrides.js'

/** Rows read at a time from tables that may hold millions. */
const PAGE = 20_000

/** Every device of a board (null: every board's) that ever answered, with those that are gone; by id. */
export async function seenDevices(db: Db, board: string | null): Promise<SeenDevice[]> {
  let query = db
    .selectFrom('device')
    .innerJoin('device_system as system', (join) =>
      join.onRef('system.device_id', '=', 'device.id').on('system.until', 'is', null),
    )
    .select(['device.id', 'device.board', 'device.management_address', 'device.last_seen', 'device.until'])
    .select([
      'system.sys_name',
      'system.vendor',
      'system.model',
      'system.serial_number',
      'system.chassis_mac',
      'system.evidence',
    ])
    .orderBy('device.id')
  if (board !== null) query = query.where('device.board', '=', board)
  const rows = await query.execute()
  const targets = await db
    .selectFrom('target')
    .select(['device_id', 'address', 'status'])
    .where('until', 'is', null)
    .where('device_id', 'is not', null)
    .orderBy('id')
    .execute()
  const addresses = new Map<number | null, string[]>()
  const broken = new Set<number | null>()
  for (const { device_id, address, status } of targets) {
    addresses.set(device_id, [...(addresses.get(device_id) ?? []), address])
    if (status === 'partial') broken.add(device_id)
  }
  const said = await readSaid(db, 'device')
  return rows.map((row) => ({
    id: row.id,
    board: row.board,
    managementAddress: row.management_address,
    addresses: addresses.get(row.id) ?? [],
    sysName: row.sys_name,
    saidName: said.of(String(row.id)).get('name')?.value ?? null,
    vendor: row.vendor,
    model: said.of(String(row.id)).get('model')?.value ?? row.model,
    serialNumber: row.serial_number,
    serialObject: (JSON.parse(row.evidence) as Record<string, string>)['serialNumber'] ?? null,
    chassisMac: row.chassis_mac,
    lastSeen: row.last_seen,
    isWhole: !broken.has(row.id),
    isGone: row.until !== null,
    saidBuilding: said.of(String(row.id)).get('building')?.value ?? null,
    isIgnored: said.ignored.has(String(row.id)),
  }))
}

/** What each device is, by id: as a person says it, else as read. */
export async function kindsOfDevices(db: Db): Promise<ReadonlyMap<number, DeviceKind>> {
  const rows = await db.selectFrom('device_system').select(['device_id', 'kind']).where('until', 'is', null).execute()
  const said = await readSaid(db, 'device')
  return new Map(
    rows.map(({ device_id: id, kind }) => {
      const own = saidOfDevice(said.of(String(id))).values['kind'] ?? kind
      return [id, own as DeviceKind]
    }),
  )
}

/** Every part that has a serial number (ENTITY-MIB), by device then index. */
export async function seenComponents(db: Db): Promise<SeenComponent[]> {
  const rows = await db
    .selectFrom('component')
    .select(['device_id', 'ent_physical_index', 'class', 'serial_number'])
    .where('until', 'is', null)
    .where('serial_number', 'is not', null)
    .orderBy('device_id')
    .orderBy('ent_physical_index')
    .execute()
  return rows.map((row) => ({
    device: row.device_id,
    entPhysicalIndex: row.ent_physical_index,
    class: row.class,
    serialNumber: row.serial_number ?? '',
  }))
}

/** Every interface that has a MAC address, a page at a time. */
export async function* seenInterfaces(db: Db): AsyncGenerator<readonly SeenInterface[]> {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('interface')
      .select(['id', 'device_id', 'if_index', 'if_name', 'phys_address'])
      .where('until', 'is', null)
      .where('phys_address', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    yield rows.map((row) => ({
      device: row.device_id,
      name: row.if_name ?? String(row.if_index),
      mac: row.phys_address ?? '',
    }))
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.id
  }
}

/** What every device hears at its ports, by device. */
export async function seenNeighbours(db: Db): Promise<SeenNeighbour[]> {
  const rows = await db
    .selectFrom('neighbour')
    .select(['device_id', 'protocol', 'local_if_index', 'local_port', 'since', 'remote_sys_name', 'remote_addresses'])
    .select(['remote_chassis_id_subtype', 'remote_chassis_id', 'remote_port_id_subtype', 'remote_port_id'])
    .where('until', 'is', null)
    .orderBy('device_id')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    device: row.device_id,
    protocol: row.protocol,
    port: row.local_port ?? (row.local_if_index === null ? null : `ifIndex ${row.local_if_index}`),
    since: row.since,
    sysName: row.remote_sys_name,
    addresses: JSON.parse(row.remote_addresses) as string[],
    chassisId: { subtype: row.remote_chassis_id_subtype, value: row.remote_chassis_id },
    portId: { subtype: row.remote_port_id_subtype, value: row.remote_port_id },
  }))
}

/** The addresses of a board that answer something, and are no device that could be read. */
export async function unreadAddresses(
  db: Db,
  board: string | null,
): Promise<{ readonly address: string; readonly board: string }[]> {
  let query = db
    .selectFrom('target')
    .select(['address', 'board'])
    .where('until', 'is', null)
    .where('device_id', 'is', null)
    .where('reason_code', 'not in', ['no-answer', 'blackout', 'cancelled'])
  if (board !== null) query = query.where('board', '=', board)
  return query.execute()
}
