import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Another program holds a lock, and did not let it go in time. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
  readonly path: string

  constructor(path: string) {
    super(`${path}: locked`)
    this.path = path
  }
}

const STEP_MS = 50

/**
 * Does some work while nobody else who asks for the same lock does: a file that exists as long as the work lasts. One
 * that a program of this machine left behind when it was killed is taken over.
 *
 * @throws LockedError when another holds it for longer than `patienceMs`; the file system's errors; what `work` throws.
 */
export async function withFileLock<T>(path: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(path), { recursive: true })
  for (let waitedMs = 0; !(await taken(path)); waitedMs += STEP_MS) {
    if (await leftBehind(path)) continue
    if (waitedMs >= patienceMs) throw new LockedError(path)
    await wait(STEP_MS)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

/** Makes the lock with its owner already in it: nobody ever reads an empty one. */
async function taken(path: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${process.pid} ${hostname()}\n`)
    await file.close()
    await link(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Removes a lock whose owner, on this machine, is no more. True when one was. */
async function leftBehind(path: string): Promise<boolean> {
  const owner = await readFile(path, 'utf8').catch(() => '')
  if (!isGone(owner)) return false
  // Two may have read the same: what is put aside is looked at again, and given back when it is another's.
  const aside = `${path}.${randomBytes(4).toString('hex')}`
  try {
    await rename(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== owner) await link(aside, path)
  await rm(aside, { force: true })
  return true
}

function isGone(owner: string): boolean {
  const [, pid, host] = /^(\d+) (.+)\n$/.exec(owner) ?? []
  if (pid === undefined || host !== hostname()) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
