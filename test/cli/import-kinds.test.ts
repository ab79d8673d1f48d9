import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { shipped } from '../../src/lib/paths.js'
import { cartable, folderFor } from './run.js'

const sample = (name: string): string => shipped('data', 'samples', name)

type Rows = readonly Readonly<Record<string, unknown>>[]

/** A folder whose database has the sample's schools, and what a command gives there as JSON. */
async function schoolsIn(test: Test) {
  const folder = await folderFor(test)
  const rules = sample('regles-combo.yaml')
  await writeFile(join(folder, 'cartable.yaml'), `database: ./a.db\nequipment: { rules: "${rules}" }\n`)
  const json = async <T = object>(...args: string[]): Promise<T> => {
    const { out, err } = await cartable([...args, '--json'], { cwd: folder })
    test.not(out, '', err)
    return JSON.parse(out) as T
  }
  test.match(await json('import', 'schools', sample('ecoles.csv')), { outcome: 'taken', rows: 16 })
  return { folder, json }
}

t.test('buildings and schools complete each other: what one file does not tell, the other keeps', async (t) => {
  const { json } = await schoolsIn(t)
  // A warehouse is new, and two buildings get an area and a shorter name; their MRC and region stay.
  t.match(await json('import', 'buildings', sample('immeubles.csv')), { rows: 3, added: 1, changed: 2 })
  t.match(await json('import', 'buildings', sample('immeubles.csv')), { outcome: 'unchanged' })
  const known = async (): Promise<Rows> =>
    (await json<Rows>('list', 'buildings')).filter(({ code }) => code !== '798113')
  const [first] = await known()
  t.match(first, { code: '798101', mrc: 'Manicouagan', region: 'Côte-Nord', lon: -68.2441 })
  t.match((await known()).at(-1), { code: '798120', name: 'Entrepôt du Fleuve', mrc: null, schools: [] })
  t.match(await json('import', 'schools', sample('ecoles.csv')), { outcome: 'unchanged' }, 'the area is no news')
})

t.test('establishments without a board change nothing in what boards are due', async (t) => {
  const { json } = await schoolsIn(t)
  for (const [kind, file] of [
    ['boards', 'commissions.csv'],
    ['enrolment', 'effectif.csv'],
    ['pops', 'points-de-presence.csv'],
    ['wan-links', 'liens.csv'],
    ['equipment', 'equipement.csv'],
  ] as const)
    t.match(await json('import', kind, sample(file)), { outcome: 'taken' }, kind)
  const derived = async (): Promise<readonly Rows[]> => [
    (await json<Rows>('gaps')).filter(({ board }) => board === '798000'),
    await json<Rows>('shortfalls'),
    await json<Rows>('allocate', '--envelope', '150000'),
    await json<Rows>('list', 'schools'),
  ]
  const before = await derived()
  t.equal(before[0]?.length, 15)
  t.match(await json('import', 'private', sample('etablissements-prives.csv')), { outcome: 'taken', rows: 1, added: 2 })
  t.match(await json('import', 'higher-education', sample('enseignement-superieur.csv')), {
    outcome: 'taken',
    added: 2,
  })
  t.strictSame(await derived(), before)
  t.match(
    (await json<Rows>('gaps')).filter(({ board }) => board === null),
    [
      { building: '098001', name: 'Collège des Macareux', schools: [] },
      { building: '998001', name: 'Cégep des Outardes', schools: [] },
    ],
  )
})

