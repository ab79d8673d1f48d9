import { join } from 'node:path'
import type { ReadingOptions } from '../ingest/reading/open.js'
import { readBundle, type BundleReading } from '../ingest/reading/bundle.js'
import { readInput, type InputSummary } from '../ingest/reading/read.js'
import type { IngestTexts } from '../ingest/reading/define-input.js'
import { OneBehind } from '../lib/one-behind.js'
import { loadPlugin } from '../lib/plugins.js'
import type { ColumnMapping, InputKind } from '../model/input-kind.js'
import { Interrupted } from '../model/errors.js'
import type { Problem } from '../model/problem.js'
import type { Tx } from '../store/bulk.js'
import { findDoubts, type Doubt } from '../store/doubts.js'
import { codeRestorer } from '../store/known-codes.js'
import { doubtProblem } from './imports/doubt-texts.js'
import { adoptFleet } from '../store/fleet.js'
import { HolderWriter, type HolderCounts } from '../store/holders.js'
import type { FactChange, FactCounts, ImportedTable } from '../store/imported.js'
import { atomically } from '../store/within.js'
import { noteBoard } from '../store/bundles.js'
import { addSource, finishSource, findOrphans, nextInstant } from '../store/sources.js'
import type { Config } from './config/load.js'
import type { ImportId } from './import-facts.js'
import { FactWriters } from './imports/fact-writers.js'
import { BUNDLE_TABLES, factReader } from './row-facts.js'
import { boardOf, type Session } from './session.js'

/** What an import is asked. */
export interface ImportRequest {
  readonly kind: ImportId
  readonly file: string
  /** Takes the good rows of a file that has problems, instead of refusing it whole. */
  readonly acceptPartial: boolean
  readonly dryRun: boolean
  /** Keeps who has each device of a fleet: personal information. Without it, what was kept of the board's is removed. */
  readonly keepPersonal?: boolean
  /** How the file is to be read, where it does not tell by itself. */
  readonly reading?: Partial<ReadingOptions>
  /** Told each change of a fact, in a dry run. A file with orphans that is taken partly is read twice: `null` begins again. */
  watch?(change: FactChange | null): void
  /** What the user says some columns are, before what the configuration says. */
  readonly map?: readonly ColumnMapping[]
  readonly signal: AbortSignal
  progress(rows: number): void
}

/** What became of a file. `taken` is false when nothing was written: refused, unchanged, or only tried. */
export interface ImportResult {
  /** The number that it is kept under, by which it can be undone; null when nothing was written. */
  readonly import: number | null
  readonly kind: ImportId
  readonly file: string
  readonly sha256: string | null
  readonly rows: number
  readonly refusedRows: number
  readonly added: number
  readonly changed: number
  /** Facts that the file no longer tells of schools that it names. */
  readonly removed: number
  readonly unchanged: number
  /** Of the unchanged, those that only say a later last contact. */
  readonly refreshed: number
  /** Of a fleet: how many devices have another holder than was known, and of how many it is known no more. */
  readonly holders: HolderCounts
  readonly outcome: 'taken' | 'partly-taken' | 'unchanged' | 'refused' | 'dry-run'
  readonly problems: readonly Problem[]
  readonly notices: readonly Problem[]
}

/** Which table's facts each doubt is about. */
const DOUBTED: Readonly<Record<Doubt['code'], ImportedTable>> = {
  'enrolment-jump': 'enrolment',
  'rate-too-great': 'wan_link',
  'board-changed': 'school',
  'building-moved': 'building',
  'shares-do-not-sum': 'share',
  'credit-note': 'spending',
}

/** Thrown inside the transaction to leave no trace of it. */
class NothingKept extends Error {}

/**
 * Reads a file of a kind, checks every row, and takes it whole or not at all, in one transaction. The same content
 * again changes nothing. A bundle is never taken partly.
 *
 * @throws UserError when the file cannot be read.
 */
export async function importFile(session: Session, asked: ImportRequest): Promise<ImportResult> {
  const isBundle = asked.kind === 'bundle'
  const kind = isBundle ? null : await loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', asked.kind)
  const request = { ...asked, acceptPartial: asked.acceptPartial && !isBundle }
  const first = await tryImport(session, request, kind, new Set())
  // What names something unknown is only found once the file is read: the good rows are then taken without it.
  const result =
    first.orphans.size > 0 && request.acceptPartial ? await tryImport(session, request, kind, first.orphans) : first
  const problems = [...result.problems, ...(result === first ? [] : first.orphanProblems)]
  return {
    import: result.kept ? result.source : null,
    kind: request.kind,
    file: request.file,
    sha256: result.summary.sha256,
    rows: result.summary.rows - first.orphans.size,
    refusedRows: result.summary.records - result.summary.rows + first.orphans.size,
    ...result.counts,
    refreshed: result.refreshed,
    holders: result.holders,
    outcome: outcomeOf(request, result, problems.length > 0),
    problems: problems.sort((a, b) => a.line - b.line),
    notices: [...result.summary.notices, ...result.doubts],
  }
}

/** What one reading of the file came to. */
interface Attempt {
  readonly source: number
  readonly kept: boolean
  readonly counts: FactCounts
  readonly refreshed: number
  readonly holders: HolderCounts
  readonly summary: InputSummary
  readonly problems: readonly Problem[]
  readonly orphanProblems: readonly Problem[]
  /** Worth a second look, and no reason to refuse. */
  readonly doubts: readonly Problem[]
  /** Lines of rows that name something which nobody has imported. */
  readonly orphans: ReadonlySet<number>
}

