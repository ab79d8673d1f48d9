import { Parser, type CsvError, type Options } from 'csv-parse'
import type { IngestTexts } from './define-input.js'
import { findDelimiter, type Delimiter } from './delimiter.js'
import { holds, peek, stop, type Fault, type Item, type RawRecord, type Remark } from './records.js'

/** A record that is not over after this many bytes is refused: it bounds memory. */
export const MAX_RECORD_BYTES = 1024 * 1024

/** Bytes in which the delimiter is looked for. */
const START = 64 * 1024

/** csv-parse copies the field into each error: a field of nothing but quotes is given up after so many. */
const MAX_FAULTS_OF_A_FIELD = 100

/**
 * A CSV text's records in order, header included, with its faults (RFC 4180; columns separated by what its header has
 * most of), some at a time. Empty lines are left out. Memory does not grow with the text.
 */
export async function* readCsvRecords(
  parts: AsyncIterable<Buffer | Fault | Remark>,
  texts: IngestTexts,
): AsyncGenerator<readonly Item[]> {
  const start = await peek(parts, isEnough)
  const { delimiter, isTold } = findDelimiter(startOf(start.head).toString())
  if (delimiter !== ',') yield [{ line: 1, remark: texts.separatedBy(delimiter === '\t' ? 'TAB' : delimiter) }]
  const csv = new RecordParser(delimiter, isTold, texts)
  let bytesWithoutRecord = 0
  for await (const part of start.all) {
    if ('remark' in part) yield [part]
    else if ('fault' in part) {
      await csv.stopAt(part)
      yield csv.take()
      return
    } else {
      await csv.write(part)
      bytesWithoutRecord = csv.found.length > 0 ? 0 : bytesWithoutRecord + part.length
      // csv-parse's own max_record_size looks at every character, and lets a record of a million empty fields through.
      if (csv.stop === null && bytesWithoutRecord > MAX_RECORD_BYTES) {
        csv.stop = csv.faultHere(texts.recordTooLong(MAX_RECORD_BYTES / 1024))
      }
      yield csv.take()
      if (csv.stop !== null) return
    }
  }
  await csv.end()
  yield csv.take()
}

/** Enough to find the delimiter in: whole lines, or more than a record may have. */
function isEnough(head: readonly (Buffer | Fault | Remark)[]): boolean {
  const chunks = head.filter((part) => Buffer.isBuffer(part))
  return holds(chunks, MAX_RECORD_BYTES) || (holds(chunks, START) && chunks.some((chunk) => chunk.includes('\n')))
}

function startOf(head: readonly (Buffer | Fault | Remark)[]): Buffer {
  return Buffer.concat(head.filter((part) => Buffer.isBuffer(part))).subarray(0, START)
}

/** csv-parse without its stream's queue, which holds records one by one, and with the line where each one ends. */
class QueuelessParser extends Parser {
  readonly #onRecord: (fields: readonly string[], lastLine: number) => void

  constructor(options: Options, onRecord: (fields: readonly string[], lastLine: number) => void) {
    super(options)
    this.#onRecord = onRecord
  }

  override push(record: readonly string[] | null): boolean {
    if (record === null) return super.push(null)
    this.#onRecord(record, this.info.lines)
    return true
  }
}

/** Gathers records and faults in order. */
class RecordParser {
  found: (RawRecord | Fault)[] = []
  /** What stopped the reading; `take` gives it after all that was found. */
  stop: Fault | null = null
  readonly #texts: IngestTexts
  readonly #parser: Parser
  #lastLine = 0
  #emptyLines = 0
  #faultsOfField = 0

  /** `skipsFirst`: the first record is none. */
  constructor(delimiter: Delimiter, skipsFirst: boolean, texts: IngestTexts) {
    this.#texts = texts
    const options: Options = {
      bom: true,
      columns: false,
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => this.#skip(error),
    }
    let skips = skipsFirst
    this.#parser = new QueuelessParser(options, (fields, lastLine) => {
      const line = lastLine === this.#lastLine + 1 ? lastLine : lastLine - newlinesIn(fields)
      if (!skips) this.found.push({ line, fields })
      skips = false
      this.#endedAt(lastLine)
    })
    // Each write and the end carry the error to their own callback.
    this.#parser.on('error', () => undefined)
  }

  write(part: Buffer): Promise<void> {
    return this.#settle((done) => this.#parser.write(part, done))
  }

  end(): Promise<void> {
    return this.#settle((done) => this.#parser.end(done))
  }

  /** Ends at a fault of the text: the parser gives what it still holds, but for a record that reaches the fault's line. */
  async stopAt(fault: Fault): Promise<void> {
    await this.end()
    if (this.#lastLine >= fault.line) this.found.pop()
    this.stop = fault
  }

  take(): readonly (RawRecord | Fault)[] {
    const taken = this.stop === null ? this.found : [...this.found, this.stop]
    this.found = []
    return taken
  }

  /** A fault on the first line of the record that is being read. */
  faultHere(fault: string): Fault {
    return stop(this.#lastLine + 1 + this.#parser.info.empty_lines - this.#emptyLines, fault)
  }

  #endedAt(line: number): void {
    this.#lastLine = line
    this.#emptyLines = this.#parser.info.empty_lines
  }

  #settle(run: (done: (error?: Error | null) => void) => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      run((error) => {
        if (error === null || error === undefined) resolve()
        else if (this.stop === null) reject(error)
        else resolve()
      })
    })
  }

  /** Notes a fault; throwing the error again makes the parser stop there. */
  #skip(error: CsvError | undefined): undefined {
    const line = Number(error?.['lines'])
    const field = Number(error?.['index'])
    const texts = this.#texts
    if (error?.code === 'INVALID_OPENING_QUOTE') {
      const last = this.found.at(-1)
      const again = last !== undefined && 'fault' in last && last.line === line && last.field === field
      this.#faultsOfField = again ? this.#faultsOfField + 1 : 1
      if (!again) this.found.push({ line, fault: texts.quoteInside, field, stops: false })
      this.#endedAt(line)
      if (this.#faultsOfField <= MAX_FAULTS_OF_A_FIELD) return undefined
      this.stop = { line, fault: texts.quotesEverywhere, field, stops: true }
    } else if (error?.code === 'CSV_INVALID_CLOSING_QUOTE') {
      this.stop = { line, fault: texts.quoteAfterClosing, field, stops: true }
    } else if (error?.code === 'CSV_QUOTE_NOT_CLOSED') this.stop = this.faultHere(texts.quoteOpen)
    throw error ?? new Error('csv-parse skipped a record without saying why')
  }
}

function newlinesIn(fields: readonly string[]): number {
  let lines = 0
  for (const field of fields) for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) lines++
  return lines
}
