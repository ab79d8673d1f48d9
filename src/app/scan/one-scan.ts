import { setTimeout as sleep } from 'node:timers/promises'
import { LockedError, withFileLock } from '../../lib/file-lock.js'
import { UserError } from '../../model/errors.js'
import { withScanLock } from '../../store/scan-lock.js'
import type { Session } from '../session.js'

const STEP_MS = 500

/**
 * Does the work of a scan while no other scan works on the same database: a file beside a SQLite database, a lock of the
 * server's on PostgreSQL. Either is free as soon as its owner is no more.
 *
 * @param wait whether to wait for the other one, until the signal says stop, rather than refuse.
 * @throws UserError when another scan runs, and is not waited for; what `work` throws.
 */
export async function alone<T>(
  session: Session,
  { wait, signal }: { readonly wait: boolean; readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const done = await attempt(session, work)
    if (done !== null) return done.value
    if (!wait || signal.aborted) throw new UserError(session.m.scan.anotherRuns, session.m.scan.anotherRunsHint)
    await sleep(STEP_MS)
  }
}

/** Null when another scan runs. */
async function attempt<T>({ config, store }: Session, work: () => Promise<T>): Promise<{ readonly value: T } | null> {
  if (store.kind === 'postgres') return withScanLock(store.db, work)
  if (config.database === ':memory:') return { value: await work() }
  const path = `${config.database}.scan.lock`
  try {
    return { value: await withFileLock(path, 0, work) }
  } catch (error) {
    if (error instanceof LockedError && error.path === path) return null
    throw error
  }
}
