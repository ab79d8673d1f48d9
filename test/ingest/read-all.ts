import { messagesFor } from '../../src/i18n/translator.js'
import type { Language } from '../../src/i18n/language.js'
import type { IngestTexts } from '../../src/ingest/reading/define-input.js'
import { readInput, type InputSummary, type ReadOptions } from '../../src/ingest/reading/read.js'
import { shipped } from '../../src/lib/paths.js'
import { loadPlugin } from '../../src/lib/plugins.js'
import type { InputKind, NumberedRow } from '../../src/model/input-kind.js'
import type { Problem } from '../../src/model/problem.js'

/** A whole file at once, as tests want it. */
export interface WholeReading<Row> {
  readonly rows: readonly NumberedRow<Row>[]
  readonly problems: readonly Problem[]
  readonly summary: InputSummary
}

/** Reads a file of a kind to its end. */
export async function readAll<Row>(
  kind: InputKind<Row, IngestTexts>,
  file: string,
  language: Language = 'fr',
  options: ReadOptions = {},
): Promise<WholeReading<Row>> {
  const reading = readInput(kind, file, messagesFor(language), options)
  const rows: NumberedRow<Row>[] = []
  const problems: Problem[] = []
  for await (const batch of reading.batches) {
    rows.push(...batch.rows)
    problems.push(...batch.problems)
  }
  return { rows, problems, summary: reading.summary() }
}

/** Reads the fixture of a kind, found by its id as the command line finds it. */
export async function readFixture(id: string): Promise<WholeReading<unknown>> {
  const kind = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', id)
  return readAll(kind, shipped('test', 'fixtures', 'ingest', `${id}.csv`))
}

/** Where problems are, and what they say, without the file: `3: school: …`. */
export function placesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ line, column, message }) => `${line}: ${column === null ? '' : `${column}: `}${message}`)
}
