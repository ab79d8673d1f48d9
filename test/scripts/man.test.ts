import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { EXIT } from '../../src/cli/exit-codes.js'
import { createProgram } from '../../src/cli/program.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { plain, term } from '../../scripts/man/roff.js'
import { run } from '../cli/run.js'

const folder = shipped('dist', 'man')
const pages = readdirSync(folder).sort()
const { commands } = createProgram(messagesFor('en'), () => undefined)

const mandoc = (await run('mandoc', ['-Tutf8', '/dev/null'])).code !== null
const skipMandoc = mandoc ? false : 'apt-get install mandoc'
const groff = (await run('groff', ['--version'])).code === 0
const skipGroff = groff ? false : 'apt-get install groff-base'

/** A page as it is read, without the ways in which a terminal shows bold. */
async function shown(page: string): Promise<string> {
  const { out } = await run('mandoc', ['-Tutf8', '-Owidth=200', join(folder, page)])
  return out.replace(/.\u0008/gu, '').replaceAll('\u00a0', ' ')
}

t.test('each command has a page under its name in each language, and the program has one', (t) => {
  const names = commands.flatMap((command) =>
    [command.name(), ...command.aliases()].map((name) => `cartable-${name}.1`),
  )
  t.strictSame(pages, [...new Set(['cartable.1', 'cartable.fr.1', ...names])].sort())
  const { man } = JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as { man: readonly string[] }
  t.strictSame(
    man,
    pages.map((page) => `dist/man/${page}`),
    'package.json names them: node dist/scripts/man.js --list',
  )
  t.end()
})

t.test('mandoc finds nothing wrong in a page', { skip: skipMandoc }, async (t) => {
  const ran = await run('mandoc', ['-Tlint', '-Wwarning', ...pages.map((page) => join(folder, page))])
  t.strictSame(ran, { code: 0, out: '', err: '' })
})

t.test('groff sets a page without a warning', { skip: skipGroff }, async (t) => {
  for (const page of pages) {
    const ran = await run('groff', ['-man', '-ww', '-z', '-k', '-Tutf8', join(folder, page)])
    t.strictSame(ran, { code: 0, out: '', err: '' }, page)
  }
})

t.test('a page tells every option of its command, exit codes, files and variables', { skip: skipMandoc }, async (t) => {
  for (const command of commands) {
    for (const name of [command.name(), ...command.aliases()]) {
      const text = await shown(`cartable-${name}.1`)
      for (const { long } of command.options) t.match(text, long ?? '', `cartable-${name}.1`)
      t.match(text, `cartable ${name}`)
      for (const code of Object.values(EXIT))
        t.match(text, new RegExp(`^ +${code} `, 'm'), `cartable-${name}.1: ${code}`)
    }
  }
  const [english, french] = [await shown('cartable.1'), await shown('cartable.fr.1')]
  for (const heading of ['NAME', 'SYNOPSIS', 'COMMANDS', 'ENVIRONMENT', 'FILES', 'EXIT STATUS', 'EXAMPLES', 'SEE ALSO'])
    t.match(english, new RegExp(`^${heading}$`, 'm'))
  for (const heading of [
    'NOM',
    'SYNOPSIS',
    'COMMANDES',
    'ENVIRONNEMENT',
    'FICHIERS',
    'CODE DE SORTIE',
    'EXEMPLES',
    'VOIR AUSSI',
  ])
    t.match(french, new RegExp(`^${heading}$`, 'm'))
  for (const text of [english, french]) {
    for (const word of ['CARTABLE_LANG', 'NO_COLOR', 'cartable.yaml', 'cartable.db', 'cartable-scan']) {
      if (word !== 'cartable-scan' || text === english) t.match(text, word)
    }
  }
  t.match(french, 'cartable-balayer(1)')
  t.match(await shown('cartable-balayer.1'), "balaie les réseaux : qui répond, ce que c'est, à quoi c'est relié")
})

t.test('what is typed can be copied, and no text passes for a request', { skip: skipMandoc }, async (t) => {
  const source = `.TH X 1 2026-01-01 x y\n.SH X\n${plain(String.raw`.so /etc/passwd \n 'quoted' ~ ^ a back\slash`)}\n.TP\n${term('-o, --dry-run <file>')}\nx\n`
  const ran = await run('sh', ['-c', 'printf %s "$1" | mandoc -Tutf8 -Owidth=200', 'sh', source])
  const text = ran.out.replace(/.\u0008/gu, '')
  t.match(text, String.raw`.so /etc/passwd \n 'quoted' ~ ^ a back\slash`)
  t.match(text, '-o, --dry-run <file>')
  t.match(readFileSync(join(folder, 'cartable-scan.1'), 'utf8'), String.raw`\fB\-\-dry\-run\fP`)
})
