import { folded } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { CellProblem, ColumnMapping, InputKind, PersonalHeaders } from '../../model/input-kind.js'
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
  /** Headers of columns that name people, as written, with their places. */
  readonly personal: readonly PersonalColumn[]
}

export interface PersonalColumn {
  readonly field: keyof PersonalHeaders
  readonly index: number
  readonly written: string
}

const MOST_NAMES = 20

/** What a mapping says of a column that is to be left aside. */
const LEFT_ASIDE = '-'

/** A shapefile keeps this many characters of a column's name. */
const SHORT = 10

type Columns = Pick<InputKind<unknown, unknown>, 'id' | 'columns' | 'published' | 'unused' | 'personal' | 'needsOneOf'>
type Column = Columns['columns'][number]

/**
 * Finds a kind's columns by what the user maps, then by their canonical names and synonyms, whatever the case, accents
 * and punctuation, then by names that a shapefile cut to 10 characters.
 */
export function readHeader(
  kind: Columns,
  written: readonly string[],
  texts: IngestTexts,
  map: readonly ColumnMapping[] = [],
): HeaderReading {
  const fields = written.map((field) => field.trim())
  const separator = fields.length === 1 ? /[;\t|]/.exec(written[0] ?? '')?.[0] : undefined
  if (separator !== undefined) {
    const name = separator === '\t' ? 'TAB' : separator
    return {
      header: null,
      problems: [{ column: null, message: texts.wrongSeparator(name) }],
      unknown: [],
      personal: [],
    }
  }
  const { mapped, problems } = mappedFields(kind, fields, map, texts)
  const taken = new Set([...mapped.values()].map((column) => column?.name))
  const find = finderOf(kind, fields)
  const found = new Map<string, HeaderColumn>()
  const joined: HeaderColumn[] = []
  const unknown: string[] = []
  const people = peopleOf(kind, new Set(fields.map(folded)))
  const personal: PersonalColumn[] = []
  fields.forEach((field, index) => {
    const own = mapped.get(index)
    const column = own === undefined ? find(field, index) : own
    // What is mapped wins over what only looks like it.
    const isBeaten = own === undefined && taken.has(column?.name)
    if (column === undefined || isBeaten) {
      if (field !== '') unknown.push(field)
      return
    }
    if (column === null) {
      const told = people.get(folded(field))
      if (told !== undefined && own === undefined) personal.push({ field: told, index, written: field })
      return
    }
    const { name, several, prefersFirst } = column
    const before = found.get(name)
    if (before === undefined) found.set(name, { name, index, written: field, joins: false })
    else if (several === true) joined.push({ name, index, written: field, joins: true })
    else if (prefersFirst === true) {
      if (rankOf(column, field) < rankOf(column, before.written))
        found.set(name, { name, index, written: field, joins: false })
    } else problems.push({ column: name, message: texts.columnTwice(name, shown(before.written), shown(field)) })
  })
  for (const { name, synonyms, required } of kind.columns)
    if (required && !found.has(name))
      problems.push({ column: name, message: texts.missingColumn(name, synonyms.join(', ')) })
  const either = kind.needsOneOf ?? []
  if (either.length > 0 && !either.some((name) => found.has(name)))
    problems.push({ column: null, message: texts.missingEither(either.map((name) => withSynonyms(kind, name))) })
  const header = problems.length > 0 ? null : { width: fields.length, columns: [...found.values(), ...joined] }
  return { header, problems, unknown, personal }
}

/** The place of a header among those of its column; what is only like one of them comes last. */
function rankOf({ name, synonyms }: Column, field: string): number {
  const rank = [name, ...synonyms].findIndex((each) => folded(each) === folded(field))
  return rank === -1 ? synonyms.length + 1 : rank
}

/** `serial (numéro de série, no de série)`: a column with the first of its other headers. */
function withSynonyms({ columns }: Columns, name: string): string {
  const synonyms = columns.find((column) => column.name === name)?.synonyms ?? []
  return synonyms.length === 0 ? name : `${name} (${synonyms.slice(0, 3).join(', ')})`
}

/** What is said of the headers that no column answers to. */
export function unknownColumns(unknown: readonly string[], texts: IngestTexts): string {
  return texts.unknownColumns(unknown.length, listed(unknown, texts))
}

/** Headers for a message, the first 20 of them. */
export function listed(headers: readonly string[], texts: IngestTexts): string {
  const more = headers.length - MOST_NAMES
  const names = headers.slice(0, MOST_NAMES).map(shown).join(', ')
  return more > 0 ? `${names} ${texts.andMore(more)}` : names
}

