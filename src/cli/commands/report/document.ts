import { Option, type Command } from '#commander'
import { extname, resolve } from 'node:path'
import type { AskedReport } from '../../../app/reports/basis.js'
import type { Messages } from '../../../i18n/translator.js'
import { UserError } from '../../../model/errors.js'
import type { ReportDocument } from '../../../model/report-document.js'
import type { Context, Options } from '../../command.js'
import { flagOption, textOption, yearOption } from '../../options.js'

const FORMATS = ['csv', 'xlsx', 'json', 'md', 'html'] as const

/** What every report takes: how it comes out, by which rule, for which year and board. */
export function documentOptions(command: Command, m: Messages, { isRuled } = { isRuled: true }): Command {
  if (isRuled) command.option(`--rules <${m.placeholders.file}>`, m.results.rulesOption)
  return command
    .option(`--year <${m.placeholders.year}>`, m.cli.yearOption)
    .option(`--board <${m.placeholders.code}>`, m.report.boardOption)
    .option('--json', m.cli.jsonOption)
    .addOption(
      new Option(`--format <${m.placeholders.form}>`, m.cli.formatOption)
        .choices([...FORMATS])
        .default(undefined, m.report.formatDefault),
    )
    .option('--excel', m.report.excelOption)
    .option(`--out <${m.placeholders.file}>`, m.cli.outOption)
}

/** What these options ask for. @throws UserError */
export function asked({ m, cwd }: Context, options: Options): AskedReport {
  const [rules, board] = [textOption(options, 'rules'), textOption(options, 'board')]
  return { cwd, rules, board, year: yearOption(options, m) }
}

type Form = (typeof FORMATS)[number] | 'table' | 'excel'

/** How a report comes out, and where to. */
interface Outcome {
  readonly form: Form
  readonly path: string | null
}

/** The form asked for: by name, else by the name of the file. @throws UserError for what a terminal cannot show. */
export function outcomeForm({ m, cwd, streams }: Context, options: Options): Outcome {
  const file = textOption(options, 'out')
  const extension = FORMATS.find((format) => file !== undefined && extname(file).toLowerCase() === `.${format}`)
  const named = flagOption(options, 'json') ? 'json' : FORMATS.find((format) => format === options['format'])
  const isExcel = flagOption(options, 'excel')
  const form = named ?? extension ?? (file !== undefined || isExcel ? 'csv' : 'table')
  if (isExcel && form !== 'csv') {
    throw new UserError(m.report.excelFormat(form), m.report.excelFormatHint, { usage: true })
  }
  if (file === undefined && (form === 'xlsx' || (form === 'html' && streams.stdout.isTTY === true))) {
    throw new UserError(m.report.needsFile(form), m.report.needsFileHint(`${m.report.anyFile}.${form}`), {
      usage: true,
    })
  }
  return { form: isExcel ? 'excel' : form, path: file === undefined ? null : resolve(cwd, file) }
}

/** Prints or writes a report; a file is written whole or not at all. */
export async function writeDocument(
  context: Context,
  { form, path }: Outcome,
  document: ReportDocument,
): Promise<void> {
  const { m, out } = context
  const content = await rendered(context, form, document)
  if (path !== null) {
    const { writeFileWhole } = await import('../../../lib/files.js')
    await writeFileWhole(path, content)
    out.notice(m.cli.written(path))
  } else if (typeof content === 'string') await out.print(content)
  else if (!(content instanceof Uint8Array)) for await (const piece of content) await out.print(piece)
  if (form === 'table') for (const note of document.notes) out.notice(note)
}

type Content = string | Uint8Array | AsyncIterable<string>

async function rendered({ m, out }: Context, form: Form, document: ReportDocument): Promise<Content> {
  const [first] = document.sheets
  if (first === undefined) throw new Error(`${document.id} has no sheet`)
  switch (form) {
    case 'xlsx':
      return (await import('../../../reports/formats/xlsx.js')).renderXlsx(document, m)
    case 'html':
      return (await import('../../../reports/formats/html.js')).renderHtml(document, m)
    case 'md':
      return (await import('../../../reports/formats/markdown.js')).renderMarkdown(document, m)
    case 'json':
      return (await import('../../../reports/formats/json.js')).renderDocument(document)
    case 'csv':
      return (await import('../../../reports/formats/csv.js')).renderCsv(first, first.rows)
    case 'excel': {
      const { excelForm, renderCsv } = await import('../../../reports/formats/csv.js')
      return renderCsv(first, first.rows, {}, excelForm(m))
    }
    case 'table':
      return (await import('../../../reports/formats/table.js')).renderTable(first, first.rows, {}, m, out)
  }
}
