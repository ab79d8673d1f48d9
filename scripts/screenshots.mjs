// Makes the README's pictures again, from the demonstration itself: `npm run build`, then `node scripts/screenshots.mjs`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { root, run } from './steps.mjs'

const PICTURES = [
  { language: 'en', page: join('map', 'map.html'), picture: 'map.png' },
  { language: 'fr', page: join('carte', 'carte.html'), picture: 'carte.png' },
]
/** A port of its own, so that a demonstration left running is no hindrance. */
const PORT = '16163'

const images = join(root, 'docs', 'images')
mkdirSync(images, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'cartable-pictures-'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const { language, page, picture } of PICTURES) {
    const out = join(folder, language)
    run(process.execPath, [
      join(root, 'dist', 'bin', 'cartable.js'),
      ...['demo', '--lang', language, '--out', out, '--port', PORT],
    ])
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
    const tab = await context.newPage()
    await tab.goto(pathToFileURL(join(out, page)).href)
    await tab.waitForSelector('html[data-ready="true"]', { timeout: 20_000 })
    const path = join(images, picture)
    await tab.screenshot({ path })
    await context.close()
    lighten(path)
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}

/** A palette of 256 colours is enough for a map; without pngquant the picture stays as the browser wrote it. */
function lighten(path) {
  const { error } = spawnSync('pngquant', ['--force', '--skip-if-larger', '--strip', '--output', path, '256', path])
  if (error) console.log(`${path}: left as it is (apt-get install pngquant makes it lighter)`)
}
