import { openSqlite, type Sqlite } from '../lib/sqlite.js'
import { stateOf, type SchemaState } from './migrate.js'

/** What a database file is found to be. */
export interface Examination {
  readonly schema: SchemaState
  /** Null when SQLite's own quick check finds nothing; else the first thing that it finds. */
  readonly damage: string | null
  /** When the last scan began, ISO 8601; null when there was none, or the schema is not this program's. */
  readonly lastScanAt: string | null
  /** CIDRs of the networks imported for a board (null: every board); none when the schema is not this program's. */
  readonly networks: readonly string[]
}

/**
 * Looks at a SQLite file as it is: nothing is made, migrated or set.
 *
 * @throws the driver's errors: SQLITE_CANTOPEN, SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_BUSY…
 */
export async function examineSqlite(file: string, board: string | null): Promise<Examination> {
  const sqlite = await openSqlite(file, { create: false })
  try {
    await sqlite.exec('pragma busy_timeout = 3000')
    const tables = await sqlite.all("select name from sqlite_master where type = 'table'", [])
    const names = tables.map(({ name }) => String(name))
    const migrations = names.includes('kysely_migration')
      ? await sqlite.all('select name from kysely_migration order by name desc limit 1', [])
      : []
    const schema = stateOf(migrations[0] === undefined ? null : String(migrations[0]['name']), names.length > 0)
    const [check] = await sqlite.all('pragma quick_check(1)', [])
    const said = String(Object.values(check ?? {})[0] ?? 'ok')
    const facts = schema === 'current' ? await readFacts(sqlite, board) : { lastScanAt: null, networks: [] }
    return { schema, damage: said === 'ok' ? null : said, ...facts }
  } finally {
    await sqlite.close()
  }
}

async function readFacts(sqlite: Sqlite, board: string | null): Promise<Pick<Examination, 'lastScanAt' | 'networks'>> {
  const [last] = await sqlite.all('select max(started_at) as at from scan', [])
  const rows = await sqlite.all('select cidr, board from network where until is null order by cidr', [])
  const mine = rows.filter((row) => board === null || row['board'] === board || row['board'] === '')
  return {
    lastScanAt: typeof last?.['at'] === 'string' ? last['at'] : null,
    networks: mine.map(({ cidr }) => String(cidr)),
  }
}
