import { sql } from '#kysely'
import type { Db } from './database.js'

/** Any 64-bit number that other programs do not use. */
const SCAN_LOCK = 7_127_203_479

/**
 * Does some work while nobody else on the same PostgreSQL database does: a session-level advisory lock, which the server
 * lets go when its connection ends, however that came. Null when another has it.
 */
export async function withScanLock<T>(db: Db, work: () => Promise<T>): Promise<{ readonly value: T } | null> {
  return db.connection().execute(async (one) => {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${SCAN_LOCK}) as taken`.execute(one)
    if (rows[0]?.taken !== true) return null
    try {
      return { value: await work() }
    } finally {
      await sql`select pg_advisory_unlock(${SCAN_LOCK})`.execute(one)
    }
  })
}
