import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { printable } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { CellProblem, Cells, ColumnMapping, InputKind, NumberedRow } from '../../model/input-kind.js'
import type { Problem } from '../../model/problem.js'
import type { IngestTexts } from './define-input.js'
import { Duplicates } from './duplicates.js'
import {
  checkMappings,
  listed,
  readHeader,
  unknownColumns,
  type Header,
  type HeaderReading,
  type PersonalColumn,
} from './header.js'
import { readRecords, type ReadingOptions } from './open.js'
import type { Fault, Item, RawRecord } from './records.js'
import { holderOf } from './holder.js'
import { isTotal } from './total-row.js'
import { shown } from './shown.js'

/** Some rows of a file, and what is wrong with others; both in the order of their lines. */
export interface InputBatch<Row> {
  readonly rows: readonly NumberedRow<Row>[]
  readonly problems: readonly Problem[]
}

/** What a whole reading came to. */
export interface InputSummary {
  /** Of the file's bytes, in hexadecimal; null when a problem stopped the reading before the end. */
  readonly sha256: string | null
  /** Records below the header, blank ones left out. */
  readonly records: number
  /** Records that became rows. The others have at least one problem each. */
  readonly rows: number
  /** Worth saying, but no reason to refuse the file: unknown columns, no row at all. */
  readonly notices: readonly Problem[]
}

/** A file being read, once: walk `batches` to the end, then ask for the summary. */
export interface InputReading<Row> {
  readonly batches: AsyncIterable<InputBatch<Row>>
  /** Throws while batches are left. */
  summary(): InputSummary
}

/** How a file is read. */
export interface ReadOptions extends Partial<ReadingOptions> {
  /**
   * The code that a cell of fewer than six digits stood for before its leading zeros were lost, by canonical column; null
   * when nothing makes it certain.
   */
  restoreCode?(column: string, digits: string): string | null
  /** The file's records, when they are not to be read from it: `sha256` is then of nothing. */
  readonly records?: AsyncIterable<readonly Item[]>
  /** What the user says some of its columns are. */
  readonly map?: readonly ColumnMapping[]
  /** True to give the holder of each row, from the columns that name people. */
  readonly keepPersonal?: boolean
}

const BATCH = 500
/** Records above the header. */
const MOST_TITLES = 20

/**
 * Reads a file of a kind in batches of about 500 rows; memory grows with the keys of its rows alone.
 *
 * Nothing is opened before the first batch is asked for. Throws a UserError when a mapping names no field of the kind, and
 * when the file is missing or cannot be read; everything that is wrong inside it is a problem.
 */
export function readInput<Row, Name extends string>(
  kind: InputKind<Row, IngestTexts, Name>,
  file: string,
  messages: Messages,
  { restoreCode, map = [], records: given, keepPersonal = false, ...options }: ReadOptions = {},
): InputReading<Row> {
  const texts = messages.ingest
  checkMappings(kind, map, texts)
  const hash = createHash('sha256')
  let summary: InputSummary | null = null

  async function* batches(): AsyncGenerator<InputBatch<Row>> {
    const reader = new RowReader(kind, file, texts, map, restoreCode, keepPersonal)
    let stopped = false
    const { columns, ofds = null } = kind
    const records = given ?? readRecords(file, hash, { encoding: null, sheet: null, ...options, columns, ofds, texts })
    for await (const items of opened(records, file, texts)) {
      for (const item of items) {
        stopped = !reader.add(item)
        if (reader.isFull) yield reader.take()
        if (stopped) break
      }
      if (stopped) break
    }
    if (!stopped) reader.end()
    if (!reader.isEmpty) yield reader.take()
    summary = { ...reader.counts(), sha256: stopped ? null : hash.digest('hex') }
  }

  return {
    batches: batches(),
    summary: () => {
      if (summary === null) throw new Error(`The summary of ${file} was asked for before its batches were read`)
      return summary
    },
  }
}

