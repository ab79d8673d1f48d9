import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { inventProvince } from '../../scripts/province/invented.js'
import { shipped } from '../../src/lib/paths.js'
import { listPlugins } from '../../src/lib/plugins.js'
import { sharedPath, skipWithout } from '../shared.js'
import { cartable, folderFor, run } from './run.js'

const real = sharedPath('real')
const skip = skipWithout(real)

t.test("the ministry's own files are taken as they are, and the province's map is valid", { skip }, async (t) => {
  const folder = await folderFor(t)
  await writeFile(join(folder, 'cartable.yaml'), 'database: ./province.db\n')
  const asked = async (...args: readonly string[]): Promise<unknown> => {
    const { code, out, err } = await cartable([...args, '--json'], { cwd: folder })
    t.equal(code, 0, `${args.join(' ')}: ${err}`)
    return JSON.parse(out)
  }
  const file = join(real, 'pps_public_ecole.csv')
  t.match(await asked('import', 'schools', file), { outcome: 'taken', rows: 5462, refusedRows: 0, problems: [] })
  t.match(await asked('import', 'boards', join(real, 'pps_public_ssocial_cs.csv')), { rows: 72, refusedRows: 0 })
  t.match(await asked('import', 'schools', file), { outcome: 'unchanged', added: 0, changed: 0 })

  const rows = parse(await readFile(file), { bom: true, columns: true }) as Record<string, string>[]
  const schools = (await asked('list', 'schools')) as { code: string; buildings: string[] }[]
  const buildings = (await asked('list', 'buildings')) as { code: string; schools: string[] }[]
  t.equal(schools.length, new Set(rows.map((row) => row['CD_ORGNS'])).size)
  t.equal(schools.length, 2777)
  t.equal(buildings.length, new Set(rows.map((row) => row['CD_IMM'])).size)
  t.equal(buildings.length, 3607)
  t.equal(((await asked('list', 'boards')) as unknown[]).length, 72)
  const pairs = (list: readonly (readonly [string, readonly string[]])[]): Set<string> =>
    new Set(list.flatMap(([code, others]) => others.map((other) => `${code} ${other}`)))
  const wanted = new Set(rows.map((row) => `${row['CD_ORGNS']} ${row['CD_IMM']}`))
  t.strictSame(pairs(schools.map(({ code, buildings }) => [code, buildings])), wanted, 'every pair, and no other')
  t.equal(pairs(buildings.map(({ code, schools }) => [code, schools])).size, 5462)

  for (const [name, text] of Object.entries(inventProvince(file))) await writeFile(join(folder, name), text)
  t.match(await asked('import', 'pops', 'points-de-presence.csv'), { refusedRows: 0, problems: [] })
  t.match(await asked('import', 'wan-links', 'liens.csv'), { refusedRows: 0, problems: [] })
  t.match(await asked('import', 'enrolment', 'effectif.csv'), { refusedRows: 0, problems: [] })
  for (const name of await readdir(join(real, 'territories'))) {
    t.match(await asked('import', 'territories', join(real, 'territories', name)), { rows: 1, refusedRows: 0 })
  }

  const formats = listPlugins('maps/formats')
  const drawn = await cartable(['map', '--format', formats.join(','), '--out', 'carte'], { cwd: folder })
  t.equal(drawn.code, 0, drawn.err)
  const noGdal = (await run('ogrinfo', ['--version'])).code === null ? 'apt-get install gdal-bin' : false
  await t.test('GDAL reads every layer, and counts as many', { skip: noGdal }, async (t) => {
    const links = parse(await readFile(join(folder, 'liens.csv')), { columns: true }) as unknown[]
    const counts = { buildings: 3607, schools: 2777, 'wan-links': links.length, pops: 17, territories: 10 }
    for (const [layer, count] of Object.entries(counts)) {
      const geojson = await run('ogrinfo', ['-ro', '-al', '-so', join(folder, 'carte', `${layer}.geojson`)])
      t.match(geojson.out, `Feature Count: ${count}`, `${layer}.geojson`)
      t.equal(geojson.err, '')
      const table = layer.replace('-', '_')
      const gpkg = await run('ogrinfo', ['-ro', '-so', join(folder, 'carte', 'carte.gpkg'), table])
      t.match(gpkg.out, `Feature Count: ${count}`, `${table} in carte.gpkg`)
      t.equal(gpkg.err, '')
    }
  })
  const html = await readFile(join(folder, 'carte', 'carte.html'))
  t.ok(html.length <= 4_000_000, `the page weighs ${html.length} bytes`)
})

t.test(
  '45 M$ are shared among the province, and every report tells it in every form',
  { skip, timeout: 240_000 },
  async (t) => {
    const folder = await folderFor(t)
    const ran = async (...args: readonly string[]): Promise<string> => {
      const { code, out, err } = await cartable(args, { cwd: folder })
      t.ok(code === 0 || code === 3, `${args.join(' ')}: ${err}`)
      return out
    }
    await ran('import', 'boards', join(real, 'pps_public_ssocial_cs.csv'))
    await ran('import', 'schools', join(real, 'pps_public_ecole.csv'))
    for (const [name, text] of Object.entries(inventProvince(join(real, 'pps_public_ecole.csv')))) {
      await writeFile(join(folder, name), text)
    }
    await ran('import', 'enrolment', 'effectif.csv')
    await ran('import', 'equipment', 'equipement.csv')
    await ran('import', 'spending', 'depenses.csv')
    const rules = ['--rules', shipped('data', 'samples', 'regles-combo.yaml')]
    const shared = ['--envelope', '45000000', ...rules]
    await ran('allocate', 'freeze', ...shared)

    const reports = { combo: shared, shortfalls: rules, renewal: rules, accountability: [] }
    for (const [report, asked] of Object.entries(reports)) {
      for (const form of ['xlsx', 'html', 'md', 'csv', 'json'])
        await ran('report', report, ...asked, '--out', `${report}.${form}`)
    }
    const told = JSON.parse(await readFile(join(folder, 'combo.json'), 'utf8')) as {
      sheets: { id: string; rows: { school: string; amountCents: number }[] }[]
    }
    const rowsOf = (id: string): { school: string; amountCents: number }[] =>
      told.sheets.find((sheet) => sheet.id === id)?.rows ?? []
    const sum = (id: string): number => rowsOf(id).reduce((cents, { amountCents }) => cents + amountCents, 0)
    t.equal(sum('schools'), 4_500_000_000, 'to the cent')
    t.equal(sum('boards'), 4_500_000_000)
    t.ok(rowsOf('schools').length > 2000)
    const { sheets } = await readXlsx(await readFile(join(folder, 'combo.xlsx')))
    t.equal(sheets[0]?.rows.length, rowsOf('schools').length + 2, 'a header and a total')
    const page = await readFile(join(folder, 'combo.html'), 'utf8')
    t.equal(page.match(/<figure>/g)?.length, rowsOf('boards').length, 'a chart a board')
  },
)
