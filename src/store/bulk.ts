import { CompiledQuery, sql, type RawBuilder, type Transaction } from '#kysely'
import type { Db } from './database.js'
import type { Schema } from './schema.js'

export type Value = string | number | null
export type Tx = Transaction<Schema> | Db

/** SQLite takes 32,766 variables in a statement, PostgreSQL 65,535. */
const MOST_VARIABLES = 32_000

/** How many rows of so many columns fit in one statement; 500 is where more gains nothing. */
export function rowsPerStatement(columns: number): number {
  return Math.max(1, Math.min(500, Math.floor(MOST_VARIABLES / columns)))
}

/** The parts of a list, each of at most `size` items. */
export function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += size) yield items.slice(i, i + size)
}

/** PostgreSQL's text holds no NUL; so that both databases hold the same, neither does. */
function storable(cell: Value): Value {
  return typeof cell === 'string' && cell.includes('\0') ? cell.replaceAll('\0', '') : cell
}

/**
 * Inserts rows by multi-row statements; cells in the order of `columns`. `onConflict` ends each statement; `shared` has
 * the columns that are the same in every row, which are then sent once.
 */
export async function insertRows(
  tx: Tx,
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  {
    onConflict = '',
    shared = {},
  }: { readonly onConflict?: string; readonly shared?: Readonly<Record<string, Value>> } = {},
): Promise<void> {
  const names = [...columns, ...Object.keys(shared)].map((column) => `"${column}"`).join(', ')
  const constants = Object.values(shared)
  const ends = constants.map((_, i) => `, ?${i + 1}`).join('')
  for (const part of chunks(rows, rowsPerStatement(columns.length))) {
    const cells: Value[] = [...constants]
    const places: string[] = []
    for (const row of part) {
      const from = cells.length + 1
      for (const cell of row) cells.push(storable(cell))
      places.push(`(${row.map((_, i) => `?${from + i}`).join(', ')}${ends})`)
    }
    await tx.executeQuery(
      CompiledQuery.raw(`insert into "${table}" (${names}) values ${places.join(', ')} ${onConflict}`, cells),
    )
  }
}

/** `("a", "b") in ((1, 2), (3, 4))`, for keys of one column or more. */
export function keyIn(columns: readonly string[], keys: readonly (readonly Value[])[]): RawBuilder<boolean> {
  const tuple = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(parts)})`
  const left = tuple(columns.map((column) => sql.ref(column)))
  // A place says no type: where it stands alone, PostgreSQL takes it for text.
  const place = (value: Value): RawBuilder<unknown> =>
    typeof value === 'number' ? sql`cast(${value} as bigint)` : sql`${value}`
  const right = keys.map((key) => tuple(key.map(place)))
  return sql<boolean>`${left} in (values ${sql.join(right)})`
}
