import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { loadConfig } from '../../src/app/config/load.js'
import { importFile } from '../../src/app/import.js'
import type { ImportKindId } from '../../src/app/import-facts.js'
import { withSession, type Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'

const m = messagesFor('fr')

/** The same server as the tests': a URL whose user may create databases, its password in PGPASSWORD. */
export const SERVER = process.env['CARTABLE_TEST_PG']

export type DatabaseKind = 'SQLite' | 'PostgreSQL'

/** What a file cost: the time that passed, and the processor's time of this process. */
export interface Cost {
  readonly ms: number
  readonly cpuMs: number
}

/** What some work costs. */
export async function costOf(work: () => Promise<void>): Promise<Cost> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000 }
}

/** An empty database. */
export interface Place {
  readonly database: string
  readonly password: string | undefined
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Gives an empty database, of a file in a folder or of the server, and throws the server's away afterwards. */
export async function inEmpty<T>(kind: DatabaseKind, folder: string, work: (place: Place) => Promise<T>): Promise<T> {
  const name = `cartable_bench_${randomBytes(6).toString('hex')}`
  if (kind === 'SQLite') return work({ database: join(folder, `${name}.db`), password: undefined })
  await onServer(`create database ${name}`)
  try {
    const url = new URL(SERVER ?? '')
    url.pathname = `/${name}`
    return await work({ database: url.href, password: process.env['PGPASSWORD'] })
  } finally {
    await onServer(`drop database ${name} with (force)`)
  }
}

/** A configuration for a database, in a file of the folder. */
export async function configure(folder: string, { database }: Place): Promise<string> {
  const path = join(folder, `${randomBytes(6).toString('hex')}.yaml`)
  await writeFile(path, `database: ${database}\n`)
  return path
}

/** Imports files in their order, each with every check; says what each cost. */
export async function ours(
  folder: string,
  place: Place,
  files: readonly (readonly [kind: ImportKindId, file: string])[],
): Promise<Record<string, Cost>> {
  const path = await configure(folder, place)
  const host = {
    m,
    env: { PGPASSWORD: place.password },
    out: { notice: () => undefined },
    config: () => loadConfig(path, folder, m.config),
  }
  return withSession(host, 'write', async (session) => {
    const costs: Record<string, Cost> = {}
    for (const [kind, file] of files) costs[file] = await costOf(() => take(session, kind, file))
    return costs
  })
}

async function take(session: Session, kind: ImportKindId, file: string): Promise<void> {
  const { outcome } = await importFile(session, {
    ...{ kind, file, acceptPartial: false, dryRun: false },
    signal: AbortSignal.timeout(600_000),
    progress: () => undefined,
  })
  if (outcome !== 'taken') throw new Error(`${file}: ${outcome}`)
}
