import { sql } from '#kysely'
import { sortedByAddress } from '../lib/cidr.js'
import { chunks, type Tx } from './bulk.js'
import type { History } from './changes.js'
import type { ScanRef } from './scan-writer.js'

/** The addresses where a device answered the last time that they were asked. */
const ANSWERING = sql`select address from target
  where target.device_id = device.id and target.until is null and target.status <> 'failed'`

/** IANAifType softwareLoopback: an address that stays whatever link is down. */
const LOOPBACK = 24

interface Shown {
  readonly id: number
  readonly was: string
}

/** Devices that no longer answer where they were shown are shown elsewhere. Gives where they were: id → address. */
export async function settleAddresses(tx: Tx, { id, board }: ScanRef, at: string): Promise<Map<number, string>> {
  const { rows } = await sql<Shown>`
    select id, management_address as was from device
    where board = ${board} and until is null and exists (${ANSWERING})
      and management_address not in (${ANSWERING})`.execute(tx)
  for (const part of chunks(rows, 1000)) {
    await show(tx, part, at)
    const ids = sql.join(part.map((row) => row.id))
    await sql`update change set address = (select management_address from device where device.id = change.device_id)
      where scan_id = ${id} and device_id in (${ids})`.execute(tx)
  }
  return new Map(rows.map((row) => [row.id, row.was]))
}

/**
 * Devices that no scan had found before are shown at one address of those where they answer, whichever answered first;
 * from then on they keep it. Scans that were killed count for nothing: this one settles what they found.
 */
export async function settleNewcomers(
  tx: Tx,
  { id, board }: ScanRef,
  at: string,
  locate: History['locate'] | null,
): Promise<void> {
  const { rows } = await sql<Shown>`
    select id, management_address as was from device
    where board = ${board} and until is null and (select count(*) from (${ANSWERING}) as answering) > 1
      and first_seen > coalesce(
        (select max(ended_at) from scan where board = ${board} and id <> ${id} and ended_at is not null), '')`.execute(
    tx,
  )
  for (const part of chunks(rows, 1000)) {
    const moved = await show(tx, part, at)
    for (const [device, address] of moved) {
      await tx.updateTable('change').set({ address }).where('device_id', '=', device).execute()
      if (locate === null) continue
      const building = locate(address, board)
      await tx.updateTable('device').set({ building }).where('id', '=', device).execute()
    }
  }
}

/**
 * Shows devices at the address that tells most, of those where they answer: that of a box that is no longer there, so
 * that what comes in its place is where it was; a loopback's; the lowest, IPv4 first. Gives those that are shown elsewhere
 * than before.
 */
async function show(tx: Tx, devices: readonly Shown[], at: string): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ device: number; address: string; inherited: number; loopback: number }>`
    select target.device_id as device, target.address,
      case when other.id is null then 0 else 1 end as inherited,
      case when exists (
        select 1 from device_address as own
        join interface on interface.device_id = own.device_id and interface.if_index = own.if_index
          and interface.until is null and interface.if_type = ${LOOPBACK}
        where own.device_id = target.device_id and own.address = target.address and own.until is null)
        then 1 else 0 end as loopback
    from target left join device as other on other.board = target.board and other.management_address = target.address
      and other.id <> target.device_id and (other.until is null or other.until = ${at})
    where target.until is null and target.status <> 'failed'
      and target.device_id in (${sql.join(devices.map(({ id }) => id))})`.execute(tx)
  const best = new Map<number, string>()
  const sorted = sortedByAddress(rows, ({ address }) => address).sort(
    (a, b) => b.inherited - a.inherited || b.loopback - a.loopback,
  )
  for (const { device, address } of sorted) if (!best.has(device)) best.set(device, address)
  const moved = new Map<number, string>()
  for (const { id, was } of devices) {
    const address = best.get(id)
    if (address === undefined || address === was) continue
    moved.set(id, address)
    await tx.updateTable('device').set({ management_address: address }).where('id', '=', id).execute()
  }
  return moved
}
