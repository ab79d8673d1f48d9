import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import png from '../../maps/formats/png.js'
import svg from '../../maps/formats/svg.js'
import { FONT, textWidth, wrapped } from '../../maps/picture/font.js'
import { boxOf, placedLabels, type Wanted } from '../../maps/picture/labels.js'
import { quebecLambert } from '../../maps/picture/lambert.js'
import { FRAME, isInFrame, viewOf } from '../../maps/picture/sheet.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { MapInput } from '../../src/model/map-format.js'
import { fuller } from './samples/fuller.js'
import { inventedBoard, randomProvince } from './samples/invented.js'
import { twoSchools } from './samples/two-schools.js'
import { elementsOf, parsedXml, type Element } from './well-formed.js'

async function textOf(input: MapInput, language: 'fr' | 'en' = 'fr'): Promise<string> {
  const [file] = await svg.render(input, messagesFor(language))
  return String(file?.content)
}
const wordsOf = (root: Element): string[] => elementsOf(root, 'text').map(({ text }) => text)

const noGdal = spawnSync('gdaltransform', ['--version']).error === undefined ? false : 'apt-get install gdal-bin'

void t.test('the projection is that of PROJ for EPSG:32198, to the centimetre', { skip: noGdal }, (t) => {
  const places = [
    [-68.5, 44],
    [-71.2, 46.8],
    [-79.5, 51.5],
    [-57.1, 51.4],
    [-77.2, 62.4],
  ]
  const args = [
    '-s_srs',
    'EPSG:4269',
    '-t_srs',
    'EPSG:32198',
    '--config',
    'OSR_DEFAULT_AXIS_MAPPING_STRATEGY',
    'TRADITIONAL_GIS_ORDER',
  ]
  const input = places.map((place) => place.join(' ')).join('\n')
  const { stdout } = spawnSync('gdaltransform', args, { encoding: 'utf8', input })
  const lines = stdout.trim().split('\n')
  t.equal(lines.length, places.length)
  for (const [i, place] of places.entries()) {
    const [x = NaN, y = NaN] = (lines[i] ?? '').split(' ').map(Number)
    const [east, north] = quebecLambert(place)
    t.ok(Math.hypot(east - x, north - y) < 0.01, `${String(place)}: ${east} ${north} against ${x} ${y}`)
  }
  t.end()
})

void t.test('widths are those of the font: 1296 and 1354 of 2048 for an A', (t) => {
  t.equal(textWidth('A', 2048), 1296)
  t.equal(textWidth('AA', 2048, 600), 2 * 1354)
  t.ok(textWidth('É', 10) === textWidth('E', 10), 'an accent adds nothing')
  t.strictSame(wrapped('un deux trois', 10, textWidth('un deux', 10)), ['un deux', 'trois'])
  t.strictSame(wrapped('anticonstitutionnellement', 10, 20), ['anticonstitutionnellement'])
  t.end()
})

void t.test('names never cover each other nor leave the frame, whatever their places', (t) => {
  const wanted = fc.record({
    words: fc.string({ minLength: 1, maxLength: 20 }),
    at: fc.tuple(fc.double({ min: 0, max: 1188, noNaN: true }), fc.double({ min: 0, max: 840, noNaN: true })),
    size: fc.constantFrom(10, 12, 14),
    weight: fc.constantFrom(400 as const, 600 as const),
    fill: fc.constant('#000000'),
    beside: fc.constantFrom(0, 3, 8),
  })
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 60 }), (all: Wanted[]) => {
      const boxes = placedLabels(all, []).map(({ start, words, size, weight }) =>
        boxOf(start, textWidth(words, size, weight), size),
      )
      return boxes.every(
        (a, i) =>
          a.left >= FRAME.left &&
          a.right <= FRAME.left + FRAME.width &&
          a.top >= FRAME.top &&
          a.bottom <= FRAME.top + FRAME.height &&
          boxes.every(
            (b, j) => i === j || a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom,
          ),
      )
    }),
  )
  t.end()
})

