import { existsSync } from 'node:fs'
import type { Messages } from '../../i18n/translator.js'
import { isPostgres, openStore, refreshPoints, StoreError } from '../../store/database.js'
import { latestMigration, missingMigrations } from '../../store/migrate.js'
import { backupDatabase, backupName } from './backup.js'
import { stateOf, type Place } from './places.js'
import type { TransferListener } from './transfer.js'

/** A database against this version's schema, and what was done, or would be. */
export interface Migration {
  readonly state: 'current' | 'empty' | 'older'
  /** The last migration that it had before; null for a new one. */
  readonly from: string | null
  /** This version's schema. */
  readonly schema: string
  readonly missing: readonly string[]
  /** The copy made first; null when none was. */
  readonly backup: string | null
  /** Whether PostGIS points stand in the tables. */
  readonly points: boolean
}

/** What a migration would do. @throws StoreError `newer` or `foreign`; the driver's errors. */
export async function migrationOf(place: Place): Promise<Migration> {
  const absent = !isPostgres(place.database) && !existsSync(place.database)
  const { state, migration } = absent ? { state: 'empty' as const, migration: null } : await stateOf(place)
  if (state === 'newer' || state === 'foreign') throw new StoreError(state)
  const missing = missingMigrations(migration)
  return { state, from: migration, schema: latestMigration(), missing, backup: null, points: false }
}

/**
 * Makes a database, or brings it to this version's schema, after a copy: of a file beside it, of a server's database in
 * `cwd`. @throws StoreError; UserError when the copy does not check; the driver's errors.
 */
export async function migrateDatabase(
  place: Place,
  cwd: string,
  m: Messages,
  listener: TransferListener,
): Promise<Migration> {
  const before = await migrationOf(place)
  const isServersUpgrade = before.state === 'older' && isPostgres(place.database)
  const copy = isServersUpgrade
    ? await backupDatabase(place, backupName(place, cwd, new Date().toISOString()), m, listener)
    : null
  const store = await openStore(place.database, { create: true, password: place.password })
  try {
    return { ...before, backup: store.upgrade?.backup ?? copy?.file ?? null, points: await refreshPoints(store) }
  } finally {
    await store.close()
  }
}