/** Turns records into rows: the header first, then one at a time. */
class RowReader<Row, Name extends string> {
  readonly #kind: InputKind<Row, IngestTexts, Name>
  readonly #file: string
  readonly #texts: IngestTexts
  readonly #map: readonly ColumnMapping[]
  readonly #duplicates: Duplicates<Row>
  readonly #cells: Record<string, string>
  readonly #notices: Problem[] = []
  readonly #restoreCode: ReadOptions['restoreCode']
  /** The first code whose zeros were restored, and how many there were. */
  #restored: { readonly line: number; readonly column: string; readonly value: string; readonly code: string } | null =
    null
  #restoredCount = 0
  #header: Header | null = null
  readonly #keepPersonal: boolean
  /** Of the columns that name people, those to keep. */
  #people: readonly PersonalColumn[] = []
  /** Records that were not the header. */
  readonly #tried: { readonly line: number; readonly known: number; readonly reading: HeaderReading }[] = []
  /** Records that look like totals, nothing being below them so far. */
  readonly #totals: RawRecord[] = []
  #wasWide = false
  #rows: NumberedRow<Row>[] = []
  #problems: Problem[] = []
  #recordCount = 0
  #rowCount = 0
  #line = 0
  #complained = false

  constructor(
    kind: InputKind<Row, IngestTexts, Name>,
    file: string,
    texts: IngestTexts,
    map: readonly ColumnMapping[],
    restoreCode: ReadOptions['restoreCode'],
    keepPersonal: boolean,
  ) {
    this.#keepPersonal = keepPersonal
    this.#map = map
    this.#restoreCode = restoreCode
    this.#kind = kind
    this.#file = file
    this.#texts = texts
    this.#duplicates = new Duplicates(kind, texts)
    this.#cells = Object.fromEntries(kind.columns.map(({ name }) => [name, '']))
    const { fromName } = kind
    if (fromName !== undefined) this.#cells[fromName.column] = fromName.valueOf(basename(file))
  }

  get isFull(): boolean {
    return this.#rows.length >= BATCH || this.#problems.length >= BATCH
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0 && this.#problems.length === 0
  }

