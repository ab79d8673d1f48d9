import { readFileSync } from 'node:fs'
import { IMPORT_KINDS, type ImportKindId } from '../../src/app/import-facts.js'
import { importFile } from '../../src/app/import.js'
import { LISTS } from '../../src/app/lists.js'
import { showThing } from '../../src/app/show.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { onEachDatabase } from '../databases.js'
import { importDesk, type ImportDesk } from './desk.js'

const sample = (name: string): string => shipped('data', 'samples', name)
type Row = Readonly<Record<string, unknown>>

/** The sample of each kind, in an order that leaves no orphan, with the columns of its list that its lines hold. */
const SAMPLES: readonly (readonly [kind: ImportKindId, file: string, columns: readonly string[]])[] = [
  ['boards', 'commissions.csv', ['code', 'name']],
  ['schools', 'ecoles.csv', ['code', 'name']],
  ['private', 'etablissements-prives.csv', ['code', 'name']],
  ['higher-education', 'enseignement-superieur.csv', ['code', 'name']],
  ['enrolment', 'effectif.csv', ['school', 'schoolYear', 'sector', 'pupils']],
  ['shares', 'parts.csv', ['school', 'building', 'share']],
  ['pops', 'points-de-presence.csv', ['id', 'name', 'lon']],
  ['networks', 'reseaux.csv', ['cidr', 'building']],
  ['catalogue', 'catalogue.csv', ['item', 'unitsEach']],
  ['equipment', 'equipement.csv', ['school', 'item', 'quantity', 'acquiredOn']],
  ['spending', 'depenses.csv', ['school', 'schoolYear', 'category', 'date', 'reference']],
  ['wan-links', 'liens.csv', ['id', 'a', 'b']],
  ['fleet', 'parc.csv', ['serial', 'name', 'school']],
]

async function fill({ ask }: ImportDesk, files: readonly (readonly [ImportKindId, string])[]): Promise<void> {
  const { signal } = new AbortController()
  for (const [kind, file] of files)
    await ask((session) =>
      importFile(session, {
        ...{ kind, file: sample(file), acceptPartial: false, dryRun: false, signal },
        progress: () => undefined,
      }),
    )
}

const listed = ({ ask }: ImportDesk, kind: string): Promise<Row[]> =>
  ask(async (session) => {
    const rows: Row[] = []
    for await (const row of (await LISTS[kind]?.(session, 'kept')) ?? []) rows.push({ ...row })
    return rows
  })

onEachDatabase('each row of the list of a kind of file tells the line that says it', async (t, database) => {
  const desk = await importDesk(t, database)
  await fill(
    desk,
    SAMPLES.map(([kind, file]) => [kind, file]),
  )
  for (const [kind, file, columns] of SAMPLES) {
    const lines = readFileSync(sample(file), 'utf8').split('\n')
    const rows = await listed(desk, kind)
    t.ok(rows.length > 0, kind)
    for (const row of rows) {
      t.equal(row['file'], file)
      const told = columns.map((column) => row[column]).filter((value) => value !== null)
      const line = lines[Number(row['line']) - 1] ?? ''
      t.ok(
        told.every((value) => line.includes(String(value))),
        `${kind}: ${told.join(' ')} on line ${String(row['line'])}`,
      )
      if (kind !== 'fleet') t.match(row['importedAt'], /^2026-11-01T/)
    }
  }
  // Of a building, of a territory and of deprivation, files of several kinds and features have their say.
  await fill(desk, [
    ['buildings', 'immeubles.csv'],
    ['territories', 'territoire.geojson'],
    ['deprivation', 'defavorisation-primaire.csv'],
    ['deprivation', 'defavorisation-secondaire.csv'],
  ])
  const files = new Set((await listed(desk, 'buildings')).map(({ file }) => file))
  t.strictSame(
    [...files].sort(),
    ['ecoles.csv', 'enseignement-superieur.csv', 'etablissements-prives.csv', 'immeubles.csv'],
    'the last file that changed it tells it',
  )
  t.match(await listed(desk, 'territories'), [{ board: '798000', file: 'territoire.geojson', line: 4 }])
  t.match(
    (await listed(desk, 'deprivation')).find(({ school }) => school === '798004'),
    { levels: ['primary', 'secondary'], file: ['defavorisation-primaire.csv', 'defavorisation-secondaire.csv'] },
  )
  for (const kind of IMPORT_KINDS) t.ok((await listed(desk, kind)).length > 0, `list ${kind}`)
})

