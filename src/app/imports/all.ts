import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { IngestTexts } from '../../ingest/reading/define-input.js'
import { findManifest } from '../../ingest/reading/bundle.js'
import { recogniseFile, type Recognition } from '../../ingest/reading/recognise.js'
import { loadPlugin } from '../../lib/plugins.js'
import { UserError } from '../../model/errors.js'
import type { InputKind } from '../../model/input-kind.js'
import { importFile, type ImportRequest, type ImportResult } from '../import.js'
import { IMPORT_KINDS, type ImportId } from '../import-facts.js'
import type { Session } from '../session.js'

/** A file of the folder: what it is, or null when that is not certain; and why, in the user's language. */
export interface PlannedFile {
  readonly file: string
  readonly kind: ImportId | null
  readonly why: string
}

/** A folder taken in: what each file is, and what became of those that were begun, in their order. */
export interface FolderResult {
  readonly plan: readonly PlannedFile[]
  readonly results: readonly ImportResult[]
}

/** What names others comes after them. A kind that is not here comes last. */
const ORDER: readonly string[] = [
  'boards',
  'schools',
  'private',
  'higher-education',
  'buildings',
  'territories',
  'shares',
  'enrolment',
  'deprivation',
  'pops',
  'networks',
  'wan-links',
  'catalogue',
  'equipment',
  'spending',
  'fleet',
  'bundle',
]

const DATA_FILE = /\.(csv|tsv|txt|xlsx|geojson|json)(\.gz)?$|\.zip$/i

function rank({ kind }: PlannedFile): number {
  const at = ORDER.indexOf(kind ?? '')
  return at === -1 ? ORDER.length + (kind === null ? 1 : 0) : at
}

/**
 * What each data file of a folder is, by its headers, in the order in which they are imported: by kind, then by name.
 * Folders below it are left aside.
 *
 * @throws UserError when the folder has no such file; the file system's error.
 */
export async function planFolder({ m }: Pick<Session, 'm'>, folder: string): Promise<PlannedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR')
      throw new UserError(m.importing.notAFolder(folder), m.importing.notAFolderHint, { cause: error })
    throw error
  })
  const files = entries.filter((entry) => entry.isFile() && DATA_FILE.test(entry.name)).map(({ name }) => name)
  if (files.length === 0) throw new UserError(m.importing.emptyFolder(folder), m.importing.emptyFolderHint)
  const plan: PlannedFile[] = []
  for (const name of files.sort()) {
    plan.push(...(await planFile({ m }, join(folder, name))))
  }
  return plan.sort((a, b) => rank(a) - rank(b) || (basename(a.file) < basename(b.file) ? -1 : 1))
}

/** What a file is, as often as it is several things. */
async function planFile({ m }: Pick<Session, 'm'>, file: string): Promise<PlannedFile[]> {
  const manifest = await findManifest(file, m.ingest)
  if (manifest !== null) {
    const day = manifest.exportedAt.slice(0, 'yyyy-mm-dd'.length)
    return [{ file, kind: 'bundle', why: m.bundles.recognised(manifest.board.code, day) }]
  }
  const kinds = await Promise.all(
    IMPORT_KINDS.map((id) => loadPlugin<InputKind<unknown, IngestTexts>>('src/ingest', id)),
  )
  const found = await recogniseFile(kinds, file, m.ingest)
  if (found === null) return [{ file, kind: null, why: m.importing.noHeader }]
  const why = whyText(found, { m })
  if (found.outcome !== 'kind') return [{ file, kind: null, why }]
  const nodes = { file, kind: 'pops' as const, why: m.importing.ofdsNodes }
  return [{ file, kind: found.kind as ImportId, why }, ...(found.hasNodes === true ? [nodes] : [])]
}

/** The kind that a file's headers are of; null when that is not certain. @throws what node:fs throws. */
export async function likelyKind({ m }: Pick<Session, 'm'>, file: string): Promise<ImportId | null> {
  return (await planFile({ m }, file))[0]?.kind ?? null
}

function whyText(found: Recognition, { m }: Pick<Session, 'm'>): string {
  const { number } = m.format
  if (found.outcome === 'kind') {
    const { known, unknown, sign, hasNodes } = found
    if (hasNodes !== undefined) return m.importing.ofdsSpans
    if (sign !== null) return m.importing.settledBy(sign.column, sign.value)
    return m.importing.recognised(number(known), number(unknown))
  }
  if (found.outcome === 'tie') return m.importing.couldBe(found.kinds.join(', '))
  return found.nearest === null ? m.importing.noKind : m.importing.nearest(found.nearest, found.missing.join(', '))
}

/** Thrown to leave no trace of a trial. */
class TrialOver extends Error {}

/**
 * Imports what was recognised, each file whole or not at all, and stops at the first that is refused: those after it may
 * name what it would have made known. A dry run does it all in one transaction, which it then leaves.
 *
 * @throws Interrupted.
 */
export async function importFolder(
  session: Session,
  plan: readonly PlannedFile[],
  options: Pick<ImportRequest, 'acceptPartial' | 'dryRun' | 'signal'> & { progress(file: string, rows: number): void },
): Promise<FolderResult> {
  const results: ImportResult[] = []
  const { acceptPartial, dryRun, signal, progress } = options
  const each = async (within: Session): Promise<void> => {
    for (const { file, kind } of plan) {
      if (kind === null) continue
      const result = await importFile(within, {
        ...{ kind, file, signal, acceptPartial, dryRun: false },
        progress: (rows) => progress(file, rows),
      })
      const isTaken = result.outcome === 'taken' || result.outcome === 'partly-taken'
      results.push(dryRun && isTaken ? { ...result, import: null, outcome: 'dry-run' } : result)
      if (result.outcome === 'refused') return
    }
  }
  if (!dryRun) await each(session)
  else {
    const trial = session.store.db.transaction().execute(async (tx) => {
      await each({ ...session, store: { ...session.store, db: tx } })
      throw new TrialOver()
    })
    await trial.catch((error: unknown) => {
      if (!(error instanceof TrialOver)) throw error
    })
  }
  return { plan, results }
}
