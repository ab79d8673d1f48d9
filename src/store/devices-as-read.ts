import { chunks } from './bulk.js'
import type { Db } from './database.js'

/** A device as it was read, whatever people say of it. */
export interface ReadDevice {
  readonly id: number
  readonly board: string
  readonly managementAddress: string
  readonly sysName: string | null
  readonly model: string | null
  readonly kind: string
  /** True when another box answers at the last of its addresses. */
  readonly gone: boolean
}

/** Some devices as they were read, by id. */
export async function devicesAsRead(db: Db, ids: readonly number[]): Promise<ReadDevice[]> {
  const found: ReadDevice[] = []
  for (const part of chunks(ids, 1000)) {
    const rows = await db
      .selectFrom('device')
      .leftJoin('device_system as system', (join) =>
        join.onRef('system.device_id', '=', 'device.id').on('system.until', 'is', null),
      )
      .select(['device.id', 'device.board', 'device.management_address', 'device.until'])
      .select(['system.sys_name', 'system.model', 'system.kind'])
      .where('device.id', 'in', part)
      .orderBy('device.id')
      .execute()
    found.push(
      ...rows.map((row) => ({
        id: row.id,
        board: row.board,
        managementAddress: row.management_address,
        sysName: row.sys_name,
        model: row.model,
        kind: row.kind ?? 'unknown',
        gone: row.until !== null,
      })),
    )
  }
  return found
}
