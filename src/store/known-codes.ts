import { sql } from '#kysely'
import type { Tx } from './bulk.js'

/** Columns of files that hold a code of six digits, by the table that knows it. */
const CODE_COLUMNS: Readonly<Record<string, 'board' | 'school' | 'building'>> = {
  board: 'board',
  school: 'school',
  building: 'building',
  a: 'building',
  b: 'building',
}

/**
 * Restores the zeros that a spreadsheet took from the start of a code: only where one known board, school or building of
 * the column's kind has that code. Codes are six digits, so no two can answer.
 */
export async function codeRestorer(tx: Tx): Promise<(column: string, digits: string) => string | null> {
  const known = new Map<string, ReadonlySet<string>>()
  for (const table of ['board', 'school', 'building'] as const) {
    const { rows } = await sql<{ code: string }>`
      select code from ${sql.table(table)} where until is null and code like '0%'`.execute(tx)
    known.set(table, new Set(rows.map(({ code }) => code)))
  }
  return (column, digits) => {
    const code = digits.padStart(6, '0')
    return known.get(CODE_COLUMNS[column] ?? '')?.has(code) === true ? code : null
  }
}