/** What is shown of each, in the words of its record, with the file and line that were looked up by hand. */
const SHOWN: Readonly<Record<string, object>> = {
  '798000': { schools: 12, importedFrom: { import: 1, file: 'commissions.csv', line: 2 } },
  '798004': {
    importedFrom: { file: 'ecoles.csv', line: 5 },
    buildings: [
      { building: '798104', importedFrom: { line: 5 }, shareImportedFrom: { file: 'parts.csv', line: 2 } },
      { building: '798105', importedFrom: { line: 6 }, shareImportedFrom: { file: 'parts.csv', line: 3 } },
    ],
    enrolment: [{ importedFrom: { file: 'effectif.csv', line: 5 } }, { importedFrom: { line: 16 } }],
    equipment: [{ item: 'Chariot de 16 tablettes', importedFrom: { file: 'equipement.csv', line: 18 } }, {}, {}],
  },
  '798104': {
    links: ['FAO-04'],
    networks: [{ cidr: '127.98.4.0/28', importedFrom: { file: 'reseaux.csv', line: 5 } }],
  },
  'FAO-00': { monthlyCostCents: 245_000, contractEnd: '2027-06-30', route: null, importedFrom: { line: 2 } },
  'POP-BCO': { kind: 'pop', links: ['FAO-00', 'FAO-16'], importedFrom: { file: 'points-de-presence.csv', line: 2 } },
  '127.98.1.0/28': { building: '798101', role: 'lan', importedFrom: { file: 'reseaux.csv', line: 2 } },
  '098001': { establishments: [{ sector: 'private', importedFrom: { file: 'etablissements-prives.csv', line: 2 } }] },
  'FAO-0001': { fleet: [{ serial: 'SG10FAO101', file: 'parc.csv', line: 2, holder: null }] },
}

onEachDatabase('show tells where each value comes from, in text and as a record', async (t, database) => {
  const desk = await importDesk(t, database)
  await fill(
    desk,
    SAMPLES.map(([kind, file]) => [kind, file]),
  )
  for (const [thing, record] of Object.entries(SHOWN)) {
    const [fr, en] = await desk.ask(async (session) => [
      await showThing({ ...session, m: messagesFor('fr') }, thing),
      await showThing(session, thing),
    ])
    t.match(en?.record, record, thing)
    t.match(en?.text.join('\n'), /, lines? \d/, `${thing}, in English`)
    t.match(fr?.text.join('\n'), /, lignes? \d/, `${thing}, in French`)
  }
  const text = await desk.ask(async (session) => (await showThing(session, '798004'))?.text.join('\n'))
  t.match(text, /^ {2}Enrolment: effectif\.csv, lines 5, 16 \(import 5, 2026-1[01]-\d\d\)$/m)
})

onEachDatabase(
  'a link tells its burst, its route and who says so; an establishment in another’s building both',
  async (t, database) => {
    const desk = await importDesk(t, database)
    const { take, ask } = desk
    await take('buildings', 'code,name,lon,lat\n911101,A,-68.2,49.2\n911102,B,-68.3,49.2\n')
    const route = '{"type":"LineString","coordinates":[[-68.2,49.2],[-68.25,49.25],[-68.3,49.2]]}'
    await take(
      'wan-links',
      `id,a,b,status,capacity_mbps,burst_down_mbps,source,geometry\nL1,911101,911102,operational,100,250,Liste du RISQ,"${route.replaceAll('"', '""')}"\n`,
    )
    t.match(await listed(desk, 'wan-links'), [
      { burstDownBps: 250e6, burstUpBps: null, source: 'Liste du RISQ', line: 2 },
    ])
    const shown = await ask((session) => showThing(session, 'L1'))
    t.match(shown?.record, { source: 'Liste du RISQ', route: { type: 'LineString' }, importedFrom: { line: 2 } })
    for (const line of ['Burst: ↓ 250 Mbit/s, ↑ —', 'According to: Liste du RISQ', 'Route: 3 points'])
      t.ok(
        shown?.text.some((each) => each.replaceAll('\u00a0', ' ') === line),
        line,
      )

    await take('private', 'code,name,building,building_name,lon,lat\n099001,Collège A,911101,A,-68.2,49.2\n')
    t.match((await ask((session) => showThing(session, '099001')))?.record, {
      sector: 'private',
      buildings: [{ building: '911101', importedFrom: { file: 'private.csv', line: 2 } }],
    })
    t.match((await ask((session) => showThing(session, '911101')))?.record, {
      establishments: [{ code: '099001' }],
      gap: { pupils: null, incomplete: true, reasons: [{}, { code: 'outside-boards', about: ['099001'] }] },
    })
  },
)
