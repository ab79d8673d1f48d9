import { resolve } from 'node:path'
import type { Report } from '../model/report.js'
import type { RowTexts } from '../reports/names.js'
import type { Context, Options } from './command.js'
import { flagOption, textOption } from './options.js'

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
  const pieces = async (): Promise<AsyncIterable<string>> => {
    if (format === 'json') return (await import('../reports/formats/json.js')).renderJson(rows)
    if (format === 'csv') return (await import('../reports/formats/csv.js')).renderCsv(report, rows, texts)
    const { renderTable } = await import('../reports/formats/table.js')
    return renderTable(report, rows, texts, m, file === undefined ? out : { columns: 120, colour: false })
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
