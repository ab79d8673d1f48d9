import type { Messages } from '../../i18n/translator.js'
import { existsSync } from 'node:fs'
import { isPostgres, StoreError } from '../../store/database.js'
import { failureOf } from '../../store/failure.js'
import { schemaState } from '../../store/migrate.js'
import { columnsByTable, countRows, findInvertedIntervals, findStructureFaults, TABLES } from '../../store/transfer.js'
import { withUntouched, type Place } from './places.js'

/** How sound a database is. Problems are worded; none means sound. */
export interface DatabaseCheck {
  readonly database: string
  readonly kind: 'sqlite' | 'postgres'
  /** The last migration it had; null for none. */
  readonly schema: string | null
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
  readonly problems: readonly string[]
}

/** @throws StoreError `absent` for a file that is not there. */
export function mustExist({ database }: Place): void {
  if (!isPostgres(database) && !existsSync(database)) throw new StoreError('absent')
}

/**
 * Checks a database without changing anything of it: the file's own integrity, references between tables, the columns
 * that the schema wants, intervals that end after they begin.
 *
 * @throws the driver's errors, but for a damaged file, which is a finding.
 */
export async function checkDatabase(place: Place, m: Messages): Promise<DatabaseCheck> {
  const kind = isPostgres(place.database) ? 'postgres' : 'sqlite'
  const found = { database: place.database, kind, schema: null, tables: [] } as const
  try {
    return await withUntouched(place, async (db) => {
      const { state, migration } = await schemaState(db as never)
      const schema = { ...found, schema: migration }
      if (state === 'empty') return { ...schema, problems: [m.db.nothingThere] }
      if (state === 'foreign') return { ...schema, problems: [m.errors.databaseForeign(place.database)] }
      if (state === 'newer') return { ...schema, problems: [m.errors.databaseNewer(place.database)] }
      const problems = (await findStructureFaults(db, kind)).map((fault) => m.db.fault(fault))
      if (state === 'older') return { ...schema, problems: [...problems, m.db.olderSchema] }
      const there = new Map((await db.introspection.getTables()).map((each) => [each.name, each.columns]))
      const tables: { table: string; rows: number }[] = []
      for (const [table, columns] of await columnsByTable()) {
        const names = new Set(there.get(table)?.map(({ name }) => name))
        const missing = columns.filter((column) => !names.has(column))
        if (missing.length > 0) problems.push(m.db.columnsMissing(table, missing.join(', ')))
      }
      if (problems.length > 0) return { ...schema, problems }
      for (const table of TABLES) {
        tables.push({ table, rows: await countRows(db, table) })
        const inverted = await findInvertedIntervals(db, table)
        if (inverted > 0) problems.push(m.db.inverted(table, m.format.number(inverted)))
      }
      return { ...schema, tables, problems }
    })
  } catch (error) {
    if (failureOf(error) !== 'damaged') throw error
    return { ...found, problems: [m.errors.databaseCorrupt(place.database)] }
  }
}
