import { sql } from '#kysely'
import type { ScanSummary } from '../model/records.js'
import type { ScanRow } from '../model/rows.js'
import type { Db } from './database.js'

/** Opens a scan: it shows as running until it is closed. */
export async function startScan(
  db: Db,
  scan: { readonly board: string; readonly targets: string; readonly at: string },
): Promise<number> {
  const { id } = await db
    .insertInto('scan')
    .values({ board: scan.board, targets: scan.targets, started_at: scan.at, ended_at: null, summary: null })
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

/** Devices known before that this scan asked and that did not answer. */
export async function countMissing(db: Db, scan: number): Promise<number> {
  const { rows } = await sql<{ missing: number }>`
    select count(distinct device_id) as missing from target
    where until is null and scan_id = ${scan} and status = 'failed' and device_id is not null
      and device_id not in (
        select device_id from target
        where until is null and scan_id = ${scan} and status <> 'failed' and device_id is not null)`.execute(db)
  return Number(rows[0]?.missing ?? 0)
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

/** Which credential each address answered to last: it is tried first. */
export async function rememberedCredentials(db: Db, board: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('target')
    .select(['address', 'credential'])
    .where('until', 'is', null)
    .where('board', '=', board)
    .where('credential', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ address, credential }) => (credential === null ? [] : [[address, credential]])))
}
