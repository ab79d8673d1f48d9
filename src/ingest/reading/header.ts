import { folded } from '../../lib/text.js'
import type { CellProblem, InputKind } from '../../model/input-kind.js'
import type { IngestTexts } from './define-input.js'
import { shown } from './shown.js'

/** Where a kind's columns stand in a file. */
export interface Header {
  /** Number of fields that every record must have. */
  readonly width: number
  /**
   * For each canonical column that the file has: its name, its place, and the header as written. A column that several
   * headers mean comes as often; `joins` is true from the second on.
   */
  readonly columns: readonly HeaderColumn[]
}

interface HeaderColumn {
  readonly name: string
  readonly index: number
  readonly written: string
  readonly joins: boolean
}

/** A header read, or null with what is wrong with it. `unknown`: headers that no column answers to, as written. */
export interface HeaderReading {
  readonly header: Header | null
  readonly problems: readonly CellProblem[]
  readonly unknown: readonly string[]
}

const MOST_NAMES = 20

type Columns = Pick<InputKind<unknown, unknown>, 'columns' | 'unused' | 'needsOneOf'>

/** Finds a kind's columns by their canonical names and synonyms, whatever the case, accents and punctuation. */
export function readHeader(kind: Columns, fields: readonly string[], texts: IngestTexts): HeaderReading {
  const separator = fields.length === 1 ? /[;\t|]/.exec(fields[0] ?? '')?.[0] : undefined
  if (separator !== undefined) {
    const name = separator === '\t' ? 'TAB' : separator
    return { header: null, problems: [{ column: null, message: texts.wrongSeparator(name) }], unknown: [] }
  }
  const names = namesOf(kind, new Set(fields.map(folded)))
  const found = new Map<string, HeaderColumn>()
  const joined: HeaderColumn[] = []
  const problems: CellProblem[] = []
  const unknown: string[] = []
  fields.forEach((field, index) => {
    const written = field.trim()
    const column = names.get(folded(written))
    if (column === undefined) {
      if (written !== '') unknown.push(written)
      return
    }
    if (column === null) return
    const { name, several } = column
    const before = found.get(name)
    if (before === undefined) found.set(name, { name, index, written, joins: false })
    else if (several === true) joined.push({ name, index, written, joins: true })
    else problems.push({ column: name, message: texts.columnTwice(name, shown(before.written), shown(written)) })
  })
  for (const { name, synonyms, required } of kind.columns)
    if (required && !found.has(name))
      problems.push({ column: name, message: texts.missingColumn(name, synonyms.join(', ')) })
  const either = kind.needsOneOf ?? []
  if (either.length > 0 && !either.some((name) => found.has(name)))
    problems.push({ column: null, message: texts.missingEither(either.map((name) => withSynonyms(kind, name))) })
  const header = problems.length > 0 ? null : { width: fields.length, columns: [...found.values(), ...joined] }
  return { header, problems, unknown }
}

/** `serial (numéro de série, no de série)`: a column with the first of its other headers. */
function withSynonyms({ columns }: Columns, name: string): string {
  const synonyms = columns.find((column) => column.name === name)?.synonyms ?? []
  return synonyms.length === 0 ? name : `${name} (${synonyms.slice(0, 3).join(', ')})`
}

/** What is said of the headers that no column answers to. */
export function unknownColumns(unknown: readonly string[], texts: IngestTexts): string {
  const more = unknown.length - MOST_NAMES
  const names = unknown.slice(0, MOST_NAMES).map(shown).join(', ')
  return texts.unknownColumns(unknown.length, more > 0 ? `${names} ${texts.andMore(more)}` : names)
}

/**
 * Folded header → its column, or null for one that is known and carries nothing used here. `present` holds the folded
 * headers of the file.
 */
function namesOf(
  { columns, unused = [] }: Columns,
  present: ReadonlySet<string>,
): Map<string, Columns['columns'][number] | null> {
  const names = new Map<string, Columns['columns'][number] | null>(unused.map((name) => [folded(name), null]))
  for (const column of columns) {
    const meansElse = (column.notBeside ?? []).some((other) => present.has(folded(other)))
    for (const header of [column.name, ...(meansElse ? [] : column.synonyms)]) names.set(folded(header), column)
  }
  return names
}
