import { sql } from '#kysely'
import type { Tx } from './bulk.js'
import type { Db } from './database.js'
import { DEVICE_TABLES } from './device-facts.js'

/** How much is older than what is kept. */
export interface Old {
  /** Facts of devices and outcomes of addresses that ended before. */
  readonly facts: number
  readonly changes: number
  /** Addresses that never answered, or no longer, and that no scan has asked since. */
  readonly addresses: number
  /** Devices whose holder no import has told since. */
  readonly holders: number
}

/** What is removed, never a row that is current: where it is, and which rows. */
function oldRows(before: string) {
  const ended = sql`until < ${before}`
  return {
    facts: [...DEVICE_TABLES, 'target'].map((table) => ({ table, where: ended })),
    changes: [{ table: 'change', where: sql`at < ${before}` }],
    holders: [{ table: 'fleet_holder', where: sql`told_at < ${before}` }],
    addresses: [
      {
        table: 'target',
        where: sql`until is null and device_id is null and status = 'failed' and last_seen < ${before}`,
      },
    ],
  }
}

async function each(before: string, take: (table: string, where: ReturnType<typeof sql>) => Promise<number>) {
  const sums = { facts: 0, changes: 0, addresses: 0, holders: 0 }
  for (const [what, places] of Object.entries(oldRows(before))) {
    for (const { table, where } of places) sums[what as keyof Old] += await take(table, where)
  }
  return sums
}

/** How much of the history is older than an instant (ISO 8601, UTC). */
export async function countOld(db: Db, before: string): Promise<Old> {
  return each(before, async (table, where) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(db)
    return Number(rows[0]?.n ?? 0)
  })
}

/** Removes the history that is older than an instant, all of it or nothing, and gives how much it was. */
export async function removeOld(db: Db, before: string): Promise<Old> {
  return db.transaction().execute((tx: Tx) =>
    each(before, async (table, where) => {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${where}`.execute(tx)
      return Number(numAffectedRows ?? 0)
    }),
  )
}
