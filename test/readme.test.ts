import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import t from 'tap'
import { ping } from '../collectors/ping.js'
import { loadConfig } from '../src/app/config/load.js'
import { EXIT } from '../src/cli/exit-codes.js'
import { createProgram } from '../src/cli/program.js'
import type { Language } from '../src/i18n/language.js'
import { messagesFor } from '../src/i18n/translator.js'
import { packageRoot, shipped } from '../src/lib/paths.js'
import { listPlugins, loadPlugin } from '../src/lib/plugins.js'
import type { InputKind } from '../src/model/input-kind.js'
import { levelOfRatio } from '../src/model/level.js'
import type { BandwidthProfile } from '../src/model/profile.js'
import { LEVELS } from '../src/model/records.js'
import type { Report } from '../src/model/report.js'
import { cartablePath as cartable, freePort } from './cli/run.js'

const folder = await mkdtemp(join(tmpdir(), 'cartable-readme-'))
t.teardown(() => rm(folder, { recursive: true, force: true }))

/** What a document is made of, in its order. */
interface Page {
  readonly file: string
  readonly language: Language
  readonly text: string
  readonly blocks: readonly { readonly kind: string; readonly text: string }[]
  /** All but the code blocks. */
  readonly prose: string
  readonly headings: readonly string[]
  /** Rows of cells, header first. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}

const BLOCK = /^```(\w*)\n([\s\S]*?)^```$/gm

function readPage(file: string, language: Language): Page {
  const text = readFileSync(join(packageRoot, file), 'utf8')
  const prose = text.replace(BLOCK, '')
  return {
    file,
    language,
    text,
    blocks: [...text.matchAll(BLOCK)].map(([, kind = '', body = '']) => ({ kind, text: body })),
    prose,
    headings: [...prose.matchAll(/^(#+) (.*)$/gm)].map(([heading]) => heading),
    tables: [...prose.matchAll(/(?:^\|.*\|\n)+/gm)].map(([rows]) =>
      rows
        .trim()
        .split('\n')
        .filter((row) => !/^[|\s-]+$/.test(row))
        .map((row) => row.slice(2, -2).split(' | ')),
    ),
  }
}

const readme = readPage('README.md', 'en')
const lisezmoi = readPage('LISEZMOI.md', 'fr')
const pages = [readme, lisezmoi]

/** The names between backquotes. */
const names = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
/** The block of a kind that says something. */
const block = (page: Page, kind: string, has: RegExp): string =>
  page.blocks.find((each) => each.kind === kind && has.test(each.text))?.text ?? ''
/** The table whose rows begin with these names, in any order; its rows by name. */
function tableOf(page: Page, keys: readonly string[]): Map<string, readonly string[]> {
  const byKey = page.tables.map(
    (rows) => new Map(rows.slice(1).map((row) => [(row[0] ?? '').replaceAll('`', ''), row])),
  )
  return byKey.find((rows) => keys.every((key) => rows.has(key)) && rows.size === keys.length) ?? new Map()
}
const snakeCase = (word: string): string => word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const program = createProgram(messagesFor('en'), () => undefined)
/** The help of a command (`map`, `db copy`), or of the program. */
function help(command = ''): string {
  let [asked, text] = [program, '']
  for (const word of command.split(' ').filter((each) => each !== '')) {
    const next = asked.commands.find((each) => each.name() === word || each.aliases().includes(word))
    if (next === undefined) return ''
    asked = next
  }
  asked.configureOutput({ writeOut: (part) => (text += part) }).outputHelp()
  return text
}

/** The commands that a help lists, by English and French name: the program's, or a group's. */
const listed = (group = ''): [name: string, alias: string][] =>
  [...help(group).matchAll(/^ {2}(\w+)\|(\w+)/gm)].map(([, name = '', alias = '']) => [name, alias])
/** The groups, and their commands. */
const groups = new Map(
  listed().flatMap(([name]) => (/^Commands:$/m.test(help(name)) ? [[name, listed(name)] as const] : [])),
)
/** Every command's English name by either of its names; `db copy` by either of both. */
const commandOf = new Map(
  listed().flatMap(([name, alias]) =>
    [name, alias].flatMap((word) => [
      [word, name] as const,
      ...(groups.get(name) ?? []).flatMap(([sub, other]) =>
        [sub, other].map((each) => [`${word} ${each}`, `${name} ${sub}`] as const),
      ),
    ]),
  ),
)
/** What a shell line asks of the program: the command's English name, if it has one, and the words after it. */
function asked(line: string): { readonly name: string | undefined; readonly rest: readonly string[] } {
  const [, verb = '', sub = '', ...rest] = line.split(' ')
  const ofGroup = commandOf.get(`${verb} ${sub}`)
  return ofGroup === undefined ? { name: commandOf.get(verb), rest: line.split(' ').slice(2) } : { name: ofGroup, rest }
}

t.test('the two documents have the same structure', (t) => {
  const levels = (page: Page): number[] => page.headings.map((heading) => heading.indexOf(' '))
  const shape = (page: Page): unknown[] => page.tables.map((rows) => [rows.length, ...rows.map((row) => row.length)])
  t.strictSame(levels(lisezmoi), levels(readme), 'headings')
  t.strictSame(
    lisezmoi.blocks.map(({ kind }) => kind),
    readme.blocks.map(({ kind }) => kind),
    'code blocks',
  )
  t.strictSame(shape(lisezmoi), shape(readme), 'tables')
  for (const pattern of [/!\[[^\]]+\]\([^)]+\)/g, /^- /gm, /\]\((?!docs|README|LISEZMOI)[^)]+\)/g]) {
    t.equal(lisezmoi.text.match(pattern)?.length, readme.text.match(pattern)?.length, String(pattern))
  }
  t.ok(readme.headings.length > 12 && readme.tables.length > 8 && readme.blocks.length > 8, 'they were read')
  t.end()
})

