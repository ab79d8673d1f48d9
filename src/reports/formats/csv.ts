import { stringify } from 'csv-stringify/sync'
import type { Report } from '../../model/report.js'
import { snakeCase, type RowTexts } from '../names.js'

/** A cell that a spreadsheet would take for a formula is preceded by an apostrophe. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
}

function raw(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return inert(Array.isArray(value) ? value.map(raw).join(' ') : String(value))
}

/**
 * CSV as Données Québec asks: UTF-8, comma, decimal point, raw values in SI units or cents, empty for unknown, headers in
 * snake_case. `texts` words the fields that are structures.
 */
export async function* renderCsv<Row>(
  report: Report<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  texts: RowTexts<Row>,
): AsyncGenerator<string> {
  yield stringify([report.columns.map(({ key }) => snakeCase(key))])
  for await (const row of rows) {
    yield stringify([report.columns.map(({ key }) => raw(texts[key] === undefined ? row[key] : texts[key](row)))])
  }
}
