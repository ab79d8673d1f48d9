import type { ReportDocument } from '../../model/report-document.js'

/** An array of the records as they are, one a line: streamed, so that a million interfaces take no memory. */
export async function* renderJson(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const row of rows) {
    yield `${separator}${JSON.stringify(row)}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

/** A report whole but for its charts, which tell nothing more: rows as they are, columns by their fields. */
export function renderDocument({ id, title, notes, sheets }: ReportDocument): string {
  const told = sheets.map(({ id, title, columns, rows, totals }) => ({
    id,
    title,
    columns: columns.map(({ key, kind }) => ({ key, kind })),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))),
    totals,
  }))
  return `${JSON.stringify({ id, title, notes, sheets: told }, null, 1)}\n`
}