t.test('deprivation: a school of both files is their sum, and what one withholds is not known', async (t) => {
  const { folder, json } = await schoolsIn(t)
  await json('import', 'deprivation', sample('defavorisation-primaire.csv'))
  t.match(await json('import', 'deprivation', sample('defavorisation-secondaire.csv')), { added: 2, changed: 0 })
  const rows = await json<Rows>('list', 'deprivation')
  const of = (code: string): unknown => rows.find(({ school }) => school === code)
  // (10 × 100 + 16 × 76) ÷ 176 and (6 × 100 + 9 × 76) ÷ 176, worked out by hand.
  t.match(of('798004'), { levels: ['primary', 'secondary'], imseDecile: 8, sfrDecile: 6, pupils: 176 })
  const { imse, sfr } = of('798004') as { imse: number; sfr: number }
  t.strictSame([imse.toFixed(4), sfr.toFixed(4)], ['12.5909', '7.2955'])
  t.match(of('798003'), { levels: ['secondary'], imse: null, imseDecile: null, pupils: null })
  t.match(of('798001'), { levels: ['primary'], imse: 12.5, imseDecile: 7, pupils: 201 })

  await writeFile(
    join(folder, 'imse-secondaire.csv'),
    'Code_Org,IMSE,Diffusion,Annee_Scol\n798001,,NON,2021-2022\n798999,1,OUI,2021-2022\n',
  )
  const orphan = await json<{ problems: Rows }>('import', 'deprivation', 'imse-secondaire.csv')
  t.match(orphan, { outcome: 'refused', problems: [{ line: 3, column: 'school' }] })
  await json('import', 'deprivation', 'imse-secondaire.csv', '--accept-partial')
  const after = (await json<Rows>('list', 'deprivation')).find(({ school }) => school === '798001')
  t.match(after, { levels: ['primary', 'secondary'], imse: null, imseDecile: null, pupils: null })
})

t.test('territories and the catalogue are taken; a territory needs its board', async (t) => {
  const { folder, json } = await schoolsIn(t)
  const ring = [[-69.9, 48.3], [-67, 49.2], [-67.2, 49.9], [-69.9, 48.3]] // prettier-ignore
  const shape = JSON.stringify({ type: 'Polygon', coordinates: [ring] }).replaceAll('"', '""')
  const file = (code: string): string => `code,nom,type,geometry\n${code},CSS,Francophone,"${shape}"\n`
  await writeFile(join(folder, 'a.csv'), file('798000'))
  await writeFile(join(folder, 'b.csv'), file('799000'))
  t.match(await json('import', 'territories', 'a.csv'), { outcome: 'taken', added: 1 })
  t.match(await json('import', 'territories', 'b.csv'), { outcome: 'refused', problems: [{ column: 'board' }] })
  t.strictSame(await json('list', 'territories'), [{ board: '798000', name: 'CSS', language: 'Franco' }])
  t.equal((await cartable(['map', '--format', 'geojson', '--out', 'carte'], { cwd: folder })).code, 0)
  const layer = JSON.parse(await readFile(join(folder, 'carte', 'territories.geojson'), 'utf8')) as object
  t.match(layer, { features: [{ properties: { board: '798000' } }] })
  t.match(await json('import', 'catalogue', sample('catalogue.csv')), { outcome: 'taken', rows: 3, added: 3 })
})

t.test(
  'a link that is told by its places ends at the nearest building and POP within 250 m, or is refused',
  async (t) => {
    const { folder, json } = await schoolsIn(t)
    await json('import', 'pops', sample('points-de-presence.csv'))
    // The span starts at the POP, some ten metres away from where it is known; `a` is nevertheless the school's end.
    t.match(await json('import', 'wan-links', sample('reseau-ofds.json')), { outcome: 'taken', added: 1 })
    t.match(await json('list', 'wan-links'), [
      {
        id: 'FAO-21',
        a: '798101',
        b: 'POP-BCO',
        medium: 'fibre',
        capacityDownBps: 10_000_000_000,
        network: 'Fibre du CSS',
      },
    ])
    // 0.002 degree of latitude is 222 m, 0.003 is 334 m.
    const link = (id: string, lat: string): string => `${id},798102,-68.1531,${lat},operational,50\n`
    const header = 'id,a,b_lon,b_lat,status,capacity_mbps\n'
    await writeFile(join(folder, 'liens.csv'), `${header}${link('A', '49.2209')}${link('B', '49.2219')}`)
    const { problems } = await json<{ problems: Rows }>('import', 'wan-links', 'liens.csv')
    t.match(problems, [{ line: 3, column: 'b', message: /-68\.153100 49\.221900/ }])
    t.equal(problems.length, 1)
  },
)
