import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import t from 'tap'
import type { Language } from '../../src/i18n/language.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { ReportDocument } from '../../src/model/report-document.js'
import { renderHtml } from '../../src/reports/formats/html.js'
import { accessibilityFaults, artefact, launch, skip } from '../maps/browser.js'
import { REPORTS } from './samples.js'

/** A page of a report, and what it did that it should not: a message in the console, a request. */
async function opened(
  browser: Browser,
  folder: string,
  { id, language, document }: { readonly id: string; readonly language: Language; readonly document: ReportDocument },
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const file = join(folder, `${id}.${language}.html`)
  writeFileSync(file, renderHtml(document, messagesFor(language)))
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => faults.push(message.text()))
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) faults.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  return { page, faults }
}

/** axe is put into the page from outside, past its own policy. */
const PAST_POLICY = { bypassCSP: true } satisfies BrowserContextOptions

void t.test(
  'the page of a report is for everybody, asks for nothing, and prints',
  { skip, timeout: 240_000 },
  async (t) => {
    const folder = t.testdir()
    const browser = await launch()
    t.teardown(() => browser.close())

    await t.test('axe finds nothing in any report, light in French, dark in English', async (t) => {
      const looks = [
        ['fr', 'light'],
        ['en', 'dark'],
      ] as const
      for (const [id, make] of Object.entries(REPORTS)) {
        for (const [language, colorScheme] of looks) {
          const told = { id, language, document: make(language) }
          const { page } = await opened(browser, folder, told, { ...PAST_POLICY, colorScheme })
          t.strictSame(await accessibilityFaults(page), [], `${id} ${language} ${colorScheme}`)
          await page.context().close()
        }
      }
    })

    await t.test(
      'its own policy lets its style through and nothing else; no script, no request, no sideways scroll',
      async (t) => {
        const told = { id: 'combo', language: 'fr', document: REPORTS.combo('fr') } as const
        const { page, faults } = await opened(browser, folder, told, { viewport: { width: 360, height: 740 } })
        t.strictSame(faults, [])
        t.equal(
          await page.evaluate<string>('getComputedStyle(document.querySelector("thead th")).color'),
          'rgb(255, 255, 255)',
        )
        t.equal(await page.evaluate<number>('document.documentElement.scrollWidth'), 360)
        t.equal(await page.locator('script').count(), 0)
        t.equal(await page.evaluate<string>('document.documentElement.lang'), 'fr-CA')
        await page.evaluate(
          'document.body.append(Object.assign(document.createElement("img"), { src: "https://exemple.invalid/x.png" }))',
        )
        await page.waitForTimeout(200)
        t.match(faults.join('\n'), /Content Security Policy/, 'a picture from elsewhere is refused')
      },
    )

    await t.test('the figures of tables and of charts are those of the report', async (t) => {
      const document = REPORTS.accountability('en')
      const { page } = await opened(browser, folder, { id: 'accountability', language: 'en', document })
      t.equal(await page.locator('#schools tbody tr').count(), 4)
      t.strictSame((await page.locator('#schools tfoot td').allInnerTexts()).slice(0, 4), [
        '$91,258.24',
        '$123.45',
        '$38,333.33',
        '$53,048.36',
      ])
      t.equal(await page.locator('svg').count(), 2, 'a chart a board')
      t.match(await page.locator('svg').first().locator('.value').allTextContents(), [
        '$23,000.00 of $22,912.58 (100%)',
      ])
      const widths = await page.evaluate<number[]>(
        '[...document.querySelectorAll("svg")].map((svg) => Math.max(...[...svg.querySelectorAll("text, rect")].map((one) => one.getBBox().x + one.getBBox().width)))',
      )
      t.ok(Math.max(...widths) <= 800, `nothing is cut at the right of a chart: ${widths.join(', ')}`)
    })

    await t.test('on letter paper the header of a table comes again on each page, and no row is cut', async (t) => {
      const document = REPORTS.combo('fr')
      const [first] = document.sheets
      if (first === undefined) throw new Error('no sheet')
      const rows = Array.from({ length: 120 }, (_, i) => ({ ...first.rows[i % 4], name: `École ${i + 1}` }))
      const long = { ...document, sheets: [{ ...first, rows }], charts: [] }
      const { page } = await opened(
        browser,
        folder,
        { id: 'long', language: 'fr', document: long },
        { colorScheme: 'dark' },
      )
      const pdf = await page.pdf({ preferCSSPageSize: true, path: artefact('report-long-fr.pdf') })
      const boxes = pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g) ?? []
      t.ok(boxes.length > 3, `${boxes.length} pages`)
      t.ok(
        boxes.every((box) => /\[\s*0 0 792(?:\.\d+)? 612/.test(box)),
        'letter, landscape',
      )
      await page.emulateMedia({ media: 'print' })
      const style = (selector: string, property: string): Promise<string> =>
        page.evaluate(`getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`)
      t.equal(await style('thead', 'display'), 'table-header-group')
      t.equal(await style('tfoot', 'display'), 'table-row-group', 'the total is told once')
      t.equal(await style('tbody tr', 'breakInside'), 'avoid')
      t.equal(await style('body', 'backgroundColor'), 'rgb(255, 255, 255)', 'white, whatever the screen is')
      t.equal(await style('nav', 'display'), 'none')
    })

    await t.test('pictures for whoever looks', async (t) => {
      for (const [id, make] of Object.entries(REPORTS)) {
        const told = { id, language: 'fr', document: make('fr') } as const
        const { page } = await opened(browser, folder, told)
        await page.screenshot({ path: artefact(`report-${id}-fr.png`), fullPage: true })
      }
      t.pass('written')
    })
  },
)
