import type { Messages } from '../../i18n/translator.js'
import { plain } from '../../lib/text.js'
import type { ReportDocument, ReportSheet } from '../../model/report-document.js'
import { totalsOf } from './totals.js'
import { cellText, headerOf, isFigure, written } from './written.js'

/** Text as Markdown shows it: nothing in it is a link, a mark, a cell's end or HTML. */
function shown(text: string): string {
  return plain(text)
    .replace(/[\\`*_{}[\]<>|~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
}

/** The same where a line begins: it begins no list and no heading. */
function begun(text: string): string {
  return shown(text)
    .replace(/^(?=[#+=-])/, '\\')
    .replace(/^\d+(?=[.)])/, '$&\\')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`
}

function table(sheet: ReportSheet<Readonly<Record<string, unknown>>>, m: Messages): string {
  const { columns, rows } = sheet
  if (rows.length === 0) return `${m.report.empty}\n`
  const totals = totalsOf(sheet)
  const last = columns.map((column, i) => {
    const total = totals.get(column.key)
    if (total !== undefined) return `**${shown(written(total, column, m, plain))}**`
    return i === 0 ? `**${m.report.total}**` : ''
  })
  return [
    line(columns.map((column) => shown(headerOf(column, m)))),
    line(columns.map(({ kind }) => (isFigure(kind) ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => shown(cellText(sheet, row, column, m))))),
    ...(totals.size === 0 ? [] : [line(last)]),
  ].join('')
}

/** A report in Markdown, its sheets as tables (GitHub's form); charts are left out. */
export function renderMarkdown({ title, notes, sheets }: ReportDocument, m: Messages): string {
  const parts = [
    `# ${begun(title)}\n`,
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${begun(note)}\n`).join('')]),
    ...sheets.map((sheet) => `## ${begun(sheet.title)}\n\n${table(sheet, m)}`),
  ]
  return parts.join('\n')
}
