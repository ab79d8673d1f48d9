import {
  deriveAccountability,
  deriveUnspent,
  type AccountabilityResult,
  type AccountedRun,
} from '../derive/accountability.js'
import type { FrozenRun } from '../model/allocation.js'
import type { AllocationPart } from '../model/equipment.js'
import { UserError } from '../model/errors.js'
import { listRuns, readRun } from '../store/allocation-runs.js'
import type { Db } from '../store/database.js'
import { listSpending } from '../store/spending.js'
import type { Known } from './known.js'
import type { Session } from './session.js'

/** Of each school year and part, the run that stands: the last frozen. By number. */
export async function standingRuns(db: Db): Promise<FrozenRun[]> {
  const standing = new Map<string, FrozenRun>()
  for (const run of (await listRuns(db)).reverse()) standing.set(`${run.schoolYear} ${run.part}`, run)
  return [...standing.values()].sort((a, b) => a.run - b.run)
}

/** Runs with their rows, and the numbers of those that are not as they were frozen. */
async function accounted(
  db: Db,
  runs: readonly FrozenRun[],
): Promise<{ readonly runs: readonly AccountedRun[]; readonly changed: readonly number[] }> {
  const found: AccountedRun[] = []
  const changed: number[] = []
  for (const { run } of runs) {
    const kept = await readRun(db, run)
    if (kept === null) continue
    found.push(kept)
    if (!kept.isIntact) changed.push(run)
  }
  return { runs: found, changed }
}

/**
 * Reddition de comptes: what schools got by frozen runs, spent and have left. A run that is not as it was frozen counts as
 * it stands, and is told among the problems.
 */
export async function findAccountability({ store, m }: Session, known: Known): Promise<AccountabilityResult> {
  const { runs, changed } = await accounted(store.db, await standingRuns(store.db))
  const spending = await listSpending(store.db)
  const result = deriveAccountability({ runs, spending, schools: known.schools }, m)
  const told = changed.map((run) => ({ school: null, kind: 'note' as const, message: m.runs.changed(String(run)) }))
  return { ...result, problems: [...told, ...result.problems] }
}

/**
 * What each school has left, in cents, when a school year begins, by the frozen runs of the years before and what was
 * spent since. Never below zero; a school that has nothing left is not there.
 *
 * @throws UserError when a run of the years before is not as it was frozen.
 */
export async function unspentOf(
  { store, m }: Pick<Session, 'store' | 'm'>,
  asked: { readonly schoolYear: string; readonly part: AllocationPart },
): Promise<ReadonlyMap<string, number>> {
  const before = (await standingRuns(store.db)).filter(
    ({ schoolYear, part }) => part === asked.part && schoolYear < asked.schoolYear,
  )
  if (before.length === 0) return new Map()
  const { runs, changed } = await accounted(store.db, before)
  const [first] = changed
  if (first !== undefined) throw new UserError(m.runs.changed(String(first)), m.runs.changedHint)
  return deriveUnspent({ runs, spending: await listSpending(store.db) }, asked)
}
