import type { OverrideNoun } from '../model/override.js'
import type { OverrideRow } from '../model/rows.js'
import { changeText, whoText } from './override-texts.js'
import { overrideRows } from './overrides.js'
import type { Session } from './session.js'
import { block } from './show-lines.js'

/** What people say of one thing, as lines: which field, over what, when, who and why. */
export async function saidOf(session: Session, noun: OverrideNoun, subject: string) {
  const { m } = session
  const rows = await overrideRows(session, { noun, subject })
  const isIgnored = rows.some(({ field }) => field === 'ignore')
  const lines = rows.map((row) => `${changeText(row, m)} (${whoText(row, m)})`)
  return { rows, lines: [...(isIgnored ? [m.overrides.shownIgnored] : []), ...block(m, m.overrides.saidTitle, lines)] }
}

/** The sign after a value that a person said; the block of what people say tells what it means. */
export function signed(rows: readonly OverrideRow[], field: OverrideRow['field'], value: string): string {
  return rows.some((row) => row.field === field) ? `${value} *` : value
}
