import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { MapInput } from '../../../src/model/map-format.js'
import { accessibilityFaults, artefact, launch, open, rendered, said, skip, written } from '../browser.js'
import { inventedBoard } from '../samples/invented.js'
import { twoSchools } from '../samples/two-schools.js'
import { withViews } from '../samples/views.js'

const focused = (page: Page, property: string): Promise<string> =>
  page.evaluate<string>(`String(document.activeElement?.${property})`)

/** Tab, until what has the focus is wanted; how often it took, or null after `most` times. */
async function tabTo(page: Page, isWanted: string, most = 60): Promise<number | null> {
  for (let i = 1; i <= most; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(isWanted)})`)) return i
  }
  return null
}

void t.test('the page is for everybody, and safe from its own data', { skip, timeout: 240_000 }, async (t) => {
  const folder = t.testdir()
  const browser = await launch()
  t.teardown(() => browser.close())
  const board = await written(folder, 'carte.html', withViews(inventedBoard()))

  await t.test('the keyboard alone chooses, reads, closes, comes back, filters and changes what is seen', async (t) => {
    const { page, faults } = await open(browser, board)
    t.strictSame(await accessibilityFaults(page), [], 'axe, first view')
    await page.keyboard.press('Tab')
    t.equal(await focused(page, 'id'), 'skip')
    await page.keyboard.press('Enter')
    t.equal(await focused(page, 'id'), 'panel')
    t.ok(await tabTo(page, '.pick'))
    await page.keyboard.press('ArrowDown')
    const name = await focused(page, 'textContent')
    t.equal(name, 'Pavillon de la Rive')
    t.equal(
      await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle'),
      'solid',
      'focus is seen',
    )
    await page.keyboard.press('Enter')
    t.equal(await focused(page, 'id'), 'card-title')
    t.strictSame(await accessibilityFaults(page), [], 'axe, card open')
    await page.keyboard.press('Escape')
    t.equal(await page.locator('#card').isVisible(), false)
    t.equal(await focused(page, 'textContent'), name)
    await page.keyboard.press('End')
    t.equal(await focused(page, 'textContent'), 'École du Portage')

    await page.evaluate('document.activeElement.blur(), scrollTo(0, 0)')
    t.ok(await tabTo(page, '#crumb-region'))
    t.ok(await tabTo(page, '#mode'))
    await page.keyboard.press('ArrowDown')
    t.equal(await page.locator('#mode').inputValue(), 'pupil')
    t.equal(await focused(page, 'id'), 'mode', 'the focus stays')
    t.ok(await tabTo(page, '#step'))
    await page.keyboard.press('ArrowRight')
    t.match(await said(page, '#step-text'), /^Avec 1 rehaussement/)
    t.ok(await tabTo(page, '#map'))
    t.ok(await tabTo(page, '.entry'))
    await page.keyboard.press('Space')
    t.equal(await focused(page, 'ariaPressed'), 'false')
    t.match(await said(page, '#count'), /^1\d sur 15$/)
    t.ok(await tabTo(page, '#search'))
    t.ok(await tabTo(page, '#csv'))
    t.ok(await tabTo(page, '.sort[data-key="pupils"]'))
    await page.keyboard.press('Enter')
    t.equal(await focused(page, 'parentElement.ariaSort'), 'descending')
    t.strictSame(await accessibilityFaults(page), [], 'axe, another colour, a step, a hidden class, a sorted table')
    t.strictSame(faults, [])
  })

  await t.test('dark and English: by the system or by the switch, and as accessible', async (t) => {
    const { page, faults } = await open(browser, board, {
      colorScheme: 'dark',
      hash: '#lang=en&view=scenario&compare=change&chosen=building:799010',
    })
    const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    t.equal(await ground(), 'rgb(18, 22, 27)')
    t.strictSame(await accessibilityFaults(page), [], 'axe')
    await page.screenshot({ path: artefact('map-board-dark-en.png') })
    await page.locator('#theme').click()
    t.equal(await ground(), 'rgb(247, 246, 243)')
    t.equal(await page.locator('#theme').innerText(), 'Dark')
    t.strictSame(faults, [])
  })

  await t.test('a phone, a page twice as large, less motion', async (t) => {
    const phone = await open(browser, board, {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      reducedMotion: 'reduce',
      hash: '#chosen=building:799005&step=1',
    })
    const width = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth')
    t.equal(await width(phone.page), 360, 'no sideways scroll')
    t.strictSame(await accessibilityFaults(phone.page), [], 'axe')
    await phone.page.locator('#card .close').click()
    await phone.page.screenshot({ path: artefact('map-board-phone-fr.png'), fullPage: true })
    const large = await open(browser, board, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })
    t.equal(await width(large.page), 640)
    await large.page.locator('tr[data-id="799005"] .pick').click()
    t.ok(await large.page.locator('#card h2').isVisible())
    t.strictSame([...phone.faults, ...large.faults], [])
  })

  await t.test('on paper it is one page, in light colours, with the map, the legend and the table', async (t) => {
    const { page, faults } = await open(browser, board, { colorScheme: 'dark', hash: '#chosen=building:799005' })
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    writeFileSync(artefact('map-board-print-fr.pdf'), pdf)
    const text = pdf.toString('latin1')
    t.equal(text.match(/\/Type \/Page\b/g)?.length, 1, 'one page')
    t.match(text, '/MediaBox [0 0 792 612]', 'letter, landscape')
    t.equal(await page.evaluate<string>('document.documentElement.dataset.theme'), 'dark', 'the screen is as it was')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`)
    await page.screenshot({ path: artefact('map-board-print-fr.png') })
    t.equal(await page.locator('#card').isVisible(), false)
    t.ok(await page.locator('#legend').isVisible())
    t.strictSame(faults, [])
  })

  await t.test('hostile names stay text, whichever field they are in', async (t) => {
    const hostile = `<img src=x onerror="alert('x')"></script><script>alert(1)</script>\u202eevil\u2028{0}\u2066`
    const said = hostile.replace('\u2028', ' ')
    const input = withViews(inventedBoard())
    const evil: MapInput = {
      ...input,
      boards: input.boards.map((one) => ({ ...one, name: hostile, municipality: hostile })),
      schools: input.schools.map((one) => ({ ...one, name: hostile })),
      buildings: input.buildings.map((one) => ({
        ...one,
        name: hostile,
        municipality: hostile,
        mrc: hostile,
        region: hostile,
      })),
      gaps: input.gaps.map((one) => ({ ...one, name: hostile, region: hostile })),
      wanLinks: input.wanLinks.map((one) => ({
        ...one,
        name: hostile,
        provider: hostile,
        network: hostile,
        source: hostile,
        contractEnd: hostile,
      })),
      pops: input.pops.map((one) => ({ ...one, name: hostile, network: hostile })),
      territories: twoSchools.territories.map((one) => ({ ...one, name: hostile })),
      shortfalls: input.shortfalls.map((one) => ({ ...one, category: `<b>${one.category}` })),
      views: input.views.map((view, i) => ({ ...view, label: hostile, profile: `${hostile}${i}` })),
      measures: new Map([...input.measures].map(([link, one]) => [link, { ...one, until: hostile, since: hostile }])),
      profile: hostile,
      schoolYear: hostile,
      generatedAt: hostile,
    }
    const { page, faults } = await open(browser, await written(folder, 'hostile.html', evil))
    const texts = async (selector: string): Promise<string> =>
      (await page.locator(selector).innerText()).replace(/\s/g, ' ')
    const shown = said.replace(/\s/g, ' ')
    for (const selector of ['h1', '#facts']) t.ok((await texts(selector)).includes(shown), selector)
    await page.selectOption('#crumb-region', hostile)
    await page.selectOption('#scenario', 'scenario')
    await page.locator('#compare-change').click()
    await page.locator('#compare-after').click()
    await page.selectOption('#mode', 'use')
    await page.locator('tr[data-id="799005"] .pick').click()
    t.equal(await texts('#card h2'), shown.trim())
    t.ok((await texts('#card .facts-list')).includes(shown))
    await page.locator('#card .inline').first().click()
    t.ok((await texts('#card .facts-list')).includes(shown))
    for (const tab of ['links', 'pops', 'territories']) {
      await page.locator(`#tab-${tab}`).click()
      t.ok((await texts(`#sheet-${tab} tbody`)).includes(shown), tab)
    }
    await page.locator('#language').click()
    await page.mouse.move(400, 400)
    t.equal(await page.locator('img').count(), 0)
    t.equal(await page.locator('b b').count(), 0)
    t.equal(await page.locator('script').count(), 3, 'the data, Leaflet and the page')
    t.strictSame(faults, [])
  })

  await t.test('tiles are asked of the configured server alone', async (t) => {
    const url = 'https://tuiles.exemple.qc.ca/{z}/{x}/{y}.png'
    const input = { ...inventedBoard(), tiles: { url, attribution: '© <b>Exemple</b>' } }
    const file = join(folder, 'tiles.html')
    writeFileSync(file, (await rendered(input)).text)
    const { page, faults } = await open(browser, file)
    await page.waitForTimeout(300)
    t.match(await said(page, '.credit'), '© <b>Exemple</b>')
    const asked = faults.filter((fault) => fault.startsWith('request:'))
    t.ok(asked.length > 0)
    t.strictSame(
      asked.filter((fault) => !/^request: https:\/\/tuiles\.exemple\.qc\.ca\/\d+\/\d+\/\d+\.png$/.test(fault)),
      [],
    )
    t.strictSame(
      faults.filter((fault) => /Content Security Policy|error:/i.test(fault)),
      [],
      'the policy lets them in',
    )
  })
})
