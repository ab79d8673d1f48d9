import { resolve } from 'node:path'
import type { Report } from '../model/report.js'
import type { RowTexts } from '../reports/names.js'
import type { Context, Options } from './command.js'
import { flagOption, textOption } from './options.js'

/** Where a form is not the report's own columns: what a table shows, and the records that JSON gives. */
interface OtherForms<Row> {
  readonly table?: { readonly report: Report<Row>; readonly texts: RowTexts<Row> }
  readonly json?: readonly unknown[]
}

/**
 * Prints or writes the rows of a report: `--json`, `--format`, `--out`. A table is for the eyes; a file without a format
 * is CSV.
 */
export async function printReport<Row>(
  { m, out, cwd }: Context,
  options: Options,
  report: Report<Row>,
  rows: readonly Row[] | AsyncIterable<Row>,
  texts: RowTexts<Row> = {},
  other: OtherForms<Row> = {},
): Promise<void> {
  const file = textOption(options, 'out')
  const format = flagOption(options, 'json')
    ? 'json'
    : (textOption(options, 'format') ?? (file === undefined ? 'table' : 'csv'))
  const pieces = async (): Promise<AsyncIterable<string>> => {
    if (format === 'json') return (await import('../reports/formats/json.js')).renderJson(other.json ?? rows)
    if (format === 'csv') return (await import('../reports/formats/csv.js')).renderCsv(report, rows, texts)
    const { renderTable } = await import('../reports/formats/table.js')
    const shown = other.table ?? { report, texts }
    return renderTable(shown.report, rows, shown.texts, m, file === undefined ? out : { columns: 120, colour: false })
  }
  if (file !== undefined) {
    const { writeFileWhole } = await import('../lib/files.js')
    const path = resolve(cwd, file)
    await writeFileWhole(path, await pieces())
    out.notice(m.cli.written(path))
    return
  }
  for await (const piece of await pieces()) await out.print(piece)
}
