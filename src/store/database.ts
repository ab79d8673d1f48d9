import { existsSync } from 'node:fs'
import { Kysely, sql } from '#kysely'
import { migrate, schemaState, type ColumnTypes } from './migrate.js'
import type { Schema } from './schema.js'
import { sqliteDialect } from './sqlite.js'

export type Db = Kysely<Schema>

/** An open database, at the program's own schema. */
export interface Store {
  readonly db: Db
  /** The copy made before a migration, or null when none was needed. */
  readonly backup: string | null
  close(): Promise<void>
}

/** Why a database cannot be used as it is: worded where errors are explained. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: 'absent' | 'newer' | 'foreign' | 'not-supported'

  constructor(code: StoreError['code'], options?: ErrorOptions) {
    super(`database: ${code}`, options)
    this.code = code
  }
}

const SQLITE_TYPES: ColumnTypes = {
  integer: 'integer',
  real: 'real',
  key: { type: 'integer', build: (column) => column.primaryKey() },
  tail: 'strict',
}

/**
 * Opens the database of a configuration, and brings it to the program's schema. A SQLite file that has data is copied
 * beside itself first (`cartable.db.before-0002-….bak`).
 *
 * @throws StoreError `absent` (no file and `create` is false), `newer` (written by a later version), `foreign` (another program's); the driver's errors.
 */
export async function openStore(database: string, options: { readonly create: boolean }): Promise<Store> {
  if (/^postgres(ql)?:/.test(database)) throw new StoreError('not-supported')
  if (!options.create && !existsSync(database)) throw new StoreError('absent')
  const db = new Kysely<Schema>({ dialect: sqliteDialect(database, options) })
  try {
    const state = await schemaState(db as unknown as Kysely<never>)
    if (state === 'newer' || state === 'foreign') throw new StoreError(state)
    const backup = state === 'older' ? `${database}.${new Date().toISOString().replace(/[:.]/g, '-')}.bak` : null
    if (backup !== null) await sql`vacuum into ${sql.lit(backup)}`.execute(db)
    if (state !== 'current') await migrate(db as unknown as Kysely<never>, SQLITE_TYPES)
    return { db, backup, close: () => db.destroy() }
  } catch (error) {
    await db.destroy()
    throw error
  }
}
