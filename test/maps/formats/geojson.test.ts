import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import t from 'tap'
import geojson from '../../../maps/formats/geojson.js'
import { fieldsOf } from '../../../maps/formats/geojson/fields.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import { shipped } from '../../../src/lib/paths.js'
import type { MapInput, OutputFile } from '../../../src/model/map-format.js'
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
    ['buildings.geojson', 'wan-links.geojson', 'territories.geojson', 'pops.geojson', 'dictionnaire.md'],
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
    const categories = ['flotte', 'laboratoire-creatif']
    for (const messages of [french, messagesFor('en')]) {
      const fields = fieldsOf(categories, messages)
      const layers = {
        'buildings.geojson': fields.buildings,
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
  const inputs = { board: inventedBoard(), province: randomProvince(3607), two: twoSchools }
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
