import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import t from 'tap'
import geojson from '../../../maps/formats/geojson.js'
import { columnsOf, fieldsOf } from '../../../maps/formats/dictionary/fields.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import { shipped } from '../../../src/lib/paths.js'
import type { MapInput, OutputFile } from '../../../src/model/map-format.js'
import { fuller } from '../samples/fuller.js'
import { inventedBoard, randomProvince } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'
import { sharedPath, skipWithout } from '../../shared.js'

const french = messagesFor('fr')

async function rendered(input: MapInput, messages = french): Promise<ReadonlyMap<string, string>> {
  const files: readonly OutputFile[] = await geojson.render(input, messages)
  return new Map(files.map(({ name, content }) => [name, String(content)]))
}

void t.test('the layers of two schools are, byte for byte, the ones worked out by hand', async (t) => {
  // Equipment by hand: 799001 holds 0.75 of 799101 (30 due, 10 there, 20 missing): 22.5, 7.5, 15. 799002 holds the rest
  // and all of 799102: 7.5 + 30 = 37.5 due, 2.5 + 31 there, 5 + 0 missing, and one creative lab.
  // The territory: 126.5 Mbit/s met of 202 is 0.63, short.
  const files = await rendered(twoSchools)
  t.strictSame(
    [...files.keys()],
    [
      'buildings.geojson',
      'schools.geojson',
      'wan-links.geojson',
      'territories.geojson',
      'pops.geojson',
      'dictionnaire.md',
    ],
  )
  for (const name of [...files.keys()].filter((file) => file.endsWith('.geojson'))) {
    const golden = readFileSync(shipped('test', 'fixtures', 'maps', 'two-schools', name), 'utf8')
    t.equal(files.get(name), golden, name)
  }
})

void t.test('rows in another order give the same bytes', async (t) => {
  const shuffled = {
    ...twoSchools,
    gaps: twoSchools.gaps.toReversed(),
    wanLinks: twoSchools.wanLinks.toReversed(),
    pops: twoSchools.pops.toReversed(),
    buildings: twoSchools.buildings.toReversed(),
    shortfalls: twoSchools.shortfalls.toReversed(),
    linkLoads: twoSchools.linkLoads.toReversed(),
  }
  t.strictSame([...(await rendered(shuffled))], [...(await rendered(twoSchools))])
})

void t.test(
  'the dictionary describes each property that is written, in the order written, in both languages',
  async (t) => {
    const files = await rendered(twoSchools)
    for (const messages of [french, messagesFor('en')]) {
      const fields = fieldsOf(columnsOf(twoSchools), messages)
      const layers = {
        'buildings.geojson': fields.buildings,
        'schools.geojson': fields.schools,
        'wan-links.geojson': fields.wanLinks,
        'territories.geojson': fields.territories,
        'pops.geojson': fields.pops,
      }
      const own = [...(await rendered(twoSchools, messages))].find(([name]) => name.endsWith('.md'))
      t.equal(own?.[0], messages.language === 'fr' ? 'dictionnaire.md' : 'dictionary.md')
      for (const [name, described] of Object.entries(layers)) {
        const collection = JSON.parse(files.get(name) ?? '') as FeatureCollection
        const names = described.map((field) => field.name)
        for (const { properties } of collection.features) t.strictSame(Object.keys(properties ?? {}), names, name)
        for (const { name: property, meaning } of described) {
          t.ok(own?.[1].includes(`| \`${property}\` |`), property)
          t.ok(meaning.length > 2, property)
        }
      }
    }
  },
)

const featuresOf = (files: ReadonlyMap<string, string>, name: string): Feature[] =>
  (JSON.parse(files.get(name) ?? '') as FeatureCollection).features
const only = (features: readonly Feature[], id: string): Feature => {
  const found = features.find((feature) => feature.id === id)
  if (found === undefined) throw new Error(`no feature ${id}`)
  return found
}

