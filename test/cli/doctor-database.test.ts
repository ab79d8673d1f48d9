import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { Finding } from '../../src/app/doctor/finding.js'
import { openSqlite } from '../../src/lib/sqlite.js'
import { shipped } from '../../src/lib/paths.js'
import { cartable, cartablePath, run } from './run.js'
import { apart, finds, skip, wardFor } from './ward.js'

t.test('a database that is foreign, later, damaged, older, or has nowhere to be', { skip }, async (t) => {
  const ward = await wardFor(t)
  const file = join(ward.folder, 'a.db')
  const execute = async (sql: string): Promise<void> => {
    const database = await openSqlite(file, 'create')
    await database.exec(sql)
    await database.close()
  }
  await ward.configure({ database: 'database: ./absent/a.db' })
  await finds(t, ward, 'database-folder', 'failure', { fr: /n'existe pas/, en: /does not exist/, mend: /mkdir -p/ })
  await ward.configure({})
  await execute('create table recettes (nom text)')
  const foreign = await readFile(file)
  await finds(t, ward, 'database', 'failure', { fr: /d'un autre programme/, en: /another program's/ })
  t.ok(foreign.equals(await readFile(file)), "another program's database is not touched")
  await writeFile(file, 'Chère commission, '.repeat(300))
  await finds(t, ward, 'database', 'failure', { fr: /pas une base de données lisible/, en: /not a readable database/ })

  await writeFile(file, '')
  await cartable(['import', 'schools', shipped('data', 'samples', 'ecoles.csv')], { cwd: ward.folder })
  await execute("insert into scan (board, started_at, targets) values ('', '2099-01-01T00:00:00.000Z', '')")
  await finds(t, ward, 'clock', 'failure', { fr: /dernier balayage est du 2098-12-31|2099/, en: /last scan/ })
  await execute('delete from scan')
  const good = await readFile(file)
  await execute("delete from kysely_migration where name > '0001-first-schema'")
  await finds(t, ward, 'schema', 'warning', { fr: /version plus ancienne/, en: /earlier version/ })
  await execute("insert into kysely_migration (name, timestamp) values ('9999-later', '2099')")
  await finds(t, ward, 'schema', 'failure', { fr: /version plus récente/, en: /later version/ })
  const damaged = Buffer.from(good)
  damaged.fill(0xa5, Math.floor(good.length / 2 / 4096) * 4096, Math.floor(good.length / 2 / 4096) * 4096 + 4096)
  await writeFile(file, damaged)
  const { fr, code } = await ward.examine()
  t.equal(code, 1)
  t.ok(fr.some(({ id, status }) => ['database', 'integrity'].includes(id) && status === 'failure'))
  await writeFile(file, good)
  const holder = await openSqlite(file, 'write')
  await holder.exec('pragma locking_mode = exclusive; begin exclusive')
  await finds(t, ward, 'database', 'warning', { fr: /occupée par un autre/, en: /in use by another/ })
  await holder.exec('rollback')
  await holder.close()
})

t.test('a disk with no room, or that cannot be written', { skip: apart }, async (t) => {
  const { folder, configure } = await wardFor(t)
  await configure({ database: 'database: ./disk/a.db' })
  await mkdir(join(folder, 'disk'))
  const mounted = async (options: string): Promise<Finding[]> => {
    const script = `mount -t tmpfs -o ${options} tmpfs '${folder}/disk' && '${process.execPath}' '${cartablePath}' doctor --json`
    const ran = await run('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', script], { cwd: folder })
    return JSON.parse(ran.out) as Finding[]
  }
  const found = (findings: readonly Finding[], id: string): Finding | undefined =>
    findings.find((each) => each.id === id)
  t.match(found(await mounted('size=8m'), 'disk'), { status: 'failure', what: /Il ne reste que 8 Mo/ })
  t.match(found(await mounted('size=200m'), 'disk'), { status: 'warning', what: /il en faudrait 1\u00a0000/ })
  t.match(found(await mounted('ro,size=2g'), 'database-folder'), { status: 'failure', what: /ne peut pas écrire/ })
})
