import type { Line, Span } from './lines.js'
import type { Tone } from './theme.js'
import { inert, wrapped } from './text.js'

/** A label and its value; a null or empty value is left out. */
export type Field = readonly [label: string, value: string | null, tone?: Tone | undefined]

/** Fields one under the other, their values in one column, broken over as many lines as they need. */
export function fieldLines(fields: readonly Field[], width: number): Line[] {
  const shown = fields.flatMap(([label, value, tone]) =>
    value === null || value === '' ? [] : [{ label, value: inert(value), tone }],
  )
  const column = Math.min(Math.max(0, ...shown.map(({ label }) => label.length)) + 2, Math.floor(width / 2))
  return shown.flatMap(({ label, value, tone }) =>
    wrapped(value, width - column).map((text, i): Line => [
      { text: (i === 0 ? label : '').padEnd(column), tone: 'dim' },
      { text, tone },
    ]),
  )
}

/** A part of a card under its title, after an empty line; nothing when the part is empty. */
export function section(title: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : [[], [{ text: title, bold: true }], ...lines]
}

/** Cells in columns, each as wide as its widest up to a limit; the last takes what is left. */
export function columnLines(
  rows: readonly (readonly Span[])[],
  most: readonly number[],
  header?: readonly string[],
): Line[] {
  const titled: readonly (readonly Span[])[] =
    header === undefined || rows.length === 0 ? rows : [header.map((text): Span => ({ text, tone: 'dim' })), ...rows]
  const widths = most.map((limit, i) => Math.min(limit, Math.max(0, ...titled.map((row) => row[i]?.text.length ?? 0))))
  return titled.map((row) => [
    { text: '  ' },
    ...row.map((span, i): Span => {
      const width = widths[i]
      if (width === undefined) return span
      const cut = span.text.length > width ? `${span.text.slice(0, Math.max(0, width - 1))}…` : span.text
      return { ...span, text: `${cut.padEnd(width)}  ` }
    }),
  ])
}
