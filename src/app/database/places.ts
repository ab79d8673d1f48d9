import { rm } from 'node:fs/promises'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { explain } from '../explain.js'
import { schemaState } from '../../store/migrate.js'
import { connect, isPostgres, openStore, StoreError, type Db, type Store } from '../../store/database.js'
import { TABLES } from '../../store/transfer.js'

/** A database as it is named on a command line or in a configuration, and its password when it is known. */
export interface Place {
  readonly database: string
  readonly password: string | null
}

/** Opens a database that must be there. @throws UserError when it is not; the driver's errors. */
export async function openExisting({ database, password }: Place, m: Messages): Promise<Store> {
  try {
    return await openStore(database, { create: false, password, mayUpgrade: !isPostgres(database) })
  } catch (error) {
    // Named one by one, a database is told apart from the configured one.
    if (error instanceof StoreError && error.code === 'absent')
      throw new UserError(m.errors.databaseAbsent(database), m.db.checkName)
    throw explain(error, database, m) ?? error
  }
}

/** Looks at a database without changing anything of it, and closes it. */
export async function withUntouched<T>({ database, password }: Place, look: (db: Db) => Promise<T>): Promise<T> {
  const db = connect(database, 'look', password)
  try {
    return await look(db)
  } finally {
    await db.destroy()
  }
}

/** Where a database stands against this program's schema, without changing it. */
export function stateOf(place: Place): ReturnType<typeof schemaState> {
  return withUntouched(place, (db) => schemaState(db as never))
}

/** True when no table of a database has a row. */
export async function isEmpty({ db }: Store): Promise<boolean> {
  for (const table of TABLES) {
    const row = await db.selectFrom(table).select('id').limit(1).executeTakeFirst()
    if (row !== undefined) return false
  }
  return true
}

/** Removes a SQLite file with what stands beside it while it is open. */
export async function removeSqlite(file: string): Promise<void> {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${file}${end}`, { force: true })
}
