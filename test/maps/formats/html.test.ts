import { readFileSync } from 'node:fs'
import t from 'tap'
import { contentSecurityPolicy, embeddedJson, filled } from '../../../maps/formats/html/document.js'
import { drawable } from '../../../maps/formats/html/simplify.js'
import { shipped } from '../../../src/lib/paths.js'
import { rendered } from '../browser.js'
import { inventedBoard, randomProvince } from '../samples/invented.js'
import { inBoards, withViews } from '../samples/views.js'

void t.test('one file, named in its language, light enough to send by mail', async (t) => {
  const board = await rendered(inventedBoard())
  t.equal(board.name, 'carte.html')
  t.equal((await rendered(inventedBoard(), 'en')).name, 'map.html')
  t.ok(Buffer.byteLength(board.text) <= 1_000_000, 'a board: at most 1 MB')
  const province = await rendered(withViews(inBoards(randomProvince(4664), 72)))
  const bytes = Buffer.byteLength(province.text)
  t.ok(bytes <= 4 * 1024 * 1024, `4,664 buildings by nine standards, with a scenario and a roadmap: ${bytes} bytes`)
})

void t.test('the same input gives the same bytes', async (t) => {
  t.equal((await rendered(inventedBoard())).text, (await rendered(inventedBoard())).text)
})

void t.test('nothing in data can end the script that holds it, nor be taken for a placeholder', (t) => {
  const data = { name: '</script><script>alert(1)</script><!--' }
  t.notMatch(embeddedJson(data), '<')
  t.strictSame(JSON.parse(embeddedJson(data)), data)
  t.equal(filled('a {{x}} b', { x: '{{y}} $& $1' }), 'a {{y}} $& $1 b')
  t.throws(() => filled('{{z}}', {}), /'z'/)
  t.end()
})

void t.test('territories are made light enough for the page, whatever their coast', (t) => {
  const coast = Array.from({ length: 60_001 }, (_, i) => {
    const angle = (2 * Math.PI * (i % 60_000)) / 60_000
    const radius = 1 + 0.05 * Math.sin(900 * angle)
    return [-71 + radius * Math.cos(angle), 48 + radius * Math.sin(angle)]
  })
  const [area = []] = drawable([{ type: 'Polygon', coordinates: [coast] }])
  const ring = area[0]?.[0] ?? []
  t.ok(ring.length >= 4 && ring.length <= 20_000)
  t.strictSame(ring[0], ring.at(-1), 'the ring stays closed')
  t.end()
})

/** WCAG 2.1 relative luminance and contrast of two `#rrggbb`. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const part = parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255
      return sum + weight * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    }, 0)
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

void t.test('text is read at 4.5 to 1 and symbols at 3 to 1, in the light and in the dark', (t) => {
  const css = readFileSync(shipped('maps', 'page', 'tokens.css'), 'utf8')
  const schemes = [/:root \{[^}]*\}/, /:root\[data-theme='dark'\] \{[^}]*\}/].map((block) => {
    const [text = ''] = block.exec(css) ?? []
    return new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
  })
  for (const tokens of schemes) {
    const of = (name: string): string => tokens.get(name) ?? '#'
    for (const ground of ['surface', 'raised', 'ground']) {
      for (const ink of ['ink', 'soft', 'accent']) t.ok(contrast(of(ink), of(ground)) >= 4.5, `${ink} on ${ground}`)
    }
    for (const ink of ['ink', 'soft', 'accent']) t.ok(contrast(of(ink), of('accent-ground')) >= 4.5, `${ink} on chosen`)
    t.ok(contrast(of('critical-edge'), of('raised')) >= 4.5, 'the word bottleneck')
    t.ok(contrast(of('soft'), of('land')) >= 4.5, 'names on the land')
    t.ok(tokens.size > 40, 'every colour is read')
    const steps = ['step1', 'step2', 'step3', 'step4', 'step5']
    for (const level of ['critical', 'short', 'tight', 'ok', 'unlinked', 'unknown', 'pop', 'same', ...steps]) {
      for (const ground of ['land', 'water', 'surface']) {
        t.ok(contrast(of(`${level}-edge`), of(ground)) >= 3, `${level} on ${ground}`)
      }
    }
    for (const [i, step] of steps.entries()) {
      const next = steps[i + 1]
      if (next !== undefined) t.ok(contrast(of(step), of(next)) >= 1.3, `${step} is told from ${next} without hue`)
    }
    for (const line of ['link', 'lit', 'border', 'accent'])
      t.ok(contrast(of(line), of('land')) >= 3, `${line} on the land`)
  }
  t.end()
})

void t.test(
  'nothing is fetched, unless the configuration names a server of tiles, and then from that one alone',
  async (t) => {
    t.notMatch(contentSecurityPolicy(['a'], 'b'), 'http')
    const url = 'https://tuiles.exemple.qc.ca:8443/fond/{z}/{x}/{y}.png?cle=1'
    t.match(contentSecurityPolicy(['a'], 'b', url), 'img-src data: https://tuiles.exemple.qc.ca:8443; base-uri')
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec((await rendered(inventedBoard())).text)?.[1]
    t.notMatch(policy, /unsafe|http/)
  },
)

void t.test('a public page holds no cost, no contract, no source and no single point of failure', async (t) => {
  const board = withViews(inventedBoard())
  const links = board.wanLinks.map((link) => ({ ...link, monthlyCostCents: 123_457, source: 'Fichier confidentiel' }))
  const text = async (isPublic: boolean): Promise<string> =>
    (await rendered({ ...board, wanLinks: links, drawing: { ...board.drawing, isPublic } })).text
  const flags = (page: string): string => /"flags":"([0-9a-f]*)"/.exec(page)?.[1] ?? ''
  const inside = await text(false)
  for (const told of ['123457', 'Fichier confidentiel', '2027-06-30', '"cost":500000']) t.match(inside, told)
  t.match(flags(inside), /[13579bdf]/)
  const outside = await text(true)
  for (const withheld of ['123457', 'Fichier confidentiel', '2027-06-30', '"cost":500000'])
    t.notMatch(outside, withheld)
  t.equal(flags(outside).length, 15)
  t.notMatch(flags(outside), /[13579bdf]/)
})
