import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises'
import { Kysely, sql } from '#kysely'
import type { SqliteAccess } from '../lib/sqlite.js'
import { latestMigration, migrate, schemaState } from './migrate.js'
import { addPostgisPoints, postgresDialect, POSTGRES_TYPES } from './postgres.js'
import type { Schema } from './schema.js'
import { sqliteDialect, SQLITE_TYPES } from './sqlite.js'

export type Db = Kysely<Schema>

/** What opening a database did to it. */
export interface Upgrade {
  /** The last migration that it had, and the last that it has now. */
  readonly from: string
  readonly to: string
  /** The copy made first; null on PostgreSQL, which `db migrate` backs up before it asks for this. */
  readonly backup: string | null
}

/** An open database, at the program's own schema. */
export interface Store {
  readonly db: Db
  readonly kind: 'sqlite' | 'postgres'
  /** Null when it was at this schema already, or new. */
  readonly upgrade: Upgrade | null
  close(): Promise<void>
}

/** Why a database cannot be used as it is: worded where errors are explained. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: 'absent' | 'newer' | 'older' | 'foreign'

  constructor(code: StoreError['code'], options?: ErrorOptions) {
    super(`database: ${code}`, options)
    this.code = code
  }
}

/** True for a PostgreSQL server's URL; anything else is the path of a SQLite file. */
export function isPostgres(database: string): boolean {
  return /^postgres(ql)?:/i.test(database)
}

/** Opens a database as it stands: nothing is checked or migrated. `password` is for a server alone. */
export function connect(database: string, access: SqliteAccess, password: string | null): Db {
  const dialect = isPostgres(database) ? postgresDialect({ url: database, password }) : sqliteDialect(database, access)
  return new Kysely<Schema>({ dialect })
}

/**
 * Opens the database of a configuration, and brings it to the program's schema. A SQLite file that has data is copied
 * beside itself first (`cartable.db.2026-11-23T02-00-00-000Z.bak`). With `mayUpgrade` false, an earlier version's database
 * is left as it is; `schema` makes a new one at an earlier schema.
 *
 * @throws StoreError `absent` (nothing there yet and `create` is false), `newer` (written by a later version), `older` (by an earlier one, and it may not be upgraded), `foreign` (another program's); the driver's errors.
 */
export async function openStore(
  database: string,
  options: {
    readonly create: boolean
    readonly password?: string | null
    readonly mayUpgrade?: boolean
    readonly schema?: string
  },
): Promise<Store> {
  const kind = isPostgres(database) ? 'postgres' : 'sqlite'
  if (kind === 'sqlite' && !options.create && !existsSync(database)) throw new StoreError('absent')
  const db = connect(database, options.create ? 'create' : 'write', options.password ?? null)
  try {
    const { state, migration } = await schemaState(db as unknown as Kysely<never>)
    if (state === 'newer' || state === 'foreign') throw new StoreError(state)
    if (state === 'older' && options.mayUpgrade === false) throw new StoreError(state)
    if (state === 'empty' && kind === 'postgres' && !options.create) throw new StoreError('absent')
    let upgrade: Upgrade | null = null
    if (state === 'older') {
      const backup = kind === 'sqlite' ? `${database}.${new Date().toISOString().replace(/[:.]/g, '-')}.bak` : null
      if (backup !== null) await backupInto(db, backup, database)
      upgrade = { from: migration ?? '', to: latestMigration(), backup }
    }
    if (state !== 'current') await bringUp(db, kind, options.schema)
    return { db, kind, upgrade, close: () => db.destroy() }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/** A name beside a file, for what is being written and takes the file's name once it is whole. */
export function draftOf(file: string): string {
  return `${file}.${randomBytes(4).toString('hex')}.tmp`
}

/**
 * Copies a SQLite file, as of this instant, into another that must not exist: it has its name only once it is whole,
 * and is as private as the first.
 */
export async function backupInto(db: Db, file: string, like: string): Promise<void> {
  const draft = draftOf(file)
  try {
    // Made private first: it holds all that the first holds.
    await writeFile(draft, '', { flag: 'wx', mode: 0o600 })
    // A file that is only looked at is not written to by being copied, but SQLite takes it so.
    await sql`pragma query_only = off`.execute(db)
    await sql`vacuum into ${sql.lit(draft)}`.execute(db)
    if (await hasHolders(db)) await leaveHoldersOut(draft)
    await chmod(draft, (await stat(like)).mode & 0o777)
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
}

async function hasHolders(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_master where name = 'fleet_holder'`.execute(db)
  return rows.length > 0 && (await sql`select 1 from fleet_holder limit 1`.execute(db)).rows.length > 0
}

/** Takes out of a copy who has the devices: personal information is kept in one place, where it can be erased. */
async function leaveHoldersOut(file: string): Promise<void> {
  const copy = connect(file, 'write', null)
  try {
    await sql`delete from fleet_holder`.execute(copy)
    await sql`vacuum`.execute(copy)
    await sql`pragma journal_mode = delete`.execute(copy)
  } finally {
    await copy.destroy()
  }
}

/** Brings a database to the program's schema, or to an earlier one, whole or not at all. */
async function bringUp(db: Db, kind: Store['kind'], schema = latestMigration()): Promise<void> {
  await migrate(db as unknown as Kysely<never>, kind === 'sqlite' ? SQLITE_TYPES : POSTGRES_TYPES, schema)
  if (kind === 'postgres') await addPostgisPoints(db as unknown as Kysely<never>)
}

/** Gives PostGIS points to a database whose server has had the extension since. Tells whether points are there. */
export async function refreshPoints({ db, kind }: Store): Promise<boolean> {
  return kind === 'postgres' && (await addPostgisPoints(db as unknown as Kysely<never>))
}
