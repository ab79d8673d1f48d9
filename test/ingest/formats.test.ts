import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { messagesFor } from '../../src/i18n/translator.js'
import enrolment from '../../src/ingest/enrolment.js'
import { defineInput } from '../../src/ingest/reading/define-input.js'
import type { Encoding } from '../../src/model/encoding.js'
import type { ReadingOptions } from '../../src/ingest/reading/open.js'
import { readInput } from '../../src/ingest/reading/read.js'
import { findProjection } from '../../src/ingest/reading/projections.js'
import { textRows, workbookOf, zipOf } from './files.js'
import { placesOf, readAll, type WholeReading } from './read-all.js'

const texts = messagesFor('fr').ingest

/** Columns of any text, kept as they are: what is tested is the reading alone. */
const cells = defineInput({
  id: 'cells',
  columns: [
    { name: 'a', synonyms: [], required: true },
    { name: 'b', synonyms: [], required: true },
    { name: 'lon', synonyms: ['X_COORD'], required: false },
    { name: 'lat', synonyms: [], required: false },
    { name: 'geometry', synonyms: [], required: false },
  ],
  parse: (row): readonly string[] => [row.a, row.b, row.lon, row.lat, row.geometry],
  keyColumns: ['a', 'b'],
  keyOf: (row) => JSON.stringify(row),
})

type Rows = WholeReading<readonly string[]>

function reading(t: Test, content: string | Buffer, options: Partial<ReadingOptions> = {}): Promise<Rows> {
  const file = join(t.testdir({}), 'f')
  writeFileSync(file, content)
  return readAll(cells, file, 'fr', options)
}

/** `a|b` of each row, the rest left out; and problems and notices as text. */
const pairs = ({ rows }: Rows): string[] => rows.map(({ row: [a = '', b = ''] }) => `${a}|${b}`)
const refused = ({ problems }: Rows): string[] => placesOf(problems)
const said = ({ summary }: Rows): string[] => placesOf(summary.notices)

const FRENCH = 'a,b\nÉcole Saint-Élie,« Père Noël »\nL’Île-aux-Coudres,Çà et là\nGarçons,où êtes-vous\n'
const FRENCH_PAIRS = ['École Saint-Élie|« Père Noël »', 'L’Île-aux-Coudres|Çà et là', 'Garçons|où êtes-vous']

/** Why a test that needs a program is skipped, or false. */
function without(program: string): string | false {
  return spawnSync(program, ['--version']).error === undefined
    ? false
    : `apt-get install ${program === 'iconv' ? 'libc-bin' : 'gdal-bin'}`
}

/** As the system's iconv writes it: another program than the one under test. */
function encodedBy(name: string, text: string): Buffer {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', name], { input: text, maxBuffer: 2 ** 28 })
}

void t.test('a file is read in its encoding, which is said', { skip: without('iconv') }, async (t) => {
  for (const [encoding, name, mark, text] of [
    ['UTF-16LE', 'UTF-16 LE', '\ufeff', FRENCH],
    ['UTF-16LE', 'UTF-16 LE', '', FRENCH],
    ['UTF-16BE', 'UTF-16 BE', '\ufeff', FRENCH],
    ['UTF-16BE', 'UTF-16 BE', '', FRENCH],
    ['WINDOWS-1252', 'Windows-1252', '', FRENCH],
    ['MACINTOSH', 'MacRoman', '', FRENCH],
    // One letter is enough.
    ['WINDOWS-1252', 'Windows-1252', '', 'a,b\nx,é\n'],
    ['MACINTOSH', 'MacRoman', '', 'a,b\nx,é\n'],
    ['WINDOWS-1252', 'Windows-1252', '', 'a,b\nÉCOLE,THÉRÈSE\n'],
    ['MACINTOSH', 'MacRoman', '', 'a,b\nÉCOLE,THÉRÈSE\n'],
  ] as const) {
    const whole = await reading(t, encodedBy(encoding, mark + text))
    t.strictSame(refused(whole), [])
    t.strictSame(
      pairs(whole),
      text
        .split('\n')
        .slice(1, -1)
        .map((line) => line.replace(',', '|')),
      name,
    )
    t.strictSame(said(whole), [`1: ${texts.readAs(name)}`])
  }
  t.strictSame(said(await reading(t, `\ufeff${FRENCH}`)), [], 'UTF-8 is as usual')
  t.strictSame(pairs(await reading(t, `\ufeff${FRENCH}`)), FRENCH_PAIRS)
})

