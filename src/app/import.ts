import { readInput, type InputSummary } from '../ingest/reading/read.js'
import type { IngestTexts } from '../ingest/reading/define-input.js'
import { loadPlugin } from '../lib/plugins.js'
import type { InputKind } from '../model/input-kind.js'
import type { Problem } from '../model/problem.js'
import type { Tx } from '../store/bulk.js'
import { ImportedWriter, type FactCounts, type ImportedFact, type ImportedTable } from '../store/imported.js'
import { addSource, finishSource, findOrphans, withdrawLines } from '../store/sources.js'
import { FACTS_OF, factsOfRow, type ImportKindId, type RowFact } from './import-facts.js'
import { boardOf, type Session } from './session.js'

/** What an import is asked. */
export interface ImportRequest {
  readonly kind: ImportKindId
  readonly file: string
  /** Takes the good rows of a file that has problems, instead of refusing it whole. */
  readonly acceptPartial: boolean
  readonly dryRun: boolean
  progress(rows: number): void
}

/** What became of a file. `taken` is false when nothing was written: refused, unchanged, or only tried. */
export interface ImportResult {
  readonly kind: ImportKindId
  readonly file: string
  readonly sha256: string | null
  readonly rows: number
  readonly refusedRows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly outcome: 'taken' | 'partly-taken' | 'unchanged' | 'refused' | 'dry-run'
  readonly problems: readonly Problem[]
  readonly notices: readonly Problem[]
}

/** Thrown inside the transaction to leave no trace of it. */
class NothingKept extends Error {}

/** Kinds of files that can be imported, for help and completion. */
export const IMPORT_KINDS = Object.keys(FACTS_OF).sort() as ImportKindId[]

/**
 * Reads a file of a kind, checks every row, and takes it whole or not at all, in one transaction. The same content
 * again changes nothing.
 *
 * @throws UserError when the file cannot be read.
 */
export async function importFile(session: Session, request: ImportRequest): Promise<ImportResult> {
  const kind = await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', request.kind)
  const reading = readInput(kind, request.file, session.m)
  const problems: Problem[] = []
  const counts: FactCounts = { added: 0, changed: 0, unchanged: 0 }
  let orphanRows = 0
  let outcome: ImportResult['outcome'] = 'taken'
  try {
    await session.store.db.transaction().execute(async (tx) => {
      const at = session.now()
      const source = await addSource(tx, { kind: request.kind, file: request.file, at })
      const writers = new Writers(tx, source, at)
      let rows = 0
      for await (const batch of reading.batches) {
        problems.push(...batch.problems)
        rows += batch.rows.length
        request.progress(rows)
        const board = boardOf(session.config)
        await writers.write(
          batch.rows.flatMap(({ line, row }) => factsOfRow(request.kind, row, board).map((fact) => ({ line, fact }))),
        )
      }
      const orphans = await orphanProblems(session, tx, writers.tables, source, request.file)
      problems.push(...orphans.problems)
      orphanRows = orphans.lines.length
      Object.assign(counts, writers.counts())
      outcome = await settle(tx, request, {
        source,
        counts,
        problems,
        lines: orphans.lines,
        tables: writers.tables,
        summary: reading.summary(),
      })
      if (outcome !== 'taken' && outcome !== 'partly-taken') throw new NothingKept()
    })
  } catch (error) {
    if (!(error instanceof NothingKept)) throw error
  }
  const { sha256, records, rows, notices } = reading.summary()
  return {
    kind: request.kind,
    file: request.file,
    sha256,
    rows: rows - orphanRows,
    refusedRows: records - rows + orphanRows,
    ...counts,
    outcome,
    problems: problems.sort((a, b) => a.line - b.line),
    notices,
  }
}

interface Settling {
  readonly source: number
  readonly counts: FactCounts
  readonly problems: readonly Problem[]
  readonly lines: readonly number[]
  readonly tables: readonly ImportedTable[]
  readonly summary: InputSummary
}

/** Decides what becomes of what the transaction holds; anything but taken is rolled back. */
async function settle(tx: Tx, request: ImportRequest, what: Settling): Promise<ImportResult['outcome']> {
  const { source, counts, problems, summary } = what
  if (problems.length > 0 && (!request.acceptPartial || summary.sha256 === null)) return 'refused'
  for (const table of what.tables) await withdrawLines(tx, table, source, what.lines)
  if (request.dryRun) return 'dry-run'
  if (counts.added === 0 && counts.changed === 0) return problems.length > 0 ? 'partly-taken' : 'unchanged'
  await finishSource(tx, source, { sha256: summary.sha256 ?? '', rows: summary.rows - what.lines.length })
  return problems.length > 0 ? 'partly-taken' : 'taken'
}

/** One writer for each table that the file's rows speak of. */
class Writers {
  readonly #tx: Tx
  readonly #source: number
  readonly #at: string
  readonly #writers = new Map<ImportedTable, ImportedWriter>()
  readonly #seen = new Set<string>()

  constructor(tx: Tx, source: number, at: string) {
    this.#tx = tx
    this.#source = source
    this.#at = at
  }

  get tables(): readonly ImportedTable[] {
    return [...this.#writers.keys()]
  }

  counts(): FactCounts {
    const all = [...this.#writers.values()].map(({ counts }) => counts)
    const sum = (name: keyof FactCounts): number => all.reduce((total, counts) => total + counts[name], 0)
    return { added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged') }
  }

  async write(facts: readonly { readonly line: number; readonly fact: RowFact }[]): Promise<void> {
    const byTable = new Map<ImportedTable, ImportedFact[]>()
    for (const { line, fact } of facts) {
      if (this.#isRepeated(fact)) continue
      const list = byTable.get(fact.table) ?? []
      byTable.set(fact.table, list)
      list.push({ line, cells: fact.cells, fill: fact.fill === true })
    }
    for (const [table, list] of byTable) {
      const writer = this.#writers.get(table) ?? new ImportedWriter(this.#tx, table, this.#source, this.#at)
      this.#writers.set(table, writer)
      await writer.write(list)
    }
  }

  /** Boards, schools and buildings are told by many rows of a file, and have one key: their code. */
  #isRepeated({ table, cells }: RowFact): boolean {
    if (table !== 'board' && table !== 'school' && table !== 'building') return false
    const key = `${table} ${cells['code']}`
    if (this.#seen.has(key)) return true
    this.#seen.add(key)
    return false
  }
}

/** Rows that name a school, a building or a POP that nobody has imported. */
async function orphanProblems(
  session: Session,
  tx: Tx,
  tables: readonly ImportedTable[],
  source: number,
  file: string,
): Promise<{ problems: Problem[]; lines: number[] }> {
  const problems: Problem[] = []
  for (const table of tables) {
    for (const { line, column, value } of await findOrphans(tx, table, source)) {
      problems.push({ file, line, column, message: session.m.importing.orphan(column, value) })
    }
  }
  return { problems, lines: [...new Set(problems.map(({ line }) => line))] }
}
