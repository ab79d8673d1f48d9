import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { median } from '../bench.js'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const TIMES = 5

/** Runs in the page: milliseconds until the frame after the one that shows what `act` did. */
const until = (act: string): string => `new Promise((resolve) => {
  const start = performance.now()
  ${act}
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
})`

async function medianMs(page: Page, act: (turn: number) => string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    times.push((await page.evaluate(until(act(turn)))) as number)
    await page.waitForTimeout(200)
  }
  return median(times)
}

/** Frames a second while the map is dragged to and fro for two seconds. */
async function panFrames(page: Page): Promise<number> {
  const box = await page.locator('#map').boundingBox()
  if (box === null) throw new Error('the page has no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate(`{
    globalThis.frames = 0
    const count = () => requestAnimationFrame(() => (globalThis.frames++, count()))
    count()
  }`)
  await page.mouse.move(x, y)
  await page.mouse.down()
  const before = (await page.evaluate('globalThis.frames')) as number
  const start = performance.now()
  for (let i = 0; performance.now() - start < 2000; i++) await page.mouse.move(x + 180 * Math.sin(i / 12), y + (i % 7))
  const frames = ((await page.evaluate('globalThis.frames')) as number) - before
  const seconds = (performance.now() - start) / 1000
  await page.mouse.up()
  return frames / seconds
}

/** What the page of the whole province takes in a browser without a screen. */
export async function measurePage(file: string): Promise<string[]> {
  if (!existsSync(executablePath)) return ['in a browser: skipped, Chromium is not there']
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const start = performance.now()
    await page.goto(pathToFileURL(file).href)
    await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
    const readyMs = performance.now() - start
    const filterMs = await medianMs(page, () => `document.querySelector('#legend .entry').click()`)
    const profileMs = await medianMs(
      page,
      (turn) => `const choice = document.querySelector('#profile')
      choice.selectedIndex = ${turn + 1}
      choice.dispatchEvent(new Event('change', { bubbles: true }))`,
    )
    return [
      `interactive: ${readyMs.toFixed(0)} ms`,
      `filter: ${filterMs.toFixed(0)} ms; another standard: ${profileMs.toFixed(0)} ms, frames included`,
      `dragged: ${(await panFrames(page)).toFixed(0)} frames a second`,
    ]
  } finally {
    await browser.close()
  }
}
