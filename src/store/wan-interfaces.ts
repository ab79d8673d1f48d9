import type { Selectable } from '#kysely'
import type { CountedPort, WanEvidence, WanInterface } from '../model/traffic.js'
import { chunks, insertRows } from './bulk.js'
import type { Db } from './database.js'
import { readSaid } from './overrides.js'
import type { WanInterfaceTable } from './schema/traffic.js'

/** What a board's wide-area interfaces were last worked out from; null when they never were. */
export async function wanBasis(db: Db, board: string): Promise<string | null> {
  const row = await db.selectFrom('wan_basis').select('basis').where('board', '=', board).executeTakeFirst()
  return row?.basis ?? null
}

/** The last of what wide-area interfaces are worked out from: scans that have ended, imported files and what people say. */
export async function latestFacts(db: Db, board: string): Promise<readonly (number | string | null)[]> {
  const scan = await db
    .selectFrom('scan')
    .select((build) => build.fn.max('ended_at').as('last'))
    .where('board', '=', board)
    .executeTakeFirst()
  const source = await db
    .selectFrom('source')
    .select((build) => build.fn.max('id').as('last'))
    .executeTakeFirst()
  const said = await db
    .selectFrom('override')
    .select((build) => [build.fn.max('id').as('last'), build.fn.max('until').as('removed')])
    .executeTakeFirst()
  return [scan?.last ?? null, source?.last ?? null, said?.last ?? null, said?.removed ?? null]
}

/** The ids of a board's devices that are there, by identity. */
export async function deviceIdsByIdentity(db: Db, board: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('device')
    .select(['id', 'identity'])
    .where('board', '=', board)
    .where('until', 'is', null)
    .execute()
  return new Map(rows.map(({ id, identity }) => [identity, id]))
}

const COLUMNS = [
  'device_id',
  'port',
  'if_index',
  'if_name',
  'if_alias',
  'link',
  'link_end',
  'confidence',
  'evidence',
  'since',
] as const
const WRITE_OVER = `on conflict (device_id, port) do update set ${COLUMNS.slice(2, -1)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}, until = null`

/** Writes a board's wide-area interfaces over those before; one that is none any more is closed, and keeps what it measured. */
export async function writeWanInterfaces(
  db: Db,
  { board, basis, at }: { readonly board: string; readonly basis: string; readonly at: string },
  interfaces: readonly WanInterface[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Two interfaces of a device may bear one name: the first stands for both.
    const byKey = new Map(interfaces.toReversed().map((each) => [JSON.stringify([each.deviceId, each.port]), each]))
    const current = await tx
      .selectFrom('wan_interface')
      .innerJoin('device', 'device.id', 'wan_interface.device_id')
      .select(['wan_interface.id', 'wan_interface.device_id', 'wan_interface.port'])
      .where('device.board', '=', board)
      .where('wan_interface.until', 'is', null)
      .execute()
    const gone = current.filter(({ device_id, port }) => !byKey.has(JSON.stringify([device_id, port])))
    for (const part of chunks(gone, 1000)) {
      const ids = part.map(({ id }) => id)
      await tx.updateTable('wan_interface').set({ until: at }).where('id', 'in', ids).execute()
    }
    const rows = [...byKey.values()].map((each) => [
      each.deviceId,
      each.port,
      each.ifIndex,
      each.ifName,
      each.ifAlias,
      each.link,
      each.linkEnd,
      each.confidence,
      JSON.stringify(each.evidence),
      at,
    ])
    await insertRows(tx, 'wan_interface', COLUMNS, rows, { onConflict: WRITE_OVER })
    const write = 'on conflict (board) do update set basis = excluded.basis, derived_at = excluded.derived_at'
    await insertRows(tx, 'wan_basis', ['board', 'basis', 'derived_at'], [[board, basis, at]], { onConflict: write })
  })
}

/** A port whose counters are to be read, and its row. */
export interface SampledPort extends CountedPort {
  readonly id: number
}

/** A device that has wide-area interfaces, where it answers and to what. */
export interface SampledDevice {
  readonly address: string
  /** The credential that it last answered to, by name; null when none is known. */
  readonly credential: string | null
  readonly ports: readonly SampledPort[]
}