/** @throws UserError when a mapping names a field that the kind does not have. */
export function checkMappings(kind: Columns, map: readonly ColumnMapping[], texts: IngestTexts): void {
  const names = kind.columns.map(({ name }) => name)
  const wrong = map.find(({ field }) => field !== LEFT_ASIDE && !names.includes(field))
  if (wrong !== undefined)
    throw new UserError(
      texts.mapUnknownField(shown(wrong.field), kind.id),
      texts.mapUnknownFieldHint(names.join(', ')),
      {
        usage: true,
      },
    )
}

/** Which column each mapped field is, by its place; null for one to leave aside. */
function mappedFields(
  { columns }: Columns,
  fields: readonly string[],
  map: readonly ColumnMapping[],
  texts: IngestTexts,
): { readonly mapped: ReadonlyMap<number, Column | null>; readonly problems: CellProblem[] } {
  const mapped = new Map<number, Column | null>()
  const problems: CellProblem[] = []
  for (const { column, field, optional } of map) {
    const exact = fields.indexOf(column.trim())
    const index = exact === -1 ? fields.findIndex((each) => each !== '' && folded(each) === folded(column)) : exact
    if (index !== -1) mapped.set(index, columns.find(({ name }) => name === field) ?? null)
    else if (optional !== true) {
      const names = fields.slice(0, MOST_NAMES).map(shown).join(', ')
      problems.push({ column: null, message: texts.mapAbsentColumn(shown(column), names) })
    }
  }
  return { mapped, problems }
}

/** Says which column a header is: null for one that is known and carries nothing used here, undefined for one that is not known. */
function finderOf(
  kind: Columns,
  fields: readonly string[],
): (field: string, index: number) => Column | null | undefined {
  const names = namesOf(kind, new Set(fields.map(folded)))
  const published = (kind.published ?? []).find((header) => isCutFrom(header, fields))
  const cut = new Map<string, Column | null | undefined>()
  for (const [name, column] of names) {
    const short = cutName(name)
    if (short !== null) cut.set(short, cut.has(short) && cut.get(short) !== column ? undefined : column)
  }
  return (field, index) => {
    const whole = published?.[index] ?? field
    const column = names.get(folded(whole))
    if (whole.length !== SHORT) return column
    const short = cutName(whole) ?? ''
    // `NOM_MUNCP_` is not NOM_MUNCP: something stood after its last sign.
    return column === undefined || (whole.endsWith('_') && cut.has(short)) ? cut.get(short) : column
  }
}

/** Whether a file has a published header, its names cut to 10 characters; those that become alike end by `_1`, `_2`… or stay alike. */
function isCutFrom(header: readonly string[], fields: readonly string[]): boolean {
  return (
    header.length === fields.length &&
    header.some((name) => name.length > SHORT) &&
    fields.every((field, i) => {
      const short = (header[i] ?? '').slice(0, SHORT)
      const numbered = /^(.*)_\d{1,2}$/.exec(field)?.[1]
      return field === short || (numbered !== undefined && field.length <= SHORT && short.startsWith(numbered))
    })
  )
}

/** The first 10 characters of a name without its accents, each other sign a `_`; null for a name that is not longer. */
function cutName(name: string): string | null {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '_')
  return plain.length < SHORT ? null : plain.slice(0, SHORT)
}

const NOBODY: PersonalHeaders = { user: [], email: [], phone: [], never: [] }

/** The synonyms of a column that name a person in a file that has the headers `present`. */
function besidePeople({ ofPeople }: Column, present: ReadonlySet<string>): readonly string[] {
  return ofPeople?.beside.some((other) => present.has(folded(other))) === true ? ofPeople.synonyms : []
}

/** Folded header → what it tells of a person. */
function peopleOf(
  { columns, personal = NOBODY }: Columns,
  present: ReadonlySet<string>,
): ReadonlyMap<string, keyof PersonalHeaders> {
  const told = (field: keyof PersonalHeaders, names: readonly string[]) =>
    names.map((name) => [folded(name), field] as const)
  return new Map([
    ...Object.entries(personal).flatMap(([field, names]) => told(field as keyof PersonalHeaders, names)),
    ...told(
      'user',
      columns.flatMap((column) => besidePeople(column, present)),
    ),
  ])
}

/**
 * Folded header → its column, or null for one that is known and carries nothing used here. `present` holds the folded
 * headers of the file.
 */
function namesOf(
  { columns, published = [], unused = [], personal = NOBODY }: Columns,
  present: ReadonlySet<string>,
): Map<string, Column | null> {
  const names = new Map<string, Column | null>(
    [...published.flat(), ...unused, ...Object.values(personal).flat()].map((name) => [folded(name), null]),
  )
  for (const column of columns) {
    const people = besidePeople(column, present)
    for (const header of [column.name, ...column.synonyms])
      names.set(folded(header), people.includes(header) ? null : column)
  }
  return names
}
