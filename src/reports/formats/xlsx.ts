import type { Cell, CellStyle, CellValue, WriteSheet } from '#hucre'
import type { Messages } from '../../i18n/translator.js'
import { inert, plain } from '../../lib/text.js'
import type { ReportDocument, ReportSheet } from '../../model/report-document.js'
import type { ReportColumn } from '../../model/report.js'
import { totalsOf } from './totals.js'
import { headerOf, isFigure, written } from './written.js'

type Row = Readonly<Record<string, unknown>>
type Sheet = ReportSheet<Row>
type Column = ReportColumn<Row>

/** What a cell holds at most. @see ECMA-376, and Excel's own limits */
const LONGEST_TEXT = 32_767
/** Widths in characters; longer texts go on below. A code is never cut, a hash neither. */
const NARROWEST = 9
const WIDEST = 32
const WIDEST_CODE = 68
const SENTENCE = 60
/** Points. Some programs leave a row as high as one line, whatever it holds. */
const LINE_HEIGHT = 15
const HIGHEST = 400
/** The file says when it was made, and the same input makes the same bytes. */
const NO_DATE = new Date(Date.UTC(1980, 0, 1))

const FONT = { name: 'Calibri', size: 11 }
const HEADER: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F3A5F' } },
  alignment: { wrapText: true, vertical: 'center' },
}

/** Excel's own formats: `$` of Canada in French or in English, whatever the reader's machine says of separators. */
function numberFormat({ key, kind }: Column, rows: readonly Row[], isFrench: boolean): string | undefined {
  if (kind === 'money') return isFrench ? String.raw`#,##0.00\ [$$-C0C]` : '[$$-1009]#,##0.00'
  if (kind === 'percent') return isFrench ? String.raw`0.0\ %` : '0.0%'
  if (kind === 'ratio') return '0.00'
  if (kind === 'number' || kind === 'rate') {
    return rows.every((row) => typeof row[key] !== 'number' || Number.isInteger(row[key])) ? '#,##0' : '#,##0.0'
  }
  return kind === 'code' ? '@' : undefined
}

function styleOf(column: Column, rows: readonly Row[], m: Messages): CellStyle {
  const numFmt = numberFormat(column, rows, m.language === 'fr')
  return {
    ...(numFmt === undefined ? {} : { numFmt }),
    alignment: {
      vertical: 'top',
      ...(column.kind === 'text' ? { wrapText: true } : {}),
      ...(column.below === true ? { horizontal: 'left', indent: 1 } : {}),
    },
  }
}

/** What is unknown is an empty cell. Money is in dollars and percentages are parts of 1, as their formats take them. */
function valueOf(value: unknown, column: Column, m: Messages): CellValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' && isFigure(column.kind)) {
    return column.kind === 'money' || column.kind === 'percent' ? value / 100 : value
  }
  return inert(written(value, column, m, plain)).slice(0, LONGEST_TEXT)
}

function widthOf({ kind, below }: Column, texts: Iterable<string>): number {
  if (below === true) return SENTENCE
  const widest = kind === 'code' ? WIDEST_CODE : WIDEST
  let width = NARROWEST
  for (const text of texts) width = Math.max(width, Math.min(widest, text.length + 3))
  return width
}

/** Lines that a text takes when it is broken at its spaces. */
function linesOf(text: string, width: number): number {
  let [lines, length] = [1, 0]
  for (const word of text.split(' ')) {
    if (length > 0 && length + 1 + word.length > width) [lines, length] = [lines + 1, 0]
    length += word.length + (length > 0 ? 1 : 0)
  }
  return lines
}

/** A name for the tab that no other has and that Excel takes. */
function tabName(title: string, taken: Set<string>): string {
  const name = plain(title)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replace(/^'|'$/g, ' ')
  const numbered = taken.has(name.toLowerCase()) ? `${name.slice(0, 27)} (${taken.size})` : name
  taken.add(numbered.toLowerCase())
  return numbered
}

const columnName = (i: number): string =>
  (i < 26 ? '' : columnName(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

/**
 * The last line, by formula and by value. SUBTOTAL(109, …) adds what a filter or a hand leaves in sight: whoever keeps one
 * board of the sheet reads that board's total.
 */
function totalCells(sheet: Sheet, styles: readonly CellStyle[], m: Messages): [string, Partial<Cell>][] {
  const totals = totalsOf(sheet)
  if (totals.size === 0) return []
  const last = sheet.rows.length + 1
  return sheet.columns.map((column, i) => {
    const style = {
      ...styles[i],
      font: { ...FONT, bold: true },
      border: { top: { style: 'thin' } },
    } satisfies CellStyle
    const total = totals.get(column.key)
    if (total === undefined) return [`${last},${i}`, { value: i === 0 ? m.report.total : null, style }]
    const formula = `SUBTOTAL(109,${columnName(i)}2:${columnName(i)}${last})`
    return [`${last},${i}`, { formula, formulaResult: valueOf(total, column, m), style }]
  })
}

function sheetOf(sheet: Sheet, name: string, document: ReportDocument, m: Messages): WriteSheet {
  const { columns, rows } = sheet
  const styles = columns.map((column) => styleOf(column, rows, m))
  const headers = columns.map((column) => inert(plain(headerOf(column, m))))
  const totals = totalsOf(sheet)
  const values = rows.map((row) => columns.map((column) => valueOf(row[column.key], column, m)))
  const widths = columns.map((column, i) =>
    widthOf(column, [
      ...(headers[i] ?? '').split(' '),
      written(totals.get(column.key) ?? null, column, m, plain),
      ...rows.map((row) => (row[column.key] === null ? '' : written(row[column.key], column, m, plain))),
    ]),
  )
  const heights = [headers, ...values].map((cells) => {
    const lines = cells.map((cell, i) =>
      typeof cell === 'string' && columns[i]?.kind !== 'code' ? linesOf(cell, (widths[i] ?? NARROWEST) - 2) : 1,
    )
    return Math.min(HIGHEST, LINE_HEIGHT * Math.max(1, ...lines))
  })
  const head = headers.map((value, i): [string, Partial<Cell>] => {
    const right = isFigure(columns[i]?.kind ?? 'text') ? ({ horizontal: 'right' } as const) : {}
    return [`0,${i}`, { value, style: { ...HEADER, alignment: { ...HEADER.alignment, ...right } } }]
  })
  return {
    name,
    columns: columns.map((_, i) => ({ width: widths[i] ?? NARROWEST, style: styles[i] ?? {} })),
    rows: [headers, ...values],
    cells: new Map([...head, ...totalCells(sheet, styles, m)]),
    rowDefs: new Map(heights.map((height, r) => [r, { height }])),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` },
    pageSetup: {
      paperSize: 'letter',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    headerFooter: {
      oddHeader: `&L&8${plain(document.title).replaceAll('&', '&&')}&R&8&A`,
      oddFooter: '&R&8&P / &N',
    },
  }
}

/**
 * A workbook (Office Open XML): a tab a sheet, cells typed, totals as formulas with their values beside. Texts that a
 * spreadsheet would take for formulas are preceded by an apostrophe. The same input makes the same bytes.
 */
export async function renderXlsx(document: ReportDocument, m: Messages): Promise<Uint8Array> {
  const { writeXlsx } = await import('#hucre')
  const taken = new Set<string>()
  return writeXlsx({
    sheets: document.sheets.map((sheet) => sheetOf(sheet, tabName(sheet.title, taken), document, m)),
    properties: { title: plain(document.title), created: NO_DATE, modified: NO_DATE },
    defaultFont: FONT,
  })
}
