import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from '#kysely'
import t from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { openSqlite } from '../../src/lib/sqlite.js'
import { connect, openStore } from '../../src/store/database.js'
import { latestMigration, migrate } from '../../src/store/migrate.js'
import { POSTGRES_TYPES } from '../../src/store/postgres.js'
import { SQLITE_TYPES } from '../../src/store/sqlite.js'
import { columnsByTable, TABLES } from '../../src/store/transfer.js'
import { cartable, cartablePath, folderFor } from '../cli/run.js'
import { onEachDatabase } from '../databases.js'

/** Databases that earlier programs wrote, as `sqlite3 .dump` gives them: the draft of the first schema, and its release. */
const FIRST = ['first-draft.sql', 'first-schema.sql']

async function restored(dump: string, file: string): Promise<void> {
  const database = await openSqlite(file, 'create')
  await database.exec(await readFile(shipped('test', 'fixtures', 'store', dump), 'utf8'))
  await database.close()
}

/** Every cell of the columns that a dump has: table and columns → how many rows, and their hash. */
async function contents(file: string, like: ReadonlyMap<string, string> | null): Promise<Map<string, string>> {
  const database = await openSqlite(file, 'look')
  const tables = await database.all(
    `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`,
    [],
  )
  const found = new Map<string, string>()
  for (const name of like === null ? tables.map((row) => String(row['name'])) : like.keys()) {
    const [table = '', columns = '*'] = name.split(': ')
    const rows = await database.all(`select ${columns} from "${table}" order by id`, [])
    const names = rows[0] === undefined ? '*' : Object.keys(rows[0]).join(', ')
    const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
    found.set(like === null ? `${table}: ${names}` : name, `${rows.length} rows, ${hash}`)
  }
  await database.close()
  return found
}

