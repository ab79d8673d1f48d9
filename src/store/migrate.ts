import { Migrator, sql, type ColumnDefinitionBuilder, type Kysely, type Migration } from '#kysely'
import { up as firstSchema } from './migrations/0001-first-schema.js'
import { up as overridesAndFleet } from './migrations/0002-overrides-and-fleet.js'
import { up as layersTwoAndThree } from './migrations/0003-layers-two-and-three.js'
import { up as partsAndGauges } from './migrations/0004-parts-and-gauges.js'
import { up as changes } from './migrations/0005-changes.js'
import { up as scanProgress } from './migrations/0006-scan-progress.js'
import { up as traffic } from './migrations/0007-traffic.js'
import { up as moreKinds } from './migrations/0008-more-kinds.js'
import { up as undoingImports } from './migrations/0009-undoing-imports.js'
import { up as fleetHolders } from './migrations/0010-fleet-holders.js'
import { up as bundles } from './migrations/0011-bundles.js'
import { up as allocationRuns } from './migrations/0012-allocation-runs.js'

/** What column types are called in a database, so that a migration is written once. */
export interface ColumnTypes {
  /** Whole numbers up to 2⁵³. */
  readonly integer: 'integer' | 'bigint'
  readonly real: 'real' | 'double precision'
  readonly key: {
    readonly type: 'integer' | 'bigint'
    build(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder
  }
  /** How a column that others determine is kept. */
  readonly computed: 'virtual' | 'stored'
  /** Has the database itself refuse that a row of the table be changed or removed. */
  neverChanged(db: Kysely<unknown>, table: string): Promise<void>
  /** What ends a CREATE TABLE, or null. */
  readonly tail: string | null
}

/** Forward only, in this order. A migration that has been released is never edited. */
const MIGRATIONS: Readonly<Record<string, (db: Kysely<unknown>, types: ColumnTypes) => Promise<void>>> = {
  '0001-first-schema': firstSchema,
  '0002-overrides-and-fleet': overridesAndFleet,
  '0003-layers-two-and-three': layersTwoAndThree,
  '0004-parts-and-gauges': partsAndGauges,
  '0005-changes': changes,
  '0006-scan-progress': scanProgress,
  '0007-traffic': traffic,
  '0008-more-kinds': moreKinds,
  '0009-undoing-imports': undoingImports,
  '0010-fleet-holders': fleetHolders,
  '0011-bundles': bundles,
  '0012-allocation-runs': allocationRuns,
}

/** The last migration that this program knows: the name of its schema. */
export function latestMigration(): string {
  return Object.keys(MIGRATIONS).at(-1) ?? ''
}

/** The migrations that a database lacks, in their order, given the last that it had (null: none). */
export function missingMigrations(migration: string | null): readonly string[] {
  return Object.keys(MIGRATIONS).filter((name) => migration === null || name > migration)
}

/** The last migration that the database has had; null for a database that has had none. */
async function currentMigration(db: Kysely<never>): Promise<string | null> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(
      db,
    )
    return rows[0]?.name ?? null
  } catch (error) {
    if (/no such table: kysely_migration|relation "kysely_migration" does not exist/.test(String(error))) return null
    throw error
  }
}

/** Where a database stands against this program. `newer`: a later version of the program has written it; `foreign`: another program. */
export type SchemaState = 'current' | 'empty' | 'older' | 'newer' | 'foreign'

/** Where a database stands by its last migration (null: it has had none) and whether it holds any table. */
export function stateOf(migration: string | null, hasTables: boolean): SchemaState {
  if (migration === null) return hasTables ? 'foreign' : 'empty'
  if (migration === latestMigration()) return 'current'
  return migration in MIGRATIONS ? 'older' : 'newer'
}

/** Compares a database with the program's own schema, in one query; `migration` is the last that it had, or null. */
export async function schemaState(
  db: Kysely<never>,
): Promise<{ readonly state: SchemaState; readonly migration: string | null }> {
  const migration = await currentMigration(db)
  const hasTables = migration === null && (await db.introspection.getTables()).length > 0
  return { state: stateOf(migration, hasTables), migration }
}

/**
 * Brings a database to the program's schema, or to an earlier one: all missing migrations in one transaction, or none.
 *
 * @throws the first migration's failure; the database is then as it was.
 */
export async function migrate(db: Kysely<never>, types: ColumnTypes, to = latestMigration()): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, up]): [string, Migration] => [name, { up: (trx) => up(trx, types) }]),
  )
  const migrator = new Migrator({
    db: db as unknown as Kysely<unknown>,
    provider: { getMigrations: async () => migrations },
  })
  const { error } = await migrator.migrateTo(to)
  if (error !== undefined) throw error
}
