import { existsSync } from 'node:fs'
import { isPostgres, openStore, refreshPoints, StoreError } from '../../store/database.js'
import { latestMigration, missingMigrations } from '../../store/migrate.js'
import { stateOf, type Place } from './places.js'

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

/** Makes a database, or brings it to this version's schema, after a copy. @throws StoreError; the driver's errors. */
export async function migrateDatabase(place: Place): Promise<Migration> {
  const before = await migrationOf(place)
  const store = await openStore(place.database, { create: true, password: place.password })
  try {
    return { ...before, backup: store.upgrade?.backup ?? null, points: await refreshPoints(store) }
  } finally {
    await store.close()
  }
}
