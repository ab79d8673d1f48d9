import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import t from 'tap'
import { embeddedJson, filled } from '../../../maps/formats/html/document.js'
import html from '../../../maps/formats/html.js'
import { drawable } from '../../../maps/formats/html/simplify.js'
import type { Language } from '../../../src/i18n/language.js'
import { messagesFor } from '../../../src/i18n/translator.js'
import { packageRoot, shipped } from '../../../src/lib/paths.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { inventedBoard, randomProvince } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'

async function rendered(input: MapInput, language: Language = 'fr'): Promise<{ name: string; text: string }> {
  const [file] = await html.render(input, messagesFor(language))
  if (file === undefined) throw new Error('the format gives one file')
  return { name: file.name, text: String(file.content) }
}

void t.test('one file, named in its language, light enough to send by mail', async (t) => {
  const board = await rendered(inventedBoard())
  t.equal(board.name, 'carte.html')
  t.equal((await rendered(inventedBoard(), 'en')).name, 'map.html')
  t.ok(Buffer.byteLength(board.text) <= 1_000_000, 'a board: at most 1 MB')
  t.ok(Buffer.byteLength((await rendered(randomProvince(3607))).text) <= 4_000_000, 'the province: at most 4 MB')
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
  const css = readFileSync(shipped('maps', 'page', 'page.css'), 'utf8')
  const schemes = [/:root \{[^}]*\}/, /:root:not\(\.printing\) \{[^}]*\}/].map((block) => {
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
    for (const level of ['critical', 'short', 'tight', 'ok', 'unlinked', 'unknown', 'pop']) {
      for (const ground of ['land', 'water', 'surface']) {
        t.ok(contrast(of(`${level}-edge`), of(ground)) >= 3, `${level} on ${ground}`)
      }
    }
    for (const line of ['link', 'lit', 'border']) t.ok(contrast(of(line), of('land')) >= 3, `${line} on the land`)
  }
  t.end()
})

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : 'apt-get install chromium'
const artefacts = join(packageRoot, 'artefacts')

/** A page opened from its file, and what it did that it should not: console errors, dialogs, requests. */
interface Opened {
  readonly page: Page
  readonly faults: readonly string[]
}

async function open(browser: Browser, file: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  const url = pathToFileURL(file).href
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.route('**/*', (route) => {
    const asked = route.request().url()
    if (asked === url) return route.continue()
    faults.push(`request: ${asked.slice(0, 100)}`)
    return route.abort()
  })
  await page.goto(url)
  await page.waitForSelector('html[data-ready="true"]', { timeout: 20_000 })
  return { page, faults }
}

const rows = (page: Page): ReturnType<Page['locator']> => page.locator('#sheet-buildings tbody tr')
const columnTexts = (page: Page, n: number): Promise<string[]> =>
  page.locator(`#sheet-buildings tbody tr td:nth-child(${n})`).allInnerTexts()

