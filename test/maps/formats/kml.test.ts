import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import kml from '../../../maps/formats/kml.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { fuller } from '../samples/fuller.js'
import { inventedBoard } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'
import { elementsOf, parsedXml, type Element } from '../well-formed.js'

async function textOf(input: MapInput, language: 'fr' | 'en' = 'fr'): Promise<string> {
  const [file] = await kml.render(input, messagesFor(language))
  if (file === undefined) throw new Error('no file')
  t.equal(file.name, language === 'fr' ? 'carte.kml' : 'map.kml')
  return String(file.content)
}

const child = (element: Element, name: string): Element | undefined =>
  element.children.find((each) => each.name === name)
const nameOf = (element: Element): string => child(element, 'name')?.text ?? ''
const folders = (element: Element): Element[] => element.children.filter(({ name }) => name === 'Folder')

void t.test('a folder a layer, in it one a level, and each place begins with its level’s shape', async (t) => {
  const [document] = parsedXml(await textOf(fuller)).children
  if (document === undefined) throw new Error('no document')
  const layers = folders(document)
  t.strictSame(layers.map(nameOf), ['Immeubles', 'Écoles', 'Liens', 'Territoires', 'Points de présence'])
  const [buildings, schools, links, territories] = layers as [Element, Element, Element, Element]
  t.strictSame(folders(buildings).map(nameOf), ['▼ Critique (1)', '● Suffisant (1)'])
  const [phare] = elementsOf(buildings, 'Placemark')
  t.match(phare && nameOf(phare), '▼ Pavillon du Phare')
  t.equal(phare && child(phare, 'styleUrl')?.text, '#place-critical')
  t.equal(phare && elementsOf(phare, 'coordinates')[0]?.text, '-68.123457,48.5')
  const told = new Map(elementsOf(phare ?? buildings, 'SimpleData').map((each) => [each.attributes['name'], each.text]))
  t.equal(told.get('pupils'), '125.5')
  t.equal(told.get('schools'), '["799101","799102"]')
  t.notOk(told.has('demand_up_bps'), 'what is not known is not there')
  t.ok(elementsOf(schools, 'Placemark').every((each) => child(each, 'visibility')?.text === '0'))
  t.equal(elementsOf(links, 'LineString').length, 3, 'a route in two parts, and a straight line')
  t.equal(elementsOf(territories, 'innerBoundaryIs').length, 1)
})

void t.test('every style and column that is named is there, and nothing is fetched', async (t) => {
  const text = await textOf(inventedBoard(), 'en')
  const root = parsedXml(text)
  const styles = new Set(elementsOf(root, 'Style').map(({ attributes }) => `#${attributes['id']}`))
  for (const { text: url } of elementsOf(root, 'styleUrl')) t.ok(styles.has(url), url)
  const fields = new Set(elementsOf(root, 'SimpleField').map(({ attributes }) => attributes['name']))
  t.ok(elementsOf(root, 'SimpleData').every(({ attributes }) => fields.has(attributes['name'])))
  t.notMatch(text.replace('http://www.opengis.net/kml/2.2', ''), /https?:|href/)
  // #b3202c on the page is lightened on an aerial picture; blue comes first.
  t.match(text, '<Style id="area-critical"><LineStyle><color>b3ffffff</color>')
  t.match(text, '<PolyStyle><color>402c20b3</color></PolyStyle>')
})

void t.test('a hostile name stays text', async (t) => {
  const name = '</name><script>alert(1)</script>\u0000\ud800 & "x"'
  const gaps = twoSchools.gaps.map((gap) => ({ ...gap, name }))
  const root = parsedXml(await textOf({ ...twoSchools, gaps }))
  t.match(elementsOf(root, 'Placemark').map(nameOf)[0], '▼ </name><script>alert(1)</script>\ufffd\ufffd & "x"')
})

const noGdal = spawnSync('ogrinfo', ['--version']).error === undefined ? false : 'apt-get install gdal-bin'

void t.test('GDAL reads as many features as the map has', { skip: noGdal }, async (t) => {
  for (const input of [fuller, inventedBoard()]) {
    const path = join(t.testdir(), 'carte.kml')
    const text = await textOf(input)
    writeFileSync(path, text)
    const { stdout, stderr } = spawnSync('ogrinfo', ['-ro', '-al', '-so', path], { encoding: 'utf8' })
    t.equal(stderr, '')
    const counts = [...stdout.matchAll(/Feature Count: (\d+)/g)].map(([, count]) => Number(count))
    t.equal(
      counts.reduce((sum, count) => sum + count, 0),
      text.split('<Placemark>').length - 1,
    )
  }
})
