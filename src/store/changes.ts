import { sql, type RawBuilder } from '#kysely'
import type { Change, ChangeKind, ChangeRow, DeriveChanges } from '../model/change.js'
import { insertRows, type Tx } from './bulk.js'
import type { Db } from './database.js'
import type { Locate } from './devices.js'
import { kept, readSaid, saidOfDevice, type View } from './overrides.js'

/** What a scan needs to tell what changed: without it, facts are written and no change is. */
export interface History {
  readonly derive: DeriveChanges
  readonly locate: Locate
  /** How many scans in a row must have asked a device in vain before it is told as vanished. */
  readonly missesBeforeVanished: number
  /** The wide-area link behind a device's port, by ifIndex, as `WanLinkAt` says; absent: no port is known for one. */
  readonly wanLinkAt?: (device: number, ifIndex: number) => string | null
}

/** A change of a device, to be written with the facts that it tells. */
export interface NewChange extends Change {
  readonly at: string
  readonly device: number
  readonly address: string
}

/** An agent may say anything at any length: what is told of it stays short. */
function short(text: string | null): string | null {
  // Half a character that was cut is none.
  return text === null ? null : text.slice(0, 200).replace(/[\ud800-\udbff]$/, '')
}

/** Writes changes; in the transaction of the facts, so that a kill loses or doubles none. */
export async function writeChanges(
  tx: Tx,
  scan: { readonly id: number; readonly board: string },
  changes: readonly NewChange[],
): Promise<void> {
  await insertRows(
    tx,
    'change',
    ['board', 'scan_id', 'at', 'kind', 'device_id', 'address', 'subject', 'before', 'after'],
    changes.map(({ at, kind, device, address, subject, before, after }) => [
      scan.board,
      scan.id,
      at,
      kind,
      device,
      address,
      short(subject),
      short(before),
      short(after),
    ]),
  )
}

/** Which changes: of a board (null: every board), from a scan or an instant on, of a device. */
export interface ChangeScope {
  readonly board: string | null
  readonly fromScan?: number | undefined
  /** ISO 8601, UTC. */
  readonly from?: string | undefined
  readonly device?: number | undefined
  readonly kinds?: readonly ChangeKind[] | undefined
  /** True leaves out the devices that each board's first whole scan found: they were all new. */
  readonly withoutFirst?: boolean | undefined
}

const PAGE = 1000

/** The `appeared` of a board's scans up to the first that ended, or of all while none has: its first inventory. */
async function isFirst(db: Db): Promise<RawBuilder<boolean>> {
  const ended = await db
    .selectFrom('scan')
    .select((build) => ['board', build.fn.min('id').as('first')])
    .where('ended_at', 'is not', null)
    .groupBy('board')
    .execute()
  const later = ended.map(({ board, first }) => sql`(change.board = ${board} and change.scan_id > ${first})`)
  const none = later.length === 0 ? sql`` : sql`and not (${sql.join(later, sql` or `)})`
  return sql<boolean>`(change.kind = 'appeared' ${none})`
}

function changesIn(db: Db, { board, fromScan, from, device, kinds }: ChangeScope) {
  let query = db.selectFrom('change')
  if (board !== null) query = query.where('change.board', '=', board)
  if (fromScan !== undefined) query = query.where('change.scan_id', '>=', fromScan)
  if (from !== undefined) query = query.where('change.at', '>=', from)
  if (device !== undefined) query = query.where('change.device_id', '=', device)
  if (kinds !== undefined) query = query.where('change.kind', 'in', kinds)
  return query
}

/** Changes, the newest first, a page at a time; those of ignored devices are left out but in the views that keep them. */
export async function* listChanges(
  db: Db,
  locate: Locate,
  scope: ChangeScope,
  view: View = 'kept',
): AsyncGenerator<ChangeRow> {
  const said = await readSaid(db, 'device', view)
  const first = scope.withoutFirst === true ? await isFirst(db) : null
  for (let below = Number.MAX_SAFE_INTEGER; ;) {
    const rows = await changesIn(db, scope)
      .leftJoin('device', 'device.id', 'change.device_id')
      .leftJoin('device_system as system', (join) =>
        join.onRef('system.device_id', '=', 'device.id').on('system.until', 'is', null),
      )
      .selectAll('change')
      .select(['device.management_address', 'system.sys_name'])
      .where('change.id', '<', below)
      .$if(first !== null, (query) => query.where(sql<boolean>`not ${first}`))
      .orderBy('change.id', 'desc')
      .limit(PAGE)
      .execute()
    for (const row of kept(db, 'device', said.ignored, view, rows, (each) => String(each.device_id))) {
      const { values, overridden } = saidOfDevice(said.of(String(row.device_id)))
      const place = row.management_address ?? row.address
      yield {
        change: row.id,
        at: row.at,
        scan: row.scan_id,
        board: row.board,
        kind: row.kind as ChangeKind,
        building: values.building ?? (place === null ? null : locate(place, row.board)),
        managementAddress: row.address,
        sysName: values.sysName ?? row.sys_name,
        subject: row.subject,
        before: row.before,
        after: row.after,
        overridden: overridden.filter((key) => ['sysName', 'building', 'ignore'].includes(key)),
      }
    }
    if (rows.length < PAGE) return
    below = rows.at(-1)?.id ?? 0
  }
}

/** How many devices of a scope belong to their board's first inventory: what `withoutFirst` leaves out. */
export async function countFirst(db: Db, scope: ChangeScope): Promise<number> {
  const first = await isFirst(db)
  const row = await changesIn(db, scope)
    .select((build) => build.fn.countAll<number>().as('count'))
    .where(() => first)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** How many changes of each kind a scan found, without those of devices that people ignore; kinds that it did not find are not there. */
export async function countChanges(db: Db, scan: number): Promise<Readonly<Partial<Record<ChangeKind, number>>>> {
  const { ignored } = await readSaid(db, 'device')
  const rows = await db
    .selectFrom('change')
    .select((build) => ['kind', build.fn.countAll<number>().as('count')])
    .where('scan_id', '=', scan)
    .$if(ignored.size > 0, (query) => query.where('device_id', 'not in', [...ignored].map(Number)))
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]))
}

/** A scan by its number; null when there is none. */
export async function findScan(
  db: Db,
  id: number,
): Promise<{ readonly id: number; readonly startedAt: string } | null> {
  const row = await db.selectFrom('scan').select(['id', 'started_at']).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { id: row.id, startedAt: row.started_at }
}

/** The last scan of a board (null: of any) that ended; null when none did. */
export async function lastEndedScan(
  db: Db,
  board: string | null,
): Promise<{ readonly id: number; readonly startedAt: string } | null> {
  let query = db.selectFrom('scan').select(['id', 'started_at']).where('ended_at', 'is not', null)
  if (board !== null) query = query.where('board', '=', board)
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : { id: row.id, startedAt: row.started_at }
}
