import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import gpkg from '../../../maps/formats/gpkg.js'
import { PAINTS } from '../../../maps/palette.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import { shipped } from '../../../src/lib/paths.js'
import { openSqlite } from '../../../src/lib/sqlite.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { fuller } from '../samples/fuller.js'
import { inventedBoard, randomProvince } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'
import { elementsOf, parsedXml } from '../well-formed.js'

const french = messagesFor('fr')

async function fileOf(t: Test, input: MapInput): Promise<string> {
  const [file] = await gpkg.render(input, french)
  if (file === undefined) throw new Error('no file')
  t.equal(file.name, 'carte.gpkg')
  const path = join(t.testdir(), file.name)
  writeFileSync(path, file.content)
  return path
}

async function rowsOf(path: string, sql: string): Promise<Record<string, unknown>[]> {
  const database = await openSqlite(path, 'look')
  try {
    return await database.all(sql, [])
  } finally {
    await database.close()
  }
}

void t.test(
  'rows hold what the scene says: whole numbers, booleans, dates, lists as JSON, null where unknown',
  async (t) => {
    const path = await fileOf(t, fuller)
    const [building] = await rowsOf(path, `SELECT * FROM buildings WHERE building = '799002'`)
    t.match(building, {
      fid: 2,
      building: '799002',
      pupils: 125.5,
      share_down_bps: 50_000_000,
      demand_up_bps: null,
      single_point_of_failure: 1,
      schools: '["799101","799102"]',
      closing: '[{"link":"L2","from_bps":50000000,"to_bps":1000000000}]',
      scenario_level: 'ok',
      shortfall_laboratoire_creatif: 1,
    })
    const types = await rowsOf(path, `SELECT name, type FROM pragma_table_info('wan_links')`)
    t.strictSame(
      types.filter(({ name }) => /^(fid|geom|id|capacity_down_bps|load|contract_end|overridden)$/.test(String(name))),
      [
        { name: 'fid', type: 'INTEGER' },
        { name: 'geom', type: 'MULTILINESTRING' },
        { name: 'id', type: 'TEXT' },
        { name: 'capacity_down_bps', type: 'INTEGER' },
        { name: 'contract_end', type: 'DATE' },
        { name: 'load', type: 'REAL' },
        { name: 'overridden', type: 'TEXT' },
      ],
    )
    const undescribed = await rowsOf(
      path,
      `SELECT c.table_name, p.name FROM gpkg_contents c, pragma_table_info(c.table_name) p
     WHERE c.data_type = 'features' AND p.name NOT IN ('fid', 'geom') AND NOT EXISTS
       (SELECT 1 FROM gpkg_data_columns d WHERE d.table_name = c.table_name AND d.column_name = p.name AND length(d.description) > 2)`,
    )
    t.strictSame(undescribed, [], 'every column is described')
  },
)

void t.test('a place is a GeoPackage header and WKB, as the standard’s own layout', async (t) => {
  const path = await fileOf(t, fuller)
  const [pop] = await rowsOf(path, 'SELECT hex(geom) AS hex FROM pops')
  // GP, version 0, flags 1 (little end first, no envelope), 4326 = E6100000; WKB: 01, type 1, −68.3 and 48.45.
  t.equal(pop?.['hex'], '4750' + '00' + '01' + 'E6100000' + '01' + '01000000' + '33333333331351C0' + '9A99999999394840')
})

void t.test('the spatial index holds each row, and finds what is in a box', async (t) => {
  const path = await fileOf(t, randomProvince(500))
  const [found] = await rowsOf(
    path,
    `SELECT COUNT(*) AS n FROM rtree_buildings_geom WHERE minx >= -73 AND maxx <= -71 AND miny >= 45 AND maxy <= 48`,
  )
  const inside = randomProvince(500).buildings.filter(({ coordinates }) => {
    const [lon, lat] = coordinates ?? [0, 0]
    return lon >= -73 && lon <= -71 && lat >= 45 && lat <= 48
  })
  t.ok(inside.length > 10)
  t.equal(found?.['n'], inside.length)
  t.strictSame(await rowsOf(path, `SELECT rtreecheck('rtree_buildings_geom') AS says`), [{ says: 'ok' }])
})

