import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { importFile, type ImportResult } from '../../src/app/import.js'
import type { ImportKindId } from '../../src/app/import-facts.js'
import { readKnown } from '../../src/app/known.js'
import { LISTS } from '../../src/app/lists.js'
import { drawMap, mapInput } from '../../src/app/map.js'
import { readRules } from '../../src/app/reference.js'
import { allocate } from '../../src/app/allocate.js'
import { findGaps } from '../../src/app/results.js'
import { findShortfalls } from '../../src/app/shortfalls.js'
import type { Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { openStore } from '../../src/store/database.js'
import { onEachDatabase } from '../databases.js'

const m = messagesFor('fr')
const sample = (name: string): string => shipped('data', 'samples', name)

type Rows = readonly Readonly<Record<string, unknown>>[]

/** A database that has the sample's schools, and what is done there; each import has its own hour. */
async function schoolsIn(t: Test, database: string) {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-kinds-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const store = await openStore(database, { create: true })
  t.teardown(() => store.close())
  const config = await loadConfig(null, folder, m.config)
  let hour = 0
  const session: Session = { config, store, m, env: {}, now: () => new Date(Date.UTC(2026, 10, 1, hour)).toISOString() }
  const take = (kind: ImportKindId, file: string, acceptPartial = false): Promise<ImportResult> => {
    hour++
    const signal = new AbortController().signal
    return importFile(session, { kind, file, acceptPartial, dryRun: false, signal, progress: () => undefined })
  }
  const list = async (noun: string): Promise<Rows> => {
    const rows: Record<string, unknown>[] = []
    for await (const row of (await LISTS[noun]?.(session, 'kept')) ?? []) rows.push({ ...row })
    return rows
  }
  t.match(await take('schools', sample('ecoles.csv')), { outcome: 'taken', rows: 16 })
  return { folder, session, take, list }
}

onEachDatabase(
  'buildings and schools complete each other: what one file does not tell, the other keeps',
  async (t, database) => {
    const { take, list } = await schoolsIn(t, database)
    // A warehouse is new, and two buildings get an area and a shorter name; their MRC and region stay.
    t.match(await take('buildings', sample('immeubles.csv')), { rows: 3, added: 1, changed: 2 })
    t.match(await take('buildings', sample('immeubles.csv')), { outcome: 'unchanged' })
    const known = async (): Promise<Rows> => (await list('buildings')).filter(({ code }) => code !== '798113')
    const [first] = await known()
    t.match(first, { code: '798101', mrc: 'Manicouagan', region: 'Côte-Nord', lon: -68.2441 })
    t.match((await known()).at(-1), { code: '798120', name: 'Entrepôt du Fleuve', mrc: null, schools: [] })
    t.match(await take('schools', sample('ecoles.csv')), { outcome: 'unchanged' }, 'the area is no news')
  },
)

onEachDatabase('establishments without a board change nothing in what boards are due', async (t, database) => {
  const { folder, session, take, list } = await schoolsIn(t, database)
  for (const [kind, file] of [
    ['boards', 'commissions.csv'],
    ['enrolment', 'effectif.csv'],
    ['pops', 'points-de-presence.csv'],
    ['wan-links', 'liens.csv'],
    ['equipment', 'equipement.csv'],
  ] as const)
    t.match(await take(kind, sample(file)), { outcome: 'taken' }, kind)
  const file = await readRules(sample('regles-combo.yaml'), session.config, folder, m)
  const derived = async () => {
    const known = await readKnown(session.store.db)
    return {
      gaps: (await findGaps(session, known, {})).gaps,
      shortfalls: (await findShortfalls(session, known, file.rules, undefined)).shortfalls,
      shared: await allocate(session, known, { rules: file, part: 'equipment', envelopeCents: 15_000_000 }),
      schools: await list('schools'),
    }
  }
  const before = await derived()
  t.equal(before.gaps.length, 15)
  t.equal(before.schools.length, 12)
  t.match(await take('private', sample('etablissements-prives.csv')), { outcome: 'taken', rows: 1, added: 2 })
  t.match(await take('higher-education', sample('enseignement-superieur.csv')), {
    outcome: 'taken',
    added: 2,
  })
  const after = await derived()
  const own = after.gaps.filter(({ board }) => board !== null)
  t.strictSame({ ...after, gaps: own }, before)
  t.match(
    after.gaps.filter(({ board }) => board === null),
    [
      { building: '098001', name: 'Collège des Macareux', schools: [] },
      { building: '998001', name: 'Cégep des Outardes', schools: [] },
    ],
  )
})

onEachDatabase(
  'deprivation: a school of both files is their sum, and what one withholds is not known',
  async (t, database) => {
    const { folder, take, list } = await schoolsIn(t, database)
    await take('deprivation', sample('defavorisation-primaire.csv'))
    t.match(await take('deprivation', sample('defavorisation-secondaire.csv')), { added: 2, changed: 0 })
    const rows = await list('deprivation')
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
    const orphan = await take('deprivation', join(folder, 'imse-secondaire.csv'))
    t.match(orphan, { outcome: 'refused', problems: [{ line: 3, column: 'school' }] })
    await take('deprivation', join(folder, 'imse-secondaire.csv'), true)
    const after = (await list('deprivation')).find(({ school }) => school === '798001')
    t.match(after, { levels: ['primary', 'secondary'], imse: null, imseDecile: null, pupils: null })
  },
)

onEachDatabase('territories and the catalogue are taken; a territory needs its board', async (t, database) => {
  const { folder, session, take, list } = await schoolsIn(t, database)
  const ring = [[-69.9, 48.3], [-67, 49.2], [-67.2, 49.9], [-69.9, 48.3]] // prettier-ignore
  const shape = JSON.stringify({ type: 'Polygon', coordinates: [ring] }).replaceAll('"', '""')
  const file = (code: string): string => `code,nom,type,geometry\n${code},CSS,Francophone,"${shape}"\n`
  await writeFile(join(folder, 'a.csv'), file('798000'))
  await writeFile(join(folder, 'b.csv'), file('799000'))
  t.match(await take('territories', join(folder, 'a.csv')), { outcome: 'taken', added: 1 })
  t.match(await take('territories', join(folder, 'b.csv')), { outcome: 'refused', problems: [{ column: 'board' }] })
  t.match(await list('territories'), [{ board: '798000', name: 'CSS', language: 'Franco', line: 2 }])
  const input = await mapInput(session, {})
  await drawMap(input, ['geojson'], join(folder, 'carte'), m)
  const layer = JSON.parse(await readFile(join(folder, 'carte', 'territories.geojson'), 'utf8')) as object
  t.match(layer, { features: [{ properties: { board: '798000' } }] })
  t.match(await take('catalogue', sample('catalogue.csv')), { outcome: 'taken', rows: 3, added: 3 })
})

onEachDatabase(
  'a link that is told by its places ends at the nearest building and POP within 250 m, or is refused',
  async (t, database) => {
    const { folder, take, list } = await schoolsIn(t, database)
    await take('pops', sample('points-de-presence.csv'))
    // The span starts at the POP, some ten metres away from where it is known; `a` is nevertheless the school's end.
    t.match(await take('wan-links', sample('reseau-ofds.json')), { outcome: 'taken', added: 1 })
    t.match(await list('wan-links'), [
      {
        id: 'FAO-21',
        a: '798101',
        b: 'POP-BCO',
        medium: 'fibre',
        capacityDownBps: 10_000_000_000,
        network: 'Fibre du CSS',
      },
    ])
    // Its node that is a POP is 17 m from that of Baie-Comeau; 0.01 degree of latitude is 1.1 km.
    t.match(await take('pops', sample('reseau-ofds.json')), { outcome: 'unchanged', rows: 1 })
    const far = (await readFile(sample('reseau-ofds.json'), 'utf8')).replace('[-68.1532, 49.219]', '[-68.1532, 49.229]')
    await writeFile(join(folder, 'ofds.json'), far)
    t.match(await take('pops', join(folder, 'ofds.json')), { outcome: 'taken', added: 1 })
    t.match(await take('pops', join(folder, 'ofds.json')), { outcome: 'unchanged', rows: 1 })
    // 0.002 degree of latitude is 222 m, 0.003 is 334 m.
    const link = (id: string, lat: string): string => `${id},798102,-68.1531,${lat},operational,50\n`
    const header = 'id,a,b_lon,b_lat,status,capacity_mbps\n'
    await writeFile(join(folder, 'liens.csv'), `${header}${link('A', '49.2209')}${link('B', '49.2219')}`)
    const { problems } = await take('wan-links', join(folder, 'liens.csv'))
    t.match(problems, [{ line: 3, column: 'b', message: /-68\.153100 49\.221900/ }])
    t.equal(problems.length, 1)
  },
)
