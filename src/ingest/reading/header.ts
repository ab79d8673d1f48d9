import { folded } from '../../lib/text.js'
import type { CellProblem, InputKind } from '../../model/input-kind.js'
import type { IngestTexts } from './define-input.js'
import { shown } from './shown.js'

/** Where a kind's columns stand in a file. */
export interface Header {
  /** Number of fields that every record must have. */
  readonly width: number
  /** For each canonical column that the file has: its name, its place, and the header as written. */
  readonly columns: readonly { readonly name: string; readonly index: number; readonly written: string }[]
}

/** A header read, or null with what is wrong with it. `unknown`: headers that no column answers to, as written. */
export interface HeaderReading {
  readonly header: Header | null
  readonly problems: readonly CellProblem[]
  readonly unknown: readonly string[]
}

const MOST_NAMES = 20

/** Finds a kind's columns by their canonical names and synonyms, whatever the case, accents and punctuation. */
export function readHeader(
  kind: Pick<InputKind<unknown, unknown>, 'columns' | 'unused'>,
  fields: readonly string[],
  texts: IngestTexts,
): HeaderReading {
  const separator = fields.length === 1 ? /[;\t|]/.exec(fields[0] ?? '')?.[0] : undefined
  if (separator !== undefined) {
    const name = separator === '\t' ? 'TAB' : separator
    return { header: null, problems: [{ column: null, message: texts.wrongSeparator(name) }], unknown: [] }
  }
  const names = namesOf(kind)
  const found = new Map<string, { name: string; index: number; written: string }>()
  const problems: CellProblem[] = []
  const unknown: string[] = []
  fields.forEach((field, index) => {
    const written = field.trim()
    const name = names.get(folded(written))
    const before = name === undefined || name === null ? undefined : found.get(name)
    if (name === undefined) {
      if (written !== '') unknown.push(written)
    } else if (name !== null && before === undefined) found.set(name, { name, index, written })
    else if (name !== null && before !== undefined)
      problems.push({ column: name, message: texts.columnTwice(name, shown(before.written), shown(written)) })
  })
  for (const { name, synonyms, required } of kind.columns)
    if (required && !found.has(name))
      problems.push({ column: name, message: texts.missingColumn(name, synonyms.join(', ')) })
  const header = problems.length > 0 ? null : { width: fields.length, columns: [...found.values()] }
  return { header, problems, unknown }
}

/** What is said of the headers that no column answers to. */
export function unknownColumns(unknown: readonly string[], texts: IngestTexts): string {
  const more = unknown.length - MOST_NAMES
  const names = unknown.slice(0, MOST_NAMES).map(shown).join(', ')
  return texts.unknownColumns(unknown.length, more > 0 ? `${names} ${texts.andMore(more)}` : names)
}

/** Folded header → canonical name, or null for one that is known and carries nothing used here. */
function namesOf(kind: Pick<InputKind<unknown, unknown>, 'columns' | 'unused'>): Map<string, string | null> {
  const names = new Map<string, string | null>((kind.unused ?? []).map((name) => [folded(name), null]))
  for (const { name, synonyms } of kind.columns)
    for (const header of [name, ...synonyms]) names.set(folded(header), name)
  return names
}
