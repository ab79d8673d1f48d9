import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import t from 'tap'
import { startLab } from '../../collectors/lab/lab.js'
import { loadConfig } from '../../src/app/config/load.js'
import { importFile } from '../../src/app/import.js'
import type { ImportKindId } from '../../src/app/import-facts.js'
import { readKnown } from '../../src/app/known.js'
import { LISTS } from '../../src/app/lists.js'
import { readRules } from '../../src/app/reference.js'
import { allocate } from '../../src/app/allocate.js'
import { findGaps } from '../../src/app/results.js'
import { findShortfalls } from '../../src/app/shortfalls.js'
import { withSession, type Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import type { View } from '../../src/store/overrides.js'
import { demoFor } from './board.js'
import { cartable, databaseFor, type Ran } from './run.js'

const m = messagesFor('fr')
const WHO = 'Zébulon Quidam'
const WHY = 'plaque lue derrière le gymnase'

type Row = Record<string, unknown>

/** Commands on one configuration, in one language. */
function commandsOf(config: string) {
  const run = (...args: readonly string[]): Promise<Ran> => cartable(['--config', config, ...args])
  const rows = async (...args: readonly string[]): Promise<Row[]> =>
    JSON.parse((await run(...args, '--json')).out) as Row[]
  const say = (...args: readonly string[]): Promise<Ran> => run('override', ...args, '--why', WHY, '--who', WHO)
  return { run, rows, say }
}

/** A session on a configuration, in this process. */
async function inSession<T>(config: string, work: (session: Session) => Promise<T>): Promise<T> {
  const env = await databaseFor(['--config', config], undefined)
  const loaded = await loadConfig(config, dirname(config), m.config, env)
  return withSession({ m, env, out: { notice: () => undefined }, config: async () => loaded }, 'write', work)
}

/** The rows of a list, as `--json` has them, without a process for each list. */
async function rowsOf(config: string, noun: string, view: View = 'kept'): Promise<Row[]> {
  return inSession(config, async (session) => {
    const rows: Row[] = []
    for await (const row of (await LISTS[noun]?.(session, view)) ?? []) rows.push({ ...row })
    return rows
  })
}

/** Everything that leaves the program, by what made it: lists, exports, reports, map. */
async function outputs(config: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const { run } = commandsOf(config)
  const found = new Map<string, string>()
  for (const command of [
    ['list', 'devices'],
    ['export', 'devices'],
    ['gaps'],
    ['gaps', '--format', 'csv'],
    ['allocate', '--envelope', '100000', '--format', 'csv'],
  ]) {
    found.set(command.join(' '), (await run(...command)).out)
  }
  await run('map', '--out', folder)
  for (const name of (await readdir(folder)).sort()) {
    const text = await readFile(join(folder, name), 'utf8')
    // The moment when a map is made stands in it.
    found.set(name, text.replace(/\d{4}-\d\d-\d\d \d\d\u00a0h\u00a0\d\d|"generatedAt":"[^"]*"/g, '—'))
  }
  for (const noun of Object.keys(LISTS)) {
    if (noun !== 'scans' && noun !== 'overrides') found.set(noun, JSON.stringify(await rowsOf(config, noun)))
  }
  return found
}

t.test('what a person says wins over what was read, everywhere, until it is removed', async (t) => {
  const { folder, config, port } = await demoFor(t)
  const { run, rows, say } = commandsOf(config)
  const before = await outputs(config, join(folder, 'before'))
  const device = async (address: string): Promise<Row | undefined> =>
    (await rowsOf(config, 'devices')).find(({ managementAddress }) => managementAddress === address)

  await t.test('a dry run writes nothing', async (t) => {
    const { code, out, err } = await say('device', '127.98.1.1', '--model', 'Boîte 9', '--dry-run')
    t.equal(code, 0, err)
    t.equal(out, 'appareil 127.98.1.1 (eiders-sw1), modèle\u00a0: 6200F 48G 4SFP+ JL726A → Boîte 9\n')
    t.match(err, /rien n'a été écrit/)
    t.strictSame(await rowsOf(config, 'overrides'), [])
  })

  await t.test(
    'a device, a building and a link are corrected, and a device, two buildings and a link ignored',
    async (t) => {
      const said: readonly (readonly string[])[] = [
        [
          'device',
          'SG10FAO101',
          '--model',
          'Boîte 9',
          '--kind',
          'router',
          '--building',
          '798102',
          '--name',
          'gymnase-1',
        ],
        ['device', '127.98.1.2', '--ignore'],
        ['building', '798102', '--name', 'Pavillon corrigé', '--lon', '-68.5', '--lat', '48.4'],
        ['building', '798105', '--ignore'],
        ['wan-link', 'FAO-01', '--name', 'Lien corrigé'],
      ]
      for (const args of said) {
        const { code, err } = await say(...args)
        t.equal(code, 0, `${args.join(' ')}: ${err}`)
      }
      const last = await say('building', '798109', '--ignore')
      t.match(last.err, /n'a pas d'autre immeuble n'est plus comptée .*\u00a0: 798009\n/)
      t.equal((await say('wan-link', 'FAO-03', '--ignore')).code, 0)
    },
  )

  await t.test('the list says what is read and what is said, who, when and why, in both languages', async (t) => {
    const listed = await rows('override', 'list')
    t.equal(listed.length, 11)
    t.match(listed[0], {
      noun: 'device',
      thing: '127.98.1.1',
      name: 'eiders-sw1',
      field: 'model',
      read: '6200F 48G 4SFP+ JL726A',
      value: 'Boîte 9',
      who: WHO,
      why: WHY,
      holds: true,
      until: null,
    })
    t.strictSame(await rows('list', 'overrides'), listed)
    const french = await run('corriger', 'lister')
    t.match(french.out, / 2  appareil 127\.98\.1\.1 \(eiders-sw1\), nature\u00a0: Commutateur → Routeur\n/)
    t.match(french.out, / {4}dit le \d{4}-\d\d-\d\d \d\d\u00a0h\u00a0\d\d par Zébulon Quidam\u00a0: plaque lue /)
    const english = await run('--lang', 'en', 'override', 'list')
    t.match(english.out, / 5 {2}device 127\.98\.1\.2 \(eiders-ap1\), ignored\n/)
    t.match(english.out, '798102 (Petites-Sternes), position (lon,lat): -68.3702,49.1357 → -68.5,48.4')
  })

  await t.test('lists show it with a mark and its legend, in 80 columns and in both languages', async (t) => {
    t.match(await device('127.98.1.1'), {
      sysName: 'gymnase-1',
      model: 'Boîte 9',
      kind: 'router',
      building: '798102',
      serialNumber: 'SG10FAO101',
      overridden: ['model', 'kind', 'building', 'sysName'],
    })
    t.strictSame((await device('127.98.1.3'))?.['overridden'], [])
    const { out } = await run('list', 'devices')
    t.match(out, /^127\.98\.1\.1 +gymnase-1 \* +Boîte 9 \* +Routeur \* +798102 \* +lu$/m)
    t.match(out, /\n\n\* dit par une personne; .*\n$/)
    for (const [lang, noun] of [
      ['fr', 'overrides'],
      ['en', 'overrides'],
      ['fr', 'devices'],
      ['en', 'wan-links'],
    ] as const) {
      const table = await run('--lang', lang, 'list', noun, '--all')
      t.ok(Math.max(...table.out.split('\n').map((line) => line.length)) <= 80, `${noun} ${lang}`)
    }
    const buildings = await run('list', 'buildings')
    t.match(buildings.out, /^798102 +Pavillon corrigé \* /m)
    const csv = (await run('list', 'buildings', '--format', 'csv')).out.split('\n')
    t.match(csv[0], /,overridden$/)
    t.match(
      csv.find((line) => line.startsWith('798102,')),
      /^798102,Pavillon corrigé,.*,-68\.5,48\.4,.*,name lon lat$/,
    )
    t.match(await rowsOf(config, 'wan-links'), [
      { id: 'FAO-00', overridden: [] },
      { name: 'Lien corrigé', overridden: ['name'] },
    ])
    const [port] = await rowsOf(config, 'interfaces')
    t.match(port, { managementAddress: '127.98.1.1', sysName: 'gymnase-1', overridden: ['sysName'] })
  })

  await t.test('what is ignored is left out, told on the error output, and shown with --all', async (t) => {
    const { out, err } = await run('list', 'devices')
    t.notMatch(out, '127.98.1.2 ')
    t.match(err, "Laissé de côté, parce qu'une personne l'a dit\u00a0: 1 appareil. ")
    t.equal((await rowsOf(config, 'interfaces')).filter((row) => row['managementAddress'] === '127.98.1.2').length, 0)
    const all = await run('--lang', 'en', 'list', 'devices', '--all')
    t.match(all.out, /^127\.98\.1\.2 × +eiders-ap1 /m)
    t.match(all.out, /\n× ignored: /)
    t.equal(all.err, '')
    t.notMatch((await run('export', 'devices')).out, '"managementAddress":"127.98.1.2"')
    t.match((await run('export', 'devices', '--all')).out, '"managementAddress":"127.98.1.2"')
    const gaps = await run('--lang', 'en', 'gaps')
    t.notMatch(gaps.out, /^79810[59] /m)
    t.match(gaps.err, /Left out, because a person said so: .*2 buildings.*1 school without any other building/)
    t.match(
      (await rowsOf(config, 'schools')).find(({ code }) => code === '798004'),
      { buildings: ['798104'] },
    )
    // Four more answered at 798101; one is ignored, one is said to be in 798102.
    const devices = new Map((await rowsOf(config, 'buildings')).map((row) => [row['code'], row['devices']]))
    t.equal(devices.get('798101'), 3)
    t.equal(devices.get('798102'), 4)
  })

  await t.test('the thing is found by the name that a person gives, and shown with who and why', async (t) => {
    for (const name of ['gymnase-1', 'eiders-sw1']) {
      const { out } = await run('montrer', name)
      t.match(out, 'Appareil\u00a0: gymnase-1 * 127.98.1.1\n', name)
      t.match(out, 'Nature\u00a0: Routeur *\n')
      t.match(out, /modèle\u00a0: 6200F 48G 4SFP\+ JL726A → Boîte 9 \(dit le .* par Zébulon Quidam\u00a0: plaque lue/)
    }
    const shown = JSON.parse((await run('show', '798102', '--json')).out) as Row
    t.match(shown, {
      name: 'Pavillon corrigé',
      overrides: [{ field: 'name', read: 'Petites-Sternes', who: WHO, why: WHY }],
    })
    for (const ignored of ['798105', '127.98.1.2', 'FAO-03', '798009']) {
      const { code, out } = await run('--lang', 'en', 'show', ignored)
      t.equal(code, 0, ignored)
      t.match(
        out,
        ignored === '798009' ? /Bout-du-Quai ×: [^]*\n× ignored: / : /Ignored: a person leaves it out/,
        ignored,
      )
    }
  })

  await t.test('exports, reports and maps say that a person said it, never who nor why', async (t) => {
    const after = await outputs(config, join(folder, 'after'))
    for (const [name, text] of after) {
      t.notOk(text.includes('Quidam'), `${name}: who`)
      t.notOk(text.includes('derrière le gymnase'), `${name}: why`)
    }
    const documents = (after.get('export devices') ?? '').trim().split('\n')
    const { evidence } = JSON.parse(documents[0] ?? '') as { evidence: Record<string, string> }
    for (const field of ['model', 'kind', 'building', 'sysName'])
      t.match(evidence[field], /^override: \d{4}-\d\d-\d\d$/)
    t.equal(evidence['serialNumber'], 'entPhysicalSerialNum.1')
    t.match(after.get('gaps'), /^798102 +Pavillon corr\S* \* /m)
    t.match(after.get('gaps --format csv'), /^798102,Pavillon corrigé,.*,name coordinates$/m)
    const map = JSON.parse(after.get('buildings.geojson') ?? '') as {
      features: { id: string; geometry: { coordinates: number[] }; properties: Row }[]
    }
    const building = (code: string) => map.features.find(({ id }) => id === code)
    t.strictSame(building('798102')?.geometry.coordinates, [-68.5, 48.4])
    t.match(building('798102')?.properties, { name: 'Pavillon corrigé', overridden: ['name', 'coordinates'] })
    t.equal(building('798109'), undefined)
    t.match(after.get('carte.html'), '["name","coordinates"]')
    t.notMatch(after.get('wan-links.geojson'), 'FAO-03')
  })

  await t.test('gaps, shortfalls and amounts are those of files that never named what is ignored', async (t) => {
    const other = join(folder, 'without')
    await mkdir(other)
    const without = join(other, 'cartable.yaml')
    const rules = shipped('data', 'samples', 'regles-combo.yaml')
    await writeFile(without, `board: { code: "798000" }\nequipment: { rules: ${rules} }\n`)
    const derived = async (session: Session): Promise<object> => {
      const known = await readKnown(session.store.db)
      const file = await readRules(undefined, session.config, session.config.folder, m)
      const { gaps } = await findGaps(session, known, {})
      return {
        gaps: gaps.map((gap) => ({ ...gap, name: '', overridden: [] })),
        shortfalls: (await findShortfalls(session, known, file.rules, undefined)).shortfalls,
        ...(await allocate(session, known, { rules: file, part: 'equipment', envelopeCents: 10_000_000 })),
      }
    }
    const samples: readonly (readonly [kind: ImportKindId, sample: string, gone: RegExp | null])[] = [
      ['boards', 'commissions.csv', null],
      ['schools', 'ecoles.csv', /,(798105|798109),/],
      ['enrolment', 'effectif.csv', /^798009,/],
      ['pops', 'points-de-presence.csv', null],
      // A link of an ignored building is still a link, but nobody is behind it.
      ['wan-links', 'liens.csv', /^FAO-0[359],/],
      ['equipment', 'equipement.csv', /^798009,/],
    ]
    const theirs = await inSession(without, async (session) => {
      for (const [kind, sample, gone] of samples) {
        const lines = (await readFile(shipped('data', 'samples', sample), 'utf8')).split('\n')
        const file = join(other, sample)
        await writeFile(file, lines.filter((line) => gone?.test(line) !== true).join('\n'))
        const { signal } = new AbortController()
        const asked = { kind, file, acceptPartial: false, dryRun: false, signal, progress: () => undefined }
        t.equal((await importFile(session, asked)).outcome, 'taken', kind)
      }
      return derived(session)
    })
    t.strictSame(await inSession(config, derived), theirs)
  })

  await t.test('once all is removed, every output is byte for byte what it was', async (t) => {
    const one = await run('corriger', 'retirer', 'device', 'gymnase-1', 'model', '--who', 'Autre Personne')
    t.equal(one.code, 0, one.err)
    t.match(await device('127.98.1.1'), { model: '6200F 48G 4SFP+ JL726A', sysName: 'gymnase-1' })
    t.equal((await run('override', 'remove', 'device', '127.98.1.1')).code, 0, 'all that is said of it')
    const rest = (await rowsOf(config, 'overrides')).map(({ override }) => String(override))
    t.equal((await run('override', 'remove', ...rest, '999')).code, 1, 'all or none')
    t.equal((await run('override', 'remove', ...rest)).code, 0)
    const after = await outputs(config, join(folder, 'removed'))
    t.strictSame([...after.keys()], [...before.keys()])
    for (const [name, text] of after) t.ok(text === before.get(name), name)
    t.strictSame(await rowsOf(config, 'overrides'), [])
    const removed = await rowsOf(config, 'overrides', 'all')
    t.equal(removed.length, 11)
    t.match(removed[0], { holds: false, removedBy: 'Autre Personne', value: 'Boîte 9', who: WHO })
    t.match((await run('override', 'list', '--all')).out, /; retiré le .* par Autre Personne\n/)
  })

  await t.test('a night later, after a scan and an import, it holds', async (t) => {
    await say('device', '127.98.1.1', '--model', 'Boîte 9', '--building', '798102')
    await say('device', '127.98.1.2', '--ignore')
    await say('building', '798102', '--name', 'Pavillon corrigé')
    const lab = await startLab({ port })
    t.teardown(() => lab.close())
    const { out } = await run('scan', '--targets', '127.98.1.1-127.98.1.5', '--no-ping', '--json')
    t.match(JSON.parse(out), { answered: 5, devicesNew: 0, devicesMissing: 0 })
    t.match(await device('127.98.1.1'), { model: 'Boîte 9', building: '798102', status: 'answered' })
    t.equal(await device('127.98.1.2'), undefined)
    const schools = join(folder, 'ecoles.csv')
    const text = await readFile(shipped('data', 'samples', 'ecoles.csv'), 'utf8')
    await writeFile(schools, text.replaceAll(',Petites-Sternes,', ',Sternes renommées,'))
    t.equal((await run('import', 'schools', schools)).code, 0)
    const buildings = await rowsOf(config, 'buildings')
    t.equal(buildings.find(({ code }) => code === '798102')?.['name'], 'Pavillon corrigé')
    const said = await rowsOf(config, 'overrides')
    t.match(said.at(-1), { read: 'Sternes renommées', value: 'Pavillon corrigé' })
    await run('override', 'remove', ...said.map(({ override }) => String(override)))
  })
})