t.test('they open with one sentence and one command', (t) => {
  for (const { file, text } of pages) {
    const [title, sentence = '', , command] = text.split('\n\n')
    t.equal(title, '# cartable', file)
    t.match(sentence, /^cartable [^.]+\.$/, file)
    t.equal(command, '```sh\nnpm run demo\n```', file)
  }
  t.end()
})

/** A shell line as command and flags, whatever the language of its names and of its file names. */
function canonical(line: string): string {
  if (!line.startsWith('cartable ')) return line
  const { name, rest } = asked(line)
  const values = rest.filter((word) => !/\.\w+$/.test(word) && !['carte', 'map', 'surveyed', 'arpenté'].includes(word))
  return ['cartable', name ?? line, ...values.map((word) => WORDS.get(word) ?? word)].join(' ')
}
/** Words after a command that have a French twin. */
const WORDS = new Map([
  ['flotte', 'fleet'],
  ['lister', 'list'],
  ['retirer', 'remove'],
])

t.test('shell blocks give the same commands, which exist with their options', (t) => {
  const lines = (page: Page): string[] =>
    page.blocks
      .filter(({ kind }) => kind === 'sh')
      .flatMap(({ text }) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  t.strictSame(lines(lisezmoi).map(canonical), lines(readme).map(canonical))

  for (const page of pages) {
    const shown = [...lines(page), ...names(page.prose)].filter((line) => /^cartable [a-z]/.test(line))
    t.ok(shown.length > 30, page.file)
    for (const line of shown) {
      const { name, rest } = asked(line.replace(/ && .*/, ''))
      if (!t.ok(name, `${page.file}: ${line}`) || name === undefined) continue
      const told = help(name)
      for (const flag of rest.filter((word) => word.startsWith('--'))) t.match(told, flag, `${page.file}: ${line}`)
      const noun = rest[0] ?? ''
      if (['list', 'import', 'export', 'audit', 'override', 'completion'].includes(name))
        t.match(told, new RegExp(`(?:values?:|,)\\s+${noun}[,)]`), `${page.file}: ${line}`)
    }
  }
  const scripts = (JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as { scripts: Record<string, string> })
    .scripts
  for (const [, script = ''] of readme.text.matchAll(/npm run (?:--\w+ )?(\w+)/g)) t.ok(scripts[script], script)
  t.end()
})

t.test('every command is told with its name in the other language, and those of each group too', (t) => {
  const pairs = listed().map(([name, alias]) => `${name} / ${alias}`)
  t.ok(pairs.length >= 19)
  t.strictSame([...groups.keys()].sort(), ['allocate', 'credentials', 'db', 'import', 'purchase', 'report'])
  for (const page of pages) {
    t.equal(tableOf(page, pairs).size, pairs.length, page.file)
    for (const [group, commands] of groups) {
      const alias = listed().find(([name]) => name === group)?.[1] ?? ''
      const ofGroup = commands.map(([name, other]) => `${group} ${name} / ${alias} ${other}`)
      t.ok(ofGroup.length > 0, group)
      t.equal(tableOf(page, ofGroup).size, ofGroup.length, `${page.file}: ${group}`)
    }
  }
  t.end()
})

t.test('every kind of file that can be imported is told with its columns', async (t) => {
  const ids = listPlugins('src/ingest')
  for (const page of pages) {
    const rows = tableOf(page, ids)
    t.equal(rows.size, ids.length, page.file)
    for (const id of ids) {
      const { columns } = await loadPlugin<InputKind<unknown, never>>('src/ingest', id)
      const [, , required = '', optional = ''] = rows.get(id) ?? []
      const told = (wanted: boolean): string[] => columns.filter((c) => c.required === wanted).map(({ name }) => name)
      t.strictSame(names(required), told(true), `${page.file}: ${id}`)
      t.strictSame(names(optional), told(false), `${page.file}: ${id}`)
    }
  }
})

t.test('every dependency is told with its reason, and no other', (t) => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(shipped('package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  for (const page of pages) {
    for (const wanted of [dependencies, devDependencies].map(Object.keys)) {
      const rows = tableOf(page, wanted)
      t.equal(rows.size, wanted.length, `${page.file}: ${wanted.join(' ')}`)
      for (const [name, [, reason = '']] of rows) t.ok(reason.length > 4, `${page.file}: ${name}`)
    }
  }
  t.end()
})

/** How tests say that they want a package, when it is not by the line that installs it. */
const SKIPS: Readonly<Record<string, RegExp>> = {
  postgresql: /skipWithoutPostgres/,
  'postgresql-postgis': /skipWithoutPostgres[\s\S]*create extension postgis/,
  tmux: /withoutTmux/,
  graphviz: /graphviz is not installed/,
  'python3-networkx': /networkx is not installed/,
}

t.test('the Debian packages are the ones that CI installs, and the tests that they serve are there', (t) => {
  const ci = readFileSync(join(packageRoot, '.ci', 'run'), 'utf8')
  const wanted = (/^packages=\((.*)\)$/m.exec(ci)?.[1] ?? '').split(' ')
  t.ok(wanted.length > 3)
  for (const page of pages) {
    const rows = page.tables.find((table) => table.some(([cell]) => cell === '`snmpd`')) ?? []
    const told = rows.slice(1).flatMap(([cell = '']) => names(cell))
    t.strictSame(told.sort(), [...wanted].sort(), page.file)
    for (const [packages = '', tests = ''] of rows.slice(1)) {
      for (const [, path = ''] of tests.matchAll(/\]\(([^)]+)\)/g)) {
        for (const name of names(packages)) {
          const wanted = SKIPS[name] ?? new RegExp(`apt-get install .*\\b${name}\\b`)
          t.match(readFileSync(join(packageRoot, path), 'utf8'), wanted, `${path}: ${name}`)
        }
      }
    }
  }
  t.end()
})

