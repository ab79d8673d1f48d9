import { stringify } from 'csv-stringify/sync'
import type { Messages } from '../../i18n/translator.js'
import { inert, plain } from '../../lib/text.js'
import type { Report, ReportColumn } from '../../model/report.js'
import { snakeCase, type RowTexts } from '../names.js'
import { headerOf, written } from './written.js'

function raw(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return inert(Array.isArray(value) ? value.map(raw).join(' ') : String(value))
}

type Column = Omit<ReportColumn<unknown>, 'key'> & { readonly key: string }

/** How a CSV differs from the usual one, when people open it. */
interface CsvForm {
  readonly delimiter: string
  /** A byte order mark, by which Excel knows UTF-8. */
  readonly bom: boolean
  header(column: Column): string
  cell(value: unknown, column: Column): string
}

const USUAL: CsvForm = { delimiter: ',', bom: false, header: ({ key }) => snakeCase(key), cell: raw }

/** For Excel as it is set in Canada: `;`, headers and words in the user's language, dollars, a decimal comma in French. */
export function excelForm(m: Messages): CsvForm {
  const figure = (text: string): string => (m.language === 'fr' ? text.replace('.', ',') : text)
  return {
    delimiter: ';',
    bom: true,
    header: (column) => `${headerOf(column, m)}${column.kind === 'money' ? ' ($)' : ''}`,
    cell: (value, column) => {
      if (value === null || value === undefined) return ''
      if (typeof value !== 'number' || column.kind === 'code') return inert(written(value, column, m, plain))
      return figure(column.kind === 'money' ? (value / 100).toFixed(2) : String(Number(value.toFixed(4))))
    },
  }
}

/** Problems of a file, for whoever made it: as a spreadsheet of the person's language opens it. */
export function problemsForm(m: Messages): CsvForm {
  return {
    ...USUAL,
    delimiter: m.language === 'fr' ? ';' : ',',
    bom: true,
    header: ({ key }) => (key === 'value' ? m.importing.valueHeader : headerOf({ key }, m)),
  }
}

/**
 * CSV as Données Québec asks: UTF-8, comma, decimal point, raw values in SI units or cents, empty for unknown, headers in
 * snake_case. `texts` words the fields that are structures.
 */
export async function* renderCsv<Row>(
  { columns }: Pick<Report<Row>, 'columns'>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  texts: RowTexts<Row> = {},
  { delimiter, bom, header, cell }: CsvForm = USUAL,
): AsyncGenerator<string> {
  yield stringify([columns.map(header)], { delimiter, bom })
  for await (const row of rows) {
    const cells = columns.map((column) =>
      cell(texts[column.key] === undefined ? row[column.key] : texts[column.key]?.(row), column),
    )
    yield stringify([cells], { delimiter })
  }
}
