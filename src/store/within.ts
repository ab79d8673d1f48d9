import { sql } from '#kysely'
import type { Tx } from './bulk.js'
import type { Db } from './database.js'

/** Does some work whole or not at all: in a transaction, or in a part of the one that is going on. */
export async function atomically<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute(work)
  await sql`savepoint part`.execute(db)
  try {
    const done = await work(db)
    await sql`release savepoint part`.execute(db)
    return done
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db)
    await sql`release savepoint part`.execute(db)
    throw error
  }
}
