import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { EXPORT_FORMATS } from '../../src/cli/commands/export.js'
import { listPlugins } from '../../src/lib/plugins.js'
import { openStore } from '../../src/store/database.js'
import { startScan } from '../../src/store/scans.js'
import { writeResults } from '../../src/store/scan-writer.js'
import { BLANK_READING } from '../blank.js'
import { boardFor, sample } from './board.js'

const HEAD = 'No de série,Adresse MAC,Nom,Prénom,Courriel,Téléphone,Code permanent,École'
const ZOE = { user: 'Inventée Zoé', email: 'zoe.inventee@exemple.invalid', phone: '418 555-0199' }
const PLANTED = ['Inventée', 'Zoé', ZOE.email, ZOE.phone, 'Lefictif', 'Marc-Aurèle', 'lefictif@exemple.invalid']
const NEVER = 'INVZ01020304'
const FLEET = `${HEAD}
INV-0001,aa:bb:cc:00:00:01,Inventée,Zoé,${ZOE.email},${ZOE.phone},${NEVER},798001
INV-0002,,Lefictif,Marc-Aurèle,lefictif@exemple.invalid,,,798002
INV-0003,,,,,,,798002
`

/** A board where a device with the first row's serial number was read, and a file that says who has which. */
async function boardWithFleet(t: Test) {
  const { folder, ran } = await boardFor(t)
  const database = join(folder, 'cartable.db')
  const store = await openStore(database, { create: false })
  const at = new Date().toISOString()
  const id = await startScan(store.db, { board: '', targets: 'all', at })
  const value = { ...BLANK_READING, sysName: 'portable-1', serialNumber: 'INV-0001' }
  const outcome = { status: 'answered', value } as const
  await writeResults(store.db, { id, board: '' }, [{ address: '10.0.0.5', outcome, credential: null, keep: true, at }])
  await store.close()
  await writeFile(join(folder, 'parc.csv'), FLEET)
  return { folder, ran, database }
}

const bytesOf = async (file: string): Promise<string> => (await readFile(file)).toString('utf8')

function says(t: Test, text: string, where: string): void {
  for (const planted of [...PLANTED, NEVER]) t.notOk(text.includes(planted), `${where}: ${planted}`)
}

