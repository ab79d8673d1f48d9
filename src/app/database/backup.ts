import { existsSync } from 'node:fs'
import { chmod, rename, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { backupInto, draftOf, isPostgres, openStore, StoreError } from '../../store/database.js'
import { countHoldersIn } from '../../store/holders.js'
import { failureOf } from '../../store/failure.js'
import { schemaState } from '../../store/migrate.js'
import { checkDatabase, mustExist } from './check.js'
import { transfer, type TransferListener } from './transfer.js'
import { withUntouched, removeSqlite, stateOf, type Place } from './places.js'

/** `2026-11-23T02-00-00-000Z`: an instant that any file system takes in a name. */
function fileInstant(now: string): string {
  return now.replace(/[:.]/g, '-')
}

/** Where a backup goes when nobody says: beside a file; for a server, in the working folder. */
export function backupName({ database }: Place, cwd: string, now: string): string {
  if (!isPostgres(database)) return `${database}.${fileInstant(now)}.bak`
  const name = basename(new URL(database).pathname) || 'cartable'
  return join(cwd, `${name}.${fileInstant(now)}.bak`)
}

/**
 * Copies a database into a SQLite file, as of one instant and while others work, and checks the copy before it takes
 * its name. A server's database is backed up the same way: the file opens anywhere. Whatever the source's schema, it
 * stays as it is, and the copy has it.
 *
 * @throws UserError when the file exists, or the copy does not check; StoreError; the driver's errors. No file is then left.
 */
export async function backupDatabase(
  place: Place,
  file: string,
  m: Messages,
  listener: TransferListener,
): Promise<{ readonly file: string; readonly bytes: number; readonly holdersLeftOut: number }> {
  if (existsSync(file)) throw new UserError(m.db.fileExists(file), m.db.fileExistsHint)
  const draft = draftOf(file)
  try {
    if (isPostgres(place.database)) await copyServer(place, draft, listener)
    else {
      mustExist(place)
      await withUntouched(place, (db) => backupInto(db, draft, place.database))
    }
    const { problems } = await checkDatabase({ database: draft, password: null }, m)
    const [problem] = problems.filter((each) => each !== m.db.olderSchema)
    if (problem !== undefined) throw new UserError(m.db.backupUnsound(problem), m.db.backupUnsoundHint)
    await rename(draft, file)
    return { file, bytes: (await stat(file)).size, holdersLeftOut: await withUntouched(place, countHoldersIn) }
  } finally {
    await removeSqlite(draft)
  }
}

async function copyServer(place: Place, draft: string, listener: TransferListener): Promise<void> {
  await withUntouched(place, async (db) => {
    const { state, migration: schema } = await schemaState(db as never)
    if (state === 'newer' || state === 'foreign') throw new StoreError(state)
    if (schema === null) throw new StoreError('absent')
    const destination = await openStore(draft, { create: true, schema })
    try {
      const source = { db, kind: 'postgres', upgrade: null, close: async () => undefined } as const
      await transfer(source, destination, listener, false, schema)
    } finally {
      await destination.close()
    }
    await chmod(draft, 0o600)
  })
}

/** What a restoration did with what was there before: the file where it now stands, or null when nothing was there. */
export interface Restored {
  readonly rows: number
  readonly before: string | null
}

/**
 * Puts a backup in place of what a database holds. What was there is backed up first, or put aside as it is when it can
 * no longer be read; until the end, other programs see what was there.
 *
 * @throws UserError when the backup is absent, unsound, or of a later version; the driver's errors.
 */
export async function restoreDatabase(
  file: string,
  to: Place,
  aside: string,
  m: Messages,
  listener: TransferListener,
): Promise<Restored> {
  const backup = { database: file, password: null }
  if (!existsSync(file)) throw new UserError(m.errors.fileAbsent(file), m.errors.fileAbsentHint)
  const { problems } = await checkDatabase(backup, m)
  const [problem] = problems.filter((each) => each !== m.db.olderSchema)
  if (problem !== undefined) throw new UserError(m.db.restoreUnsound(file, problem), m.db.restoreUnsoundHint)
  // The backup stays as it is: what an upgrade would change is changed in a copy.
  const draft = draftOf(isPostgres(to.database) ? file : to.database)
  try {
    await withUntouched(backup, (db) => backupInto(db, draft, file))
    const before = await putAside(to, aside, m, listener)
    const source = await openStore(draft, { create: false })
    try {
      if (source.upgrade?.backup) await removeSqlite(source.upgrade.backup)
      const destination = await openStore(to.database, { create: true, password: to.password })
      try {
        const tables = await transfer(source, destination, listener, true)
        return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), before }
      } finally {
        await destination.close()
      }
    } finally {
      await source.close()
    }
  } finally {
    await removeSqlite(draft)
  }
}

/** Keeps what a restoration is about to replace; null when there is nothing. */
async function putAside(to: Place, aside: string, m: Messages, listener: TransferListener): Promise<string | null> {
  if (!isPostgres(to.database) && !existsSync(to.database)) return null
  try {
    if ((await stateOf(to)).state === 'empty') return null
    const { file, holdersLeftOut } = await backupDatabase(to, aside, m, listener)
    if (holdersLeftOut > 0) listener.notice(m.db.withoutHolders(m.format.number(holdersLeftOut)))
    return file
  } catch (error) {
    if (isPostgres(to.database) || failureOf(error) !== 'damaged') throw error
    for (const end of ['-wal', '-shm', '']) {
      if (existsSync(`${to.database}${end}`)) await rename(`${to.database}${end}`, `${aside}${end}`)
    }
    return aside
  }
}