for (const dump of FIRST) {
  t.test(`an upgrade of ${dump} tells what it did, keeps every cell, and leaves the copy from before`, async (t) => {
    const folder = await folderFor(t, 'file')
    const file = join(folder, 'cartable.db')
    await restored(dump, file)
    const before = await contents(file, null)
    t.ok([...before.values()].filter((rows) => !rows.startsWith('0 ')).length > 5, 'there is data')

    const french = await cartable(['list', 'schools', '--json'], { cwd: folder })
    t.equal(french.code, 0, french.err)
    t.match(french.err, `0001-first-schema → ${latestMigration()}`)
    t.match(french.err, /Rien n'y est perdu/)
    const [, copy = ''] = /avant\s:\s(.*\.bak)/.exec(french.err) ?? []
    t.strictSame(await contents(file, before), before, 'every cell is as it was')
    t.strictSame(await contents(copy, before), before, 'and so it is in the copy')
    t.equal((await cartable(['list', 'schools', '--json'], { cwd: folder })).err, '', 'it is told once')
    const check = await cartable(['db', 'check', '--json'], { cwd: folder })
    t.match(JSON.parse(check.out), { schema: latestMigration(), problems: [] })
  })
}

t.test('what an upgrade would do is told before it is done', async (t) => {
  const folder = await folderFor(t, 'file')
  await restored('first-schema.sql', join(folder, 'cartable.db'))
  const hash = async (): Promise<string> =>
    createHash('sha256')
      .update(await readFile(join(folder, 'cartable.db')))
      .digest('hex')
  const before = await hash()
  const tried = await cartable(['db', 'migrate', '--dry-run', '--lang', 'en'], { cwd: folder })
  t.match(tried.out, /Would be applied, after a backup: 0002-/)
  t.equal(await hash(), before, 'nothing of the file has changed')
  t.strictSame(
    (await readdir(folder)).filter((name) => name.endsWith('.bak')),
    [],
  )
  t.match(
    (await cartable(['db', 'migrate', '--lang', 'en'], { cwd: folder })).out,
    /was upgraded: 0001-first-schema → /,
  )
  t.match((await cartable(['db', 'migrate', '--lang', 'en'], { cwd: folder })).out, /nothing to do/)
})

onEachDatabase(
  'an upgrade goes through on both databases, and then the schema is the one of a new database',
  async (t, database) => {
    const db = connect(database, 'create', null)
    await migrate(db as never, database.startsWith('postgres') ? POSTGRES_TYPES : SQLITE_TYPES, '0001-first-schema')
    await sql`insert into source (kind, file, sha256, imported_at, row_count) values ('pops', 'a', 'b', 'c', 1)`.execute(
      db,
    )
    await sql`insert into pop (pop, name, kind, lon, lat, source_id, source_line, since, last_seen)
    values ('p1', 'Rimouski', 'pop', -68.5, 48.4, 1, 2, 'c', 'c')`.execute(db)
    await db.destroy()
    const store = await openStore(database, { create: false })
    t.teardown(() => store.close())
    t.match(store.upgrade, { from: '0001-first-schema', to: latestMigration() })
    const { rows } = await sql`select pop, geometry from pop`.execute(store.db)
    t.strictSame(rows, [{ pop: 'p1', geometry: '{"type":"Point","coordinates":[-68.5,48.4]}' }])
    const there = new Map((await store.db.introspection.getTables()).map(({ name, columns }) => [name, columns]))
    for (const [table, columns] of await columnsByTable()) {
      const names = there.get(table)?.map(({ name }) => name) ?? []
      t.strictSame(
        columns.filter((column) => !names.includes(column)),
        [],
        table,
      )
    }
    const tables = [...(await columnsByTable()).keys()].sort()
    t.strictSame(
      [...TABLES, 'fleet_holder'].sort(),
      tables,
      'a copy leaves no table out, but the one that names people',
    )
  },
)

t.test('a kill at any moment of an upgrade leaves a database that opens, with nothing lost', async (t) => {
  const folder = await folderFor(t, 'file')
  const file = join(folder, 'cartable.db')
  const big = join(folder, 'big.db')
  await restored('first-schema.sql', big)
  const grown = await openSqlite(big, 'write')
  await grown.exec(`insert into enrolment (school, school_year, sector, pupils, source_id, source_line, since, last_seen)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 50000)
    select '9' || i, '2022-2023', 'youth', i, 1, i, 'a', 'a' from n`)
  await grown.close()
  const before = await contents(big, null)
  const bytes = await readFile(big)

  const upgrade = (killAfterMs: number | null): Promise<{ ms: number; killed: boolean }> =>
    new Promise((resolve) => {
      const start = performance.now()
      const child = spawn(process.execPath, [cartablePath, 'db', 'migrate'], { cwd: folder, stdio: 'ignore' })
      const timer = killAfterMs === null ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
      child.on('close', (_, signal) => {
        clearTimeout(timer)
        resolve({ ms: performance.now() - start, killed: signal === 'SIGKILL' })
      })
    })
  const renew = async (): Promise<void> => {
    for (const name of await readdir(folder)) if (name.startsWith('cartable.db')) await rm(join(folder, name))
    await writeFile(file, bytes)
  }
  await renew()
  const { ms } = await upgrade(null)
  const seen = { old: 0, new: 0, half: 0 }
  for (let i = 1; i <= 10; i++) {
    await renew()
    const { killed } = await upgrade((ms * i) / 10)
    const look = await openSqlite(file, 'write')
    const [schema] = await look.all('select max(name) as name from kysely_migration', [])
    const tables = await look.all(`select name from sqlite_master where name in ('override', 'fleet_device')`, [])
    t.strictSame(await look.all('pragma integrity_check', []), [{ integrity_check: 'ok' }])
    await look.close()
    if (tables.length === 0 && schema?.['name'] === '0001-first-schema') seen.old++
    else if (tables.length === 2 && schema?.['name'] === latestMigration()) seen.new++
    else seen.half++
    for (const copy of (await readdir(folder)).filter((name) => name.endsWith('.bak'))) {
      t.strictSame(await contents(join(folder, copy), before), before, 'a copy that has its name is whole')
    }
    const store = await openStore(file, { create: false })
    await store.close()
    t.strictSame(
      await contents(file, before),
      before,
      `killed after ${Math.round((ms * i) / 10)} ms: ${String(killed)}`,
    )
  }
  t.equal(seen.half, 0)
  t.ok(seen.old > 0, `${seen.old} kills came before the upgrade, ${seen.new} after it`)
  t.ok(existsSync(file))
})
