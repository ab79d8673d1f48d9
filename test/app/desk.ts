import { sql } from '#kysely'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { importFile, type ImportRequest, type ImportResult } from '../../src/app/import.js'
import type { ImportId } from '../../src/app/import-facts.js'
import { undoImport, type UndoResult } from '../../src/app/imports/undo.js'
import { withSession, type Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { IMPORTED } from '../../src/store/imported.js'

const m = messagesFor('en')

/** Two invented schools, each in a building of its own and both in a third. */
export const SCHOOLS = `school,name,building,building_name,preschool,primary,secondary,vocational,adult,board,board_name
911001,École A,911101,A,1,1,0,0,0,911000,Essai
911001,École A,911103,C,1,1,0,0,0,911000,Essai
911002,École B,911102,B,1,1,0,0,0,911000,Essai
911002,École B,911103,C,1,1,0,0,0,911000,Essai
`

/** Where a planner imports and undoes files, an hour apart. */
export interface ImportDesk {
  readonly folder: string
  take(kind: ImportId, content: string | Buffer, options?: Partial<ImportRequest>): Promise<ImportResult>
  undo(id: number | null, options?: { readonly dryRun?: boolean }): Promise<UndoResult>
  ask<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Every row of every table of imported facts. */
  facts(): Promise<Record<string, unknown[]>>
}

/** @param settings of the configuration besides its database, each on a line of its own. */
export async function importDesk(t: Test, database: string, settings = ''): Promise<ImportDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-imports-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const config = join(folder, 'cartable.yaml')
  await writeFile(config, `database: ${database}\n${settings}`)
  let clock = Date.UTC(2026, 10, 1)
  const ask: ImportDesk['ask'] = (work) =>
    withSession(
      { m, env: process.env, out: { notice: () => undefined }, config: () => loadConfig(config, folder, m.config) },
      'write',
      (session) => work({ ...session, now: () => new Date((clock += 3_600_000)).toISOString() }),
    )
  return {
    ...{ folder, ask },
    take: async (kind, content, options = {}) => {
      const file = join(folder, `${kind}.csv`)
      await writeFile(file, content)
      const { signal } = new AbortController()
      const usual = { kind, file, acceptPartial: false, dryRun: false, signal, progress: () => undefined }
      return ask((session) => importFile(session, { ...usual, ...options }))
    },
    undo: (id, { dryRun = false } = {}) =>
      ask((session) => undoImport(session, { id: id ?? 0, by: 'Mireille', dryRun })),
    facts: () =>
      ask(async ({ store }) => {
        const found: Record<string, unknown[]> = {}
        for (const table of Object.keys(IMPORTED)) {
          const { rows } = await sql`select * from ${sql.table(table)} order by id`.execute(store.db)
          found[table] = rows
        }
        return found
      }),
  }
}
