import type { Messages } from '../../../i18n/translator.js'
import { escaped, plain } from '../../../lib/text.js'
import type { ReportDocument } from '../../../model/report-document.js'
import { totalsOf } from '../totals.js'
import { cellText, headerOf, isFigure, written } from '../written.js'

type Sheet = ReportDocument['sheets'][number]
type Column = Sheet['columns'][number]

/** What names a row, the first of these that it has. */
const NAMES = ['name', 'boardName', 'about', 'schoolYear']

const html = (text: string): string => escaped(plain(text))

function classOf({ key, kind, below }: Column): string {
  if (isFigure(kind)) return ' class="figure"'
  if (below === true) return ' class="sentence"'
  if (key === 'sha256') return ' class="hash"'
  return kind === 'code' ? ' class="short"' : ''
}

/** Columns that say the same in every row are told once, above the table. */
function parted({ columns, rows }: Sheet): { readonly shown: readonly Column[]; readonly constant: readonly Column[] } {
  const [first] = rows
  const isConstant = ({ key, kind, below }: Column): boolean =>
    rows.length > 1 &&
    !isFigure(kind) &&
    below !== true &&
    key !== 'name' &&
    first?.[key] !== null &&
    rows.every((row) => row[key] === first?.[key])
  const constant = columns.filter(isConstant)
  return { shown: columns.filter((column) => !constant.includes(column)), constant }
}

/** A sheet as a table: each column's header scoped to it, each row's to what names the row, totals last. */
export function sheetSection(sheet: Sheet, m: Messages): string {
  const { id, title, rows } = sheet
  const heading = `<section id="${id}">\n<h2 id="${id}-title">${html(title)}</h2>\n`
  if (rows.length === 0) return `${heading}<p>${html(m.report.empty)}</p>\n</section>\n`
  const { shown, constant } = parted(sheet)
  const named = NAMES.find((key) => shown.some((column) => column.key === key)) ?? shown[0]?.key
  const told = constant.map(
    (column) => `${headerOf(column, m)}${m.report.colon} ${written(rows[0]?.[column.key], column, m, plain)}`,
  )
  const caption = [m.report.rowCount(m.format.number(rows.length)), ...told].join(' · ')
  const cell = (row: Sheet['rows'][number], column: Column): string => {
    const text = html(cellText(sheet, row, column, m))
    return column.key === named && text !== '' ? `<th scope="row">${text}</th>` : `<td${classOf(column)}>${text}</td>`
  }
  return [
    heading,
    `<div class="scroll" role="region" aria-labelledby="${id}-title" tabindex="0">\n<table>\n`,
    `<caption>${html(caption)}</caption>\n<thead>\n<tr>`,
    ...shown.map((column) => `<th scope="col"${classOf(column)}>${html(headerOf(column, m))}</th>`),
    '</tr>\n</thead>\n<tbody>\n',
    ...rows.map((row) => `<tr>${shown.map((column) => cell(row, column)).join('')}</tr>\n`),
    `</tbody>\n${footOf(sheet, shown, m)}</table>\n</div>\n</section>\n`,
  ].join('')
}

function footOf(sheet: Sheet, shown: readonly Column[], m: Messages): string {
  const totals = totalsOf(sheet)
  if (totals.size === 0) return ''
  const label = shown.findIndex(({ key }) => totals.has(key))
  const cells = shown.slice(label).map((column) => {
    const total = totals.get(column.key)
    return `<td class="figure">${total === undefined ? '' : html(written(total, column, m, plain))}</td>`
  })
  return `<tfoot>\n<tr><th scope="row" colspan="${label}">${m.report.total}</th>${cells.join('')}</tr>\n</tfoot>\n`
}
