import { chmod, copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { openSqlite } from '../../src/lib/sqlite.js'
import { boardFor, sample } from './board.js'
import { cartable, folderFor, type Ran } from './run.js'

t.test('a copy never writes over anything, and its source must be there', async (t) => {
  const { folder, ran } = await boardFor(t)
  await writeFile(join(folder, 'other.db'), 'a letter')
  const over = await ran('db', 'copy', './cartable.db', './other.db')
  t.equal(over.code, 1)
  t.match(over.err, /other\.db existe déjà\s: il n'a pas été touché/)
  t.equal(await readFile(join(folder, 'other.db'), 'utf8'), 'a letter')
  const absent = await ran('db', 'copy', './none.db', './new.db', '--lang', 'en')
  t.match(absent.err, /none\.db does not exist yet/)
  t.equal(absent.code, 1)
  t.strictSame(
    (await readdir(folder)).filter((name) => /new|tmp/.test(name)),
    [],
    'nothing is left behind',
  )
})

t.test(
  'a backup is whole, checked and as private as the database; restoring it puts back what was there',
  async (t) => {
    const { folder, ran } = await boardFor(t)
    await chmod(join(folder, 'cartable.db'), 0o600)
    const schools = (await ran('list', 'schools', '--json')).out
    const backup = await ran('db', 'backup', 'kept.bak', '--json')
    t.equal(backup.code, 0, backup.err)
    t.equal((await stat(join(folder, 'kept.bak'))).mode & 0o777, 0o600)
    const hash = await readFile(join(folder, 'kept.bak'))

    await writeFile(
      join(folder, 'renamed.csv'),
      (await readFile(sample('ecoles.csv'), 'utf8')).replaceAll('École', 'Ecole'),
    )
    await ran('import', 'schools', 'renamed.csv')
    const renamed = (await ran('list', 'schools', '--json')).out
    t.not(renamed, schools)
    const tried = await ran('db', 'restore', 'kept.bak')
    t.equal(tried.code, 2)
    t.match(tried.err, /sans --yes\s: .*kept\.bak remplacerait/)
    t.equal((await ran('list', 'schools', '--json')).out, renamed, 'without --yes nothing changes')

    const done = await ran('db', 'restore', 'kept.bak', '--yes', '--json')
    t.equal(done.code, 0, done.err)
    t.equal((await ran('list', 'schools', '--json')).out, schools)
    const { before } = JSON.parse(done.out) as { before: string }
    await writeFile(join(folder, 'aside.yaml'), `database: ${before}\n`)
    t.equal(
      (await ran('--config', 'aside.yaml', 'list', 'schools', '--json')).out,
      renamed,
      'what was there is set aside',
    )
    t.ok(hash.equals(await readFile(join(folder, 'kept.bak'))), 'the backup itself is as it was')
  },
)

t.test('a backup of an earlier version is taken, and stays as it is', async (t) => {
  const { folder, ran } = await boardFor(t)
  const old = await openSqlite(join(folder, 'old.bak'), 'create')
  await old.exec(await readFile(shipped('test', 'fixtures', 'store', 'first-schema.sql'), 'utf8'))
  await old.close()
  const bytes = await readFile(join(folder, 'old.bak'))
  const done = await ran('db', 'restore', 'old.bak', '--yes')
  t.equal(done.code, 0, done.err)
  t.equal((JSON.parse((await ran('list', 'devices', '--json')).out) as object[]).length, 7)
  t.ok(bytes.equals(await readFile(join(folder, 'old.bak'))))
})

t.test('a damaged database is told, put aside whole, and its backup takes its place', async (t) => {
  const { folder, ran } = await boardFor(t)
  const schools = (await ran('list', 'schools', '--json')).out
  await ran('db', 'backup', 'kept.bak')
  const damaged = await readFile(join(folder, 'cartable.db'))
  damaged.fill(0xa5, 0, 8192)
  await writeFile(join(folder, 'cartable.db'), damaged)
  const check = await ran('db', 'check')
  t.equal(check.code, 1)
  t.match(check.out, /✗ .*n'est pas une base de données lisible/)
  const refused = await ran('db', 'restore', 'cartable.db', '--yes')
  t.equal(refused.code, 1)
  t.match(refused.err, /ne peut pas être repris/)
  const done = await ran('db', 'restore', 'kept.bak', '--yes', '--json')
  t.equal(done.code, 0, done.err)
  t.equal((await ran('list', 'schools', '--json')).out, schools)
  const { before } = JSON.parse(done.out) as { before: string }
  t.ok(damaged.equals(await readFile(before)), 'the damaged file is kept as it was')
})

t.test('a check finds a broken index, a reference to nothing, and a missing column', async (t) => {
  const { folder, ran } = await boardFor(t)
  const sound = await ran('db', 'check', '--lang', 'en')
  t.equal(sound.code, 0)
  // 4 files, 1 board, 12 schools, 15 buildings, 16 pairs, 22 enrolments, 2 POPs, 16 links.
  t.match(sound.out, /✓ The database is sound: 88 rows/)
  const spoil = async (statement: string): Promise<Ran> => {
    await copyFile(join(folder, 'cartable.db'), join(folder, 'spoilt.db'))
    const database = await openSqlite(join(folder, 'spoilt.db'), 'write')
    await database.exec(`pragma foreign_keys = off; ${statement}`)
    await database.close()
    await writeFile(join(folder, 'spoilt.yaml'), 'database: ./spoilt.db\n')
    return ran('--config', 'spoilt.yaml', '--lang', 'en', 'db', 'check')
  }
  const orphan = await spoil('delete from source where id = 1')
  t.equal(orphan.code, 1)
  t.match(orphan.out, /✗ structure: \w+ \d+ → source/)
  t.match((await spoil('alter table school drop column name')).out, /✗ the table "school" lacks: name/)
  t.match((await spoil(`update school set until = '1999' where id = 1`)).out, /✗ table "school": 1 rows? end/)
})

t.test('a database is packed, and keeps what it holds', async (t) => {
  const { folder, ran } = await boardFor(t)
  const schools = (await ran('list', 'schools', '--json')).out
  const database = await openSqlite(join(folder, 'cartable.db'), 'write')
  await database.exec('create table filler as select randomblob(2000000) as x; drop table filler')
  await database.close()
  const { out, code } = await ran('db', 'vacuum', '--json')
  t.equal(code, 0)
  const { before, after } = JSON.parse(out) as { before: number; after: number }
  t.ok(before > 2_000_000 && after < 1_000_000, `${before} → ${after}`)
  t.equal((await ran('list', 'schools', '--json')).out, schools)
})

t.test(
  'a backup of a database that another program writes to has all that was committed, and so has its restoration',
  async (t) => {
    const { folder, ran } = await boardFor(t)
    const live = await openSqlite(join(folder, 'cartable.db'), 'write')
    // What is committed stays in the write-ahead log as long as somebody holds the file.
    await live.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 0')
    await live.exec(`update school set name = 'École du Large' where code = '798001'`)
    t.ok((await stat(join(folder, 'cartable.db-wal'))).size > 0)
    t.equal((await ran('db', 'backup', 'kept.bak')).code, 0)
    await copyFile(join(folder, 'kept.bak'), join(folder, 'other.db'))
    await writeFile(join(folder, 'other.yaml'), 'database: ./other.db\n')
    t.match((await ran('--config', 'other.yaml', 'list', 'schools', '--json')).out, /École du Large/)
    await writeFile(join(folder, 'third.yaml'), 'database: ./third.db\n')
    const restored = await ran('--config', 'third.yaml', 'db', 'restore', 'cartable.db', '--yes')
    t.equal(restored.code, 0, restored.err)
    t.match((await ran('--config', 'third.yaml', 'list', 'schools', '--json')).out, /École du Large/)
    await live.exec('begin immediate')
    t.equal((await ran('db', 'backup', 'while.bak')).code, 0, 'a backup waits for no writer')
    t.equal((await ran('db', 'copy', 'cartable.db', 'while.db')).code, 0, 'nor does a copy')
    await live.exec('rollback')
    await live.close()
  },
)

t.test('a backup leaves an earlier version’s database as it is; a copy upgrades it and says so', async (t) => {
  const folder = await folderFor(t, 'file')
  const file = join(folder, 'cartable.db')
  const old = await openSqlite(file, 'create')
  await old.exec(await readFile(shipped('test', 'fixtures', 'store', 'first-schema.sql'), 'utf8'))
  await old.close()
  const bytes = await readFile(file)
  t.equal((await cartable(['db', 'backup', 'kept.bak'], { cwd: folder })).code, 0)
  t.ok(bytes.equals(await readFile(file)))
  t.equal((await stat(join(folder, 'kept.bak'))).mode & 0o777, 0o600)
  const check = await cartable(['db', 'check'], { cwd: folder })
  t.equal(check.code, 1)
  t.match(check.out, /version antérieure/)
  t.notMatch(check.err, /sauvegarde/)
  const copied = await cartable(['db', 'copy', 'cartable.db', 'new.db'], { cwd: folder })
  t.equal(copied.code, 0, copied.err)
  t.match(copied.err, /mise à niveau\s: 0001-first-schema/)
})

t.test('a failure is told of the database that it is of', async (t) => {
  const { folder, ran } = await boardFor(t)
  await writeFile(join(folder, 'letter.db'), 'This is a letter to the board. '.repeat(400))
  const copied = await ran('db', 'copy', 'letter.db', 'new.db')
  t.equal(copied.code, 1)
  t.match(copied.err, /letter\.db n'est pas une base de données lisible/)
  t.notMatch(copied.err, /cartable\.db/)
})
