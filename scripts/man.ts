// Writes the manual pages to dist/man, in both languages, from the command line's own grammar: the build runs it.
// `node dist/scripts/man.js --list` also names them in package.json, for npm to link: to run when a command comes or goes.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProgram, version } from '../src/cli/program.js'
import { LANGUAGES } from '../src/i18n/language.js'
import { messagesFor } from '../src/i18n/translator.js'
import { shipped } from '../src/lib/paths.js'
import { manualPages } from './man/pages.js'

/** The day of the version, once it is released; else the build's, which SOURCE_DATE_EPOCH may fix. */
function dateOf(wanted: string): string {
  const changelog = readFileSync(shipped('CHANGELOG.md'), 'utf8')
  const [, released] =
    new RegExp(`^## ${wanted.replaceAll('.', '\\.')}, (\\d{4}-\\d{2}-\\d{2})$`, 'm').exec(changelog) ?? []
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const built = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)
  return released ?? built.toISOString().slice(0, 'YYYY-MM-DD'.length)
}

const folder = shipped('dist', 'man')
mkdirSync(folder, { recursive: true })
for (const language of LANGUAGES) {
  const m = messagesFor(language)
  const program = createProgram(m, () => undefined)
  for (const { name, text } of manualPages({ program, m, version: version(), date: dateOf(version()) })) {
    writeFileSync(join(folder, `${name}.1`), text)
  }
}

if (process.argv.includes('--list')) {
  const file = shipped('package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  manifest['man'] = readdirSync(folder)
    .sort()
    .map((page) => `dist/man/${page}`)
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}