  take(): InputBatch<Row> {
    const batch = { rows: this.#rows, problems: this.#problems }
    this.#rows = []
    this.#problems = []
    return batch
  }

  counts(): Omit<InputSummary, 'sha256'> {
    return { records: this.#recordCount, rows: this.#rowCount, notices: this.#notices }
  }

  /** False when nothing can be read after the item. */
  add(item: Item): boolean {
    if ('fields' in item) return this.#record(item)
    if ('fault' in item) return this.#fault(item)
    this.#notice(item.remark, item.line)
    return true
  }

  end(): void {
    if (this.#restored !== null) {
      const { line, column, value, code } = this.#restored
      const written = this.#header?.columns.find(({ name }) => name === column)?.written ?? column
      const message = this.#texts.zerosRestored(this.#restoredCount, value, code)
      this.#notices.push({ file: this.#file, line, column: written, message })
    }
    if (this.#header === null) this.#refuseHeader()
    for (const { line } of this.#totals) this.#notice(this.#texts.totalRow, line)
    if (this.#header !== null && this.#recordCount === 0) this.#notice(this.#texts.noRows, this.#line)
  }

  #fault({ line, fault, field, stops }: Fault): boolean {
    const column = this.#header?.columns.find(({ index }) => index === field)?.written ?? null
    this.#problems.push({ file: this.#file, line, column, message: fault })
    if (this.#header === null || stops) return false
    this.#recordCount++
    return true
  }

  #record(record: RawRecord): boolean {
    if (record.fields.every(isBlank)) return true
    if (this.#header === null) return this.#findHeader(record)
    if (isTotal(record.fields, this.#header, this.#kind.keyColumns)) {
      this.#totals.push(record)
      return true
    }
    // What was taken for the totals at the end is not at the end.
    for (const total of this.#totals.splice(0)) this.#row(total, this.#header)
    this.#row(record, this.#header)
    return true
  }

  #row({ line, fields, isOfSheet, geometry }: RawRecord, { width, columns }: Header): void {
    this.#line = line
    this.#recordCount++
    if (fields.length !== width && isOfSheet !== true) {
      this.#report({ column: null, message: this.#texts.wrongFieldCount(width, fields.length) })
      return
    }
    if (fields.length > width && !this.#wasWide) {
      this.#wasWide = true
      this.#notice(this.#texts.cellsBeyond, line)
    }
    for (const { name, index, joins } of columns) {
      const cell = (fields[index] ?? '').trim()
      this.#cells[name] = joins ? `${this.#cells[name]} ${cell}`.trim() : this.#withZeros(name, cell)
    }
    this.#complained = false
    const row = this.#kind.parse(this.#cells as Cells<Name>, this.#report, this.#texts, geometry)
    if (row === null || this.#complained || !this.#duplicates.accepts(row, line, this.#report)) return
    this.#rows.push(this.#keepPersonal ? { line, row, holder: holderOf(this.#people, fields) } : { line, row })
    this.#rowCount++
  }

  /** Titles may stand above the header: it is the first record that names what is needed. */
  #findHeader({ line, fields }: RawRecord): boolean {
    const reading = readHeader(this.#kind, fields, this.#texts, this.#map)
    const { header, unknown } = reading
    if (header === null) {
      const known = fields.filter((field) => !isBlank(field)).length - unknown.length
      return this.#tried.push({ line, known, reading }) < MOST_TITLES || this.#refuseHeader()
    }
    this.#header = header
    this.#line = line
    if (this.#tried.length > 0) this.#notice(this.#texts.headerBelow(this.#tried.length), line)
    if (unknown.length > 0) this.#notice(unknownColumns(unknown, this.#texts), line)
    const isKept = ({ field }: PersonalColumn): boolean => this.#keepPersonal && field !== 'never'
    this.#people = reading.personal.filter(isKept)
    const left = reading.personal.filter((column) => !isKept(column))
    const names = (some: readonly PersonalColumn[]): string =>
      listed(
        some.map(({ written }) => written),
        this.#texts,
      )
    if (left.length > 0) this.#notice(this.#texts.personalColumns(names(left)), line)
    if (this.#people.length > 0) this.#notice(this.#texts.personalKept(names(this.#people)), line)
    return true
  }

  #withZeros(column: string, value: string): string {
    if (this.#restoreCode === undefined || !/^\d{1,5}$/.test(value)) return value
    const code = this.#restoreCode(column, value)
    if (code === null) return value
    this.#restored ??= { line: this.#line, column, value, code }
    this.#restoredCount++
    return code
  }

  /** Tells what is wrong with the record that has most of a header. */
  #refuseHeader(): false {
    const most = Math.max(...this.#tried.map(({ known }) => known))
    const best = this.#tried.find(({ known }) => known === most)
    this.#line = best?.line ?? 1
    if (best === undefined) this.#report({ column: null, message: this.#texts.emptyFile })
    best?.reading.problems.forEach(this.#report)
    const unknown = best?.reading.unknown ?? []
    if (unknown.length > 0) this.#notice(unknownColumns(unknown, this.#texts), this.#line)
    return false
  }

  #notice(message: string, line: number): void {
    this.#notices.push({ file: this.#file, line, column: null, message })
  }

  readonly #report = ({ column, message }: CellProblem): void => {
    this.#complained = true
    const place = this.#header?.columns.find(({ name }) => name === column)
    const value = place === undefined ? {} : { value: shown(this.#cells[place.name] ?? '') }
    this.#problems.push({ file: this.#file, line: this.#line, column: place?.written ?? column, message, ...value })
  }
}

function isBlank(field: string): boolean {
  return field === '' || field.trim() === ''
}

/** The same items; what the file system refuses becomes an error that says what to do. */
export async function* opened<T>(items: AsyncIterable<T>, file: string, texts: IngestTexts): AsyncGenerator<T> {
  try {
    yield* items
  } catch (error) {
    const code = error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    const name = printable(file)
    if (code === 'ENOENT') throw new UserError(texts.fileMissing(name), texts.fileMissingHint, { cause: error })
    if (code === 'EISDIR') throw new UserError(texts.fileIsFolder(name), texts.fileIsFolderHint, { cause: error })
    throw new UserError(texts.fileUnreadable(name, code), texts.fileUnreadableHint, { cause: error })
  }
}
