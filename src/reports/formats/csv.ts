import { stringify } from 'csv-stringify/sync'
import { inert } from '../../lib/text.js'
import type { Report } from '../../model/report.js'
import { snakeCase, type RowTexts } from '../names.js'

function raw(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return inert(Array.isArray(value) ? value.map(raw).join(' ') : String(value))
}

/** How a CSV differs from the usual one, when people open it: a byte order mark, headers in words, another delimiter. */
interface CsvForm {
  readonly delimiter: string
  readonly bom: boolean
  /** Headers by field; a field without one keeps its name. */
  readonly headers: Readonly<Record<string, string>>
}

const USUAL: CsvForm = { delimiter: ',', bom: false, headers: {} }

/**
 * CSV as Données Québec asks: UTF-8, comma, decimal point, raw values in SI units or cents, empty for unknown, headers in
 * snake_case. `texts` words the fields that are structures.
 */
export async function* renderCsv<Row>(
  report: Report<Row>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  texts: RowTexts<Row>,
  { delimiter, bom, headers }: CsvForm = USUAL,
): AsyncGenerator<string> {
  yield stringify([report.columns.map(({ key }) => headers[key] ?? snakeCase(key))], { delimiter, bom })
  for await (const row of rows) {
    yield stringify([report.columns.map(({ key }) => raw(texts[key] === undefined ? row[key] : texts[key](row)))], {
      delimiter,
    })
  }
}
