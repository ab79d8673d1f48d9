import Table from '#cli-table3'
import pc from '#picocolors'
import type { Messages } from '../../i18n/translator.js'
import { printable } from '../../lib/text.js'
import type { ReasonCode } from '../../model/outcome.js'
import type { Report, ReportColumn } from '../../model/report.js'
import type { RowTexts } from '../names.js'
import { headerOf, isFigure, written } from './written.js'

/** The narrowest that a column of text is cut to before others suffer. */
const NARROWEST = 6

/** How a table is fitted to its reader. */
export interface TableSettings {
  readonly columns: number
  readonly colour: boolean
}

/** Of a reading that failed or broke off, why: it tells more than the status alone. */
function cellOf<Row>(row: Row, { key, kind }: ReportColumn<Row>, m: Messages): string {
  const reason = kind === 'status' ? (row as { reasonCode?: ReasonCode | null }).reasonCode : null
  return reason ? m.shortReasons[reason] : written(row[key], { key, kind }, m)
}

/** What a person says of a row: in `overridden`, the names of its fields; `ignore` is said of the row whole. */
function saidOf(row: unknown): readonly string[] {
  return (row as { overridden?: readonly string[] }).overridden ?? []
}

const SAID = ' *'
const IGNORED = ' ×'

/** The signs after a cell, which the legend tells: a person said it; a person leaves the row out (on its first cell). */
function signs<Row>(row: Row, key: string, isFirst: boolean): string {
  const said = saidOf(row)
  return `${said.includes(key) ? SAID : ''}${isFirst && said.includes('ignore') ? IGNORED : ''}`
}

/** What the signs mean, for those that are in the table. */
function legend(seen: ReadonlySet<string>, { overrides }: Messages): string {
  const lines = [
    ...(seen.has(SAID) ? [overrides.legendSaid] : []),
    ...(seen.has(IGNORED) ? [overrides.legendIgnored] : []),
  ]
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`
}

function coloured(text: string, value: unknown, colour: boolean): string {
  const { red, yellow, green } = pc.createColors(colour)
  if (value === 'critical' || value === 'failed' || value === 'unlinked') return red(text)
  if (value === 'short' || value === 'tight' || value === 'partial') return yellow(text)
  return value === 'ok' || value === 'answered' ? green(text) : text
}

/** Widths that fit: the widest text gives way first; a figure, a code or a date is never cut. */
function fitted(natural: readonly number[], elastic: readonly boolean[], room: number): number[] {
  const widths = [...natural]
  let excess = widths.reduce((sum, width) => sum + width, 0) - room
  while (excess > 0) {
    const widest = Math.max(...widths.filter((_, i) => elastic[i]))
    if (widest <= NARROWEST) break
    widths[widths.findIndex((width, i) => elastic[i] === true && width === widest)] = widest - 1
    excess--
  }
  return widths
}

/** A text in so many columns; its signs are never cut off. */
function cut(text: string, width: number, signs = ''): string {
  const room = width - signs.length
  return `${text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`}${signs}`
}

/** A text broken at its spaces into lines of at most `width`, indented by two; a longer word stays whole. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ' '
  for (const word of text.split(' ')) {
    if (line !== ' ' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ' '
    }
    line = `${line} ${word}`
  }
  return [...lines, line]
}

/** Rows of which a column's width is measured together: a table of any length takes the memory of so many. */
const PAGE = 1000

/** A table for the terminal, as wide as its reader's at most. Past 1,000 rows the headers come again, with new widths. */
export async function* renderTable<Row>(
  report: Pick<Report<Row>, 'columns'>,
  rows: Iterable<Row> | AsyncIterable<Row>,
  texts: RowTexts<Row>,
  m: Messages,
  settings: TableSettings,
): AsyncGenerator<string> {
  let page: Row[] = []
  let pages = 0
  const shown = report.columns.filter(({ inTable }) => inTable)
  const seen = new Set<string>()
  for await (const row of rows) {
    page.push(row)
    for (const said of saidOf(row)) {
      if (said === 'ignore') seen.add(IGNORED)
      else if (shown.some(({ key }) => key === said)) seen.add(SAID)
    }
    if (page.length < PAGE) continue
    yield renderPage(report, page, texts, m, settings)
    page = []
    pages++
  }
  if (page.length > 0) yield renderPage(report, page, texts, m, settings)
  else if (pages === 0) yield `${m.lists.nothing}\n`
  if (seen.size > 0) yield legend(seen, m)
}

function renderPage<Row>(
  report: Pick<Report<Row>, 'columns'>,
  rows: readonly Row[],
  texts: RowTexts<Row>,
  m: Messages,
  settings: TableSettings,
): string {
  const columns = report.columns.filter(({ inTable, below }) => inTable && below !== true)
  const sentences = report.columns.filter(({ inTable, below }) => inTable && below === true)
  const headers = columns.map((column) => headerOf(column, m))
  const shown = (row: Row, column: ReportColumn<Row>): string => {
    const text = texts[column.key]
    return text === undefined ? cellOf(row, column, m) : printable(text(row))
  }
  const cells = rows.map((row) => columns.map((column) => shown(row, column)))
  const marks = rows.map((row) => columns.map(({ key }, i) => signs(row, key, i === 0)))
  const widthOf = (r: number, i: number): number => (cells[r]?.[i]?.length ?? 0) + (marks[r]?.[i]?.length ?? 0)
  const natural = headers.map((header, i) => Math.max(header.length, ...rows.map((_, r) => widthOf(r, i))))
  const elastic = columns.map(({ kind }) => kind === 'text' || kind === 'word')
  const widths = fitted(natural, elastic, settings.columns - 2 * (columns.length - 1))
  const none = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  }
  const table = new Table({
    head: headers.map((header, i) => pc.createColors(settings.colour).bold(cut(header, widths[i] ?? header.length))),
    chars: none,
    colAligns: columns.map(({ kind }) => (isFigure(kind) ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  rows.forEach((row, r) =>
    table.push(
      columns.map(({ key }, i) =>
        coloured(cut(cells[r]?.[i] ?? '', widths[i] ?? 0, marks[r]?.[i]), row[key], settings.colour),
      ),
    ),
  )
  const below = rows.map((row) => sentences.flatMap((column) => wrapped(shown(row, column), settings.columns)))
  // The first line holds the headers, then each row is one.
  const lines = table.toString().split('\n')
  return `${lines.flatMap((line, i) => [line.trimEnd(), ...(below[i - 1] ?? [])]).join('\n')}\n`
}
