import type { Hash } from 'node:crypto'
import { Parser, type CsvError, type Options } from 'csv-parse'
import { readTextBytes } from './text-bytes.js'

/** A record's fields as they stand in the file, and the line where it begins. */
export interface RawRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** Why a place of a file is no record. `field` counts from 0, null when the whole line is meant. */
export interface Fault {
  readonly line: number
  readonly code:
    | 'utf16'
    | 'not-utf8'
    | 'nul'
    | 'too-long'
    | 'quote-inside'
    | 'quotes-everywhere'
    | 'quote-after-closing'
    | 'quote-open'
  readonly field: number | null
}

/** A record that is not over after this many bytes is refused: it bounds memory. */
export const MAX_RECORD_BYTES = 1024 * 1024

/** csv-parse copies the field into each error: a field of nothing but quotes is given up after so many. */
const MAX_FAULTS_OF_A_FIELD = 100

/** True when nothing was read after the fault. */
export function stopsReading(fault: Fault): boolean {
  return fault.code !== 'quote-inside'
}

/**
 * A CSV file's records in order, header included, with its faults (RFC 4180, commas, UTF-8), some at a time.
 * Empty lines are left out.
 *
 * This is the one place where files become records: what reads another format gives the same stream.
 * Memory does not grow with the file. `hash` is whole only when no fault stopped the reading.
 */
export async function* readCsvRecords(file: string, hash: Hash): AsyncGenerator<readonly (RawRecord | Fault)[]> {
  const csv = new RecordParser()
  let bytesWithoutRecord = 0
  for await (const part of readTextBytes(file, hash)) {
    if ('code' in part) {
      await csv.stopAt(part)
      yield csv.take()
      return
    }
    await csv.write(part)
    bytesWithoutRecord = csv.found.length > 0 ? 0 : bytesWithoutRecord + part.length
    // csv-parse's own max_record_size looks at every character, and lets a record of a million empty fields through.
    if (csv.stop === null && bytesWithoutRecord > MAX_RECORD_BYTES) csv.stop = csv.faultHere('too-long', null)
    yield csv.take()
    if (csv.stop !== null) return
  }
  await csv.end()
  yield csv.take()
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
  readonly #parser: Parser
  #lastLine = 0
  #emptyLines = 0
  #faultsOfField = 0

  constructor() {
    const options: Options = {
      bom: true,
      columns: false,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => this.#skip(error),
    }
    this.#parser = new QueuelessParser(options, (fields, lastLine) => {
      const line = lastLine === this.#lastLine + 1 ? lastLine : lastLine - newlinesIn(fields)
      this.found.push({ line, fields })
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
  faultHere(code: Fault['code'], field: number | null): Fault {
    return { line: this.#lastLine + 1 + this.#parser.info.empty_lines - this.#emptyLines, code, field }
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
    if (error?.code === 'INVALID_OPENING_QUOTE') {
      const last = this.found.at(-1)
      const again = last !== undefined && 'code' in last && last.line === line && last.field === field
      this.#faultsOfField = again ? this.#faultsOfField + 1 : 1
      if (!again) this.found.push({ line, code: 'quote-inside', field })
      this.#endedAt(line)
      if (this.#faultsOfField <= MAX_FAULTS_OF_A_FIELD) return undefined
      this.stop = { line, code: 'quotes-everywhere', field }
    } else if (error?.code === 'CSV_INVALID_CLOSING_QUOTE') this.stop = { line, code: 'quote-after-closing', field }
    else if (error?.code === 'CSV_QUOTE_NOT_CLOSED') this.stop = this.faultHere('quote-open', null)
    throw error ?? new Error('csv-parse skipped a record without saying why')
  }
}

function newlinesIn(fields: readonly string[]): number {
  let lines = 0
  for (const field of fields) for (let at = field.indexOf('\n'); at !== -1; at = field.indexOf('\n', at + 1)) lines++
  return lines
}
