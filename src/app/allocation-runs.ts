import { allocationChanges } from '../derive/allocation-changes.js'
import { ruleOf } from '../derive/allocation.js'
import { messagesFor, type Messages } from '../i18n/translator.js'
import type {
  Allocation,
  AllocationChange,
  AllocationProblem,
  AllocationResult,
  FrozenRun,
} from '../model/allocation.js'
import type { FrozenRow, KeptRun, RunInput, RunToFreeze } from '../model/allocation-run.js'
import type { AllocationPart } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import { findRunsAlike, keepRun, listRuns } from '../store/allocation-runs.js'
import { digestOf } from '../store/run-digest.js'
import { importMark } from '../store/sources.js'
import { allocate } from './allocate.js'
import { intactRun, rowsOf } from './kept-runs.js'
import { readKnown } from './known.js'
import { readRules, type RulesFile } from './reference.js'
import { databaseInputs, rulesInput, tablesReadBy } from './run-inputs.js'
import type { Session } from './session.js'

/** An allocation to keep. What is not given is that of the run that it adjusts, where it adjusts one. */
export interface AskedFreeze {
  readonly rules: RulesFile
  readonly part: AllocationPart | undefined
  readonly envelopeCents: number | null
  readonly year: string | undefined
  readonly against: number | null
  readonly who: string
  readonly why: string | null
  readonly dryRun: boolean
}

/** What freezing came to. */
export interface Frozen {
  /** Null when it was only tried. */
  readonly run: number | null
  readonly digest: string
  /** In the user's language. */
  readonly result: AllocationResult
  /** School by school, what it changes to the run that it adjusts; null when it adjusts none. */
  readonly changes: readonly AllocationChange[] | null
  /** Runs that were the same already, the oldest first. */
  readonly alike: readonly number[]
  /** The run that stood for the year and part until now; null when there was none. */
  readonly replaces: number | null
}

/**
 * Shares an envelope, and keeps what came of it with what it was computed from, whole or not at all.
 *
 * @throws UserError when the run to adjust is not there, is not as it was frozen, or is of another year or part; when a
 * file is imported meanwhile; and as `allocate` does.
 */
export async function freeze(session: Session, asked: AskedFreeze): Promise<Frozen> {
  const { store, m } = session
  const base = asked.against === null ? null : await intactRun(session, asked.against)
  const part = asked.part ?? base?.part ?? 'equipment'
  const year = asked.year ?? base?.schoolYear
  if (base !== null && (part !== base.part || year !== base.schoolYear)) {
    const hint = m.runs.otherThingHint(base.schoolYear, base.part)
    throw new UserError(m.runs.otherThing(String(base.run)), hint, { usage: true })
  }
  const envelopeCents = asked.envelopeCents ?? base?.envelopeCents ?? null
  const mark = await importMark(store.db)
  const known = await readKnown(store.db)
  const shared = async (messages: Messages): Promise<AllocationResult> =>
    allocate({ ...session, m: messages }, known, { rules: asked.rules, part, envelopeCents, year })
  // In the user's language first: what goes wrong is told in it.
  const result = await shared(m)
  const [fr, en] =
    m.language === 'fr' ? [result, await shared(messagesFor('en'))] : [await shared(messagesFor('fr')), result]
  const run = await runOf(session, { ...asked, at: session.now(), fr, en })
  if ((await importMark(store.db)) !== mark) throw new UserError(m.runs.importedMeanwhile, m.runs.importedMeanwhileHint)
  const standing = (await listRuns(store.db)).find(
    (each) => each.part === part && each.schoolYear === result.schoolYear,
  )
  return {
    alike: await findRunsAlike(store.db, digestOf(run)),
    ...(asked.dryRun ? { run: null, digest: digestOf(run) } : await keepRun(store.db, run)),
    result,
    changes: base === null ? null : allocationChanges(base.rows, result.allocations),
    replaces: standing?.run ?? null,
  }
}

