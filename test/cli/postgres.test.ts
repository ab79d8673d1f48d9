import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'
import { openSqlite } from '../../src/lib/sqlite.js'
import { postgresFor, skipWithoutPostgres } from '../databases.js'
import { sharedPath, skipWithout } from '../shared.js'
import { writeCheapVault } from './cheap-vault.js'
import { boardFor, sample } from './board.js'
import { sql } from '#kysely'
import { connect } from '../../src/store/database.js'
import { migrate } from '../../src/store/migrate.js'
import { POSTGRES_TYPES } from '../../src/store/postgres.js'
import { cartable, cartableProcess, folderFor, type Ran } from './run.js'

interface Copied {
  readonly tables: readonly {
    readonly table: string
    readonly rows: number
    readonly sha256: string
    readonly same: boolean
  }[]
}

const PASSWORD = { PGPASSWORD: process.env['PGPASSWORD'] ?? '' }
/** Counts and hashes of a copy, whichever way it went. */
function digests({ out }: Ran): string[] {
  return (JSON.parse(out) as Copied).tables.map(({ table, rows, sha256 }) => `${table} ${rows} ${sha256}`)
}

async function roundTrip(t: Test, file: string, ran: (...args: readonly string[]) => Promise<Ran>): Promise<string[]> {
  const server = await postgresFor(t)
  const there = await ran('db', 'copy', file, server, '--json')
  t.equal(there.code, 0, there.err)
  const back = await ran('db', 'copy', server, 'back.db', '--json')
  t.equal(back.code, 0, back.err)
  const again = await ran('db', 'copy', 'back.db', 'again.db', '--json')
  t.strictSame(digests(there), digests(back), 'to the server and back')
  t.strictSame(digests(back), digests(again), 'the file that came back holds what the first held')
  t.ok((JSON.parse(again.out) as Copied).tables.every(({ same }) => same))
  return digests(again)
}

t.test('a copy to PostgreSQL and back is equal, cell by cell', { skip: skipWithoutPostgres }, async (t) => {
  const { folder, ran } = await boardFor(t, PASSWORD)
  await roundTrip(t, './cartable.db', ran)
  const [first, second] = await Promise.all(
    ['cartable.db', 'back.db'].map(async (name) => {
      const database = await openSqlite(join(folder, name), 'look')
      const rows = await database.all('select * from school order by id', [])
      await database.close()
      return rows
    }),
  )
  t.strictSame(first, second, 'as SQLite itself tells')
})

const province = sharedPath('real', 'pps_public_ecole.csv')

t.test(
  'the province goes to PostgreSQL and back with equal hashes, and every list is the same there',
  { skip: skipWithoutPostgres || skipWithout(province) },
  async (t) => {
    const folder = await folderFor(t, 'file')
    const ran = (...args: readonly string[]): Promise<Ran> => cartable(args, { cwd: folder, env: PASSWORD })
    t.equal((await ran('import', 'schools', province)).code, 0)
    const tables = await roundTrip(t, './cartable.db', ran)
    t.match(
      tables.find((line) => line.startsWith('building ')),
      /^building 3607 /,
    )
    t.match(
      tables.find((line) => line.startsWith('school_building ')),
      /^school_building 5462 /,
    )
    const server = await postgresFor(t)
    t.equal((await ran('db', 'copy', './cartable.db', server)).code, 0)
    for (const args of [['list', 'schools'], ['list', 'buildings'], ['gaps'], ['show', '762001']]) {
      const inFile = await ran(...args, '--json')
      const onServer = await cartable([...args, '--json'], {
        cwd: folder,
        env: { ...PASSWORD, CARTABLE_DATABASE: server },
      })
      t.equal(onServer.out, inFile.out, args.join(' '))
    }
  },
)

t.test(
  'what a copy made is written on: ids go on after those that were copied',
  { skip: skipWithoutPostgres },
  async (t) => {
    const { folder, ran } = await boardFor(t, PASSWORD)
    const server = await postgresFor(t)
    await ran('db', 'copy', './cartable.db', server)
    const env = { ...PASSWORD, CARTABLE_DATABASE: server }
    const taken = await cartable(['import', 'equipment', sample('equipement.csv'), '--json'], { cwd: folder, env })
    t.match(JSON.parse(taken.out), { outcome: 'taken' })
    const same = await cartable(['import', 'schools', sample('ecoles.csv'), '--json'], { cwd: folder, env })
    t.match(JSON.parse(same.out), { outcome: 'unchanged', added: 0 })
  },
)