void t.test(
  'each layer carries its style for QGIS: well formed, a category a level, the colours of the page',
  async (t) => {
    const styles = await rowsOf(await fileOf(t, fuller), 'SELECT f_table_name AS id, styleQML AS qml FROM layer_styles')
    t.strictSame(
      styles.map(({ id }) => id),
      ['buildings', 'schools', 'wan_links', 'territories', 'pops'],
    )
    for (const { id, qml } of styles) {
      const root = parsedXml(String(qml))
      const categories = elementsOf(root, 'category')
      const symbols = new Set(elementsOf(root, 'symbol').map(({ attributes }) => attributes['name']))
      t.strictSame(
        categories.map(({ attributes }) => attributes['value']),
        id === 'pops' ? [] : ['critical', 'short', 'tight', 'ok', 'unlinked', 'unknown'],
      )
      for (const { attributes } of categories) t.ok(symbols.has(attributes['symbol']))
      if (id === 'buildings') t.match(String(qml), 'value="179,32,44,255"', '#b3202c')
    }
  },
)

void t.test('the colours are those of the page', (t) => {
  const css = readFileSync(shipped('maps', 'page', 'tokens.css'), 'utf8')
  const light = css.slice(0, css.indexOf('@media'))
  for (const [name, { fill, edge }] of Object.entries(PAINTS)) {
    t.match(light, `--${name}: ${fill};`)
    t.match(light, `--${name}-edge: ${edge};`)
  }
  t.end()
})

void t.test('source, licence and date are in the file, and every date is that of the input', async (t) => {
  const path = await fileOf(t, fuller)
  const [metadata] = await rowsOf(path, 'SELECT metadata FROM gpkg_metadata')
  const terms = parsedXml(String(metadata?.['metadata'])).children
  const text = new Map(terms.map(({ name, text }) => [name, text]))
  t.match(text.get('dcterms:source'), 'Données Québec')
  t.match(text.get('dcterms:rights'), 'CC BY 4.0')
  t.equal(text.get('dcterms:created'), '2026-11-23T19:05:00Z')
  const dates = await rowsOf(
    path,
    `SELECT last_change AS at FROM gpkg_contents UNION SELECT timestamp FROM gpkg_metadata_reference
     UNION SELECT update_time FROM layer_styles`,
  )
  t.strictSame(dates, [{ at: '2026-11-23T19:05:00.000Z' }])
})

void t.test('a hostile name is a value like another', async (t) => {
  const name = `x'); DROP TABLE buildings; --\u0000<`
  const gaps = twoSchools.gaps.map((gap) => ({ ...gap, name }))
  const category = 'a"b'
  const shortfalls = twoSchools.shortfalls.map((each) => ({ ...each, category }))
  const path = await fileOf(t, { ...twoSchools, gaps, shortfalls, profile: '<b>&' })
  t.match(await rowsOf(path, 'SELECT "target_a""b" AS target FROM buildings'), [{ target: 22.5 }, { target: 38.5 }])
})

const noGdal = spawnSync('ogrinfo', ['--version']).error === undefined ? false : 'apt-get install gdal-bin'

void t.test(
  'GDAL opens each layer without a word, and keeps the index right when it changes a row',
  { skip: noGdal },
  async (t) => {
    for (const [name, input] of Object.entries({ fuller, board: inventedBoard(), province: randomProvince(3607) })) {
      const path = await fileOf(t, input)
      const { stdout, stderr } = spawnSync('ogrinfo', ['-ro', '-al', '-so', path], { encoding: 'utf8' })
      t.equal(stderr, '', `${name}: no warning`)
      const located = new Set(input.buildings.filter(({ coordinates }) => coordinates !== null).map(({ code }) => code))
      const drawn = input.gaps.filter(({ building }) => located.has(building)).length
      t.match(
        stdout,
        new RegExp(`Layer name: buildings\n(?:Metadata:\n.*\n.*\n)?Geometry: Point\nFeature Count: ${drawn}\n`),
        name,
      )
      t.match(stdout, /schools: String\(JSON\)/)
    }
    const path = await fileOf(t, fuller)
    const sql = `UPDATE pops SET geom = (SELECT geom FROM buildings WHERE building = '799001')`
    t.equal(spawnSync('ogrinfo', [path, '-q', '-sql', sql], { encoding: 'utf8' }).stderr, '')
    const [box] = await rowsOf(path, 'SELECT round(minx, 3) AS lon, round(miny, 3) AS lat FROM rtree_pops_geom')
    t.strictSame(box, { lon: -68.2, lat: 48.4 })
  },
)

const validator = '/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py'
const noValidator = existsSync(validator) ? false : 'apt-get install python3-gdal'

void t.test('GDAL’s own validator finds nothing against the standard', { skip: noValidator }, async (t) => {
  for (const input of [fuller, inventedBoard(), { ...twoSchools, pops: [], wanLinks: [] }]) {
    const path = await fileOf(t, input)
    const ran = spawnSync('/usr/bin/python3', [validator, '-k', path], { encoding: 'utf8' })
    t.strictSame({ code: ran.status, out: ran.stdout.trim(), err: ran.stderr }, { code: 0, out: '', err: '' })
  }
})