t.test('every relative link and picture is there', (t) => {
  for (const file of [...pages.map((page) => page.file), 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/README.md']) {
    const text = readFileSync(join(packageRoot, file), 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https:/.test(target)) continue
      t.ok(existsSync(join(packageRoot, dirname(file), target.replace(/#.*/, ''))), `${file}: ${target}`)
    }
  }
  for (const picture of ['map.png', 'carte.png']) {
    const path = join(packageRoot, 'docs', 'images', picture)
    const bytes = readFileSync(path)
    t.strictSame([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1280, 800], 'width and height in its IHDR')
    t.ok(statSync(path).size < 400_000, `${picture} is light`)
  }
  t.end()
})

t.test('the configuration is one that loads, the same in both languages', async (t) => {
  const loaded = await Promise.all(
    pages.map(async (page) => {
      const path = join(folder, `${page.language}.yaml`)
      await writeFile(path, block(page, 'yaml', /credentials:/))
      return loadConfig(path, folder, messagesFor(page.language).config)
    }),
  )
  const [english, french] = loaded
  t.match(english, {
    board: { code: '711000' },
    language: 'en',
    database: join(folder, 'cartable.db'),
    scan: { port: 161, packetsPerSecond: 500, perDevice: 1, timeoutMs: 1500, retries: 1, blackout: '07:30-16:30' },
    bandwidth: { profile: 'ontario-2016' },
    credentials: [{ name: 'v3', version: '3', auth: { key: { vault: 'auth' } } }, { version: '2c' }],
    vault: { file: join(folder, 'acces.coffre'), keyFile: join(folder, 'acces.cle') },
  })
  t.equal(french?.language, 'fr')
  t.strictSame(french?.vault, english?.vault)
  t.strictSame(
    {
      networks: french?.networks,
      scan: french?.scan,
      wan: french?.wan,
      bandwidth: french?.bandwidth,
      equipment: french?.equipment,
    },
    {
      networks: english?.networks,
      scan: english?.scan,
      wan: english?.wan,
      bandwidth: english?.bandwidth,
      equipment: english?.equipment,
    },
  )
})

t.test('every other block of configuration loads, and is the same in both languages', async (t) => {
  const others = (page: Page): string[] =>
    page.blocks.filter(({ kind, text }) => kind === 'yaml' && !text.includes('networks:')).map(({ text }) => text)
  t.strictSame(others(lisezmoi), others(readme))
  const configs = await Promise.all(
    others(readme).map(async (text, i) => {
      const path = join(folder, `other-${i}.yaml`)
      await writeFile(path, text)
      return loadConfig(path, folder, messagesFor('en').config)
    }),
  )
  const credentials = '/run/credentials/cartable-scan.service'
  t.match(configs, [
    {
      database: '/var/lib/cartable/cartable.db',
      credentials: [
        { auth: { key: { file: `${credentials}/snmp_auth` } }, priv: { key: { file: `${credentials}/snmp_priv` } } },
      ],
    },
    { database: 'postgres://cartable@localhost/cartable', databasePassword: { file: './secrets/postgres' } },
  ])
  const unit = readFileSync(shipped('packaging', 'systemd', 'cartable-scan.service'), 'utf8')
  t.match(unit, /^LoadCredential=snmp:\/etc\/cartable\/secrets$/m, 'whence the names of those files')
})

t.test('reasons, levels, exit codes, standards and records are the ones that the program has', async (t) => {
  const profiles = JSON.parse(
    readFileSync(shipped('data', 'reference', 'bandwidth-profiles.json'), 'utf8'),
  ) as readonly BandwidthProfile[]
  for (const page of pages) {
    const m = messagesFor(page.language)
    const reasons = tableOf(page, Object.keys(m.reasons))
    for (const [code, text] of Object.entries(m.reasons)) t.equal(reasons.get(code)?.[1], text, `${page.file}: ${code}`)
    t.equal(tableOf(page, Object.values(EXIT).map(String)).size, Object.keys(EXIT).length, `${page.file}: exit codes`)

    const levels = tableOf(page, LEVELS)
    t.equal(levels.size, LEVELS.length, `${page.file}: levels`)
    for (const level of ['ok', 'tight', 'short'] as const) {
      const from = Number(/[\d.,]+/.exec(levels.get(level)?.[2] ?? '')?.[0].replace(',', '.'))
      t.equal(levelOfRatio(from), level, `${page.file}: ${level} from ${from}`)
      t.not(levelOfRatio(from - 0.001), level)
    }
    for (const { id } of profiles) t.ok(names(page.prose).includes(id), `${page.file}: ${id}`)

    const told = page.tables.flat().map((row) => names(row[2] ?? '').join(' '))
    for (const id of ['gaps', 'shortfalls', 'allocation', 'fleet-audit', 'lists/links']) {
      const { columns } = await loadPlugin<Report<Record<string, unknown>>>(
        join('src', 'reports', dirname(id)),
        basename(id),
      )
      t.ok(told.includes(columns.map(({ key }) => snakeCase(key)).join(' ')), `${page.file}: columns of ${id}`)
    }
  }
})

t.test('a timer runs a scan: the units that are installed are the ones that come with the program', (t) => {
  const units = readdirSync(shipped('packaging', 'systemd')).sort()
  const service = readFileSync(shipped('packaging', 'systemd', 'cartable-scan.service'), 'utf8')
  const [, program = '', config = ''] = /^ExecStart=(\S+) --config (\S+) scan$/m.exec(service) ?? []
  t.match(service, `\nSuccessExitStatus=${EXIT.incomplete}\n`)
  for (const page of pages) {
    const shell = block(page, 'sh', /systemctl/)
    t.strictSame([...shell.matchAll(/packaging\/systemd\/(\S+)/g)].map(([, unit]) => unit).sort(), units, page.file)
    for (const [, unit = ''] of shell.matchAll(/(cartable-\w+\.(?:service|timer))$/gm)) t.ok(units.includes(unit), unit)
    t.match(shell, new RegExp(` ${/^User=(\w+)$/m.exec(service)?.[1] ?? 'User='}$`, 'm'), 'the account is made')
    t.ok(names(page.prose).includes(program), `${page.file}: ${program}`)
    t.ok(names(page.prose).includes(config), `${page.file}: ${config}`)
    const [, there = '', its = '', verb = ''] =
      /^30 1 \* \* \* cartable (\S+) --config (\S+) (\w+) /.exec(block(page, 'text', /^30 1 \* \* \*/)) ?? []
    t.strictSame([there, its, commandOf.get(verb)], [program, config, 'scan'], `${page.file}: cron`)
  }
  t.end()
})

t.test('the screen that is shown is the one that the interface draws', (t) => {
  for (const [page, screen] of [
    [readme, join('en', 'overview-80x24.txt')],
    [lisezmoi, join('fr', 'apercu-80x24.txt')],
  ] as const) {
    const drawn = readFileSync(join(packageRoot, 'docs', 'interface', screen), 'utf8')
    t.equal(block(page, 'text', /^ cartable  /).trimEnd(), drawn.trimEnd(), page.file)
  }
  t.end()
})

t.test('French is spaced as it is written in Québec', (t) => {
  const prose = lisezmoi.prose.replace(/`[^`]*`/g, '`x`')
  const wrong = prose.split('\n').filter((line) => / [:%$»](?: |$)|[^ |:][ \u00a0\u202f][;!?]|« |[’]/.test(line))
  t.strictSame(
    wrong.filter((line) => !tableOf(lisezmoi, Object.keys(messagesFor('fr').reasons)).has(names(line)[0] ?? '')),
    [],
  )
  t.end()
})

t.test('every device family is in the changelog', (t) => {
  const told = names(readFileSync(join(packageRoot, 'CHANGELOG.md'), 'utf8'))
  for (const family of listPlugins('collectors/snmp/profiles')) t.ok(told.includes(family), family)
  t.end()
})

t.test('no document tells a path of the machine where it was written', (t) => {
  for (const file of ['README.md', 'LISEZMOI.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'data/README.md']) {
    t.notMatch(readFileSync(join(packageRoot, file), 'utf8'), /\/(?:home|root|tmp|work|Users|mnt)\/|[A-Z]:\\/, file)
  }
  t.end()
})

/** Everything that the demonstration prints, results and notices in the order in which they came. */
async function demo(language: Language): Promise<string> {
  const path = join(folder, `${language}.txt`)
  const output = openSync(path, 'w')
  const env = { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder }
  const args = [cartable, 'demo', '--lang', language, '--port', String(await freePort())]
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', output, output] })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  closeSync(output)
  const printed = readFileSync(path, 'utf8')
  if (code !== EXIT.done) throw new Error(printed)
  return printed
}

/** Durations, packets and bytes change from one run to the next, and where the program is from one folder to another. */
const steady = (text: string): string =>
  text
    .replace(/\d+(?:[.,]\d+)?(\s)s$/gm, '0$1s')
    .replace(/\d[\d\s,]*(\s(?:packets|paquets))/g, '0$1')
    .replace(/\d[\d\s,]*(\s(?:kB|ko))$/gm, '0$1')
    .replace(/node \S*dist\/bin\/cartable\.js/, 'node dist/bin/cartable.js')

const noPing =
  (await ping('127.0.0.1', { timeoutMs: 1000 })).status === 'alive' ? false : 'apt-get install iputils-ping'

t.test('the demonstration prints what the documents show', { skip: noPing, timeout: 400_000 }, async (t) => {
  for (const page of pages) {
    const shown = block(page, 'text', /^1\. /)
    t.equal(steady(await demo(page.language)), steady(shown), page.file)
    const printed = [...shown.matchAll(/cartable-demo\/\S+/g)].map(([path]) => path)
    t.ok(printed.length >= 8)
    for (const path of printed) t.ok(existsSync(join(folder, path)), path)

    const config = join(folder, 'cartable-demo', 'cartable.yaml')
    const devices = spawnSync(process.execPath, [cartable, '--config', config, 'export', 'devices'], {
      encoding: 'utf8',
    })
    const [first = '{}'] = devices.stdout.split('\n')
    const told = page.tables.flat().map((row) =>
      names(row[2] ?? '')
        .sort()
        .join(' '),
    )
    const fieldsOf = (json: string): string =>
      Object.keys(JSON.parse(json) as object)
        .sort()
        .join(' ')
    t.ok(told.includes(fieldsOf(first)), `${page.file}: fields of a device`)
    const args = [cartable, '--config', config, 'scan', '--targets', '127.0.0.1', '--json']
    const scan = spawnSync(process.execPath, args, { encoding: 'utf8' })
    t.ok(told.includes(fieldsOf(scan.stdout)), `${page.file}: fields of a scan`)
  }
})
