import type { Status } from '../model/outcome.js'
import type { Db } from './database.js'

/** What is kept of an address where no device is known. Instants are ISO 8601, UTC. */
export interface SilentAddress {
  readonly board: string
  readonly address: string
  readonly status: Status
  readonly reasonCode: string | null
  /** The table whose reading broke off; null when none was begun. */
  readonly during: string | null
  /** Since when each scan finds the same. */
  readonly since: string
  /** When it was last asked, and by which scan. */
  readonly lastAsked: string
  readonly scan: number
  /** The credential that it last answered to, by name; null when it never did. */
  readonly credential: string | null
  /** The device that was last read there, and when it was last seen, be it elsewhere; null when none ever was. */
  readonly lastDevice: {
    readonly id: number
    readonly managementAddress: string
    readonly sysName: string | null
    readonly lastSeen: string
  } | null
}

/**
 * An address that is kept though no device is known there, once for each board that has it, by board.
 *
 * @throws the driver's errors.
 */
export async function findSilentAddresses(db: Db, address: string, board: string | null): Promise<SilentAddress[]> {
  let query = db
    .selectFrom('target')
    .selectAll()
    .where('address', '=', address)
    .where('until', 'is', null)
    .where('device_id', 'is', null)
  if (board !== null) query = query.where('board', '=', board)
  const found: SilentAddress[] = []
  for (const row of await query.orderBy('board').execute()) {
    found.push({
      board: row.board,
      address: row.address,
      status: row.status as Status,
      reasonCode: row.reason_code,
      during: row.during,
      since: row.since,
      lastAsked: row.last_seen,
      scan: row.scan_id,
      credential: row.credential,
      lastDevice: await lastDeviceAt(db, row.address, row.board),
    })
  }
  return found
}

/** The device of the latest row that names one; it may be gone, or answer elsewhere since. */
async function lastDeviceAt(db: Db, address: string, board: string): Promise<SilentAddress['lastDevice']> {
  const row = await db
    .selectFrom('target')
    .innerJoin('device', 'device.id', 'target.device_id')
    .leftJoin('device_system as system', (join) =>
      join.onRef('system.device_id', '=', 'device.id').on('system.until', 'is', null),
    )
    .select(['device.id', 'device.management_address', 'device.last_seen', 'system.sys_name'])
    .where('target.address', '=', address)
    .where('target.board', '=', board)
    .orderBy('target.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return { id: row.id, managementAddress: row.management_address, sysName: row.sys_name, lastSeen: row.last_seen }
}