void t.test('an accent after megabytes of ASCII decides as well as one at the beginning', async (t) => {
  const far = `a,b\n${Array.from({ length: 150_000 }, (_, i) => `${i},bbbbbbb`).join('\n')}\n`
  t.ok(far.length > 2_000_000)
  for (const [encoding, byte, expected] of [
    ['windows-1252', 0xe9, 'x|é'],
    ['macroman', 0x8e, 'x|é'],
  ] as const) {
    const whole = await reading(t, Buffer.concat([Buffer.from(far), Buffer.from('x,'), Buffer.from([byte, 0x0a])]))
    t.equal(pairs(whole).at(-1), expected, encoding)
    t.strictSame(said(whole).length, 1)
  }
  const utf8 = await reading(t, `${far}x,é\n`)
  t.equal(pairs(utf8).at(-1), 'x|é')
  t.strictSame(said(utf8), [])
})

void t.test('--encoding wins over what is recognised, and a byte that it has no character for is told', async (t) => {
  const mac = Buffer.from([...Buffer.from('a,b\nx,'), 0x8e, 0x0a])
  const as = async (content: Buffer, encoding: Encoding): Promise<Rows> => reading(t, content, { encoding })
  t.strictSame(pairs(await as(mac, 'windows-1252')), ['x|Ž'])
  t.strictSame(said(await as(mac, 'windows-1252')), [], 'who asked knows')
  t.strictSame(pairs(await as(Buffer.from('a,b\nx,é\n'), 'latin1')), ['x|Ã©'])
  t.strictSame(refused(await as(mac, 'utf-8')), [`2: ${texts.notUtf8}`])
  const none = Buffer.from([...Buffer.from('a,b\n1,x\n2,'), 0x81, 0x0a])
  t.strictSame(refused(await as(none, 'windows-1252')), [`3: ${texts.notInEncoding('Windows-1252')}`])
  t.strictSame(pairs(await as(none, 'windows-1252')), ['1|x'])
  // Half a character at the end; half a surrogate pair in the middle. A pair over two chunks of a stream is whole.
  t.strictSame(refused(await reading(t, Buffer.from('\ufeffa,b\nx,yz', 'utf16le').subarray(0, -1))), [
    `2: ${texts.notInEncoding('UTF-16 LE')}`,
  ])
  t.strictSame(refused(await reading(t, Buffer.from('\ufeffa,b\n1,\ud83d\n', 'utf16le'))), [
    `2: ${texts.notInEncoding('UTF-16 LE')}`,
  ])
  for (const shift of [0, 1]) {
    const text = `a,b\n1,${'x'.repeat(32_759 + shift)}😀\n`
    for (const content of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le').swap16()])
      t.match(pairs(await reading(t, content)), [/x😀$/])
  }
})

void t.test('columns are separated by what the header has most of', async (t) => {
  for (const [delimiter, name] of [
    [';', ';'],
    ['\t', 'TAB'],
    ['|', '|'],
  ] as const) {
    const whole = await reading(t, ['a,b', '1,"x,y"', '2,z'].join('\n').replace(/,(?!y)/g, delimiter))
    t.strictSame(pairs(whole), ['1|x,y', '2|z'], name)
    t.strictSame(said(whole), [`1: ${texts.separatedBy(name)}`])
  }
  const quoted = await reading(t, 'a;b;"c, d, e, f"\n1;2;3\n')
  t.strictSame(pairs(quoted), ['1|2'], 'what is quoted separates nothing')
  const told = await reading(t, '\ufeffsep=|\r\na|b\r\n1|2\r\n')
  t.strictSame([pairs(told), told.rows[0]?.line], [['1|2'], 3], 'as Excel writes it')
})

void t.test('totals and blank lines at the end are left aside, a total among the rows is a row', async (t) => {
  const file = join(t.testdir({}), 'f')
  const head = 'school,school_year,sector,pupils\n911001,2018-2019,youth,10\n'
  const places = async (content: string): Promise<readonly [string[], string[], number]> => {
    writeFileSync(file, content)
    const { problems, summary } = await readAll(enrolment, file)
    return [placesOf(problems), placesOf(summary.notices), summary.records]
  }
  for (const word of ['Total', 'TOTAL GÉNÉRAL', 'Grand total :'])
    t.strictSame(await places(`${head}${word},,,10\n\n,,,\n`), [[], [`3: ${texts.totalRow}`], 1], word)
  t.strictSame(await places(`${head},,,\nTotal,,\n`), [[], [`4: ${texts.totalRow}`], 1], 'whatever its fields')
  const [problems] = await places(`${head}Total,,,10\n911002,2018-2019,youth,10\n`)
  t.match(problems, [/^3: school: /, /^3: school_year: /, /^3: sector: /])
  t.match((await places(`${head}Total,2018-2019,,10\n`))[0].length, 2, 'another key cell says something')
})

void t.test('titles above the header are left aside, which is said', async (t) => {
  const whole = await reading(t, 'Liste des écoles,\n"Au 30 septembre",\na,b\n1,2\n')
  t.strictSame(pairs(whole), ['1|2'])
  t.strictSame(said(whole), [`3: ${texts.headerBelow(2)}`])
  const none = await reading(t, `titre\na,c\n${'1,2\n'.repeat(50)}`)
  t.strictSame(refused(none), [`2: b: ${texts.missingColumn('b', '')}`], 'the line that has most of a header')
})

void t.test('gzip and zip are known by their bytes, and opened', async (t) => {
  const content = 'a;b\n1;é\n'
  const packed = gzipSync(content)
  const whole = await reading(t, packed)
  t.strictSame(pairs(whole), ['1|é'])
  t.equal(whole.summary.sha256, createHash('sha256').update(packed).digest('hex'), 'the hash is the file’s')
  t.strictSame(refused(await reading(t, packed.subarray(0, -9))), [`1: ${texts.packedBroken}`])
  t.strictSame(refused(await reading(t, gzipSync(packed))), [`1: ${texts.packedTwice}`])

  const one = zipOf([
    { name: 'lisez-moi.pdf', content: '%PDF' },
    { name: '__MACOSX/._données.csv', content: '' },
    { name: 'dossier/données.csv', content },
  ])
  const zipped = await reading(t, one)
  t.strictSame(pairs(zipped), ['1|é'])
  t.equal(zipped.summary.sha256, createHash('sha256').update(one).digest('hex'))
  const two = zipOf([
    { name: 'a.csv', content },
    { name: 'b.csv', content: 'a,b\n3,4\n' },
  ])
  t.strictSame(refused(await reading(t, two)), [`1: ${texts.entryAmbiguous('a.csv, b.csv')}`])
  t.strictSame(pairs(await reading(t, two, { sheet: 'b.csv' })), ['3|4'])
  t.strictSame(refused(await reading(t, two, { sheet: 'c' })), [`1: ${texts.entryUnknown('c', 'a.csv, b.csv')}`])
  t.strictSame(refused(await reading(t, zipOf([]))), [`1: ${texts.entryMissing}`])
  t.strictSame(refused(await reading(t, zipOf([{ name: 'a.csv', content, isEncrypted: true }]))), [
    `1: ${texts.packedSecret}`,
  ])
  const inside = workbookOf({
    Un: textRows([
      ['a', 'b'],
      ['5', '6'],
    ]),
  })
  t.strictSame(pairs(await reading(t, zipOf([{ name: 'x.xlsx', content: inside }]))), ['5|6'])
  t.strictSame(pairs(await reading(t, gzipSync(inside))), ['5|6'])
  t.strictSame(refused(await reading(t, Buffer.from('d0cf11e0a1b11ae1', 'hex'))), [`1: ${texts.formatUnknown}`])
})

void t.test('a workbook gives its first sheet, or the one named; cells are what they show', async (t) => {
  const sheet = `<sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c></row>
    <row r="3"><c r="B3" t="s"><v>2</v></c><c r="A3" t="s"><v>1</v></c></row>
    <row r="4"><c r="A4" s="2"><v>2001</v></c><c r="B4" s="1"><v>43373</v></c></row>
    <row r="5"><c r="A5"><v>0.1</v></c><c r="B5" t="b"><v>1</v></c></row>
    <row r="7"><c r="A7" t="str"><f>"=1"&amp;B2</f><v>=1+1</v></c><c r="B7"><f>SUM(A1:A2)</f><v>1.2E3</v></c><c r="D7"><v>9</v></c></row>
    <row r="8"><c r="A8" t="inlineStr"><is><r><t>deux</t></r><r><t xml:space="preserve"> mots</t></r><rPh><t>x</t></rPh></is></c></row>
    <row r="9"><c r="A9" t="e"><v>#N/A</v></c><c r="B9" s="1"><v>43373.34375</v></c></row>
    <row r="10"><c r="A10"><f>NOW()</f></c><c r="B10"><v>1</v></c></row>
  </sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A5:A9"/></mergeCells>`
  const strings = ['<t>Titre &amp; cie</t>', '<t>a</t>', '<r><t>b</t></r><rPh><t>z</t></rPh>']
  const book = workbookOf(
    {
      Données: sheet,
      Autre: textRows([
        ['a', 'b'],
        ['7', '8'],
      ]),
    },
    { strings },
  )
  const whole = await reading(t, book)
  t.strictSame(pairs(whole), ['002001|2018-09-30', '0.1|TRUE', '=1+1|1200', 'deux mots|', '#N/A|2018-09-30 08:15:00'])
  t.strictSame(
    whole.rows.map(({ line }) => line),
    [4, 5, 7, 8, 9],
  )
  t.strictSame(refused(whole), [`10: a: ${texts.formulaWithoutValue}`])
  t.strictSame(said(whole), [
    `1: ${texts.sheetRead('Données', 'Autre')}`,
    `3: ${texts.headerBelow(1)}`,
    `7: ${texts.cellsBeyond}`,
    `5: ${texts.merged('A5:A9')}`,
  ])
  t.strictSame(pairs(await reading(t, book, { sheet: 'autre' })), ['7|8'])
  t.strictSame(refused(await reading(t, book, { sheet: 'x' })), [`1: ${texts.sheetUnknown('x', 'Données, Autre')}`])
  const since1904 = workbookOf(
    {
      S: '<sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c s="1"><v>41911</v></c></row></sheetData>',
    },
    { properties: '<workbookPr date1904="1"/>' },
  )
  t.strictSame(pairs(await reading(t, since1904)), ['2018-09-30|'])
})

void t.test(
  'a workbook that GDAL writes gives the rows that GDAL was given',
  { skip: without('ogr2ogr') },
  async (t) => {
    const dir = t.testdir({ 'f.csv': 'a,b\n"École «1»",2018/09/30\n"x & y",2000/02/29\n' })
    execFileSync('ogr2ogr', ['-f', 'XLSX', join(dir, 'f.xlsx'), join(dir, 'f.csv'), '-oo', 'AUTODETECT_TYPE=YES'])
    const whole = await readAll(cells, join(dir, 'f.xlsx'))
    t.strictSame(pairs(whole), ['École «1»|2018-09-30', 'x & y|2000-02-29'])
  },
)

void t.test('a GeoJSON gives its features, with their place in columns', async (t) => {
  const text = `{"type": "FeatureCollection",
"features": [
  {"type": "Feature", "properties": {"a": 1, "b": "x}]", "X_COORD": 3}, "geometry": {"type": "Point", "coordinates": [-71.25, 46.8, 12]}},
  {"type": "Feature", "geometry": null, "properties": {"b": null, "a": true}},

  {"type": "Feature", "properties": {"a": [1], "b": "é", "geometry": 5},
   "geometry": {"type": "LineString", "coordinates": [[-71, 46], [-72, 47]]}}
]}`
  const whole = await reading(t, text)
  t.strictSame(refused(whole), [])
  t.strictSame(whole.rows, [
    { line: 3, row: ['1', 'x}]', '-71.25', '46.8', ''] },
    { line: 4, row: ['true', '', '', '', ''] },
    { line: 6, row: ['[1]', 'é', '', '', '{"type":"LineString","coordinates":[[-71,46],[-72,47]]}'] },
  ])
  t.strictSame(said(whole), [], 'what means the same as a place is not unknown')
  t.strictSame((await reading(t, gzipSync(text))).rows, whole.rows)
  t.strictSame((await reading(t, `\ufeff${text}`)).rows, whole.rows)
  const collection = await reading(
    t,
    '{"geometries":[{"type":"Point","coordinates":[-71,46]}],"type":"GeometryCollection"}',
  )
  t.match(refused(collection), [/^1: a: /, /^1: b: /], 'geometries alone have no properties')
  for (const [content, line, reason] of [
    ['{"type":"Topology","objects":{}}', 1, texts.notGeoJson],
    ['{"type":"FeatureCollection","features":[{},\n{"a":}]}', 2, texts.jsonBroken],
    ['{"type":"FeatureCollection","features":[{},\n\n', 3, texts.jsonBroken],
    ['{"type":"FeatureCollection","features":[{}]}\n}', 2, texts.jsonBroken],
    ['{"type":"FeatureCollection","features":[{},,{}]}', 1, texts.jsonBroken],
    [
      `{"type":"FeatureCollection","features":[\n{"properties":${'['.repeat(100)}${']'.repeat(100)}}]}`,
      2,
      texts.jsonBroken,
    ],
    [
      '{"type":"FeatureCollection",\n"crs":{"type":"name","properties":{"name":"EPSG:2949"}},"features":[]}',
      2,
      texts.crsUnknown('EPSG:2949'),
    ],
  ] as const)
    t.strictSame(refused(await reading(t, content)), [`${line}: ${reason}`], content.slice(0, 80))
})

void t.test('a GeoJSON that is too long to be kept is read twice, to the same records', async (t) => {
  const feature = (i: number): string =>
    `{"properties":{"a":${i},"b":"]}\\"{[${i}"},"geometry":{"type":"LineString",\n"coordinates":[[-71.5,46,${i}],[-72,47]]}}`
  const geojson = (features: number): string =>
    `{"type":"FeatureCollection","features":[${Array.from({ length: features }, (_, i) => feature(i)).join(',\n')}]}`
  const few = await reading(t, geojson(1000))
  const many = await reading(t, geojson(25_000))
  t.strictSame(refused(many), [])
  t.equal(many.rows.length, 25_000)
  t.strictSame(many.rows.slice(0, 1000), few.rows)
  const line = '{"type":"LineString","coordinates":[[-71.5,46],[-72,47]]}'
  t.strictSame(many.rows.at(-1), { line: 49_999, row: ['24999', ']}"{[24999', '', '', line] })
})

void t.test('planes of Québec and of the Web become degrees, as GDAL computes them', async (t) => {
  // gdaltransform -s_srs EPSG:4326 -t_srs EPSG:32198 (then 3857), GDAL 3.6.2.
  for (const [code, x, y, lon, lat] of [
    [32198, -571970.529906194, 2040051.56453095, -79.4, 62],
    [32198, -206325.812455672, 317060.100148198, -71.208333, 46.813889],
    [32198, -396122.432092087, 181374.149146303, -73.5673, 45.5017],
    [32198, 777664.432252535, 882282.70430752, -57.2, 51.4],
    [3857, -8838767.56898592, 8859142.8005657, -79.4, 62],
    [3857, -7926875.36979786, 5911748.75280291, -71.208333, 46.813889],
  ] as const) {
    const found = findProjection({ type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${code}` } })
    const [foundLon = 0, foundLat = 0] = found?.unproject(x, y) ?? []
    t.ok(Math.abs(foundLon - lon) < 1e-7 && Math.abs(foundLat - lat) < 1e-7, `${code}: ${foundLon}, ${foundLat}`)
  }
  const crs = (name: string): string => `"crs":{"type":"name","properties":{"name":"${name}"}}`
  const point =
    '{"properties":{"a":1,"b":2},"geometry":{"type":"Point","coordinates":[-206325.812455672,317060.100148198]}}'
  const lambert = await reading(t, `{"features":[${point}],"type":"FeatureCollection",${crs('EPSG:32198')}}`)
  t.strictSame(lambert.rows, [{ line: 1, row: ['1', '2', '-71.208333', '46.813889', ''] }])
  t.strictSame(said(lambert), [`1: ${texts.reprojected('EPSG:32198')}`])
  const degrees = await reading(
    t,
    `{"features":[${point}],"type":"FeatureCollection",${crs('urn:ogc:def:crs:OGC:1.3:CRS84')}}`,
  )
  t.strictSame(refused(degrees), [`1: ${texts.notDegrees}`])
})

void t.test(
  'the territories that GDAL puts into a plane come back where they were',
  { skip: without('ogr2ogr') },
  async (t) => {
    const ring = [
      [-71.5, 46.5],
      [-71, 46.5],
      [-71.2, 47.1],
      [-71.5, 46.5],
    ]
    const feature = {
      type: 'Feature',
      properties: { a: '1', b: '2' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
    const dir = t.testdir({ 'f.geojson': JSON.stringify({ type: 'FeatureCollection', features: [feature] }) })
    for (const code of ['EPSG:3857', 'EPSG:32198']) {
      const file = join(dir, `${code}.geojson`)
      execFileSync('ogr2ogr', [
        '-t_srs',
        code,
        '-lco',
        'RFC7946=NO',
        '-lco',
        'COORDINATE_PRECISION=4',
        file,
        join(dir, 'f.geojson'),
      ])
      t.match(readFileSync(file, 'utf8'), code.replace('EPSG:', 'EPSG::'))
      const { rows } = await readAll(cells, file)
      const shape = JSON.parse(rows[0]?.row[4] ?? '{}') as { coordinates: number[][][] }
      t.strictSame(
        shape.coordinates[0]?.map(([lon = 0, lat = 0]) => [Number(lon.toFixed(6)), Number(lat.toFixed(6))]),
        ring,
        code,
      )
    }
  },
)

void t.test('what would fill the memory or lead out of an archive is refused before it does', async (t) => {
  const heapBefore = process.memoryUsage().rss
  const bomb = texts.packedBomb(250, 4)
  // 256 MB a member, forty of them: 10 GB in 10 MB.
  const member = gzipSync(Buffer.alloc(2 ** 28, ' '), { level: 9 })
  const gzip = await reading(t, Buffer.concat([gzipSync('{'), ...Array.from({ length: 40 }, () => member)]))
  t.strictSame(refused(gzip), [`1: ${bomb}`])
  const lines = Buffer.alloc(80_000_000, 'a,b\n')
  t.strictSame(refused(await reading(t, zipOf([{ name: 'a.csv', content: lines }]))), [`1: ${bomb}`])
  // An archive that says it holds less: what it says is what is taken.
  const lie = await reading(t, zipOf([{ name: 'a.csv', content: lines, declared: 1000 }]))
  t.match(refused(lie), [texts.packedBroken])
  const cell = `<sheetData><row><c t="inlineStr"><is><t>${'a'.repeat(80_000_000)}</t></is></c></row></sheetData>`
  t.strictSame(refused(await reading(t, workbookOf({ F: cell }))), [`1: ${bomb}`])
  // What hardly shrinks is no bomb; the cell is too long all the same.
  const noise = `<sheetData><row><c t="inlineStr"><is><t>${randomBytes(5_000_000).toString('hex')}</t></is></c></row></sheetData>`
  t.strictSame(refused(await reading(t, workbookOf({ F: noise }))), [`1: ${texts.recordTooLong(1024)}`])
  const far = '<sheetData><row><c r="ZZZ1" t="str"><v>a</v></c></row></sheetData>'
  t.strictSame(refused(await reading(t, workbookOf({ F: far }))), [`1: ${texts.tooManyColumns(16_384)}`])
  const entities =
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>'
  t.strictSame(refused(await reading(t, workbookOf({ F: entities }))), [`1: ${texts.workbookBroken}`])
  const collection = (features: string): string => `{"type":"FeatureCollection","features":[${features}`
  t.strictSame(refused(await reading(t, collection(`{"properties":{"a":"${'a'.repeat(40_000_000)}"}}]}`))), [
    `1: ${texts.partTooLong(32)}`,
  ])
  t.strictSame(refused(await reading(t, collection('['.repeat(5_000_000)))), [`1: ${texts.jsonBroken}`])
  const names = Array.from({ length: 6000 }, (_, i) => `"k${i}":1`).join()
  t.strictSame(refused(await reading(t, collection(`{"properties":{${names}}}]}`))), [
    `1: ${texts.tooManyColumns(5000)}`,
  ])
  for (const name of ['../../x.csv', '/etc/x.csv', 'C:/x.csv'])
    t.strictSame(refused(await reading(t, zipOf([{ name, content: 'a,b\n' }]))), [`1: ${texts.packedPath(name)}`])
  const many = Array.from({ length: 5001 }, (_, i) => ({ name: `${i}`, content: '' }))
  t.strictSame(refused(await reading(t, zipOf(many))), [`1: ${texts.tooManyEntries(5000)}`])
  const columns = await reading(t, Array.from({ length: 1_000_000 }, (_, i) => `k${i}`).join())
  t.strictSame(refused(columns), [`1: ${texts.recordTooLong(1024)}`])
  const formulas = await reading(t, 'a,b\n=1+1,"=cmd|\' /C calc\'!A0"\n')
  t.strictSame(pairs(formulas), ["=1+1|=cmd|' /C calc'!A0"], 'a formula is text')
  t.ok(process.memoryUsage().rss - heapBefore < 1_000_000_000)
})

void t.test('the memory that a workbook takes does not follow its rows', async (t) => {
  // Rows that are refused leave no key behind: what is measured is the reading.
  const measure = async (rows: number): Promise<number> => {
    const sheet = Array.from({ length: rows }, (_, i) => `<row><c><v>${i}</v></c><c><v>1</v></c><c><v>2</v></c></row>`)
    const file = join(t.testdir({}), 'f')
    const head =
      '<row><c t="str"><v>school</v></c><c t="str"><v>school_year</v></c><c t="str"><v>sector</v></c><c t="str"><v>pupils</v></c></row>'
    writeFileSync(file, workbookOf({ F: `<sheetData>${head}${sheet.join('')}</sheetData>` }))
    let most = 0
    let count = 0
    for await (const { problems } of readInput(enrolment, file, messagesFor('fr')).batches) {
      most = Math.max(most, problems.length)
      count += problems.length
    }
    t.ok(count >= rows)
    return most
  }
  t.equal(await measure(20_000), await measure(2000), 'a batch is as long')
})
