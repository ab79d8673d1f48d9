import fc from 'fast-check'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import t from 'tap'
import type { ImportKindId } from '../../src/app/import-facts.js'
import { importFolder, planFolder } from '../../src/app/imports/all.js'
import { UserError } from '../../src/model/errors.js'
import { listSources } from '../../src/store/sources.js'
import { onEachDatabase } from '../databases.js'
import { importDesk, SCHOOLS, type ImportDesk } from './desk.js'

const SCHOOL = ['911001', '911002'] as const
const BUILDING = ['911101', '911102', '911103'] as const

/** Files of each kind that speak of few things, so that two of them often speak of the same. */
const FILES: Readonly<Record<ImportKindId, fc.Arbitrary<string>>> = {
  boards: csv('code,name,municipality', ['911000', '912000'], (code) =>
    fc.tuple(fc.constant(code), fc.constantFrom('Un', 'Deux'), fc.constantFrom('', 'Matane')),
  ),
  schools: fc
    .tuple(
      fc.constantFrom('A', 'Z'),
      fc.subarray([...SCHOOL, '911003'], { minLength: 1 }),
      fc.subarray([...BUILDING], { minLength: 1 }),
    )
    .map(([name, schools, buildings]) => {
      const rows = schools.flatMap((school) =>
        buildings.map((building) => `${school},École ${name},${building},${name},1,1,0,0,0,911000,Essai ${name}`),
      )
      return `${SCHOOLS.split('\n')[0]}\n${rows.join('\n')}\n`
    }),
  private: csv('code,name,lon,lat', ['099001', '099002'], (code) =>
    fc.tuple(fc.constant(code), fc.constantFrom('Un', 'Deux'), fc.constant('-68.2'), fc.constant('49.2')),
  ),
  'higher-education': csv('code,name,lon,lat', ['999001', '999002'], (code) =>
    fc.tuple(fc.constant(code), fc.constantFrom('Un', 'Deux'), fc.constant('-68.2'), fc.constant('49.2')),
  ),
  buildings: csv('code,name,area_m2', BUILDING, (code) =>
    fc.tuple(fc.constant(code), fc.constantFrom('Pavillon', 'Annexe'), fc.constantFrom('', '100', '200')),
  ),
  territories: csv('board,name,language,geometry', ['911000'], (code) =>
    fc.tuple(
      fc.constant(code),
      fc.constantFrom('Un', 'Deux'),
      fc.constant('Franco'),
      fc.constantFrom(...[49, 50].map((lat) => polygon(lat))),
    ),
  ),
  deprivation: csv('school,school_year,level,imse,imse_decile', SCHOOL, (school) =>
    fc.tuple(
      fc.constant(school),
      fc.constant('2021-2022'),
      fc.constant('primaire'),
      fc.constantFrom('8.5', '12'),
      fc.constantFrom('', '7'),
    ),
  ),
  catalogue: csv('item,category,price', ['Robot', 'Portable'], (item) =>
    fc.tuple(fc.constant(item), fc.constant('robotique'), fc.constantFrom('10', '20.50')),
  ),
  shares: csv('school,building,share', ['911001,911101', '911001,911103', '911002,911103'], (key) =>
    fc.tuple(fc.constant(key), fc.constantFrom('0.5', '1')),
  ),
  enrolment: csv('school,school_year,sector,pupils', SCHOOL, (school) =>
    fc.tuple(fc.constant(school), fc.constant('2022-2023'), fc.constant('youth'), fc.constantFrom('10', '12')),
  ),
  pops: csv('id,name,kind', ['P1', 'P2', 'P3'], (id) =>
    fc.tuple(fc.constant(id), fc.constantFrom('x', 'y'), fc.constant('pop')),
  ),
  'wan-links': csv('id,a,b,status,capacity_down_mbps', ['L1', 'L2', 'L3'], (id) =>
    fc.tuple(
      fc.constant(id),
      fc.constantFrom('911101', '911102'),
      fc.constant('911103'),
      fc.constant('operational'),
      fc.constantFrom('', '100'),
    ),
  ),
  networks: csv('cidr,building', ['10.1.0.0/16', '10.2.0.0/16'], (cidr) =>
    fc.tuple(fc.constant(cidr), fc.constantFrom('', '911101', '911102')),
  ),
  equipment: csv(
    'school,category,item,quantity',
    ['911001,robotique,Robot', '911001,robotique,Drone', '911002,flotte,Portable'],
    (key) => fc.tuple(fc.constant(key), fc.constantFrom('1', '2')),
  ),
  spending: csv(
    'school,school_year,part,category,amount,reference',
    [
      '911001,2021-2022,equipment',
      '911001,2022-2023,equipment',
      '911001,2022-2023,training',
      '911002,2022-2023,training',
    ],
    (key) =>
      fc.tuple(fc.constant(key), fc.constantFrom('', 'flotte'), fc.constantFrom('10', '-2.50'), fc.constant('F')),
  ),
  fleet: csv('serial,model,school,last_contact', ['S1', 'S2', 'S3', 'S4'], (serial) =>
    fc.tuple(
      fc.constant(serial),
      fc.constantFrom('M', 'N'),
      fc.constantFrom('', ...SCHOOL),
      fc.constantFrom('', '2026-10-01', '2026-10-02'),
    ),
  ),
}