void t.test('the view shows all of its places, north up, one scale both ways', (t) => {
  const places = inventedBoard().buildings.flatMap(({ coordinates }) => (coordinates === null ? [] : [coordinates]))
  const { toPoint } = viewOf(places.map((place) => [...place]))
  t.ok(places.every((place) => isInFrame(toPoint([...place]))))
  // A hundredth of a degree of latitude is 1.112 km; of longitude at 48.5°, 0.739 km.
  const [x, y] = toPoint([-68.5, 48.5])
  const [xEast] = toPoint([-68.49, 48.5])
  const [, yNorth] = toPoint([-68.5, 48.51])
  t.ok(yNorth < y && xEast > x)
  t.ok(Math.abs((xEast - x) / (y - yNorth) - 0.739 / 1.112) < 0.005)
  t.ok(isInFrame(viewOf([[-68, 48]]).toPoint([-68, 48])), 'one school alone too')
  t.end()
})

void t.test(
  'the picture of a board: each building of each level, counted, named, with scale and sources',
  async (t) => {
    const root = parsedXml(await textOf(inventedBoard()))
    const words = wordsOf(root)
    for (const wanted of [
      'Réseau et équipement des écoles – Centre de services scolaire des Battures',
      'Norme\u00a0: ontario-2016 · Année scolaire\u00a0: 2018-2019 · Produit le 2026-11-23 19\u00a0h\u00a005',
      'Critique',
      'Sans coordonnées, non dessinés\u00a0: 1',
      '20\u00a0km',
      'POP Anse-Grise',
      'Sainte-Odile-du-Plateau',
      'Pavillon du Phare',
      '1\u00a0000 élèves',
    ])
      t.ok(words.includes(wanted), wanted)
    t.match(words.join(' '), 'Données Québec (CC BY 4.0)')
    t.match(words.join(' '), 'EPSG:32198')
    // 3 critical, 2 short, 3 tight, 4 ok, 1 unlinked, 1 unknown: the legend counts what is drawn.
    const counts = elementsOf(root, 'text').filter(({ attributes }) => attributes['text-anchor'] === 'end')
    t.strictSame(
      counts.map(({ text }) => text),
      ['3', '2', '3', '4', '1', '1'],
    )
    const inFrame = elementsOf(root, 'g')[0]
    const critical = elementsOf(inFrame ?? root, 'path').filter(({ attributes }) => attributes['fill'] === '#b3202c')
    t.equal(critical.length, 3)
    t.notMatch(JSON.stringify(root).replace('http://www.w3.org/2000/svg', ''), /https?:|href|NaN|Infinity/)
  },
)

void t.test('English, hostile names, nothing at all: a picture all the same', async (t) => {
  t.ok(
    wordsOf(parsedXml(await textOf(fuller, 'en'))).includes(
      'School networks and equipment – Centre de services scolaire des Battures',
    ),
  )
  const hostile = { ...twoSchools, gaps: twoSchools.gaps.map((gap) => ({ ...gap, name: '</text><script>x\u202e' })) }
  const root = parsedXml(await textOf(hostile))
  t.ok(wordsOf(root).includes('</text><script>x\ufffd'))
  t.strictSame(elementsOf(root, 'script'), [])
  const empty = { ...twoSchools, gaps: [], schools: [], wanLinks: [], pops: [], territories: [] }
  t.ok(wordsOf(parsedXml(await textOf(empty))).includes('500\u00a0km'), 'Québec alone')
})

void t.test('the pixels are lettered in the font that is shipped, and wide enough for print', async (t) => {
  const [file] = await png.render(inventedBoard(), messagesFor('fr'))
  const bytes = Buffer.from(file?.content ?? '')
  t.equal(file?.name, 'carte.png')
  t.equal(bytes.toString('latin1', 1, 4), 'PNG')
  t.strictSame([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [2340, 1655])
  for (const path of FONT.files) t.ok(readFileSync(path).length < 30_000, path)
})

void t.test('the SVG of a province stays light', async (t) => {
  const text = await textOf(randomProvince(3607))
  t.ok(text.length < 1_500_000, `${text.length} bytes`)
  t.doesNotThrow(() => parsedXml(text))
})
