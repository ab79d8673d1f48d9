import type { Messages } from '../../i18n/translator.js'
import { plain, printable } from '../../lib/text.js'
import type { Level } from '../../model/records.js'
import type { CellKind } from '../../model/report.js'

const FIGURES: readonly CellKind[] = ['number', 'rate', 'money', 'percent', 'ratio']

/** True for what is put at the right of its column. */
export function isFigure(kind: CellKind): boolean {
  return FIGURES.includes(kind)
}

/** What stands above a column. */
export function headerOf({ key, header }: { readonly key: string; readonly header?: string }, m: Messages): string {
  return header ?? m.headers[key as keyof typeof m.headers] ?? key
}

/**
 * A value as people read it; null is an em dash. Texts from outside pass through `safe`: a terminal shows where something
 * was taken out, a document has no use for it (`plain`).
 */
export function written(
  value: unknown,
  column: { readonly key: string; readonly kind: CellKind },
  m: Messages,
  safe: (text: string) => string = printable,
): string {
  const { key, kind } = column
  if (value === null || value === undefined) return '—'
  if (Array.isArray(value)) return value.map((each) => written(each, column, m, safe)).join(', ')
  if (kind === 'level') return m.gaps[`level-${value as Level}`] ?? String(value)
  if (kind === 'word') return m.words[`${key}-${String(value)}` as keyof Messages['words']] ?? safe(String(value))
  if (kind === 'status') return m.statuses[value as keyof typeof m.statuses] ?? String(value)
  if (kind === 'yes-no') return value === true ? m.lists.yes : m.lists.no
  if (kind === 'date') return m.format.dateTime(String(value))
  if (typeof value !== 'number' || kind === 'code') return safe(String(value))
  if (kind === 'rate') return m.format.rate(value)
  if (kind === 'money') return m.format.money(value)
  if (kind === 'percent') return m.format.percent(value / 100)
  return m.format.number(value, kind === 'ratio' ? 2 : 1)
}

/** A cell of a sheet that people read: where a sheet tells facts of several kinds, what does not apply is left blank. */
export function cellText(
  { id }: { readonly id: string },
  row: Readonly<Record<string, unknown>>,
  column: { readonly key: string; readonly kind: CellKind },
  m: Messages,
): string {
  const value = row[column.key]
  return value === null && (id === 'rules' || id === 'problems') ? '' : written(value, column, m, plain)
}
