import { sql } from '#kysely'
import { chunks, type Tx } from './bulk.js'
import { writeChanges, type History, type NewChange } from './changes.js'
import type { Db } from './database.js'
import { findReplaced } from './replacements.js'
import type { ScanRef } from './scan-writer.js'
import { settleAddresses, settleNewcomers } from './shown-address.js'

/** Reasons that say that nothing speaks SNMP at an address; of the others, each proves that something does. */
const SILENCE = ['no-answer', 'host-up-snmp-silent', 'port-closed'] as const

/** The devices that people ignore. */
const IGNORED = sql`select said.subject from ${sql.table('override')} as said
  where said.noun = 'device' and said.field = 'ignore' and said.until is null`

/**
 * Settles, once a scan is over, what no single result could: one whose last address another box has taken is gone; a
 * device is shown at an address where it answers, the same whichever answered first; one that was asked in vain too often
 * has vanished; one whose address is in another building has moved. All in one transaction with the changes that tell it;
 * a scan that was killed before is settled by the next one, and settling twice counts once.
 *
 * Gives how many known devices the scan did not find, but for those that people ignore.
 */
export async function settleDevices(
  db: Db,
  scan: ScanRef,
  at: string,
  history: History | null = null,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const gone = await settleGone(tx, scan, at)
    const readdressed = await settleAddresses(tx, scan, at)
    await settleNewcomers(tx, scan, at, history?.locate ?? null)
    await countMisses(tx, scan)
    const missing = await countMissing(tx, scan)
    if (history !== null) {
      const replaced = await findReplaced(tx, scan, at)
      const rest = gone.filter(({ id, vanishedAt }) => vanishedAt === null && !replaced.has(id))
      const changes = [
        ...rest.map((device) => vanished(device, at)),
        ...(await settleVanished(tx, scan, at, history.missesBeforeVanished)),
        ...(await settleBuildings(tx, scan, at, { history, readdressed })),
      ]
      await writeChanges(tx, scan, changes)
    }
    return missing + gone.length
  })
}

/** A device that is no longer where it was last seen. */
interface Gone {
  readonly id: number
  readonly address: string
  readonly lastSeen: string
  /** When it was told as vanished; null when it was not. */
  readonly vanishedAt: string | null
}

/** Closes the devices that have no address left: another box has taken the last one. */
async function settleGone(tx: Tx, { board }: ScanRef, at: string): Promise<readonly Gone[]> {
  const { rows } = await sql<Gone>`update device set until = ${at}
    where board = ${board} and until is null
      and not exists (select 1 from target where target.device_id = device.id and target.until is null)
    returning id, management_address as address, last_seen as "lastSeen", vanished_at as "vanishedAt"`.execute(tx)
  return rows
}

function vanished({ id, address, lastSeen }: Gone, at: string): NewChange {
  return { kind: 'vanished', device: id, address, at, subject: null, before: lastSeen, after: null }
}

/** Known devices of which an address was asked in vain by a scan, and which answer at no other. */
async function countMissing(tx: Tx, { id }: ScanRef): Promise<number> {
  const { rows } = await sql<{ missing: number }>`
    select count(distinct device_id) as missing from target as silent
    where until is null and scan_id = ${id} and status = 'failed' and device_id is not null
      and not exists (
        select 1 from target where target.device_id = silent.device_id and target.until is null
          and target.status <> 'failed')
      and cast(silent.device_id as text) not in (${IGNORED})`.execute(tx)
  return Number(rows[0]?.missing ?? 0)
}

/** Counts one miss more of each device that a scan asked, and of which nothing speaks SNMP anywhere. */
async function countMisses(tx: Tx, { id, board }: ScanRef): Promise<void> {
  await sql`update device set misses = misses + 1, missed_scan = ${id}
    where board = ${board} and until is null and (missed_scan is null or missed_scan <> ${id})
      and id in (
        select device_id from target where until is null and scan_id = ${id} and status = 'failed'
          and device_id is not null)
      and not exists (
        select 1 from target where target.device_id = device.id and target.until is null
          and (target.status <> 'failed' or target.reason_code not in (${sql.join(SILENCE)})))`.execute(tx)
}

/** Tells the devices that were missed so often, once; those that people ignore are told when they no longer are. */
async function settleVanished(tx: Tx, { id, board }: ScanRef, at: string, misses: number): Promise<NewChange[]> {
  const { rows } = await sql<Gone>`update device set vanished_at = ${at}
    where board = ${board} and until is null and vanished_at is null and missed_scan = ${id} and misses >= ${misses}
      and cast(id as text) not in (${IGNORED})
    returning id, management_address as address, last_seen as "lastSeen", null as "vanishedAt"`.execute(tx)
  return rows.map((device) => vanished(device, at))
}

const PAGE = 2000

/**
 * Keeps the building of each device, and tells those whose address is in another one than before, or is another one. A
 * building that no network tells any more is no move.
 */
async function settleBuildings(
  tx: Tx,
  { board }: ScanRef,
  at: string,
  { history, readdressed }: { readonly history: History; readonly readdressed: ReadonlyMap<number, string> },
): Promise<NewChange[]> {
  const changes: NewChange[] = []
  const into = new Map<string, number[]>()
  for (let after = 0; ;) {
    const rows = await tx
      .selectFrom('device')
      .select(['id', 'management_address', 'building'])
      .where('board', '=', board)
      .where('until', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    for (const { id, management_address: address, building: was } of rows) {
      const is = history.locate(address, board)
      const from = readdressed.get(id)
      if (is !== null && is !== was) {
        const ids = into.get(is)
        if (ids === undefined) into.set(is, [id])
        else ids.push(id)
      }
      const told = { device: id, address, at, subject: null }
      if (is !== null && was !== null && is !== was) changes.push({ ...told, kind: 'moved', before: was, after: is })
      else if (from !== undefined) changes.push({ ...told, kind: 'address-changed', before: from, after: address })
    }
    after = rows.at(-1)?.id ?? 0
    if (rows.length < PAGE) break
  }
  for (const [building, ids] of into) {
    for (const part of chunks(ids, 1000)) {
      await tx.updateTable('device').set({ building }).where('id', 'in', part).execute()
    }
  }
  return changes
}
