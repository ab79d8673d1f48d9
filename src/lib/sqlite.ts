import { closeSync, openSync } from 'node:fs'
import { createRequire } from 'node:module'
import type sqlite3 from 'sqlite3'

/** A value that SQLite can hold. Integers past 2⁵³ travel as text. */
export type SqliteValue = string | number | Uint8Array | null

/** What a statement did. */
export interface SqliteRun {
  readonly changes: number
  readonly lastId: number
}

/** One connection to one file; the only place that knows the driver. Errors keep the driver's `code` (SQLITE_BUSY…). */
export interface Sqlite {
  all(sql: string, values: readonly SqliteValue[]): Promise<Record<string, unknown>[]>
  run(sql: string, values: readonly SqliteValue[]): Promise<SqliteRun>
  /** Several statements, no values. */
  exec(sql: string): Promise<void>
  close(): Promise<void>
}

/** The driver's code of a failure (SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_FULL…), or null when it is no SQLite failure. */
export function sqliteCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null
}

/** Makes an empty file of mode 0600, which SQLite takes for a new database; one that is there stays as it is. */
function makePrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch {
    // It is there already, or cannot be made: opening it tells, in SQLite's own code.
  }
}

/** `look`: nothing of the file can change. `write`: it must be there. `create`: it is made when it is not. */
export type SqliteAccess = 'look' | 'write' | 'create'

/**
 * Opens a file. One that is made can be read by its owner alone; SQLite gives the same mode to what it puts beside it.
 *
 * @throws the driver's error, with its code, when the file cannot be opened.
 */
export async function openSqlite(file: string, access: SqliteAccess): Promise<Sqlite> {
  const driver = createRequire(import.meta.url)('sqlite3') as typeof sqlite3
  const modes = {
    // Opened read-only, a file in WAL mode keeps its two companions afterwards: `query_only` refuses to write instead.
    look: driver.OPEN_READWRITE,
    write: driver.OPEN_READWRITE,
    create: driver.OPEN_READWRITE | driver.OPEN_CREATE,
  }
  if (access === 'create' && file !== ':memory:') makePrivately(file)
  const connection = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new driver.Database(file, modes[access], (error) =>
      error === null ? resolve(opened) : reject(error),
    )
  })
  return {
    all: (sql, values) =>
      new Promise((resolve, reject) =>
        connection.all(sql, values, (error, rows) =>
          error === null ? resolve(rows as Record<string, unknown>[]) : reject(error),
        ),
      ),
    run: (sql, values) =>
      new Promise((resolve, reject) =>
        connection.run(sql, values, function (error) {
          if (error === null) resolve({ changes: this.changes, lastId: this.lastID })
          else reject(error)
        }),
      ),
    exec: (sql) =>
      new Promise((resolve, reject) => connection.exec(sql, (error) => (error === null ? resolve() : reject(error)))),
    close: () =>
      new Promise((resolve, reject) => connection.close((error) => (error === null ? resolve() : reject(error)))),
  }
}