/** Reads and writes the file in one transaction, but for some lines; it is kept only when nothing speaks against it. */
async function tryImport(
  session: Session,
  request: ImportRequest,
  kind: InputKind<unknown, IngestTexts> | null,
  without: ReadonlySet<number>,
): Promise<Attempt> {
  request.watch?.(null)
  const problems: Problem[] = []
  const board = boardOf(session.config)
  let attempt: Attempt | null = null
  try {
    await atomically(session.store.db, async (tx) => {
      const at = await nextInstant(tx, session.now())
      const source = await addSource(tx, { kind: request.kind, file: request.file, at })
      if (request.kind === 'fleet') await adoptFleet(tx, board)
      const bundle = kind === null ? readBundle(request.file, session.m, board) : null
      const reading =
        kind === null
          ? (bundle as BundleReading)
          : readInput(kind, request.file, session.m, {
              ...request.reading,
              map: [...savedMappings(session.config, kind.id), ...(request.map ?? [])],
              restoreCode: await codeRestorer(tx),
              keepPersonal: request.keepPersonal === true,
            })
      const writers = new FactWriters(tx, source, at, request.dryRun ? (request.watch ?? null) : null)
      const holders = new HolderWriter(tx, source, at)
      const factsOf = await factReader(tx, {
        ...{ kind: request.kind, board },
        refuse: (line, school, known) => {
          const file = fileOfTable(request, 'school')
          problems.push({ file, line, column: 'school', message: session.m.bundles.ofAnother(school, known) })
        },
      })
      let rows = 0
      const writing = new OneBehind()
      try {
        for await (const batch of reading.batches) {
          if (request.signal.aborted) throw new Interrupted()
          problems.push(...batch.problems)
          rows += batch.rows.length
          request.progress(rows)
          const good = without.size === 0 ? batch.rows : batch.rows.filter(({ line }) => !without.has(line))
          await writing.start(async () => {
            await writers.write(await factsOf(good))
            await holders.write(writers.takeHolders())
          })
        }
      } finally {
        // Nothing is left going on in a transaction that ends.
        await writing.end()
      }
      await writers.settle()
      const summary = reading.summary()
      // Only a file taken whole says what is no longer there.
      if (problems.length === 0 && without.size === 0) await writers.removeUnnamed(bundle?.board ?? null)
      if (request.kind === 'fleet') await (request.keepPersonal ? holders.removeGone() : holders.removeAll(board))
      if (bundle !== null && bundle.board !== null) await noteBoard(tx, source, bundle.board)
      const counts = writers.counts()
      const orphanProblems = await findOrphanProblems(session, tx, writers.tables, { source, request })
      const orphans = new Set(orphanProblems.map(({ line }) => line))
      problems.push(...orphanProblems)
      const doubts = (await findDoubts(tx, source, at, writers.tables)).map((doubt) =>
        doubtProblem(doubt, fileOfTable(request, DOUBTED[doubt.code]), session.m),
      )
      const acceptable =
        problems.length === 0 || (request.acceptPartial && summary.sha256 !== null && orphans.size === 0)
      const { refreshed } = writers
      const { kept: newHolders, erased } = holders.counts
      const isNews = counts.added + counts.changed + counts.removed + refreshed + newHolders + erased > 0
      const kept = acceptable && !request.dryRun && isNews
      attempt = {
        source,
        kept,
        counts,
        refreshed,
        holders: holders.counts,
        summary,
        problems,
        orphanProblems,
        orphans,
        doubts,
      }
      if (!kept) throw new NothingKept()
      await writers.keepBefore()
      await finishSource(tx, source, { sha256: summary.sha256 ?? '', rows: summary.rows - without.size, ...counts })
    })
  } catch (error) {
    if (!(error instanceof NothingKept)) throw error
  }
  if (attempt === null) throw new Error(`${request.file} was neither kept nor refused`)
  return attempt
}

function outcomeOf(request: ImportRequest, { kept, summary }: Attempt, hasProblems: boolean): ImportResult['outcome'] {
  if (hasProblems && (!request.acceptPartial || summary.sha256 === null)) return 'refused'
  if (request.dryRun) return 'dry-run'
  if (!kept) return 'unchanged'
  return hasProblems ? 'partly-taken' : 'taken'
}

/** What the configuration says the columns of any file of a kind are. */
function savedMappings({ import: { mappings } }: Config, kind: string): ColumnMapping[] {
  return Object.entries(mappings[kind] ?? {}).map(([column, field]) => ({ column, field, optional: true }))
}

/** The file that told a fact: of a bundle, the one inside it. */
function fileOfTable({ kind, file }: ImportRequest, table: ImportedTable): string {
  return kind === 'bundle' ? join(file, `${BUNDLE_TABLES[table]}.csv`) : file
}

/** Rows that name a school, a building or a POP that nobody has imported. */
async function findOrphanProblems(
  session: Session,
  tx: Tx,
  tables: readonly ImportedTable[],
  { source, request }: { readonly source: number; readonly request: ImportRequest },
): Promise<Problem[]> {
  const found: Problem[] = []
  for (const table of tables) {
    const file = fileOfTable(request, table)
    for (const { line, column, value } of await findOrphans(tx, table, source)) {
      found.push({ file, line, column, value, message: session.m.importing.orphan(column, value) })
    }
  }
  return found
}
