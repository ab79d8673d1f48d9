import type { Messages } from '../i18n/translator.js'
import type { Allocation } from '../model/allocation.js'
import type { KeptRun } from '../model/allocation-run.js'
import { UserError } from '../model/errors.js'
import { listRuns, readRun } from '../store/allocation-runs.js'
import type { Session } from './session.js'

/** `3`, `run:3`; null for what names no run. */
export function runNumber(text: string): number | null {
  const [, digits] = /^(?:run:|#)?(\d{1,15})$/.exec(text) ?? []
  return digits === undefined ? null : Number(digits)
}

/** A kept run. @throws UserError naming those that there are, when there is none of that number. */
export async function findRun({ store, m }: Pick<Session, 'store' | 'm'>, run: number): Promise<KeptRun> {
  const kept = await readRun(store.db, run)
  if (kept !== null) return kept
  const there = (await listRuns(store.db)).map((each) => String(each.run)).reverse()
  throw new UserError(
    m.runs.unknown(String(run)),
    there.length === 0 ? m.runs.noneHint : m.runs.unknownHint(there.join(', ')),
  )
}

/** A kept run that something else is to rest on. @throws UserError also when it is not as it was frozen. */
export async function intactRun(session: Pick<Session, 'store' | 'm'>, run: number): Promise<KeptRun> {
  const kept = await findRun(session, run)
  if (!kept.isIntact) throw new UserError(session.m.runs.changed(String(run)), session.m.runs.changedHint)
  return kept
}

/** The rows of a run, in the user's language. */
export function rowsOf({ rows }: KeptRun, { language }: Messages): Allocation[] {
  return rows.map(({ because, ...row }) => ({ ...row, because: because[language] }))
}