t.test('a copy onto a server that holds something is refused', { skip: skipWithoutPostgres }, async (t) => {
  const { ran } = await boardFor(t, PASSWORD)
  const server = await postgresFor(t)
  t.equal((await ran('db', 'copy', './cartable.db', server)).code, 0)
  const twice = await ran('db', 'copy', './cartable.db', server)
  t.equal(twice.code, 1)
  t.match(twice.err, /contient déjà des données\s: elle n'a pas été touchée/)
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  t.match((await client.query('select count(*)::int as n from school')).rows, [{ n: 12 }])
  await client.end()
})

// The driver reads variables of its own from its process: these two look at which.
t.test(
  'the password of a server is never in a URL; it comes from a private file or PGPASSWORD',
  { skip: skipWithoutPostgres },
  async (t) => {
    const folder = await folderFor(t, 'file')
    const server = await postgresFor(t)
    const config = (text: string): Promise<void> => writeFile(join(folder, 'cartable.yaml'), text)
    const secret = PASSWORD.PGPASSWORD
    const url = new URL(server)
    url.password = 'marée-haute'
    await config(`database: ${url.href}\n`)
    const literal = await cartableProcess(['list', 'schools'], { cwd: folder })
    t.equal(literal.code, 1)
    t.match(literal.err, /contient un mot de passe\s: refusé/)
    t.notMatch(literal.err, /mar%C3%A9e|marée/)

    await config(`database: ${server}\n`)
    const wrong = await cartableProcess(['list', 'schools'], { cwd: folder, env: { PGPASSWORD: 'basse-mer' } })
    t.equal(wrong.code, 1)
    t.match(wrong.err, /refuse l'accès/)
    t.notMatch(wrong.err, /basse-mer|\n\s+at /)
    const absent = await cartableProcess(['list', 'schools'], { cwd: folder, env: PASSWORD })
    t.match(absent.err, /n'existe pas encore/, 'a reading command makes nothing on the server')

    await config(`database: { url: "${server}", password: { file: ./mdp } }\n`)
    await writeFile(join(folder, 'mdp'), `${secret}\n`, { mode: 0o644 })
    t.match((await cartableProcess(['list', 'schools'], { cwd: folder })).err, /lisible par d'autres/)
    await chmod(join(folder, 'mdp'), 0o600)
    t.equal((await cartableProcess(['import', 'schools', sample('ecoles.csv')], { cwd: folder })).code, 0)
    const listed = await cartableProcess(['list', 'schools', '--json'], { cwd: folder })
    t.equal((JSON.parse(listed.out) as object[]).length, 12)
    t.equal((await cartableProcess(['db', 'check'], { cwd: folder })).code, 0)

    await config('database: postgres://cartable@127.0.0.1:9/x\n')
    t.match((await cartableProcess(['list', 'schools'], { cwd: folder })).err, /ne répond pas/)
    await config(`database: ${server}_none\n`)
    t.match(
      (await cartableProcess(['list', 'schools'], { cwd: folder, env: PASSWORD })).err,
      /n'a pas la base de données/,
    )
  },
)

t.test(
  'a server is reached by name or by its socket, with the user, password, port and encryption that are told',
  { skip: skipWithoutPostgres },
  async (t) => {
    const folder = await folderFor(t, 'file')
    const server = new URL(await postgresFor(t))
    const client = new pg.Client({ connectionString: server.href })
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('unix_socket_directories') as folder`,
    )
    // A password with all that a URL could take for something else.
    const role = `marée_${server.pathname.slice(-12)}`
    const secret = `m+r e&=%2F#?@:/é`
    await client.query(`create role "${role}" login superuser password '${secret}'`)
    t.teardown(async () => {
      await client.query(`drop owned by "${role}" cascade`)
      await client.query(`drop role "${role}"`)
      await client.end()
    })
    const { port, username, pathname, hostname } = server
    const socket = (user: string): string => {
      const options = new URLSearchParams({ host: rows[0]?.folder ?? '', port, user })
      return `postgres://${pathname}?${String(options)}`
    }
    const open = async (url: string, password: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> => {
      const value = password === '' ? JSON.stringify(url) : `{ url: ${JSON.stringify(url)}, password: ${password} }`
      const vault = 'vault: { key: { file: ./acces.cle } }'
      await writeFile(join(folder, 'cartable.yaml'), `database: ${value}\n${vault}\n`)
      return cartableProcess(['db', 'migrate'], { cwd: folder, env })
    }
    const admin = process.env['PGPASSWORD'] ?? ''
    await writeFile(join(folder, 'mdp'), `${secret}\n`, { mode: 0o600 })
    await writeCheapVault(folder, { base: secret })
    const named = `postgres://${encodeURIComponent(role)}@${hostname}:${port}${pathname}`
    for (const [what, url, password, env] of [
      ['a socket, from a file', socket(role), '{ file: ./mdp }', {}],
      ['a socket, from a variable', socket(role), '{ env: BASE }', { BASE: secret }],
      ['a socket, from the vault', socket(role), '{ vault: base }', {}],
      ['a socket, PGPASSWORD', socket(username), '', { PGPASSWORD: admin }],
      [
        'a socket, all from libpq’s variables',
        `postgres://${pathname}`,
        '',
        {
          ...{ PGHOST: rows[0]?.folder ?? '', PGPORT: port, PGUSER: username, PGPASSWORD: admin },
        },
      ],
      ['a name, from a file', named, '{ file: ./mdp }', {}],
      ['a name, without encryption', `${named}?sslmode=disable`, '{ file: ./mdp }', {}],
    ] as const) {
      const ran = await open(url, password, env)
      t.equal(ran.code, 0, `${what}: ${ran.err}`)
    }
    t.match(await open(socket(role), '{ env: BASE }', { BASE: 'basse-mer' }), { code: 1, err: /refuse l'accès/ })
    t.match(await open(`${named}?sslmode=require`, '{ file: ./mdp }'), { code: 1, err: /ne répond pas/ })
    const wrongPort = socket(role).replace(`port=${port}`, 'port=9')
    t.match(await open(wrongPort, '{ file: ./mdp }'), { code: 1, err: /ne répond pas/ })
  },
)

t.test('with PostGIS, buildings and POPs are points that QGIS opens', { skip: skipWithoutPostgres }, async (t) => {
  const { ran } = await boardFor(t, PASSWORD)
  const server = await postgresFor(t)
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  t.teardown(() => client.end())
  await client.query('create extension postgis')
  t.equal((await ran('db', 'copy', './cartable.db', server)).code, 0)
  const { rows } = await client.query(
    `select code, st_x(geom) as lon, st_y(geom) as lat, geometry::json->>'type' as type from building where code = '798105'`,
  )
  const known = (
    JSON.parse((await ran('list', 'buildings', '--json')).out) as { code: string; lon: number; lat: number }[]
  ).find(({ code }) => code === '798105')
  t.strictSame(rows, [{ code: '798105', lon: known?.lon, lat: known?.lat, type: 'Point' }])
  const { rows: layers } = await client.query(`select f_table_name, srid, type from geometry_columns order by 1`)
  t.strictSame(layers, [
    { f_table_name: 'building', srid: 4326, type: 'POINT' },
    { f_table_name: 'pop', srid: 4326, type: 'POINT' },
  ])
})

t.test(
  'a server of an earlier version is upgraded when asked, after a copy',
  { skip: skipWithoutPostgres },
  async (t) => {
    const folder = await folderFor(t, 'file')
    const server = await postgresFor(t)
    const db = connect(server, 'create', null)
    t.teardown(() => db.destroy())
    await migrate(db as never, POSTGRES_TYPES, '0001-first-schema')
    await sql`insert into source (kind, file, sha256, imported_at, row_count) values ('pops', 'a', 'b', 'c', 1)`.execute(
      db,
    )
    await sql`insert into pop (pop, name, kind, lon, lat, source_id, source_line, since, last_seen)
    values ('p1', 'Rimouski', 'pop', -68.5, 48.4, 1, 2, 'c', 'c')`.execute(db)
    const schemaOf = async () =>
      (await sql<{ name: string }>`select max(name) as name from kysely_migration`.execute(db)).rows[0]?.name
    await writeFile(join(folder, 'cartable.yaml'), `database: ${server}\n`)
    const env = { PGPASSWORD: process.env['PGPASSWORD'] ?? '' }
    const ran = (...args: string[]): Promise<Ran> => cartable(args, { cwd: folder, env })

    const listed = await ran('list', 'buildings')
    t.equal(listed.code, 1)
    t.match(listed.err, /version antérieure.*cartable db migrate/s)
    t.equal(await schemaOf(), '0001-first-schema', 'a command that reads changes nothing of a server')

    const backup = await ran('db', 'backup', 'before.bak', '--json')
    t.equal(backup.code, 0, backup.err)
    t.equal(await schemaOf(), '0001-first-schema', 'nor does a backup')
    const kept = await openSqlite(join(folder, 'before.bak'), 'look')
    t.strictSame(await kept.all('select pop, name from pop', []), [{ pop: 'p1', name: 'Rimouski' }])
    t.strictSame(await kept.all('select max(name) as name from kysely_migration', []), [{ name: '0001-first-schema' }])
    await kept.close()

    const migrated = await ran('db', 'migrate', '--json')
    t.equal(migrated.code, 0, migrated.err)
    const { backup: copy } = JSON.parse(migrated.out) as { readonly backup: string }
    t.ok(copy.startsWith(folder), 'the copy is in the working folder')
    const copied = await openSqlite(copy, 'look')
    t.strictSame(await copied.all('select max(name) as name from kysely_migration', []), [
      { name: '0001-first-schema' },
    ])
    await copied.close()
    t.not(await schemaOf(), '0001-first-schema')
    t.equal((await ran('list', 'buildings')).code, 0)
  },
)
