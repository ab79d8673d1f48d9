import { sql } from '#kysely'
import { chunks, type Tx } from './bulk.js'
import type { ScanRef } from './scan-writer.js'

/** A box in the place of another, and the change that told it: that it appeared, or was back. */
interface Replacement {
  readonly old: number
  readonly change: number
}

/**
 * Finds the devices that another box replaces, and tells it: the change by which the new one appeared (or returned)
 * becomes its replacement of the old one, which is closed.
 *
 * The old one is gone, or was asked in vain. At its address a box answers that came there since it was last seen; or by
 * its name one box came in this scan, another serial, and of all devices these two alone have that name: cloned
 * configurations share names, so that a name that others have says nothing.
 *
 * Gives the ids of the devices that were replaced.
 */
export async function findReplaced(tx: Tx, scan: ScanRef, at: string): Promise<ReadonlySet<number>> {
  const here = await replacedAtAddress(tx, scan, at)
  const known = new Set(here.flatMap(({ old, change }) => [`old ${old}`, `change ${change}`]))
  const named = await replacedByName(tx, scan)
  const byName = named.filter(({ old, change }) => !known.has(`old ${old}`) && !known.has(`change ${change}`))
  for (const { old, change } of [...here, ...byName]) {
    await close(tx, scan, old, at)
    await tellReplaced(tx, old, change)
  }
  return new Set([...here, ...byName].map(({ old }) => old))
}

async function replacedAtAddress(tx: Tx, { id, board }: ScanRef, at: string): Promise<Replacement[]> {
  const { rows } = await sql<Replacement>`
    select min(old.id) as old, change.id as change from device as old
    join target on target.board = old.board and target.address = old.management_address and target.until is null
    join change on change.device_id = target.device_id and change.kind in ('appeared', 'returned')
      and change.address = target.address and change.at >= old.last_seen
    where old.board = ${board} and target.device_id <> old.id
      and (old.until = ${at} or (old.until is null and old.missed_scan = ${id} and old.misses > 0))
    group by change.id`.execute(tx)
  return rows
}

/** Looked for among the devices that the scan missed, which are few: a first scan, where all are new, misses none. */
async function replacedByName(tx: Tx, { id, board }: ScanRef): Promise<Replacement[]> {
  const { rows } = await sql<Replacement & { readonly name: string }>`
    select min(old.id) as old, min(change.id) as change, was.sys_name as name from device as old
    join device_system as was on was.device_id = old.id and was.until is null and was.sys_name <> ''
    join device_system as now on now.sys_name = was.sys_name and now.until is null and now.device_id <> old.id
    join device as fresh on fresh.id = now.device_id and fresh.board = old.board and fresh.until is null
    join change on change.device_id = fresh.id and change.scan_id = ${id} and change.kind = 'appeared'
    where old.board = ${board} and old.until is null and old.missed_scan = ${id} and old.misses > 0
      and was.serial_number is not null and now.serial_number is not null
      and was.serial_number <> now.serial_number
    group by was.sys_name`.execute(tx)
  const shared = new Set<string>()
  for (const part of chunks(rows, 500)) {
    const counted = await sql<{ name: string }>`select sys_name as name from device_system as system
      join device on device.id = system.device_id
      where system.until is null and device.until is null and device.board = ${board}
        and sys_name in (${sql.join(part.map(({ name }) => name))})
      group by sys_name having count(*) > 2`.execute(tx)
    for (const { name } of counted.rows) shared.add(name)
  }
  return rows.filter(({ name }) => !shared.has(name))
}

/** Closes a device that is replaced: nothing of it is expected any more where it was. */
async function close(tx: Tx, { id: scan }: ScanRef, old: number, at: string): Promise<void> {
  await tx.updateTable('device').set({ until: at }).where('id', '=', old).execute()
  const targets = await tx
    .updateTable('target')
    .set({ until: at })
    .where('device_id', '=', old)
    .where('until', 'is', null)
    .returning(['board', 'address', 'status', 'reason_code', 'during', 'credential'])
    .execute()
  if (targets.length === 0) return
  await tx
    .insertInto('target')
    .values(targets.map((row) => ({ ...row, device_id: null, scan_id: scan, since: at, last_seen: at, until: null })))
    .execute()
}

/** A box by what makes it that box: its serial, else its chassis MAC, else nothing. */
const IDENTIFIER = (device: number | ReturnType<typeof sql.ref>) => sql`(
  select coalesce(system.serial_number, device.chassis_mac) from device
  left join device_system as system on system.device_id = device.id and system.until is null
  where device.id = ${device})`

async function tellReplaced(tx: Tx, old: number, change: number): Promise<void> {
  await sql`update change set kind = 'replaced', before = ${IDENTIFIER(old)},
    after = ${IDENTIFIER(sql.ref('change.device_id'))} where id = ${change}`.execute(tx)
}
