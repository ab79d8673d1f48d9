import { createHash } from 'node:crypto'
import { sql, type Kysely } from '#kysely'
import { insertRows, type Tx, type Value } from './bulk.js'
import { openStore, type Db } from './database.js'
import { DEVICE_TABLES } from './device-facts.js'
import { IMPORTED } from './imported.js'
import { latestMigration } from './migrate.js'
import type { Schema } from './schema.js'
import { overwriteDeleted } from './sqlite.js'

export type TableName = keyof Schema

/** Every table, those that others refer to first; but for who has the devices, which is copied nowhere. */
export const TABLES = [
  'source',
  ...(Object.keys(IMPORTED) as (keyof typeof IMPORTED)[]),
  'import_before',
  'override',
  'allocation_run',
  'allocation_input',
  'allocation_row',
  'scan',
  'device',
  'target',
  ...DEVICE_TABLES,
  'change',
  'mac_sighting',
  'address_sighting',
  'gauge',
  'wan_basis',
  'wan_interface',
  'traffic_sample',
  'traffic_day',
] as const satisfies readonly TableName[]

/** What a table holds: how many rows, and the hash of every cell of them, by id. */
export interface TableDigest {
  readonly table: TableName
  readonly rows: number
  readonly sha256: string
}

const PAGE = 2000

/**
 * The columns of every table that a schema has, in one order for both databases; what a database computes itself is left
 * out.
 */
export async function columnsByTable(schema = latestMigration()): Promise<ReadonlyMap<string, readonly string[]>> {
  const model = await openStore(':memory:', { create: true, schema })
  try {
    const tables = await model.db.introspection.getTables()
    return new Map(tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]))
  } finally {
    await model.close()
  }
}

/** The rows of a table by id, a page at a time, cells in the order of `columns`. */
async function* pagesOf(db: Tx, table: TableName, columns: readonly string[]): AsyncGenerator<Value[][]> {
  const list = sql.join(columns.map((column) => sql.ref(column)))
  for (let after = -1; ;) {
    const { rows } = await sql<Record<string, Value>>`select ${list} from ${sql.table(table)}
      where id > ${after} order by id limit ${PAGE}`.execute(db)
    if (rows.length === 0) return
    yield rows.map((row) => columns.map((column) => row[column] ?? null))
    after = Number(rows.at(-1)?.['id'])
  }
}

/** The digest of a table as it stands in a database. */
export async function digestTable(db: Tx, table: TableName, columns: readonly string[]): Promise<TableDigest> {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of pagesOf(db, table, columns)) {
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
    count += rows.length
  }
  return { table, rows: count, sha256: hash.digest('hex') }
}

/** Copies a table, ids and all, and gives the digest of what was read. */
export async function copyTable(
  from: Db,
  to: Tx,
  table: TableName,
  columns: readonly string[],
  progress: (rows: number) => void,
): Promise<TableDigest> {
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of pagesOf(from, table, columns)) {
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
    await insertRows(to, table, columns, rows)
    count += rows.length
    progress(count)
  }
  return { table, rows: count, sha256: hash.digest('hex') }
}

/** On PostgreSQL, lets ids go on after those that were copied; SQLite does so by itself. */
export async function continueIds(db: Tx, table: TableName): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${`"${table}"`}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(
    db as Kysely<Schema>,
  )
}

/** Tables whose rows nothing changes nor removes (migration 0012), but a database that takes the place of another whole. */
const NEVER_CHANGED = ['allocation_run', 'allocation_input', 'allocation_row'] as const satisfies readonly TableName[]

/** Removes every row, those that refer to others first: kept allocations too, whose guards stand again afterwards. */
export async function emptyTables(db: Tx, kind: 'sqlite' | 'postgres'): Promise<void> {
  await overwriteDeleted(db)
  const guardAgain = await liftGuards(db, kind)
  for (const table of ['fleet_holder', ...TABLES.toReversed()]) await sql`delete from ${sql.table(table)}`.execute(db)
  await guardAgain()
}

/** Lifts, in a transaction, what refuses changes of the tables that are never changed. Gives what puts it back. */
async function liftGuards(db: Tx, kind: 'sqlite' | 'postgres'): Promise<() => Promise<void>> {
  if (kind === 'postgres') {
    const turn = async (how: 'disable' | 'enable'): Promise<void> => {
      for (const table of NEVER_CHANGED)
        await sql`alter table ${sql.table(table)} ${sql.raw(how)} trigger ${sql.ref(`${table}_kept`)}`.execute(db)
    }
    await turn('disable')
    return () => turn('enable')
  }
  const { rows } = await sql<{ name: string; made: string }>`select name, sql as made from sqlite_master
    where type = 'trigger' and tbl_name in (${sql.join(NEVER_CHANGED)})`.execute(db)
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db)
  return async () => {
    for (const { made } of rows) await sql.raw(made).execute(db)
  }
}

/** How many rows a table has. */
export async function countRows(db: Db, table: TableName): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
  return rows[0]?.n ?? 0
}

const WITHOUT_INTERVALS: readonly TableName[] = [
  'source',
  'import_before',
  ...NEVER_CHANGED,
  'scan',
  'device',
  'change',
  'gauge',
  'wan_basis',
  'traffic_sample',
  'traffic_day',
]

/** How many facts of a table end before they begin; 0 for a table without intervals. */
export async function findInvertedIntervals(db: Db, table: TableName): Promise<number> {
  if (WITHOUT_INTERVALS.includes(table)) return 0
  const isSighting = table === 'mac_sighting' || table === 'address_sighting'
  const [from, to] = isSighting ? ['first_seen', 'last_seen'] : ['since', 'until']
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
    where ${sql.ref(to)} < ${sql.ref(from)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** What is wrong with a file's pages, or with rows that refer to others that are not there: the database's own words, ten at most. */
export async function findStructureFaults(db: Db, kind: 'sqlite' | 'postgres'): Promise<readonly string[]> {
  // A server checks its pages by its own means, and never takes a reference to nothing.
  if (kind === 'postgres') return []
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check(10)`.execute(db)
  const faults = integrity.rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
  const references = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(db)
  return [...faults, ...references.rows.map(({ table, rowid, parent }) => `${table} ${rowid} → ${parent}`)].slice(0, 10)
}

/** Gives back to the disk what nothing uses, and refreshes what the database knows of itself. */
export async function vacuum(db: Db, kind: 'sqlite' | 'postgres'): Promise<void> {
  if (kind === 'postgres') await sql`vacuum (analyze)`.execute(db)
  else {
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
    await sql`vacuum`.execute(db)
    await sql`analyze`.execute(db)
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
  }
}

/** How many bytes a server's database takes. */
export async function serverBytes(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select pg_database_size(current_database()) as n`.execute(db)
  return rows[0]?.n ?? 0
}