void t.test('a link follows the route of its file, and says so; on a map for everybody all go straight', async (t) => {
  const own = featuresOf(await rendered(fuller), 'wan-links.geojson')
  t.strictSame(only(own, 'L1').geometry, {
    type: 'MultiLineString',
    coordinates: [
      [
        [-68.2, 48.4],
        [-68.24, 48.433333],
      ],
      [
        [-68.25, 48.44],
        [-68.3, 48.45],
      ],
    ],
  })
  t.equal(only(own, 'L1').properties?.['route'], 'imported')
  t.equal(only(own, 'L2').properties?.['route'], 'straight')
  const open = featuresOf(
    await rendered({ ...fuller, drawing: { ...fuller.drawing, isPublic: true } }),
    'wan-links.geojson',
  )
  t.strictSame(only(open, 'L1').geometry, {
    type: 'LineString',
    coordinates: [
      [-68.2, 48.4],
      [-68.3, 48.45],
    ],
  })
  t.equal(only(open, 'L1').properties?.['route'], 'straight')
})

void t.test('a route that is no line is as if there were none', async (t) => {
  for (const route of ['', '{}', 'null', '{"type":"Point","coordinates":[-68,48]}', '[[-68,48],[-69,48]]']) {
    const wanLinks = twoSchools.wanLinks.map((link) => ({ ...link, route }))
    const features = featuresOf(await rendered({ ...twoSchools, wanLinks }), 'wan-links.geojson')
    t.equal(only(features, 'L1').properties?.['route'], 'straight', route)
  }
})

void t.test('measured use is told of the link, and of each building behind it', async (t) => {
  const files = await rendered(fuller)
  t.match(only(featuresOf(files, 'wan-links.geojson'), 'L1').properties, {
    measured_since: '2026-08-01',
    measured_until: '2026-11-22',
    measured_days: 110,
    p95_down_bps: 640_000_000,
    p95_up_bps: 120_000_000,
    use: 0.64,
    headroom_bps: 360_000_000,
    months_until_full: 14.3,
  })
  // L2 is measured by nobody: 799002 behind it shows that of L1, the rest of its path.
  for (const building of ['799001', '799002'])
    t.equal(only(featuresOf(files, 'buildings.geojson'), building).properties?.['measured_use'], 0.64)
})

void t.test('a scenario stands beside the present in every layer that has a level', async (t) => {
  const files = await rendered(fuller)
  t.match(only(featuresOf(files, 'buildings.geojson'), '799002').properties, {
    level: 'critical',
    scenario_level: 'ok',
    scenario_ratio: 1,
  })
  t.match(only(featuresOf(files, 'schools.geojson'), '799101').properties, {
    level: 'critical',
    ratio: 0.8496, // 0.75 × 1 + 0.25 × 50 ÷ 125.5
    scenario_level: 'ok',
    scenario_ratio: 1,
  })
  t.match(only(featuresOf(files, 'wan-links.geojson'), 'L2').properties, {
    scenario_load: 0.1255,
    scenario_level: 'ok',
  })
  t.match(files.get('dictionnaire.md'), 'Fibre au Phare \\| 2027')
  const without = await rendered(twoSchools)
  t.notMatch([...without.values()].join(), 'scenario_')
})

void t.test('a school is one point, at the building with most of its pupils that has a place', async (t) => {
  const places = (input: MapInput) =>
    rendered(input).then((files) =>
      featuresOf(files, 'schools.geojson').map(({ id, properties }) => [id, properties?.['main_building'] as string]),
    )
  t.strictSame(await places(twoSchools), [
    ['799101', '799001'],
    ['799102', '799002'],
  ])
  const buildings = twoSchools.buildings.map((each) => (each.code === '799001' ? { ...each, coordinates: null } : each))
  t.strictSame(await places({ ...twoSchools, buildings }), [
    ['799101', '799002'],
    ['799102', '799002'],
  ])
  t.strictSame(await places({ ...twoSchools, buildings: [] }), [])
})

