import { sql } from '#kysely'
import type { ImportedFrom } from '../model/problem.js'
import type { ImportRow } from '../model/rows.js'
import type { Tx, Value } from './bulk.js'
import { IMPORTED, type FactCounts, type ImportedTable } from './imported.js'

/** Registers a file that is being read; what only the end of it tells comes with `finishSource`. */
export async function addSource(
  tx: Tx,
  source: { readonly kind: string; readonly file: string; readonly at: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('source')
    .values({ kind: source.kind, file: source.file, sha256: '', imported_at: source.at, row_count: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes the hash and the number of rows of a file that was read to its end, and what it came to. */
export async function finishSource(
  tx: Tx,
  source: number,
  read: { readonly sha256: string; readonly rows: number } & Pick<FactCounts, 'added' | 'changed' | 'removed'>,
): Promise<void> {
  const { sha256, rows, added, changed, removed } = read
  await tx
    .updateTable('source')
    .set({ sha256, row_count: rows, added, changed, removed })
    .where('id', '=', source)
    .execute()
}

/**
 * The instant that an import is kept under: now, or just after the last one when the clock was set back. No two have the
 * same: it tells which import closed a fact.
 */
export async function nextInstant(tx: Tx, now: string): Promise<string> {
  const { last } = await tx
    .selectFrom('source')
    .select((q) => q.fn.max('imported_at').as('last'))
    .executeTakeFirstOrThrow()
  return last === null || now > last ? now : new Date(Date.parse(last) + 1).toISOString()
}

/** Files that were imported, the newest first; those that were taken back too. */
export async function listSources(db: Tx): Promise<ImportRow[]> {
  const rows = await db.selectFrom('source').selectAll().orderBy('id', 'desc').execute()
  return rows.map((row) => ({
    import: row.id,
    kind: row.kind,
    file: row.file,
    importedAt: row.imported_at,
    rows: row.row_count,
    added: row.added,
    changed: row.changed,
    removed: row.removed,
    sha256: row.sha256,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
  }))
}

/** What differs once a file was imported or taken back. */
export async function importMark(db: Tx): Promise<string> {
  const { rows } = await sql<{ last: number | null; undone: number }>`
    select max(id) as last, count(undone_at) as undone from source`.execute(db)
  return JSON.stringify(rows)
}

/** A value of a new file that names something which nobody has imported. */
export interface Orphan {
  readonly line: number
  readonly column: string
  readonly value: string
}

/** Columns that must name something known, and in which tables it may be. */
export const REFERENCES: Partial<
  Record<ImportedTable, readonly { column: string; in: readonly (readonly [string, string])[] }[]>
> = {
  school: [{ column: 'board', in: [['board', 'code']] }],
  share: [
    { column: 'school', in: [['school', 'code']] },
    { column: 'building', in: [['building', 'code']] },
  ],
  enrolment: [{ column: 'school', in: [['school', 'code']] }],
  equipment: [{ column: 'school', in: [['school', 'code']] }],
  spending: [{ column: 'school', in: [['school', 'code']] }],
  fleet_device: [{ column: 'school', in: [['school', 'code']] }],
  deprivation: [{ column: 'school', in: [['school', 'code']] }],
  territory: [{ column: 'board', in: [['board', 'code']] }],
  network: [{ column: 'building', in: [['building', 'code']] }],
  wan_link: [
    { column: 'a', in: [['building', 'code']] },
    {
      column: 'b',
      in: [
        ['building', 'code'],
        ['pop', 'pop'],
      ],
    },
  ],
}

/** The facts of a source that name a school, a building or a POP that is not known, by line. */
export async function findOrphans(tx: Tx, table: ImportedTable, source: number): Promise<Orphan[]> {
  const orphans: Orphan[] = []
  for (const reference of REFERENCES[table] ?? []) {
    const known = reference.in.map(
      ([other, key]) => sql`select ${sql.ref(key)} from ${sql.table(other)} where until is null`,
    )
    const column = sql.ref(reference.column)
    const { rows } = await sql<{ line: number; value: string }>`
      select source_line as line, ${column} as value from ${sql.table(table)}
      where source_id = ${source} and until is null and ${column} is not null and ${column} <> ''
        and ${column} not in (${sql.join(known, sql` union all `)})
      order by source_line`.execute(tx)
    orphans.push(...rows.map(({ line, value }) => ({ line, column: reference.column, value })))
  }
  return orphans.sort((a, b) => a.line - b.line)
}

/** A fact's key, in the order of IMPORTED, and where it comes from. */
interface FactSource extends ImportedFrom {
  readonly key: readonly Value[]
}

/** Which file and line the current facts of a table come from, those that have some cells, by id. */
export async function findSources(
  db: Tx,
  table: ImportedTable,
  like: Readonly<Record<string, Value>>,
): Promise<FactSource[]> {
  const { key } = IMPORTED[table]
  const columns = key.map((column, i) => sql`${sql.ref(`fact.${column}`)} as ${sql.ref(`key${i}`)}`)
  const where = Object.entries(like).map(([column, value]) => sql`and ${sql.ref(`fact.${column}`)} = ${value}`)
  const { rows } = await sql<Record<string, Value>>`
    select ${sql.join(columns)}, source.id as source, source.file, source.sha256, fact.source_line as line,
      source.imported_at as imported_at
    from ${sql.table(table)} as fact join source on source.id = fact.source_id
    where fact.until is null ${sql.join(where, sql` `)} order by fact.id`.execute(db)
  return rows.map((row) => ({
    key: key.map((_, i) => row[`key${i}`] ?? null),
    import: Number(row['source']),
    file: String(row['file']),
    sha256: String(row['sha256']),
    line: Number(row['line']),
    importedAt: String(row['imported_at']),
  }))
}
