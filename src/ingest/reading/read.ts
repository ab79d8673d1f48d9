import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { printable } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { CellProblem, Cells, ColumnMapping, InputKind, NumberedRow } from '../../model/input-kind.js'
import type { Problem } from '../../model/problem.js'
import { MAX_RECORD_BYTES, readCsvRecords, stopsReading, type Fault, type RawRecord } from './csv-records.js'
import type { IngestTexts } from './define-input.js'
import { Duplicates } from './duplicates.js'
import { isOfdsPackage, readOfdsPackage } from './ofds-records.js'
import { checkMappings, listed, readHeader, unknownColumns, type Header } from './header.js'

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

/** How a file is to be read. */
export interface ReadingOptions {
  /** What the user says some of its columns are. */
  readonly map?: readonly ColumnMapping[]
}

const BATCH = 500

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
  { map = [] }: ReadingOptions = {},
): InputReading<Row> {
  const texts = messages.ingest
  checkMappings(kind, map, texts)
  const hash = createHash('sha256')
  let summary: InputSummary | null = null

  async function* batches(): AsyncGenerator<InputBatch<Row>> {
    const reader = new RowReader(kind, file, texts, map)
    let stopped = false
    const records =
      kind.ofds === true && isOfdsPackage(file) ? readOfdsPackage(file, hash, texts) : readCsvRecords(file, hash)
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
  #header: Header | null = null
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
  ) {
    this.#map = map
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
  add(item: RawRecord | Fault): boolean {
    return 'code' in item ? this.#fault(item) : this.#record(item)
  }

  end(): void {
    if (this.#header === null)
      this.#problems.push({ file: this.#file, line: 1, column: null, message: this.#texts.emptyFile })
    else if (this.#recordCount === 0) this.#notice(this.#texts.noRows)
  }

  #fault(fault: Fault): boolean {
    const { line, code, field } = fault
    const column = this.#header?.columns.find(({ index }) => index === field)?.written ?? null
    this.#problems.push({ file: this.#file, line, column, message: faultText(code, this.#texts) })
    if (this.#header === null || stopsReading(fault)) return false
    this.#recordCount++
    return true
  }

  #record({ line, fields }: RawRecord): boolean {
    if (fields.every(isBlank)) return true
    this.#line = line
    if (this.#header === null) return this.#readHeader(fields)
    this.#recordCount++
    const { width, columns } = this.#header
    if (fields.length !== width) {
      this.#report({ column: null, message: this.#texts.wrongFieldCount(width, fields.length) })
      return true
    }
    for (const { name, index, joins } of columns) {
      const cell = (fields[index] ?? '').trim()
      this.#cells[name] = joins ? `${this.#cells[name]} ${cell}`.trim() : cell
    }
    this.#complained = false
    const row = this.#kind.parse(this.#cells as Cells<Name>, this.#report, this.#texts)
    if (row === null || this.#complained || !this.#duplicates.accepts(row, line, this.#report)) return true
    this.#rows.push({ line, row })
    this.#rowCount++
    return true
  }

  #readHeader(fields: readonly string[]): boolean {
    const { header, problems, unknown, personal } = readHeader(this.#kind, fields, this.#texts, this.#map)
    problems.forEach(this.#report)
    if (unknown.length > 0) this.#notice(unknownColumns(unknown, this.#texts))
    if (personal.length > 0) this.#notice(this.#texts.personalColumns(listed(personal, this.#texts)))
    this.#header = header
    return header !== null
  }

  #notice(message: string): void {
    this.#notices.push({ file: this.#file, line: this.#line, column: null, message })
  }

  readonly #report = ({ column, message }: CellProblem): void => {
    this.#complained = true
    const written = this.#header?.columns.find(({ name }) => name === column)?.written ?? column
    this.#problems.push({ file: this.#file, line: this.#line, column: written, message })
  }
}

function isBlank(field: string): boolean {
  return field === '' || field.trim() === ''
}

function faultText(code: Fault['code'], texts: IngestTexts): string {
  switch (code) {
    case 'utf16':
      return texts.utf16
    case 'not-utf8':
      return texts.notUtf8
    case 'nul':
      return texts.nulByte
    case 'too-long':
      return texts.recordTooLong(MAX_RECORD_BYTES / 1024)
    case 'quote-inside':
      return texts.quoteInside
    case 'quotes-everywhere':
      return texts.quotesEverywhere
    case 'quote-after-closing':
      return texts.quoteAfterClosing
    case 'quote-open':
      return texts.quoteOpen
  }
}

/** The same items; what the file system refuses becomes an error that says what to do. */
async function* opened<T>(items: AsyncIterable<T>, file: string, texts: IngestTexts): AsyncGenerator<T> {
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
