import type { Messages } from '../i18n/translator.js'
import { printable } from '../lib/text.js'
import type { OverrideRow } from '../model/rows.js'

/** A value of a field as people read it. */
function valueText({ field }: OverrideRow, value: string | null, m: Messages): string {
  if (value === null) return '—'
  return field === 'kind' ? (m.words[`kind-${value}` as keyof Messages['words']] ?? value) : value
}

/** What is read, and what is said instead: `modèle : 6100 → 6200F`. */
export function changeText(row: OverrideRow, m: Messages): string {
  if (row.field === 'ignore') return m.overrides.ignored
  const change = m.overrides.change(valueText(row, row.read, m), valueText(row, row.value, m))
  return printable(m.show.line(m.overrides[`field-${row.field}`], change))
}

/** The thing that an override is about: `appareil 10.20.0.5 (gym-sw1)`. */
export function thingText({ noun, thing, name }: OverrideRow, m: Messages): string {
  return printable(m.overrides.thing(m.overrides[`noun-${noun}`], thing, name ?? ''))
}

/** When, who and why, and the same of the removal. Who and why are for `override list` and `show` alone. */
export function whoText({ who, since, why, until, removedBy }: OverrideRow, m: Messages): string {
  const removed = until === null ? '' : m.overrides.removedOn(m.format.dateTime(until), removedBy ?? '—')
  return printable(`${m.overrides.saidBy(m.format.dateTime(since), who, why)}${removed}`)
}

/** The overrides for people, two lines each. */
export function overrideLines(rows: readonly OverrideRow[], m: Messages): string[] {
  const width = Math.max(0, ...rows.map(({ override }) => String(override ?? '').length))
  return rows.flatMap((row) => [
    `${String(row.override ?? '').padStart(width)}  ${m.overrides.of(thingText(row, m), changeText(row, m))}`,
    `${' '.repeat(width)}  ${whoText(row, m)}`,
  ])
}
