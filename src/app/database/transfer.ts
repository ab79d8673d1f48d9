import { existsSync } from 'node:fs'
import { chmod, rename, stat } from 'node:fs/promises'
import type { Messages } from '../../i18n/translator.js'
import { explain } from '../explain.js'
import { Interrupted, UserError } from '../../model/errors.js'
import { draftOf, isPostgres, openStore, type Store } from '../../store/database.js'
import { countHolders } from '../../store/holders.js'
import {
  columnsByTable,
  continueIds,
  copyTable,
  digestTable,
  emptyTables,
  TABLES,
  type TableDigest,
} from '../../store/transfer.js'
import { upgradeLines } from '../session.js'
import { isEmpty, openExisting, removeSqlite, type Place } from './places.js'

/** A table after a copy: what was read, what stands at the other side, and whether they are the same. */
export interface CopiedTable {
  readonly table: string
  readonly rows: number
  readonly sha256: string
  readonly same: boolean
}

/** What a transfer tells, and how it is stopped. */
export interface TransferListener {
  readonly signal: AbortSignal
  progress(table: string, rows: number): void
  /** A line for the person: that the source was upgraded, and where its copy is. */
  notice(text: string): void
}

/**
 * Copies a whole database into another that is empty or does not exist yet, ids and history included, and reads it
 * again there: a table is the same when its count and the hash of all its cells are.
 *
 * The source is held as it is meanwhile; the destination has everything, or nothing.
 *
 * @throws UserError when the source is absent, or the destination holds something; Interrupted; the driver's errors.
 */
export async function copyDatabase(
  from: Place,
  to: Place,
  m: Messages,
  listener: TransferListener,
): Promise<readonly CopiedTable[]> {
  const source = await openExisting(from, m)
  if (source.upgrade !== null) upgradeLines(source.upgrade, m).forEach((line) => listener.notice(line))
  try {
    const holders = await countHolders(source.db)
    if (holders > 0) listener.notice(m.db.withoutHolders(m.format.number(holders)))
    if (!isPostgres(to.database)) return await copyIntoFile(source, from, to.database, m, listener)
    const destination = await openStore(to.database, { create: true, password: to.password }).catch(
      (error: unknown) => {
        throw explain(error, to.database, m) ?? error
      },
    )
    try {
      if (!(await isEmpty(destination))) throw new UserError(m.db.notEmpty(to.database), m.db.notEmptyHint)
      return await transfer(source, destination, listener, false)
    } finally {
      await destination.close()
    }
  } finally {
    await source.close()
  }
}

/** A file takes its name only once it is whole; it is as private as its source. */
async function copyIntoFile(
  source: Store,
  from: Place,
  file: string,
  m: Messages,
  listener: TransferListener,
): Promise<readonly CopiedTable[]> {
  if (existsSync(file)) throw new UserError(m.db.fileExists(file), m.db.fileExistsHint)
  const draft = draftOf(file)
  try {
    const destination = await openStore(draft, { create: true })
    let tables: readonly CopiedTable[]
    try {
      tables = await transfer(source, destination, listener, false)
    } finally {
      await destination.close()
    }
    await chmod(draft, isPostgres(from.database) ? 0o600 : (await stat(from.database)).mode & 0o777)
    await rename(draft, file)
    return tables
  } finally {
    await removeSqlite(draft)
  }
}

/**
 * Puts all that a source holds in place of all that a destination holds, in one transaction of each: other programs see
 * the one or the other.
 *
 * @param schema both sides' schema, when it is not this version's.
 * @throws Interrupted; Error when the destination does not hold what was written. Nothing is then changed.
 */
export async function transfer(
  source: Store,
  destination: Store,
  { signal, progress }: TransferListener,
  replace: boolean,
  schema?: string,
): Promise<readonly CopiedTable[]> {
  const columns = await columnsByTable(schema)
  const instant = source.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return instant.execute((from) =>
    destination.db.transaction().execute(async (to) => {
      if (replace) await emptyTables(to, destination.kind)
      const read: TableDigest[] = []
      for (const table of TABLES.filter((each) => columns.has(each))) {
        const told = (rows: number): void => {
          if (signal.aborted) throw new Interrupted()
          progress(table, rows)
        }
        told(0)
        read.push(await copyTable(from, to, table, columns.get(table) ?? [], told))
        if (destination.kind === 'postgres') await continueIds(to, table)
      }
      const copied: CopiedTable[] = []
      for (const { table, rows, sha256 } of read) {
        if (signal.aborted) throw new Interrupted()
        const written = await digestTable(to, table, columns.get(table) ?? [])
        copied.push({ table, rows, sha256, same: written.rows === rows && written.sha256 === sha256 })
      }
      const different = copied.filter(({ same }) => !same).map(({ table }) => table)
      if (different.length > 0) throw new Error(`The copy differs from its source in ${different.join(', ')}`)
      return copied
    }),
  )
}
