import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryExecutor,
  type QueryResult,
  type TransactionSettings,
} from '#kysely'
import { openSqlite, sqliteCode, type Sqlite, type SqliteAccess, type SqliteValue } from '../lib/sqlite.js'
import type { Failure } from './failure.js'
import type { ColumnTypes } from './migrate.js'

export const SQLITE_TYPES: ColumnTypes = {
  integer: 'integer',
  real: 'real',
  key: { type: 'integer', build: (column) => column.primaryKey() },
  computed: 'virtual',
  tail: 'strict',
  neverChanged: async (db, table) => {
    for (const what of ['update', 'delete'])
      await sql`create trigger ${sql.ref(`${table}_no_${what}`)} before ${sql.raw(what)} on ${sql.table(table)}
        begin select raise(abort, 'a row of ${sql.raw(table)} is never changed'); end`.execute(db)
  },
}

/** Has SQLite overwrite what this connection deletes from now on; a server looks after its own disk. */
export async function overwriteDeleted(db: { getExecutor(): QueryExecutor }): Promise<void> {
  const executor = db.getExecutor()
  if (executor.adapter instanceof TransactionalSqliteAdapter)
    await sql`pragma secure_delete = on`.execute(db as Kysely<unknown>)
}

/** SQLite can create tables inside a transaction; Kysely's adapter does not say so, and migrations must be atomic. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  /** BEGIN IMMEDIATE already keeps other writers out. */
  override async acquireMigrationLock(): Promise<void> {}
}

function connectionOver(sqlite: Sqlite): DatabaseConnection {
  return {
    async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
      const values = parameters as readonly SqliteValue[]
      if (query.kind === 'SelectQueryNode' || /^\s*(select|pragma|with)\b|\breturning\b/i.test(sql)) {
        return { rows: (await sqlite.all(sql, values)) as R[] }
      }
      const { changes, lastId } = await sqlite.run(sql, values)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) }
    },
    // The driver has no cursor: long lists are paged by key instead.
    async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
      throw new Error('The SQLite driver does not stream: page by key')
    },
  }
}

/** One connection, handed to one user at a time: a transaction never sees another's statements between its own. */
class OneConnectionDriver implements Driver {
  readonly #file: string
  readonly #access: SqliteAccess
  #sqlite: Sqlite | null = null
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(file: string, access: SqliteAccess) {
    this.#file = file
    this.#access = access
  }

  async init(): Promise<void> {
    const sqlite = await openSqlite(this.#file, this.#access)
    this.#sqlite = sqlite
    await sqlite.exec('PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;')
    await sqlite.exec(
      this.#access === 'look' ? 'PRAGMA query_only = ON;' : 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;',
    )
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free
    let release = (): void => undefined
    const mine = new Promise<void>((resolve) => {
      release = resolve
    })
    this.#free = before.then(() => mine)
    await before
    this.#release = release
    if (this.#sqlite === null) throw new Error('The database is closed')
    return connectionOver(this.#sqlite)
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'))
    } catch (error) {
      // On a full disk, among others, SQLite has rolled back by itself: the first failure is the one to tell.
      if (!/no transaction is active/.test(String(error))) throw error
    }
  }

  async releaseConnection(): Promise<void> {
    this.#release()
  }

  async destroy(): Promise<void> {
    const sqlite = this.#sqlite
    this.#sqlite = null
    await sqlite?.close()
  }
}

/** Kysely over one SQLite file: WAL, foreign keys on, waits up to 5 s for another writer. */
export function sqliteDialect(file: string, access: SqliteAccess): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new OneConnectionDriver(file, access),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

const FAILURES: Readonly<Record<string, Failure>> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_NOTADB: 'damaged',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_FULL: 'full',
  SQLITE_READONLY: 'read-only',
  SQLITE_CANTOPEN: 'cannot-open',
  SQLITE_IOERR: 'io',
}

/** What a failure of the file means, or null when it is none of these. */
export function sqliteFailure(error: unknown): Failure | null {
  return FAILURES[sqliteCode(error) ?? ''] ?? null
}
