import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'

/**
 * The PostgreSQL server of the tests: a URL whose user may create databases (its password in PGPASSWORD). Without it,
 * what needs a server is skipped. `scripts/with-postgres npm test` starts one.
 */
const server = process.env['CARTABLE_TEST_PG']

/** For a test's `skip`: false when there is a server, else the reason. */
export const skipWithoutPostgres: string | false =
  server === undefined ? 'CARTABLE_TEST_PG names no PostgreSQL server' : false

/** With CARTABLE_TEST_DATABASE=postgres, commands that tests run work on the server instead of a file. */
const commandsOnPostgres = server !== undefined && process.env['CARTABLE_TEST_DATABASE'] === 'postgres'

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Makes an empty database on the server, dropped when the test ends; gives its URL. */
export async function postgresFor(t: Test, name = `cartable_test_${randomBytes(6).toString('hex')}`): Promise<string> {
  await onServer(`create database ${name}`)
  t.teardown(() => onServer(`drop database ${name} with (force)`))
  const url = new URL(server ?? '')
  url.pathname = `/${name}`
  return url.href
}

/** Runs a test on SQLite and on PostgreSQL; `database` does not exist yet, or is empty. */
export function onEachDatabase(title: string, run: (t: Test, database: string) => Promise<void>): void {
  t.test(`${title} (SQLite)`, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'cartable-store-'))
    t.teardown(() => rm(folder, { recursive: true, force: true }))
    await run(t, join(folder, 'a.db'))
  })
  t.test(`${title} (PostgreSQL)`, { skip: skipWithoutPostgres }, async (t) => run(t, await postgresFor(t)))
}

/** Databases that stand for those of folders: their names by folder. */
const made = new Map<string, Promise<string>>()

async function makeDatabase(folder: string): Promise<string> {
  const name = `cartable_test_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  await onServer(`create database ${name}`)
  return name
}

/** What a command's environment gets so that it works on the server, when the tests were asked to; else nothing. */
export async function databaseOf(folder: string): Promise<{ CARTABLE_DATABASE?: string; PGPASSWORD?: string }> {
  if (!commandsOnPostgres) return {}
  const name = made.get(folder) ?? makeDatabase(folder)
  made.set(folder, name)
  const url = new URL(server ?? '')
  url.pathname = `/${await name}`
  return { CARTABLE_DATABASE: url.href, PGPASSWORD: process.env['PGPASSWORD'] ?? '' }
}

/** Drops the databases that stood for those of a folder and of folders in it. */
export async function dropDatabasesUnder(folder: string): Promise<void> {
  for (const [each, name] of made) {
    if (!each.startsWith(folder)) continue
    made.delete(each)
    await onServer(`drop database if exists ${await name} with (force)`)
  }
}
