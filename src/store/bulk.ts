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

/** PostgreSQL's text holds no NUL, and neither database half a character; so that both hold the same, neither does. */
function storable(cell: Value): Value {
  if (typeof cell !== 'string' || !/[\0\ud800-\udfff]/.test(cell)) return cell
  return cell.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
}

/** A text of more than so many characters gains nothing by being quoted. */
const LONG = 8192

type Cells = readonly Value[]

/** A statement that inserts some rows: what stands after the columns' names, and its values after the shared ones. */
interface Source {
  readonly text: string
  readonly values: readonly Value[]
}

/**
 * Inserts rows, many with each statement; cells in the order of `columns`. `onConflict` ends each statement; `shared` has
 * the columns that are the same in every row, which are then sent once.
 */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly Cells[],
  {
    onConflict = '',
    shared = {},
  }: { readonly onConflict?: string; readonly shared?: Readonly<Record<string, Value>> } = {},
): Promise<void> {
  const names = [...columns, ...Object.keys(shared)].map((column) => `"${column}"`).join(', ')
  const constants = Object.values(shared)
  const ends = constants.map((_, i) => `, ?${i + 1}`).join('')
  for (const part of chunks(rows, rowsPerStatement(columns.length))) {
    const { text, values } = asJson(part, columns, constants.length, ends) ?? asValues(part, constants.length, ends)
    const statement = `insert into "${table}" (${names}) ${text} ${onConflict}`
    await tx.executeQuery(CompiledQuery.raw(statement, [...constants, ...values]))
  }
}

/**
 * Rows as one JSON text, which both databases take apart much faster than they take thousands of values; null when there
 * are long texts, or fractions: what SQLite reads of one in JSON may differ in the last bit.
 */
function asJson(rows: readonly Cells[], columns: readonly string[], shared: number, ends: string): Source | null {
  const isFit = (cell: Value): boolean =>
    typeof cell === 'number' ? Number.isSafeInteger(cell) : cell === null || cell.length <= LONG
  if (!rows.every((row) => row.every(isFit))) return null
  const cells = columns.map((_, i) => toldCell(rows, i))
  const text = jsonOf(rows)
  // "where true": SQLite would take `on conflict` for a join.
  return { text: `select ${cells.join(', ')}${ends} from json_each(?${shared + 1}) where true`, values: [text] }
}

/** The cell of a column among those that `json_each` gives of `jsonOf`. */
function toldCell(rows: readonly Cells[], i: number): string {
  const told = rows.find((row) => row[i] !== null)?.[i]
  return told === undefined ? 'null' : typeof told === 'number' ? `cast(value->>${i} as bigint)` : `value->>${i}`
}

/** An object, as PostgreSQL's `json_each` wants one. */
function jsonOf(rows: readonly Cells[]): string {
  const text = JSON.stringify({ ...rows })
  // Among what JSON writes so are NUL and half characters.
  return text.includes('\\u') ? JSON.stringify({ ...rows.map((row) => row.map(storable)) }) : text
}

function asValues(rows: readonly Cells[], shared: number, ends: string): Source {
  const values = rows.flatMap((row) => row.map(storable))
  let at = shared
  const places = rows.map((row) => `(${row.map(() => `?${++at}`).join(', ')}${ends})`)
  return { text: `values ${places.join(', ')}`, values }
}

/** `("a", "b") in` some pairs, for keys of one column or more: texts and whole numbers. */
export function keyIn(columns: readonly string[], keys: readonly Cells[]): RawBuilder<boolean> {
  const cells = sql.raw(columns.map((_, i) => toldCell(keys, i)).join(', '))
  return sql<boolean>`(${sql.join(columns.map((column) => sql.ref(column)))}) in (
    select ${cells} from json_each(${jsonOf(keys)}))`
}
