import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { ping } from '../collectors/ping.js'
import { allPages } from '../scripts/docs/pages.js'
import { createProgram } from '../src/cli/program.js'
import { LANGUAGES } from '../src/i18n/language.js'
import { messagesFor } from '../src/i18n/translator.js'
import { packageRoot } from '../src/lib/paths.js'

const docs = join(packageRoot, 'docs')
const read = (path: string): string => readFileSync(join(docs, path), 'utf8')

const TWINS = [
  ['LISEZMOI.md', 'README.md'],
  ['fr/guide-technicien.md', 'en/technician.md'],
  ['fr/guide-planificateur.md', 'en/planner.md'],
  ['fr/guide-soutien.md', 'en/support.md'],
  ['fr/guide-budget.md', 'en/budget.md'],
  ['fr/reference/commandes.md', 'en/reference/commands.md'],
  ['fr/reference/configuration.md', 'en/reference/configuration.md'],
  ['fr/reference/donnees.md', 'en/reference/data.md'],
  ['fr/reference/colonnes.md', 'en/reference/columns.md'],
  ['fr/reference/familles.md', 'en/reference/families.md'],
] as const

const BLOCK = /^```(\w*)\n[\s\S]*?^```$/gm
const markdown = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))

t.test('every page of docs/ is made, and each has its twin', (t) => {
  t.strictSame(markdown.map((file) => file.replaceAll('\\', '/')).sort(), TWINS.flat().sort())
  t.end()
})

t.test('twins have the same headings, code blocks, lists, tables and links', (t) => {
  for (const [french, english] of TWINS) {
    const shape = (path: string): unknown => {
      const text = read(path)
      const prose = text.replace(BLOCK, '')
      return {
        headings: [...prose.matchAll(/^#+ /gm)].map(String),
        blocks: [...text.matchAll(BLOCK)].map(([, kind]) => kind),
        items: prose.match(/^(-|\d+\.) /gm)?.length,
        rows: [...prose.matchAll(/^\| --- .*$/gm)].map(String),
        links: prose.match(/\]\(/g)?.length,
      }
    }
    t.strictSame(shape(french), shape(english), `${french} and ${english}`)
  }
  t.end()
})

t.test('every relative link of docs/ leads somewhere', (t) => {
  let links = 0
  for (const file of markdown) {
    const text = read(file).replace(BLOCK, '')
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue
      links++
      const [path = '', anchor] = target.split('#')
      t.ok(existsSync(join(docs, dirname(file), path)), `${file}: ${target}`)
      if (anchor !== undefined) t.match(text, new RegExp(`^#+ ${anchor}$`, 'm'), `${file}: ${target}`)
    }
  }
  t.ok(links > 60)
  t.end()
})

t.test('every command of the program is in the reference, under its name in each language, and no other is', (t) => {
  for (const language of LANGUAGES) {
    const program = createProgram(messagesFor(language), () => undefined)
    const own = (command: { name(): string; aliases(): string[] }): string =>
      language === 'fr' ? (command.aliases()[0] ?? command.name()) : command.name()
    const wanted = program.commands.flatMap((command) => [
      own(command),
      ...command.commands.map((each) => `${own(command)} ${own(each)}`),
    ])
    const text = read(language === 'fr' ? 'fr/reference/commandes.md' : 'en/reference/commands.md')
    const told = [...text.matchAll(/^```text\ncartable ([a-z]+(?: [a-z]+)?)\b/gm)].map(([, name = '']) => name)
    t.strictSame(told.sort(), wanted.sort(), language)
  }
  t.end()
})

t.test('the pages show nothing of the machine where they were made', (t) => {
  for (const file of markdown) {
    t.notMatch(read(file), /\/tmp\/|\/home\/|\/root\b|node_modules|\b[0-9a-f]{8}-[0-9a-f]{4}-/, file)
    for (const line of read(file).split('\n')) t.notMatch(line, /\s$/, `${file}: ${line}`)
  }
  t.end()
})

const hasPing = (await ping('127.0.0.1', { timeoutMs: 1000 })).status === 'alive'
const skip =
  process.platform === 'win32'
    ? 'the guides are played in a POSIX shell'
    : hasPing
      ? false
      : 'ping is missing: apt-get install iputils-ping'

t.test('the guides are what the program does, and the reference what it is', { skip }, async (t) => {
  const pages = await allPages()
  t.strictSame([...pages.keys()].sort(), TWINS.flat().sort())
  for (const [path, text] of pages) t.equal(read(path), text, `docs/${path} is no longer true: run npm run docs`)
})