/** The devices of a board that have wide-area interfaces now; those that people ignore are told apart by the caller. */
export async function sampledDevices(db: Db, board: string): Promise<SampledDevice[]> {
  const rows = await db
    .selectFrom('wan_interface as wan')
    .innerJoin('device', 'device.id', 'wan.device_id')
    .leftJoin('target', (join) =>
      join
        .onRef('target.address', '=', 'device.management_address')
        .onRef('target.board', '=', 'device.board')
        .on('target.until', 'is', null),
    )
    .select([
      'wan.id',
      'wan.if_index',
      'wan.if_name',
      'wan.device_id',
      'device.management_address',
      'target.credential',
    ])
    .where('device.board', '=', board)
    .where('device.until', 'is', null)
    .where('wan.until', 'is', null)
    .orderBy('wan.id')
    .execute()
  const devices = new Map<number, SampledDevice & { ports: SampledPort[] }>()
  for (const { id, if_index, if_name, device_id, management_address, credential } of rows) {
    const device = devices.get(device_id) ?? { address: management_address, credential, ports: [] }
    devices.set(device_id, device)
    device.ports.push({ id, ifIndex: if_index, ifName: if_name })
  }
  return [...devices.values()]
}

/** How many wide-area interfaces are known now, of a board or of all (null). */
export async function countWanInterfaces(db: Db, board: string | null): Promise<number> {
  let query = db
    .selectFrom('wan_interface as wan')
    .innerJoin('device', 'device.id', 'wan.device_id')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('wan.until', 'is', null)
    .where('device.until', 'is', null)
  if (board !== null) query = query.where('device.board', '=', board)
  return Number((await query.executeTakeFirst())?.count ?? 0)
}

/** The wide-area interfaces of some devices, with the ids of their rows, by ifIndex. */
export async function wanInterfacesOf(
  db: Db,
  devices: readonly number[],
): Promise<readonly (WanInterface & { readonly id: number })[]> {
  if (devices.length === 0) return []
  const rows = await db
    .selectFrom('wan_interface')
    .selectAll()
    .where('device_id', 'in', devices)
    .where('until', 'is', null)
    .orderBy('if_index')
    .execute()
  return rows.map(wanInterfaceOf)
}

/** The interfaces that are known to be at a wide-area link, of all boards, without those of devices that people ignore. */
export async function interfacesAtLinks(
  db: Db,
): Promise<readonly { readonly id: number; readonly link: string; readonly linkEnd: WanInterface['linkEnd'] }[]> {
  const rows = await db
    .selectFrom('wan_interface as wan')
    .innerJoin('device', 'device.id', 'wan.device_id')
    .select(['wan.id', 'wan.device_id', 'wan.link', 'wan.link_end'])
    .where('wan.link', 'is not', null)
    .where('wan.until', 'is', null)
    .where('device.until', 'is', null)
    .orderBy('wan.id')
    .execute()
  if (rows.length === 0) return []
  const { ignored } = await readSaid(db, 'device')
  return rows.flatMap(({ id, device_id, link, link_end }) =>
    link === null || ignored.has(String(device_id)) ? [] : [{ id, link, linkEnd: link_end as WanInterface['linkEnd'] }],
  )
}

/** The devices that have an interface at an end of a wide-area link. */
export async function devicesAtLink(db: Db, link: string): Promise<number[]> {
  const rows = await db
    .selectFrom('wan_interface as wan')
    .innerJoin('device', 'device.id', 'wan.device_id')
    .select('wan.device_id')
    .distinct()
    .where('wan.link', '=', link)
    .where('wan.until', 'is', null)
    .where('device.until', 'is', null)
    .execute()
  return rows.map(({ device_id }) => device_id)
}

function wanInterfaceOf(row: Selectable<WanInterfaceTable>): WanInterface & { readonly id: number } {
  return {
    id: row.id,
    deviceId: row.device_id,
    port: row.port,
    ifIndex: row.if_index,
    ifName: row.if_name,
    ifAlias: row.if_alias,
    link: row.link,
    linkEnd: row.link_end as WanInterface['linkEnd'],
    confidence: row.confidence as WanInterface['confidence'],
    evidence: JSON.parse(row.evidence) as WanEvidence[],
  }
}

/** The wide-area link behind each port of a board's devices, the port's name where none is known: device → ifIndex → link. */
export async function wanLinksByPort(db: Db, board: string): Promise<ReadonlyMap<number, ReadonlyMap<number, string>>> {
  const rows = await db
    .selectFrom('wan_interface')
    .innerJoin('device', 'device.id', 'wan_interface.device_id')
    .select(['wan_interface.device_id', 'wan_interface.if_index', 'wan_interface.link', 'wan_interface.port'])
    .where('device.board', '=', board)
    .where('wan_interface.until', 'is', null)
    .execute()
  const found = new Map<number, Map<number, string>>()
  for (const { device_id, if_index, link, port } of rows) {
    found.set(device_id, (found.get(device_id) ?? new Map<number, string>()).set(if_index, link ?? port))
  }
  return found
}
