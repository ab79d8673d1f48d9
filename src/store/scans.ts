import { sql } from '#kysely'
import type { ScanSummary } from '../model/records.js'
import type { ScanRow } from '../model/rows.js'
import type { ScanCheckpoint } from '../model/scan-checkpoint.js'
import type { Db } from './database.js'
import { readSaid } from './overrides.js'

/** Opens a scan: it shows as running until it is closed. */
export async function startScan(
  db: Db,
  scan: {
    readonly board: string
    readonly targets: string
    readonly at: string
    /** Absent: the scan cannot be gone on with. */
    readonly checkpoint?: ScanCheckpoint
  },
): Promise<number> {
  const checkpoint = scan.checkpoint === undefined ? null : JSON.stringify(scan.checkpoint)
  const { id } = await db
    .insertInto('scan')
    .values({
      board: scan.board,
      targets: scan.targets,
      started_at: scan.at,
      ended_at: null,
      summary: null,
      checkpoint,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Closes a scan with what it did. */
export async function endScan(db: Db, summary: ScanSummary): Promise<void> {
  await db
    .updateTable('scan')
    .set({ ended_at: summary.endedAt, summary: JSON.stringify(summary) })
    .where('id', '=', summary.scan)
    .execute()
}

/** Scans, the newest first. */
export async function listScans(db: Db): Promise<ScanRow[]> {
  const rows = await db.selectFrom('scan').selectAll().orderBy('id', 'desc').execute()
  return rows.map(({ id, board, started_at, ended_at, targets, summary }) => {
    const done = summary === null ? null : (JSON.parse(summary) as ScanSummary)
    return {
      scan: id,
      board,
      startedAt: started_at,
      endedAt: ended_at,
      targets,
      addresses: done?.addresses ?? null,
      answered: done?.answered ?? null,
      partial: done?.partial ?? null,
      failed: done?.failed ?? null,
    }
  })
}

/** What a scan whose end is not known has seen so far: addresses that are kept, and when the last of them was. */
export interface SeenSince {
  readonly read: number
  readonly failed: number
  /** ISO 8601, UTC; null when nothing was seen yet. */
  readonly lastAt: string | null
}

/** Counts a board's addresses that were asked since an instant; silent ranges are not among them. */
export async function countSeenSince(db: Db, board: string, since: string): Promise<SeenSince> {
  const rows = await db
    .selectFrom('target')
    .select((build) => ['status', build.fn.countAll<number>().as('count'), build.fn.max('last_seen').as('last_at')])
    .where('until', 'is', null)
    .where('board', '=', board)
    .where('last_seen', '>=', since)
    .groupBy('status')
    .execute()
  const count = (isFailed: boolean): number =>
    rows.reduce((sum, row) => sum + ((row.status === 'failed') === isFailed ? Number(row.count) : 0), 0)
  const instants = rows.map(({ last_at }) => last_at).sort()
  return { read: count(false), failed: count(true), lastAt: instants.at(-1) ?? null }
}

/** What is known of an address before a scan: the credential it answered to last, which is tried first. */
export interface KnownAddress {
  readonly credential: string | null
  /** False also for a device that people ignore: its silence is no news. */
  readonly isDevice: boolean
}

/** The addresses of a board that answered or were named before. */
export async function knownAddresses(db: Db, board: string): Promise<Map<string, KnownAddress>> {
  const rows = await db
    .selectFrom('target')
    .select(['address', 'credential', 'device_id'])
    .where('until', 'is', null)
    .where('board', '=', board)
    .execute()
  const { ignored } = await readSaid(db, 'device')
  return new Map(
    rows.map(({ address, credential, device_id }) => [
      address,
      { credential, isDevice: device_id !== null && !ignored.has(String(device_id)) },
    ]),
  )
}

/**
 * Gives a board what was scanned before the configuration named it: rows without board become its own, unless it has
 * some already. What people say of its devices goes with them.
 */
export async function adoptBoard(db: Db, board: string): Promise<void> {
  if (board === '') return
  const { rows } = await sql`select 1 from device where board = ${board} union all
    select 1 from target where board = ${board} limit 1`.execute(db)
  if (rows.length > 0) return
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('override').set({ board }).where('board', '=', '').where('noun', '=', 'device').execute()
    for (const table of ['device', 'target', 'scan', 'change'] as const) {
      await sql`update ${sql.table(table)} set board = ${board} where board = ''`.execute(tx)
    }
  })
}
