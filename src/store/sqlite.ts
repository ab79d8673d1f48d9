import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from '#kysely'
import { openSqlite, type Sqlite, type SqliteValue } from '../lib/sqlite.js'

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
  readonly #create: boolean
  #sqlite: Sqlite | null = null
  #free: Promise<void> = Promise.resolve()
  #release: () => void = () => undefined

  constructor(file: string, create: boolean) {
    this.#file = file
    this.#create = create
  }

  async init(): Promise<void> {
    const sqlite = await openSqlite(this.#file, { create: this.#create })
    this.#sqlite = sqlite
    await sqlite.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;',
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

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
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
export function sqliteDialect(file: string, options: { readonly create: boolean }): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new OneConnectionDriver(file, options.create),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}