/** What is kept of an allocation that was computed in both languages. */
async function runOf(
  session: Session,
  {
    rules: file,
    fr,
    en,
    ...asked
  }: AskedFreeze & { readonly at: string; readonly fr: AllocationResult; readonly en: AllocationResult },
): Promise<RunToFreeze> {
  const { rules } = file
  const { part, schoolYear, enrolmentYear } = fr
  const reads = tablesReadBy(rules, part)
  const both = (i: number, of: (result: AllocationResult, i: number) => string | undefined) => ({
    fr: of(fr, i) ?? '',
    en: of(en, i) ?? '',
  })
  return {
    ...{ at: asked.at, who: asked.who, why: asked.why, against: asked.against, part, schoolYear, enrolmentYear },
    ...{ rules: rules.id, rulesVersion: rules.version, rulesSource: rules.source, reads },
    ...{ unspent: ruleOf(rules, part)?.unspent ?? 'ignore', categories: Object.keys(rules.categories) },
    ...{ envelopeCents: fr.envelopeCents, dueCents: fr.dueCents, reserveCents: fr.reserveCents },
    ...{ unallocatedCents: fr.unallocatedCents, recoveredCents: fr.recoveredCents },
    inputs: [
      await rulesInput(file, session.m),
      ...(await databaseInputs(session, { reads, part, schoolYear, enrolmentYear })),
    ],
    rows: fr.allocations.map((row, i): FrozenRow => ({
      ...{ school: row.school, name: row.name, board: row.board, pupils: row.pupils, floorCents: row.floorCents },
      ...{ prorataCents: row.prorataCents, adjustmentCents: row.adjustmentCents, amountCents: row.amountCents },
      ...{ carriedCents: row.carriedCents, shares: row.shares },
      because: both(i, ({ allocations }, at) => allocations[at]?.because),
    })),
    problems: fr.problems.map(({ school, kind }, i) => ({
      ...{ school, kind },
      message: both(i, ({ problems }, at) => problems[at]?.message),
    })),
  }
}

/** What stands of an input: the same is there, it is not, or it came since. `unknown`: nothing tells. */
export type InputState = 'same' | 'gone' | 'since' | 'unknown'

/** A run as it is shown: never who froze it, which is told apart. */
export interface ShownRun extends Omit<FrozenRun, 'inputs' | 'who'> {
  readonly isIntact: boolean
  /** Those that it was computed from, then what has come since that would be read today. */
  readonly inputs: readonly (Omit<RunInput, 'content'> & { readonly state: InputState })[]
  /** Later runs that adjust it, by number. */
  readonly adjustedBy: readonly number[]
  /** Whether it is the one that counts for its year and part. */
  readonly isStanding: boolean
  readonly problems: readonly AllocationProblem[]
  readonly rows: readonly Allocation[]
}

/** A run with its rows, and whether what it was computed from is still what would be read. */
export async function showRun(session: Session, kept: KeptRun): Promise<ShownRun> {
  const { store, m } = session
  const { who: _, unspent: _unspent, categories: _categories, reads: _reads, dueCents: _due, ...told } = kept
  const runs = await listRuns(store.db)
  const standing = runs.find(({ part, schoolYear }) => part === kept.part && schoolYear === kept.schoolYear)
  return {
    ...told,
    inputs: await inputStates(session, kept),
    adjustedBy: runs
      .filter(({ against }) => against === kept.run)
      .map(({ run }) => run)
      .reverse(),
    isStanding: standing?.run === kept.run,
    problems: kept.problems.map(({ message, ...problem }) => ({ ...problem, message: message[m.language] })),
    rows: rowsOf(kept, m),
  }
}

async function inputStates(session: Session, kept: KeptRun): Promise<ShownRun['inputs']> {
  const now = await databaseInputs(session, kept)
  const keyOf = ({ kind, file, sha256 }: Omit<RunInput, 'content'>): string => JSON.stringify([kind, file, sha256])
  const [has, had] = [new Set(now.map(keyOf)), new Set(kept.inputs.map(keyOf))]
  const rules = await configuredRules(session)
  const told = kept.inputs.map(({ kind, file, sha256 }) => {
    const isSame = kind === 'rules' ? rules?.sha256 === sha256 : has.has(keyOf({ kind, file, sha256 }))
    const state: InputState = kind === 'rules' && rules === null ? 'unknown' : isSame ? 'same' : 'gone'
    return { kind, file, sha256, state }
  })
  const since = now.filter((input) => !had.has(keyOf(input)))
  return [...told, ...since.map(({ kind, file, sha256 }) => ({ kind, file, sha256, state: 'since' as const }))]
}

/** The configuration's rule file; null when it names none that can be read. */
async function configuredRules({ config, m }: Session): Promise<RulesFile | null> {
  if (config.equipment.rules === undefined) return null
  return readRules(undefined, config, config.folder, m).catch(() => null)
}
