import { sql } from '#kysely'
import { connect, isPostgres, type Db } from './database.js'
import { schemaState, type SchemaState } from './migrate.js'

/** What a database is found to be. */
export interface Examination {
  readonly schema: SchemaState
  /** Null when SQLite's own quick check finds nothing (a server checks itself); else the first thing that it finds. */
  readonly damage: string | null
  /** When the last scan began, ISO 8601; null when there was none, or the schema is not this program's. */
  readonly lastScanAt: string | null
  /** CIDRs of the networks imported for a board (null: every board); none when the schema is not this program's. */
  readonly networks: readonly string[]
}

/**
 * Looks at a database as it is: nothing is made, migrated or set.
 *
 * @throws the driver's errors: a file that cannot be opened or read, a server that does not answer or refuses.
 */
export async function examine(database: string, password: string | null, board: string | null): Promise<Examination> {
  return lookAt(database, password, async (db) => {
    const { state } = await schemaState(db as never)
    const damage = isPostgres(database) ? null : await findDamage(db)
    const facts = state === 'current' ? await readFacts(db, board) : { lastScanAt: null, networks: [] }
    return { schema: state, damage, ...facts }
  })
}

/** Looks for something in a database as it is. @throws as `examine`, and what the look throws. */
export async function lookAt<T>(database: string, password: string | null, look: (db: Db) => Promise<T>): Promise<T> {
  const db = connect(database, 'look', password)
  try {
    return await look(db)
  } finally {
    await db.destroy()
  }
}

async function findDamage(db: Db): Promise<string | null> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db)
  const said = rows[0]?.quick_check ?? 'ok'
  return said === 'ok' ? null : said
}

async function readFacts(db: Db, board: string | null): Promise<Pick<Examination, 'lastScanAt' | 'networks'>> {
  const last = await db.selectFrom('scan').select('started_at').orderBy('started_at', 'desc').limit(1).execute()
  const rows = await db
    .selectFrom('network')
    .select(['cidr', 'board'])
    .where('until', 'is', null)
    .orderBy('cidr')
    .execute()
  const mine = rows.filter((row) => board === null || row.board === board || row.board === '')
  return { lastScanAt: last[0]?.started_at ?? null, networks: mine.map(({ cidr }) => cidr) }
}
