import { resolve } from 'node:path'
import { writeFileWhole } from '../lib/files.js'
import type { Report } from '../model/report.js'
import { renderCsv } from '../reports/formats/csv.js'
import { renderJson } from '../reports/formats/json.js'
import { renderTable } from '../reports/formats/table.js'
import type { RowTexts } from '../reports/names.js'
import type { Context, Options } from './command.js'
import { flagOption, textOption } from './options.js'

export const REPORT_FORMATS = ['table', 'csv', 'json'] as const

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
): Promise<void> {
  const file = textOption(options, 'out')
  const format = flagOption(options, 'json')
    ? 'json'
    : (textOption(options, 'format') ?? (file === undefined ? 'table' : 'csv'))
  const pieces = (): AsyncIterable<string> => {
    if (format === 'json') return renderJson(rows)
    if (format === 'csv') return renderCsv(report, rows, texts)
    return renderTable(report, rows, texts, m, file === undefined ? out : { columns: 120, colour: false })
  }
  if (file !== undefined) {
    const path = resolve(cwd, file)
    await writeFileWhole(path, pieces())
    out.notice(m.cli.written(path))
    return
  }
  for await (const piece of pieces()) await out.print(piece)
}