void t.test('merged, all layers are in one collection, each feature with its own, and ids stay apart', async (t) => {
  const merged = { ...fuller, drawing: { ...fuller.drawing, merged: true } }
  const files = await rendered({ ...merged, pops: merged.pops.map((pop) => ({ ...pop, id: '799001' })) })
  t.strictSame([...files.keys()], ['carte.geojson', 'dictionnaire.md'])
  const features = featuresOf(files, 'carte.geojson')
  t.strictSame(
    features.map(({ id, properties }) => [id, properties?.['layer'] as string]),
    [
      ['buildings/799001', 'buildings'],
      ['buildings/799002', 'buildings'],
      ['schools/799101', 'schools'],
      ['schools/799102', 'schools'],
      ['wan_links/L1', 'wan_links'],
      ['wan_links/L2', 'wan_links'],
      ['territories/799000', 'territories'],
      ['pops/799001', 'pops'],
    ],
  )
  t.strictSame([...(await rendered(merged, messagesFor('en'))).keys()], ['map.geojson', 'dictionary.md'])
})

void t.test('the dictionary lists what has no place, and a hostile name cannot break its table', async (t) => {
  const [first] = twoSchools.pops
  if (first === undefined) throw new Error('the sample has POPs')
  const files = await rendered({
    ...twoSchools,
    pops: [{ ...first, id: 'X', name: '<b>|\n# x', coordinates: null }],
  })
  const dictionary = files.get('dictionnaire.md') ?? ''
  t.match(dictionary, '| buildings | 799003 | Annexe |')
  t.match(dictionary, '| pops | X | \\<b\\>\\| \\# x |')
})

void t.test(
  'without territories there is no file for them; without anything, the other layers are empty but there',
  async (t) => {
    const empty = { ...twoSchools, gaps: [], wanLinks: [], pops: [], territories: [] }
    const files = await rendered(empty)
    t.notOk(files.has('territories.geojson'))
    t.strictSame(JSON.parse(files.get('buildings.geojson') ?? ''), { type: 'FeatureCollection', features: [] })
  },
)

void t.test('a building in the Gulf of Guinea stops the map: nothing wrong reaches the disk', async (t) => {
  const buildings = twoSchools.buildings.map((building) => ({ ...building, coordinates: [0, 0] as const }))
  await t.rejects(async () => rendered({ ...twoSchools, buildings }), {
    message: /^buildings, feature 799001: quebec: \[0, 0\]/,
  })
})

const noGdal = spawnSync('ogrinfo', ['--version']).error === undefined ? false : 'apt-get install gdal-bin'

void t.test('GDAL opens each layer and counts the same features', { skip: noGdal }, async (t) => {
  const merged = { ...fuller, drawing: { ...fuller.drawing, merged: true } }
  const inputs = { merged, fuller, board: inventedBoard(), province: randomProvince(3607), two: twoSchools }
  for (const [name, input] of Object.entries(inputs)) {
    const folder = t.testdir()
    for (const [file, content] of await rendered(input)) {
      if (!file.endsWith('.geojson')) continue
      const path = join(folder, file)
      writeFileSync(path, content)
      const { stdout, stderr } = spawnSync('ogrinfo', ['-ro', '-al', '-so', path], { encoding: 'utf8' })
      t.equal(stderr, '', `${name} ${file}: no warning`)
      const { features } = JSON.parse(content) as FeatureCollection
      t.match(stdout, `Feature Count: ${features.length}`, `${name} ${file}`)
    }
  }
})

const folder = sharedPath('real', 'territories')
const noTerritories = skipWithout(folder)

void t.test(
  "the ministry's own territories become valid areas, close to the originals",
  { skip: noTerritories },
  async (t) => {
    const territories = readdirSync(folder).map((file) => {
      const collection = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FeatureCollection<
        Polygon | MultiPolygon
      >
      const [feature] = collection.features
      if (feature === undefined) throw new Error(`${file} has no feature`)
      return { board: file.slice(0, 6), name: file, language: null, geometry: feature.geometry }
    })
    const files = await rendered({ ...twoSchools, territories })
    const { features } = JSON.parse(files.get('territories.geojson') ?? '') as FeatureCollection<Polygon | MultiPolygon>
    t.equal(features.length, territories.length)
    const positions = (geometry: Polygon | MultiPolygon): number =>
      geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2).length
    for (const [i, { board, geometry }] of territories.entries()) {
      const drawn = features[i]?.geometry ?? geometry
      t.ok(positions(drawn) > 0.95 * positions(geometry), `${board}: repeats and slips at most`)
    }
  },
)
