import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import t from 'tap'
import geojson from '../../../maps/formats/geojson.js'
import geojsonl from '../../../maps/formats/geojsonl.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { fuller } from '../samples/fuller.js'
import { inventedBoard } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'

const french = messagesFor('fr')
const merged = { ...fuller, drawing: { ...fuller.drawing, merged: true } }

async function rendered(input: MapInput): Promise<ReadonlyMap<string, string>> {
  const files = await geojsonl.render(input, french)
  return new Map(files.map(({ name, content }) => [name, String(content)]))
}

void t.test('each line is one feature of the GeoJSON of the same layer, in the same order', async (t) => {
  for (const input of [fuller, merged]) {
    const lines = await rendered(input)
    const collections = (await geojson.render(input, french)).filter(({ name }) => name.endsWith('.geojson'))
    t.equal(lines.size, collections.length + 1, 'and the dictionary')
    for (const { name, content } of collections) {
      const { features } = JSON.parse(String(content)) as FeatureCollection
      const text = lines.get(`${name}l`) ?? ''
      t.ok(text.endsWith('\n'), 'the last line is whole')
      t.strictSame(
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
        features,
      )
    }
  }
})

void t.test('an empty layer is an empty file; what is not valid is not written', async (t) => {
  t.equal((await rendered({ ...twoSchools, pops: [] })).get('pops.geojsonl'), '')
  const buildings = twoSchools.buildings.map((building) => ({ ...building, coordinates: [0, 0] as const }))
  await t.rejects(async () => rendered({ ...twoSchools, buildings }), { message: /^buildings, feature 799001: quebec/ })
})

const noGdal = spawnSync('ogrinfo', ['--version']).error === undefined ? false : 'apt-get install gdal-bin'

void t.test('GDAL reads the lines, and counts the same', { skip: noGdal }, async (t) => {
  for (const input of [inventedBoard(), merged]) {
    const folder = t.testdir()
    for (const [name, content] of await rendered(input)) {
      if (!name.endsWith('l')) continue
      const path = join(folder, name)
      writeFileSync(path, content)
      const { stdout, stderr } = spawnSync('ogrinfo', ['-ro', '-al', '-so', `GeoJSONSeq:${path}`], { encoding: 'utf8' })
      t.equal(stderr, '', name)
      t.match(stdout, `Feature Count: ${content.split('\n').length - 1}`, name)
    }
  }
})