void t.test('in a browser', { skip, timeout: 240_000 }, async (t) => {
  mkdirSync(artefacts, { recursive: true })
  const folder = t.testdir()
  const written = async (name: string, input: MapInput, language: Language = 'fr'): Promise<string> => {
    const file = join(folder, name)
    writeFileSync(file, (await rendered(input, language)).text)
    return file
  }
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  t.teardown(() => browser.close())
  const board = await written('carte.html', inventedBoard())

  await t.test('the page counts what the input holds, asks for nothing and complains of nothing', async (t) => {
    const { page, faults } = await open(browser, board)
    // Counted on the sample by eye, access against pupils: 25/74, 50/144, 100/231 · 100/187, 100/133 · 750/912, 100/121,
    // 410/486 · 96, 88, 418 and 40 pupils served in full · one without link · one without pupils, one without capacity.
    const entries = await page.locator('.entry').all()
    const counts = await Promise.all(
      entries.map(
        async (entry) =>
          `${await entry.getAttribute('data-level')} ${await entry.locator('.entry-count').textContent()}`,
      ),
    )
    t.strictSame(counts, ['critical 3', 'short 2', 'tight 3', 'ok 4', 'unlinked 1', 'unknown 2'])
    t.equal(await rows(page).count(), 15)
    t.equal(await page.locator('#tab-links .tab-count').innerText(), '17')
    t.equal(await page.locator('#kpiPupils dd').innerText(), '3\u00a0051')
    t.match(await page.locator('#note').innerText(), 'École du Portage')
    t.equal(await page.locator('html').getAttribute('lang'), 'fr-CA')
    t.match(await page.title(), 'Centre de services scolaire des Battures')
    await page.screenshot({ path: join(artefacts, 'map-board-fr.png') })
    t.strictSame(faults, [])
  })

  await t.test('a press on a row shows its card, with the figures worked out by hand', async (t) => {
    const { page, faults } = await open(browser, board)
    await page.locator('tr[data-id="799005"] .pick').click()
    const card = page.locator('#card')
    const text = (await card.innerText()).replace(/\s+/g, ' ')
    // 144 pupils at 1 Mbit/s; 50 Mbit/s of access: 34.7 %, 347 kbit/s a pupil, 144 ÷ 50 = 2.88.
    for (const words of [
      'Pavillon de la Rive',
      'Critique',
      'Reçoit 34 %',
      '144 Mbit/s',
      '50 Mbit/s',
      '347 kbit/s',
      '× 2,88',
    ]) {
      t.ok(text.includes(words), words)
    }
    t.ok(text.includes('Accès Pavillon de la Rive Cuivre · 50 Mbit/s goulot'), 'the bottleneck is marked on the path')
    t.ok(text.includes('Porter Accès Pavillon de la Rive de 50 Mbit/s à 1 Gbit/s'))
    // Fleet: 10 + ⌈144 ÷ 5⌉ = 39 due, ⌊144 ÷ 6⌋ = 24 in service. Robots: 1 + 2 due, 1 there.
    t.ok(text.includes("Flotte d'appareils : 15 à ajouter (24 sur 39 en service)"))
    t.ok(text.includes('Robotique : 2 à ajouter (1 sur 3 en service)'))
    t.ok(text.includes('6 avec lecture, 2 sans lecture'))
    t.equal(await page.locator('tr[aria-current]').getAttribute('data-id'), '799005')
    await page.screenshot({ path: join(artefacts, 'map-board-card-fr.png') })
    await page.locator('#card .close').click()
    t.equal(await card.isVisible(), false)
    t.strictSame(faults, [])
  })

  await t.test('a press on a marker shows the card and brings its row into view', async (t) => {
    const { page, faults } = await open(browser, board)
    // Saint-Elme has one building, and its name stands 11 pixels above it.
    const label = await page.locator('.label', { hasText: 'Saint-Elme' }).boundingBox()
    if (label === null) throw new Error('Saint-Elme is on the map')
    await page.mouse.move(label.x + label.width / 2, label.y + label.height + 11)
    t.match(await page.locator('.tip').innerText(), 'École de la Savane')
    await page.mouse.click(label.x + label.width / 2, label.y + label.height + 11)
    t.equal(await page.locator('#card h2').innerText(), 'École de la Savane')
    t.equal(await page.locator('tr[aria-current]').getAttribute('data-id'), '799012')
    t.ok(await page.locator('tr[aria-current]').isVisible())
    t.strictSame(faults, [])
  })

  await t.test('search ignores accents and case, the legend hides a level, and the count follows', async (t) => {
    const { page } = await open(browser, board)
    await page.fill('#search', 'ERABLIERE')
    t.strictSame(await page.locator('#sheet-buildings tbody .pick').allInnerTexts(), ['École de l’Érablière'])
    t.equal(await page.locator('#count').innerText(), '1 sur 15')
    await page.fill('#search', 'baie des sternes secondaire')
    t.equal(await rows(page).count(), 1)
    await page.fill('#search', 'zzz')
    t.ok(await page.locator('.empty').first().isVisible())
    await page.fill('#search', '')
    await page.locator('.entry[data-level="critical"]').click()
    t.equal(await rows(page).count(), 12)
    t.equal(await page.locator('.entry[data-level="critical"]').getAttribute('aria-pressed'), 'false')
  })

  await t.test('columns sort both ways, and what is not known stays last', async (t) => {
    const { page } = await open(browser, board)
    t.strictSame((await columnTexts(page, 2)).slice(0, 3), ['Critique', 'Critique', 'Critique'], 'worst first')
    const header = page.locator('#sheet-buildings thead th').nth(2)
    await header.locator('button').click()
    t.equal(await header.getAttribute('aria-sort'), 'descending')
    const falling = await columnTexts(page, 3)
    t.strictSame([falling[0], falling[1], falling.at(-1)], ['912', '486', '—'])
    await header.locator('button').click()
    t.equal(await header.getAttribute('aria-sort'), 'ascending')
    const rising = await columnTexts(page, 3)
    t.strictSame([rising[0], rising[1], rising.at(-1)], ['40', '58', '—'])
  })

  await t.test('the keyboard alone chooses, reads, closes and comes back', async (t) => {
    const { page } = await open(browser, board)
    await page.keyboard.press('Tab')
    t.equal(await page.evaluate<string>('document.activeElement?.className'), 'skip')
    await page.keyboard.press('Enter')
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate<string>('document.activeElement?.className')) === 'pick') break
    }
    await page.keyboard.press('ArrowDown')
    const name = await page.evaluate<string>('document.activeElement?.textContent')
    t.equal(name, 'Pavillon de la Rive')
    const outline = await page.evaluate<string>(
      'getComputedStyle(document.activeElement ?? document.body).outlineStyle',
    )
    t.equal(outline, 'solid', 'focus is seen')
    await page.keyboard.press('Enter')
    t.equal(await page.evaluate<string>('document.activeElement?.id'), 'card-title')
    await page.keyboard.press('Escape')
    t.equal(await page.locator('#card').isVisible(), false)
    t.equal(await page.evaluate<string>('document.activeElement?.textContent'), name)
  })

  await t.test('what a person corrected is told on the card and in the table', async (t) => {
    const input = inventedBoard()
    const file = await written('corrected.html', {
      ...input,
      buildings: input.buildings.map((building) =>
        building.code === '799005' ? { ...building, overridden: ['name', 'coordinates'] } : building,
      ),
    })
    const { page, faults } = await open(browser, file)
    await page.locator('tr[data-id="799005"] .pick').click()
    t.match((await page.locator('#card').innerText()).replace(/\s+/g, ' '), /Corrigé le nom, la position/i)
    t.match(await page.locator('tr[data-id="799005"] .under').innerText(), / · corrigé$/)
    t.notMatch(await page.locator('tr[data-id="799001"] .under').innerText(), /corrigé/)
    t.strictSame(faults, [])
  })

  await t.test('hostile names stay text', async (t) => {
    const hostile = `<img src=x onerror="alert('x')"></script><script>alert(1)</script>`
    const input = inventedBoard()
    const file = await written('hostile.html', {
      ...input,
      boards: input.boards.map((one) => ({ ...one, name: hostile })),
      schools: input.schools.map((one) => ({ ...one, name: hostile })),
      buildings: input.buildings.map((one) => ({ ...one, municipality: hostile })),
      gaps: input.gaps.map((one) => ({ ...one, name: hostile })),
      wanLinks: input.wanLinks.map((one) => ({ ...one, name: hostile, provider: hostile })),
      pops: input.pops.map((one) => ({ ...one, name: hostile, network: hostile })),
      profile: hostile,
    })
    const { page, faults } = await open(browser, file)
    await page.locator('tr[data-id="799005"] .pick').click()
    t.equal(await page.locator('#card h2').innerText(), hostile)
    t.equal(await page.locator('h1').innerText(), hostile)
    for (const tab of ['links', 'pops']) {
      await page.locator(`#tab-${tab}`).click()
      t.ok((await page.locator(`#sheet-${tab} tbody`).innerText()).includes(hostile), tab)
    }
    t.equal(await page.locator('img').count(), 0)
    t.equal(await page.locator('script').count(), 3, 'the data, Leaflet and the page')
    t.strictSame(faults, [])
  })

  await t.test('English, in the dark, on a phone, on paper', async (t) => {
    const english = await written('map.html', inventedBoard(), 'en')
    const dark = await open(browser, english, { colorScheme: 'dark' })
    t.equal(await dark.page.locator('html').getAttribute('lang'), 'en-CA')
    t.match(await dark.page.locator('#legend').innerText(), 'Sufficient')
    t.equal(await dark.page.evaluate<string>('getComputedStyle(document.body).backgroundColor'), 'rgb(18, 22, 27)')
    await dark.page.screenshot({ path: join(artefacts, 'map-board-dark-en.png') })
    const pdf = (await dark.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    t.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1, 'one page')
    t.match(pdf, '/MediaBox [0 0 792 612]', 'letter, landscape')
    const phone = await open(browser, english, {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    })
    t.equal(await phone.page.evaluate<number>('document.documentElement.scrollWidth'), 390, 'no sideways scroll')
    await phone.page.screenshot({ path: join(artefacts, 'map-board-phone-en.png'), fullPage: true })
    t.strictSame([...dark.faults, ...phone.faults], [])
  })

  await t.test('territories, places unknown, and no equipment rules', async (t) => {
    const { page, faults } = await open(browser, await written('two.html', { ...twoSchools, shortfalls: [] }))
    t.equal(await page.locator('#kpiEquipment').count(), 0)
    t.equal(await page.locator('#sheet-buildings thead th').count(), 6)
    await page.locator('#tab-territories').click()
    t.match(
      await page.locator('#sheet-territories tbody').innerText(),
      /Battures\s+799000\s+Insuffisant\s+Français\s+202/,
    )
    t.strictSame(faults, [])
  })

  await t.test('nothing at all is still a page', async (t) => {
    const empty = { ...twoSchools, gaps: [], wanLinks: [], pops: [], territories: [], shortfalls: [] }
    const { page, faults } = await open(browser, await written('empty.html', empty))
    t.equal(await rows(page).count(), 0)
    t.equal(await page.locator('h1').innerText(), 'Québec')
    t.strictSame(faults, [])
  })

  await t.test('a province of 3,607 buildings opens, fills its table and is searched', async (t) => {
    const { page, faults } = await open(browser, await written('province.html', randomProvince(3607)))
    await rows(page).nth(3606).waitFor({ state: 'attached' })
    t.equal(await page.locator('#tab-buildings .tab-count').innerText(), '3\u00a0607')
    await page.fill('#search', '700123')
    t.equal(await rows(page).count(), 1)
    await rows(page).first().locator('.pick').click()
    t.match(await page.locator('#card h2').innerText(), 'École numéro 123')
    await page.fill('#search', '')
    await page.screenshot({ path: join(artefacts, 'map-province-fr.png') })
    t.strictSame(faults, [])
  })
})
