import axe from 'axe-core'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import html from '../../maps/formats/html.js'
import type { Language } from '../../src/i18n/language.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { packageRoot } from '../../src/lib/paths.js'
import type { MapInput } from '../../src/model/map-format.js'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const skip = existsSync(executablePath) ? false : 'apt-get install chromium'

/** Where a test leaves what a person may look at. */
export function artefact(name: string): string {
  const folder = join(packageRoot, 'artefacts')
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}

/** The page of an input, as text. */
export async function rendered(input: MapInput, language: Language = 'fr'): Promise<{ name: string; text: string }> {
  const [file] = await html.render(input, messagesFor(language))
  if (file === undefined) throw new Error('the format gives one file')
  return { name: file.name, text: String(file.content) }
}

/** Writes the page of an input and gives its path. */
export async function written(folder: string, name: string, input: MapInput, language: Language = 'fr') {
  const file = join(folder, name)
  writeFileSync(file, (await rendered(input, language)).text)
  return file
}

export function launch(): Promise<Browser> {
  return chromium.launch({
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
}

/** A page opened from its file, and what it did that it should not: console errors, dialogs, requests. */
interface Opened {
  readonly page: Page
  readonly faults: readonly string[]
}

export async function open(
  browser: Browser,
  file: string,
  { hash = '', ...options }: BrowserContextOptions & { hash?: string } = {},
): Promise<Opened> {
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
    if (asked.split('#')[0] === url) return route.continue()
    faults.push(`request: ${asked.slice(0, 100)}`)
    return route.abort()
  })
  await page.goto(url + hash)
  await page.waitForSelector('html[data-ready="true"]', { timeout: 30_000 })
  return { page, faults }
}

/** What the address says after `#`, decoded. */
export async function address(page: Page): Promise<Record<string, string>> {
  await page.waitForTimeout(350)
  return Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)))
}

/** « critical 3 » for each class of the legend. */
export async function legend(page: Page): Promise<string[]> {
  const entries = await page.locator('.entry').all()
  return Promise.all(
    entries.map(
      async (entry) =>
        `${await entry.getAttribute('data-class')} ${(await entry.locator('.entry-count').innerText()).replace(/\s/g, '')}`,
    ),
  )
}

export const rows = (page: Page): ReturnType<Page['locator']> => page.locator('#sheet-buildings tbody tr')
export const names = (page: Page): Promise<string[]> => page.locator('#sheet-buildings tbody .pick').allInnerTexts()
/** The texts of a column, from 2 for the one after the name. */
export const columnTexts = (page: Page, n: number): Promise<string[]> =>
  page.locator(`#sheet-buildings tbody tr td:nth-child(${n})`).allInnerTexts()
/** What an element says, with plain single spaces. */
export const said = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replace(/\s+/g, ' ').trim()
export const cardText = (page: Page): Promise<string> => said(page, '#card')

/** What axe-core finds wrong with the page as it is: rule and element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`,
  )
}
