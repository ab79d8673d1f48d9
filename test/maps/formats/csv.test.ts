import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import csv from '../../../maps/formats/csv.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import type { MapInput, OutputFile } from '../../../src/model/map-format.js'
import { twoSchools } from '../samples/two-schools.js'

type Row = Readonly<Record<string, string>>

async function rendered(input: MapInput, language: 'fr' | 'en' = 'fr'): Promise<ReadonlyMap<string, string>> {
  const files: readonly OutputFile[] = await csv.render(input, messagesFor(language))
  return new Map(files.map(({ name, content }) => [name, String(content)]))
}

const rowsOf = (text: string | undefined): Row[] => parse(text ?? '', { columns: true })

void t.test(
  'each layer is a table: decimal points, empty for unknown, and what has no place has no coordinates',
  async (t) => {
    const files = await rendered(twoSchools)
    t.strictSame(
      [...files.keys()],
      ['buildings.csv', 'schools.csv', 'wan-links.csv', 'territories.csv', 'pops.csv', 'dictionnaire.csv'],
    )
    const buildings = rowsOf(files.get('buildings.csv'))
    t.strictSame(
      buildings.map(({ building, lon, lat, pupils, municipality }) => [building, lon, lat, pupils, municipality]),
      [
        ['799001', '-68.2', '48.4', '76.5', ''],
        ['799002', '-68.123457', '48.5', '125.5', 'Anse-Grise'],
        ['799003', '', '', '', ''],
      ],
    )
    t.match(buildings[1], {
      schools: '799101 799102',
      path: 'L2 L1',
      reasons: 'share-estimated:799101',
      closing: 'L2:50000000:1000000000',
      estimated: 'true',
      incomplete: 'false',
    })
    t.match(rowsOf(files.get('wan-links.csv')), [
      { id: 'L1', lon_a: '-68.2', lat_a: '48.4', lon_b: '-68.3', lat_b: '48.45', monthly_cost_cents: '125000' },
      { id: 'L2', name: '', lon_a: '-68.123457' },
      { id: 'L3', lon_a: '' },
    ])
    t.strictSame(rowsOf(files.get('territories.csv')), [
      {
        board: '799000',
        name: 'Centre de services scolaire des Battures',
        language: 'Franco',
        pupils: '202',
        level: 'short',
        suppressed: 'false',
      },
    ])
  },
)

void t.test('a table tells what each column means, in both languages', async (t) => {
  for (const language of ['fr', 'en'] as const) {
    const files = await rendered(twoSchools, language)
    const described = rowsOf(files.get(language === 'fr' ? 'dictionnaire.csv' : 'dictionary.csv'))
    for (const [file, text] of [...files].slice(0, -1)) {
      t.strictSame(
        described.filter((row) => row['file'] === file).map((row) => row['column']),
        text.split('\n', 1).join().split(','),
        file,
      )
    }
    t.ok(described.every(({ description = '' }) => description.length > 2))
  }
})

void t.test('a name that a spreadsheet would take for a formula stays text', async (t) => {
  const pops = twoSchools.pops.map((pop) => ({ ...pop, name: '=HYPERLINK("http://x.example"),1' }))
  const [first] = rowsOf((await rendered({ ...twoSchools, pops })).get('pops.csv'))
  t.equal(first?.['name'], `'=HYPERLINK("http://x.example"),1`)
})

void t.test('a building in the Gulf of Guinea stops this map too', async (t) => {
  const buildings = twoSchools.buildings.map((building) => ({ ...building, coordinates: [0, 0] as const }))
  await t.rejects(async () => rendered({ ...twoSchools, buildings }), { message: /quebec: \[0, 0\]/ })
})

const noGdal = spawnSync('ogrinfo', ['--version']).error === undefined ? false : 'apt-get install gdal-bin'

void t.test('GDAL makes points of the columns lon and lat', { skip: noGdal }, async (t) => {
  const path = join(t.testdir(), 'pops.csv')
  writeFileSync(path, (await rendered(twoSchools)).get('pops.csv') ?? '')
  const options = ['-oo', 'X_POSSIBLE_NAMES=lon', '-oo', 'Y_POSSIBLE_NAMES=lat']
  const { stdout } = spawnSync('ogrinfo', ['-ro', '-al', ...options, path], { encoding: 'utf8' })
  t.match(stdout, /Geometry: Point/)
  t.match(stdout, /POINT \(-68\.3 48\.45\)/)
})