/** A CSV cell that holds a small square. */
function polygon(lat: number): string {
  const ring = [[-68, lat], [-67, lat], [-67, lat + 1], [-68, lat + 1], [-68, lat]] // prettier-ignore
  return `"${JSON.stringify({ type: 'Polygon', coordinates: [ring] }).replaceAll('"', '""')}"`
}

/** Rows of some of the keys. */
function csv(
  header: string,
  keys: readonly string[],
  row: (key: string) => fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<string> {
  return fc
    .subarray([...keys], { minLength: 1 })
    .chain((some) => fc.tuple(...some.map(row)))
    .map((rows) => `${header}\n${rows.map((cells) => cells.join(',')).join('\n')}\n`)
}

/** What a board's database holds before: schools, and what links of any file may end at. */
async function deskWithSchools(...[t, database]: Parameters<typeof importDesk>): Promise<ImportDesk> {
  const desk = await importDesk(t, database)
  await desk.take('schools', SCHOOLS)
  return desk
}

for (const kind of Object.keys(FILES) as ImportKindId[]) {
  onEachDatabase(`undoing ${kind} gives every cell of what was there before`, async (t, database) => {
    const { take, undo, facts } = await deskWithSchools(t, database)
    let undone = 0
    await fc.assert(
      fc.asyncProperty(FILES[kind], FILES[kind], FILES[kind], async (a, b, c) => {
        await take(kind, a)
        const before = await facts()
        const second = await take(kind, b)
        const between = await facts()
        const third = await take(kind, c)
        if (third.import !== null) await undo(third.import)
        t.strictSame(await facts(), between, `${kind} of ${c} undone`)
        if (second.import === null) return
        undone++
        // A table keeps what was replaced in place for its last import alone.
        if (kind === 'fleet' && third.refreshed > 0 && second.refreshed > 0)
          await t.rejects(undo(second.import), /no longer kept/)
        else {
          await undo(second.import)
          t.strictSame(await facts(), before, `${kind} of ${b} undone`)
        }
      }),
      // On a server each costs four times as much, and what differs there is one statement, not the cases.
      { numRuns: database.startsWith('postgres') ? 2 : 5, seed: 6 },
    )
    t.ok(undone > 0, `${undone} files were undone`)
  })
}

onEachDatabase(
  'an import on which a later one stands is not undone, and the later one is named',
  async (t, database) => {
    const { take, undo, facts, ask } = await importDesk(t, database)
    const schools = await take('schools', SCHOOLS)
    const first = await take('enrolment', 'school,school_year,sector,pupils\n911001,2022-2023,youth,10\n')
    const second = await take(
      'enrolment',
      'school,school_year,sector,pupils\n911001,2022-2023,youth,10\n911002,2022-2023,youth,20\n',
    )
    const other = await take('pops', 'id,name,kind\nP1,x,pop\n')
    const before = await facts()
    const refused = async (id: number | null, by: string): Promise<void> => {
      await t.rejects(undo(id), { message: new RegExp(`stands on what it brought|import ${by}`), name: UserError.name })
    }
    await t.rejects(undo(schools.import), { message: /import 3 \(enrolment, enrolment.csv\) stands on/ })
    t.match(await undo(first.import).catch((error: unknown) => error), { hint: /cartable import undo 3$/ })
    await refused(first.import, '3')
    t.strictSame(await facts(), before, 'nothing was written')
    await undo(second.import)
    await t.rejects(undo(schools.import), { message: /import 2 / }, 'an enrolment names its schools')
    await undo(first.import)
    await undo(schools.import)
    const left = await facts()
    t.strictSame(
      Object.keys(left).filter((table) => (left[table]?.length ?? 0) > 0),
      ['pop'],
      'what another kind of file brought stays',
    )
    await t.rejects(undo(second.import), { message: /Import 3 was undone on .* by Mireille/ })
    const list = await ask(({ store }) => listSources(store.db))
    t.match(list, [
      { import: other.import, kind: 'pops', rows: 1, added: 1, changed: 0, removed: 0, undoneAt: null },
      { import: 3, undoneBy: 'Mireille', undoneAt: /^2026-11-/ },
      { import: 2, undoneBy: 'Mireille' },
      { import: 1, undoneBy: 'Mireille', sha256: /^[0-9a-f]{64}$/ },
    ])
  },
)

onEachDatabase('a trial of an undo says what it would do and does nothing', async (t, database) => {
  const { take, undo, facts } = await deskWithSchools(t, database)
  await take('equipment', 'school,category,item,quantity\n911001,flotte,A,1\n911001,flotte,B,1\n')
  const { import: id } = await take(
    'equipment',
    'school,category,item,quantity\n911001,flotte,A,2\n911001,flotte,C,1\n',
  )
  const before = await facts()
  const { changes } = await undo(id, { dryRun: true })
  t.strictSame(await facts(), before)
  t.strictSame(
    changes.map(({ what, key, before, after }) => [what, key[2], before?.['quantity'], after?.['quantity']]),
    [
      ['changed', 'A', 2, 1],
      ['removed', 'C', 1, undefined],
      ['added', 'B', undefined, 1],
    ],
  )
})

onEachDatabase('a clock that was set back does not make two imports one', async (t, database) => {
  const { take, undo, facts, ask } = await deskWithSchools(t, database)
  const enrolment = (pupils: number): string => `school,school_year,sector,pupils\n911001,2022-2023,youth,${pupils}\n`
  await take('enrolment', enrolment(10))
  await ask(({ store }) =>
    store.db.updateTable('source').set({ imported_at: '2030-01-01T00:00:00.000Z' }).where('id', '=', 2).execute(),
  )
  await ask(({ store }) =>
    store.db
      .updateTable('enrolment')
      .set({ since: '2030-01-01T00:00:00.000Z', last_seen: '2030-01-01T00:00:00.000Z' })
      .execute(),
  )
  const before = await facts()
  const { import: id } = await take('enrolment', enrolment(12))
  t.match(await ask(({ store }) => listSources(store.db)), [{ importedAt: '2030-01-01T00:00:00.001Z' }, {}, {}])
  await undo(id)
  t.strictSame(await facts(), before)
})

onEachDatabase('a dry run tells each fact that would be added, changed or withdrawn', async (t, database) => {
  const { take, facts } = await deskWithSchools(t, database)
  await take('equipment', 'school,category,item,quantity\n911001,flotte,A,1\n911001,flotte,B,1\n')
  const before = await facts()
  const seen: unknown[] = []
  const result = await take('equipment', 'school,category,item,quantity\n911001,flotte,A,2\n911001,flotte,C,1\n', {
    dryRun: true,
    watch: (change) =>
      change &&
      seen.push([change.what, change.key[2], change.before?.['quantity'], change.after?.['quantity'], change.line]),
  })
  t.match(result, { outcome: 'dry-run', import: null, added: 1, changed: 1, removed: 1 })
  t.strictSame(seen, [
    ['changed', 'A', 1, 2, 2],
    ['added', 'C', undefined, 1, 3],
    ['removed', 'B', 1, undefined, null],
  ])
  t.strictSame(await facts(), before)
})

onEachDatabase(
  'zeros lost at the start of a code are restored where a known code answers, and there alone',
  async (t, database) => {
    const { take, ask } = await importDesk(t, database)
    await take('schools', SCHOOLS.replaceAll('911001', '001500').replaceAll('911101', '025500'))
    const head = 'school,school_year,sector,pupils\n'
    const taken = await take('enrolment', `${head}911002,2022-2023,youth,10\n1500,2022-2023,youth,20\n`)
    t.match(taken, {
      outcome: 'taken',
      problems: [],
      notices: [{ line: 3, column: 'school', message: /"1500" .* 001500/ }],
    })
    const schools = await ask(({ store }) =>
      store.db.selectFrom('enrolment').select('school').orderBy('school').execute(),
    )
    t.strictSame(schools, [{ school: '001500' }, { school: '911002' }])
    // 25500 is a building's code, 1600 nobody's.
    const refused = await take('enrolment', `${head}25500,2022-2023,youth,10\n1600,2022-2023,youth,20\n`)
    t.match(refused, {
      outcome: 'refused',
      problems: [
        { line: 2, value: '25500' },
        { line: 3, value: '1600' },
      ],
    })
    const links = await take('wan-links', 'id,a,b,status\nL1,25500,911103,operational\n')
    t.match(links, { outcome: 'taken', notices: [{ line: 2, column: 'a' }] })
  },
)

onEachDatabase('what is doubtful against what is known is told by line, and taken', async (t, database) => {
  const { take } = await importDesk(t, database)
  const head = 'school,school_year,sector,pupils\n'
  await take('schools', SCHOOLS)
  const places = async (kind: ImportKindId, text: string): Promise<string[]> => {
    const { outcome, notices } = await take(kind, text)
    t.equal(outcome, 'taken', kind)
    return notices.map(({ line, column, message }) => `${line}: ${column}: ${message.split(':')[0]}`)
  }
  await places('enrolment', `${head}911001,2021-2022,youth,20\n911002,2021-2022,youth,300\n911002,2021-2022,adult,19\n`)
  const next = `${head}911001,2022-2023,youth,200\n911002,2022-2023,youth,30\n911002,2022-2023,adult,300\n`
  t.strictSame(await places('enrolment', next), [
    '2: pupils: 200 pupils, where there were 20 the year before',
    '3: pupils: 30 pupils, where there were 300 the year before',
  ])
  t.strictSame(
    await places('enrolment', `${head}911001,2023-2024,youth,1999\n911002,2023-2024,youth,299\n`),
    [],
    'below ten times, nothing is said',
  )
  const links =
    'id,a,b,status,capacity_down_mbps\nL1,911101,911103,operational,1000000\nL2,911102,911103,operational,999999\n'
  t.match(await places('wan-links', links), [/^2: capacity_down_mbps: 1\sTbit/])
  t.strictSame(await places('boards', 'code,name\n912000,Autre\n'), [])
  const moved = SCHOOLS.replaceAll('911000,Essai', '912000,Autre')
  t.strictSame(await places('schools', moved), [
    '2: board: this school was of board 911000, and is now of 912000',
    '4: board: this school was of board 911000, and is now of 912000',
  ])
  t.strictSame(await places('shares', 'school,building,share\n911001,911101,0.5\n911001,911103,0.4\n'), [
    '3: share: the shares of school 911001 make 0.9 instead of 1',
  ])
  t.strictSame(await places('spending', 'school,school_year,amount\n911001,2022-2023,10\n911001,2022-2023,-2.5\n'), [
    '3: amount: amount below zero, taken as a credit note of $2.50',
  ])
})

onEachDatabase(
  'a ledger says all that a school spent of a part in a year, and nothing of others',
  async (t, database) => {
    const { take, facts } = await deskWithSchools(t, database)
    const head = 'school,school_year,part,amount\n'
    const now = async (): Promise<unknown[]> =>
      (await facts())['spending']?.flatMap((row) => {
        const { until, school, school_year, part, amount_cents } = row as Record<string, unknown>
        return until === null ? [[school, school_year, part, amount_cents].map(String).join(' ')] : []
      }) ?? []
    await take(
      'spending',
      `${head}911001,2021-2022,,1\n911001,2022-2023,,2\n911001,2022-2023,training,3\n911002,2022-2023,,4\n`,
    )
    const second = await take('spending', `${head}911001,2022-2023,,2\n911001,2022-2023,,5\n`)
    t.match(second, { outcome: 'taken', added: 1, removed: 0, unchanged: 1 })
    t.match(await take('spending', `${head}911001,2022-2023,,6\n`), { added: 1, removed: 2 })
    t.strictSame((await now()).sort(), [
      '911001 2021-2022 equipment 100',
      '911001 2022-2023 equipment 600',
      '911001 2022-2023 training 300',
      '911002 2022-2023 equipment 400',
    ])
    t.match(await take('spending', `${head}911009,2022-2023,,6\n`), {
      outcome: 'refused',
      problems: [{ line: 2, column: 'school', value: '911009' }],
    })
  },
)

onEachDatabase('a building that is told far from where it was is doubtful', async (t, database) => {
  const { take } = await importDesk(t, database)
  const at = (lat: string): string => {
    const [head = '', first = ''] = SCHOOLS.split('\n')
    return `${head},lon,lat\n${first},-68.2,${lat}\n`
  }
  await take('schools', at('49.10'))
  // A tenth of a degree of latitude is 11 km.
  t.match(await take('schools', at('49.20')), { outcome: 'taken', notices: [] })
  t.match(await take('schools', at('49.50')), { outcome: 'taken', notices: [{ line: 2, message: /33 km/ }] })
})

onEachDatabase('a folder is taken in whole, in the order that its files need', async (t, database) => {
  const { ask, folder, facts } = await importDesk(t, database)
  const files = {
    'a.csv': 'serial,model,school\nS1,M,911001\n',
    'b.csv': 'school,school_year,sector,pupils\n911001,2022-2023,youth,10\n',
    'c.csv': SCHOOLS,
    'd.csv': 'fruit,colour\npear,green\n',
    'e.csv': 'school,pupils,sector\n911001,10,youth\n',
    'notes.md': 'nothing',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const options = { acceptPartial: false, signal: new AbortController().signal, progress: () => undefined }
  const plan = await ask((session) => planFolder(session, folder))
  t.strictSame(
    plan.map(({ file, kind }) => [basename(file), kind]),
    [
      ['c.csv', 'schools'],
      ['b.csv', 'enrolment'],
      ['a.csv', 'fleet'],
      ['d.csv', null],
      ['e.csv', null],
    ],
  )
  t.match(plan[4], { why: 'of no kind; enrolment would need school_year' })
  const tried = await ask((session) => importFolder(session, plan, { ...options, dryRun: true }))
  t.strictSame(
    tried.results.map(({ kind, outcome, added }) => [kind, outcome, added]),
    [
      ['schools', 'dry-run', 10],
      ['enrolment', 'dry-run', 1],
      ['fleet', 'dry-run', 1],
    ],
  )
  t.ok(
    Object.values(await facts()).every((rows) => rows.length === 0),
    'a trial leaves nothing',
  )
  await writeFile(join(folder, 'b.csv'), `${files['b.csv']}911009,2022-2023,youth,10\n`)
  const taken = await ask((session) => importFolder(session, plan, { ...options, dryRun: false }))
  t.strictSame(
    taken.results.map(({ kind, outcome }) => [kind, outcome]),
    [
      ['schools', 'taken'],
      ['enrolment', 'refused'],
    ],
    'the fleet is not begun',
  )
  t.equal((await facts())['school']?.length, 2)
  const again = await ask((session) => importFolder(session, plan, { ...options, dryRun: true }))
  t.match(again.results, [{ outcome: 'unchanged' }, { outcome: 'refused' }])
  const partial = await ask((session) => importFolder(session, plan, { ...options, acceptPartial: true, dryRun: true }))
  t.match(partial.results, [{ outcome: 'unchanged' }, { outcome: 'dry-run', refusedRows: 1 }, { outcome: 'dry-run' }])
  const good = await ask((session) => importFolder(session, plan, { ...options, acceptPartial: true, dryRun: false }))
  t.match(good.results, [{}, { outcome: 'partly-taken', problems: [{ line: 3 }] }, { outcome: 'taken' }])
})

t.test('what headers do not tell apart is settled by the rows, then by the file’s name, or left', async (t) => {
  const { ask, folder } = await importDesk(t, './a.db')
  const files = {
    'a.csv': 'code,name,type\n099001,Collège X,Établissement privé\n',
    'b.csv': 'code,name,type\n099001,Collège Y,\n099002,Collège Z,Collège privé subventionné\n',
    'c.csv': 'code,name,type\n099001,X,École privée\n099002,Z,Cégep\n',
    'ecoles-privées.csv': 'code,name,type\n099001,X,\n',
    'ES_Universitaire.csv': 'code,name,type\n099001,X,\n',
    'noms.csv': 'code,name\n911101,X\n',
    'Liste des immeubles.csv': 'code,name\n911101,X\n',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const plan = await ask((session) => planFolder(session, folder))
  t.strictSame(Object.fromEntries(plan.map(({ file, kind, why }) => [basename(file), [kind, why]])), {
    'a.csv': ['private', 'type says "Établissement privé"'],
    'b.csv': ['higher-education', 'type says "Collège privé subventionné"'],
    'c.csv': [null, 'may be of several kinds (higher-education, pops, private): import it by itself'],
    'ecoles-privées.csv': ['private', 'its name says so'],
    'ES_Universitaire.csv': ['higher-education', 'its name says so'],
    'noms.csv': [null, 'may be of several kinds (boards, buildings, higher-education, private): import it by itself'],
    'Liste des immeubles.csv': ['buildings', 'its name says so'],
  })
})
