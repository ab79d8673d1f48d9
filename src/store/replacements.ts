import { sql } from '#kysely'
import { chunks, type Tx } from './bulk.js'
import type { ScanRef } from './scan-writer.js'

/** A device that is gone, or that a scan asked in vain: another box may be in its place. */
interface Candidate {
  readonly id: number
  readonly address: string
  readonly lastSeen: string
}

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
  // The few candidates are looked up first: on a first night all devices are new, and none is missed.
  const { rows: candidates } = await sql<Candidate>`
    select id, management_address as address, last_seen as "lastSeen" from device where board = ${scan.board}
      and (until = ${at} or (until is null and missed_scan = ${scan.id} and misses > 0))`.execute(tx)
  if (candidates.length === 0) return new Set()
  const here = await replacedAtAddress(tx, scan, candidates)
  const taken = new Set(here.map(({ change }) => change))
  const replaced = new Set(here.map(({ old }) => old))
  const left = candidates.filter(({ id }) => !replaced.has(id))
  const byName = (await replacedByName(tx, scan, left)).filter(({ change }) => !taken.has(change))
  for (const { old, change } of [...here, ...byName]) {
    await close(tx, scan, old, at)
    await tellReplaced(tx, old, change)
    replaced.add(old)
  }
  return replaced
}

async function replacedAtAddress(
  tx: Tx,
  { board }: ScanRef,
  candidates: readonly Candidate[],
): Promise<readonly Replacement[]> {
  const byChange = new Map<number, Replacement>()
  for (const part of chunks(candidates, 500)) {
    const oldAt = new Map(part.map((old) => [old.address, old]))
    const holders = await tx
      .selectFrom('target')
      .select(['address', 'device_id'])
      .where('board', '=', board)
      .where('until', 'is', null)
      .where('address', 'in', [...oldAt.keys()])
      .where('device_id', 'is not', null)
      .execute()
    const others = holders.filter(({ address, device_id }) => oldAt.get(address)?.id !== device_id)
    if (others.length === 0) continue
    const came = await tx
      .selectFrom('change')
      .select(['id', 'device_id', 'address', 'at'])
      .where('kind', 'in', ['appeared', 'returned'])
      .where(
        'device_id',
        'in',
        others.map(({ device_id }) => device_id),
      )
      .orderBy('id')
      .execute()
    for (const { address, device_id } of others) {
      const old = oldAt.get(address)
      const change = came.findLast(
        (each) => each.device_id === device_id && each.address === address && each.at >= (old?.lastSeen ?? ''),
      )
      if (old !== undefined && change !== undefined) byChange.set(change.id, { old: old.id, change: change.id })
    }
  }
  return [...byChange.values()]
}

async function replacedByName(
  tx: Tx,
  { id, board }: ScanRef,
  candidates: readonly Candidate[],
): Promise<readonly Replacement[]> {
  const missed = new Set(candidates.map((each) => each.id))
  const appeared = await tx
    .selectFrom('change')
    .innerJoin('device_system as system', 'system.device_id', 'change.device_id')
    .select(['change.id', 'change.device_id', 'system.sys_name'])
    .where('change.scan_id', '=', id)
    .where('change.kind', '=', 'appeared')
    .where('system.until', 'is', null)
    .where('system.sys_name', '<>', '')
    .execute()
  if (missed.size === 0 || appeared.length === 0) return []
  const changeOf = new Map(appeared.map((row) => [row.device_id, row.id]))
  const named = new Map<string, { id: number; serial: string | null }[]>()
  for (const part of chunks([...new Set(appeared.map(({ sys_name }) => sys_name))], 500)) {
    const rows = await tx
      .selectFrom('device_system as system')
      .innerJoin('device', 'device.id', 'system.device_id')
      .select(['device.id', 'system.sys_name', 'system.serial_number'])
      .where('system.until', 'is', null)
      .where('device.until', 'is', null)
      .where('device.board', '=', board)
      .where('system.sys_name', 'in', part)
      .execute()
    for (const { id: device, sys_name, serial_number: serial } of rows) {
      const name = sys_name ?? ''
      const alike = named.get(name)
      if (alike === undefined) named.set(name, [{ id: device, serial }])
      else alike.push({ id: device, serial })
    }
  }
  return [...named.values()].flatMap((alike) => {
    const old = alike.find((each) => missed.has(each.id))
    const fresh = alike.find((each) => changeOf.has(each.id))
    const change = changeOf.get(fresh?.id ?? null)
    if (alike.length !== 2 || old === undefined || fresh === undefined || change === undefined) return []
    if (old.serial === null || fresh.serial === null || old.serial === fresh.serial) return []
    return [{ old: old.id, change }]
  })
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