t.test('who has a device is told by show alone, with what it is, when an import was asked to keep it', async (t) => {
  const { folder, ran, database } = await boardWithFleet(t)
  const taken = await ran('importer', 'fleet', 'parc.csv', '--keep-personal')
  t.equal(taken.code, 0, taken.err)
  const plain = taken.err.replaceAll('\u00a0', ' ')
  t.match(plain, /gardés, comme demandé : Nom, Prénom, Courriel, Téléphone$/m)
  t.match(plain, /jamais lus : Code permanent$/m)
  t.match(plain, /Gardé à part : qui a 2 appareils.*Loi 25.*cartable importer oublier/)
  says(t, taken.out + taken.err, 'the import')
  t.ok((await bytesOf(database)).includes(ZOE.email), 'it is in the database')
  t.notOk((await bytesOf(database)).includes(NEVER), 'a permanent code is not')

  for (const thing of ['INV-0001', 'inv-0001', 'AABB.CC00.0001', '10.0.0.5', 'portable-1']) {
    const shown = (await ran('montrer', thing)).out.replaceAll('\u00a0', ' ')
    for (const value of Object.values(ZOE)) t.ok(shown.includes(value), `${thing}: ${value}`)
    t.match(shown, /Renseignements personnels \(Loi 25\)/)
    const { fleet } = JSON.parse((await ran('show', thing, '--json', '--lang', 'en')).out) as { fleet: unknown[] }
    t.match(fleet, [{ serial: 'INV-0001', holder: { ...ZOE, notice: /^Personal information \(Loi 25\)/ } }])
  }
  const nobody = await ran('show', 'INV-0003', '--lang', 'en')
  t.match(nobody.out, /In the inventory \(parc\.csv, line 4/)
  t.notMatch(nobody.out, /Loi 25/)

  const lists = listPlugins('src/reports/lists').flatMap((noun) => [
    ['list', noun, '--all'],
    ['list', noun, '--format', 'csv', '--all'],
    ['list', noun, '--json', '--all'],
  ])
  const exports = Object.entries(EXPORT_FORMATS).flatMap(([what, forms]) =>
    forms.map((form) => ['export', what, '--format', form, '--out', `out/${what}.${form}`]),
  )
  const rules = ['--rules', sample('regles-combo.yaml')]
  const reports = [['gaps'], ['shortfalls', ...rules], ['allocate', '--envelope', '100000', ...rules], ['quality']]
  await writeFile(join(folder, 'faux.csv'), FLEET.replace('798001', '799999').replace('aa:bb:cc:00:00:01', 'nulle'))
  for (const args of [
    ...lists,
    ...exports,
    ...[...reports, ['audit', 'fleet', '--class', 'all']].flatMap((args) => [args, [...args, '--json']]),
    ...listPlugins('maps/formats').map((form) => ['map', '--format', form, '--out', 'out/carte']),
    ['show', '10.0.0.5', '--history', '--json'],
    ['import', 'list', '--json'],
    ['import', 'fleet', 'parc.csv', '--keep-personal', '--dry-run', '--json'],
    ['import', 'fleet', 'faux.csv', '--keep-personal', '--problems', 'out/problems.csv'],
    ['import', 'fleet', 'faux.csv', '--keep-personal', '--json'],
    ['import', 'undo', '5', '--dry-run', '--json'],
    ['import', 'forget', '--dry-run', '--json'],
    ['import', 'schools', 'parc.csv', '--keep-personal'],
    ['changes', '--since', '2020-01-01', '--json'],
    ['doctor', '--device', '10.0.0.5'],
    ['db', 'check', '--json'],
    ['db', 'backup', 'out/sauvegarde.bak'],
    ['db', 'copy', 'cartable.db', 'out/copie.db'],
  ]) {
    const { out, err } = await ran(...args)
    says(t, out + err, args.join(' '))
    t.notMatch(err, /\n\s+at /, 'no stack')
  }
  const written = await readdir(join(folder, 'out'), { recursive: true, withFileTypes: true })
  const files = written.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  t.ok(files.length >= 9, `${files.length} files were written`)
  for (const file of files) says(t, await bytesOf(file), file.slice(folder.length))
  t.match((await ran('show', 'INV-0001')).out, ZOE.email, 'none of this removed it')
})

t.test('a backup leaves it out, and says so; what is restored has the fleet without it', async (t) => {
  const { folder, ran } = await boardWithFleet(t)
  await ran('import', 'fleet', 'parc.csv', '--keep-personal')
  const backup = await ran('db', 'backup', 'b.bak', '--lang', 'en')
  t.match(backup.err, /Left aside: who has 2 devices/)
  t.match((await ran('db', 'copy', 'cartable.db', 'c.db', '--lang', 'en')).err, /Left aside: who has 2 devices/)
  const restored = await ran('db', 'restore', 'b.bak', '--yes', '--lang', 'en')
  t.equal(restored.code, 0, restored.err)
  t.match(restored.err, /Left aside: who has 2 devices/)
  const shown = await ran('show', 'INV-0001')
  t.match(shown.out, 'INV-0001')
  says(t, shown.out, 'what was restored')
  const left = (await readdir(folder)).filter((name) => name.startsWith('cartable.db'))
  for (const name of left) says(t, await bytesOf(join(folder, name)), name)
})

t.test(
  'it goes with a fleet without it, with its import, and when asked; nothing of it stays on the disk',
  async (t) => {
    const { ran, database } = await boardWithFleet(t)
    const keep = () => ran('import', 'fleet', 'parc.csv', '--keep-personal', '--lang', 'en')
    const isThere = async (): Promise<boolean> => (await bytesOf(database)).includes(ZOE.email)
    t.match((await keep()).err, /Kept apart: who has 2 devices/)
    t.match((await keep()).err, /unchanged|nothing/i, 'the same again is no news')
    t.ok(await isThere())
    const without = await ran('import', 'fleet', 'parc.csv', '--lang', 'en')
    t.match(without.err, /left at the door, never read: Nom, Prénom, Courriel, Téléphone, Code permanent$/m)
    t.match(without.err, /Erased: who had 2 devices/)
    t.notOk(await isThere(), 'a fleet without it')

    await keep()
    t.ok(await isThere())
    const [last] = JSON.parse((await ran('import', 'list', '--json')).out) as { import: number }[]
    t.match((await ran('import', 'undo', String(last?.import), '--lang', 'en')).err, /Erased: who had 2 devices/)
    t.notOk(await isThere(), 'an import undone')

    await keep()
    t.match(
      (await ran('importer', 'oublier', '--dry-run')).out.replaceAll('\u00a0', ' '),
      /^Serait effacé : qui a 2 app/,
    )
    t.ok(await isThere())
    t.match((await ran('import', 'forget', '--lang', 'en')).out, /^Erased: who had 2 devices. The fleet stays.$/m)
    t.notOk(await isThere(), 'forgotten')
    t.match((await ran('import', 'forget', '--lang', 'en')).out, /^Nothing to erase/)
    t.match((await ran('show', 'INV-0001')).out, 'parc.csv')
    const wrong = await ran('import', 'schools', 'parc.csv', '--keep-personal', '--lang', 'en')
    t.equal(wrong.code, 2)
    t.match(wrong.err, /for a fleet of devices alone: "schools"/)
  },
)
