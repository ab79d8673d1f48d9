import type { Messages } from '../i18n/translator.js'
import { printable } from '../lib/text.js'

/** One thing with everything known of it: as a record for machines, and as lines for people. */
export interface Shown {
  readonly record: object
  readonly text: readonly string[]
}

/** A line for each value that there is. */
export function labelled(m: Messages, pairs: readonly (readonly [label: string, value: string | null])[]): string[] {
  return pairs.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [m.show.line(label, printable(value))],
  )
}

/** A title and its lines, or nothing when there are none. */
export function block(m: Messages, title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [m.show.line(title, '').trimEnd(), ...lines.map((line) => `  ${printable(line)}`)]
}
