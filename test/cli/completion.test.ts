import { readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { complete, completionText } from '../../src/cli/complete.js'
import { createProgram } from '../../src/cli/program.js'
import type { Language } from '../../src/i18n/language.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { cartable, cartablePath, cartableProcess, folderFor, run } from './run.js'

const script = (name: string): string => shipped('packaging', 'completion', name)

/** A folder with files to complete, and a PATH where `cartable` is the built one. */
async function workplace(t: Test): Promise<{ cwd: string; env: NodeJS.ProcessEnv }> {
  const folder = await folderFor(t)
  const cwd = join(folder, 'here')
  const bin = join(folder, 'bin')
  await mkdir(join(cwd, 'dossier'), { recursive: true })
  await mkdir(bin)
  await writeFile(join(cwd, 'mes écoles.csv'), '')
  await writeFile(join(cwd, 'autre.csv'), '')
  await chmod(cartablePath, 0o755)
  await symlink(cartablePath, join(bin, 'cartable'))
  const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, HOME: folder, LANG: 'C.UTF-8', TERM: 'dumb' }
  return { cwd, env }
}

/** What is offered for a line, as the shells' scripts read it. */
function offered(language: Language, ...line: readonly string[]): string {
  const m = messagesFor(language)
  return completionText(
    complete(
      createProgram(m, () => undefined),
      line,
      m,
    ),
  )
}

const words = (text: string): string[] =>
  text
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split('\t')[0] ?? '')

t.test('the words that may follow are those of the grammar, in both languages', (t) => {
  const cases: readonly (readonly [line: readonly string[], expected: readonly string[]])[] = [
    [['sca'], ['scan']],
    [['balay'], ['balayer']],
    [['list'], ['list', 'lister']],
    [['lister', 'wan'], ['wan-links']],
    [['list', 'neigh'], ['neighbours']],
    [['import', 'sch'], ['schools']],
    [
      ['exporter', ''],
      ['devices', 'links', 'bundle'],
    ],
    [['aide', 'balay'], ['balayer']],
    [['export', 'devices', '--f'], ['--format']],
    [['gaps', '--format', 'c'], ['csv']],
    [['gaps', '--format=c'], ['csv']],
    // bash cuts at the equals sign.
    [['gaps', '--format', '=', 'c'], ['csv']],
    [
      ['gaps', '--format', '='],
      ['table', 'csv', 'json'],
    ],
    [['map', '--format', 'geojson,h'], ['geojson,html']],
    [
      ['gaps', '--profile', 'setda-20'],
      ['setda-2023', 'setda-2020', 'setda-2017'],
    ],
    [
      ['--lang', ''],
      ['fr', 'en'],
    ],
    [['show', ''], []],
    [['scan', '--json', '--js'], []],
    [['nonsense', ''], []],
    [['list', '--', '--j'], []],
  ]
  for (const [line, expected] of cases) {
    const found = words(offered('fr', ...line))
    // What a later version adds is no fault.
    for (const word of expected) t.ok(found.includes(word), `${line.join(' ')}: ${found.join(' ')}`)
    if (expected.length < 3) t.strictSame(found, expected, line.join(' '))
  }
  t.equal(offered('fr', 'import', 'schools', ''), 'files\n')
  t.equal(offered('fr', 'map', '--out', ''), 'folders\n')
  t.equal(offered('fr', '--config', ''), 'files\n')
  t.equal(offered('fr', 'base', 'copier', ''), 'files\n')
  t.equal(offered('fr', 'base', 'restaurer', ''), 'files\n')
  t.strictSame(words(offered('en', 'db', 'cop')), ['copy', 'copier'])
  const [french, english] = [words(offered('fr', '')), words(offered('en', ''))]
  t.ok(french.includes('balayer') && !french.includes('scan'), 'nothing typed: the user’s language alone')
  t.ok(english.includes('scan') && !english.includes('balayer'))
  t.match(offered('en', 'scan', '--dry'), /^words\n--dry-run\tshow what would be asked/)
  t.end()
})

t.test('a Tab makes no file, opens no database and reads no secret', async (t) => {
  const { cwd, env } = await workplace(t)
  await writeFile(
    join(cwd, 'cartable.yaml'),
    'language: en\ndatabase: ./a.db\ncredentials: [{ name: a, version: 2c, community: { file: ./key } }]\n',
  )
  await writeFile(join(cwd, 'a.db'), 'no database')
  await writeFile(join(cwd, 'key'), 'hunter2', { mode: 0o666 })
  const before = await readdir(cwd)
  const ran = await cartableProcess(['__complete', 'show', 'dev', '--j'], { cwd, env })
  t.strictSame(ran, { code: 0, out: 'words\n--json\tresult as JSON, for programs\n', err: '' })
  await writeFile(join(cwd, 'cartable.yaml'), ': broken [')
  t.equal((await cartableProcess(['__complete', '--config', 'absent.yaml', 'sca'], { cwd, env })).code, 0)
  t.strictSame(await readdir(cwd), before)
})

t.test('each shell is given its script; another one is refused with those that there are', async (t) => {
  for (const [shell, file] of [
    ['bash', 'cartable.bash'],
    ['zsh', '_cartable'],
    ['fish', 'cartable.fish'],
  ] as const) {
    for (const verb of ['completion', 'completer']) {
      const ran = await cartable([verb, shell])
      t.strictSame(ran, { code: 0, out: readFileSync(script(file), 'utf8'), err: '' })
    }
  }
  const other = await cartable(['completion', 'tcsh', '--lang', 'en'])
  t.equal(other.code, 2)
  t.match(other.err, /"tcsh" does not fit <shell>; allowed values: bash, zsh, fish/)
  t.notMatch((await cartable(['--help'])).out, '__complete')
})

/** Lines as they are typed, and what they must become. */
const typed: readonly (readonly [line: string, becomes: string])[] = [
  ['cartable sca', 'cartable scan'],
  ['cartable mont', 'cartable montrer'],
  ['cartable list interf', 'cartable list interfaces'],
  ['cartable list devices --js', 'cartable list devices --json'],
  ['cartable list --format=js', 'cartable list --format=json'],
  ['cartable map --format geojson,h', 'cartable map --format geojson,html'],
  ['cartable import schools mes', String.raw`cartable import schools mes\ écoles.csv`],
  ['cartable map --out dos', 'cartable map --out dossier'],
]
const trimmed = (line: string): string => line.replace(/[\s/]+$/, '')

const bash = await run('script', ['--version'])
t.test(
  'bash completes as a person types',
  { skip: bash.code === 0 ? false : 'apt-get install bsdutils' },
  async (t) => {
    const { cwd, env } = await workplace(t)
    // Each line is completed, then kept in the history instead of being run.
    const keys = typed.map(([line]) => `${line}\t\u0001: \n`).join('')
    await writeFile(
      join(cwd, 'keys'),
      `PS1=; HISTCONTROL=; history -c; source '${script('cartable.bash')}'; history -c\n${keys}history > history\nexit\n`,
    )
    const ran = await run('sh', ['-c', "script -q -c 'bash --norc -i' /dev/null < keys"], { cwd, env })
    const kept = readFileSync(join(cwd, 'history'), 'utf8').split('\n')
    const lines = kept.flatMap((line) => /^\s*\d+\s+: (cartable .*)$/.exec(line)?.[1] ?? []).map(trimmed)
    t.strictSame(
      lines,
      typed.map(([, becomes]) => becomes),
      ran.out,
    )
  },
)

t.test('bash never runs what a half-typed line holds', async (t) => {
  const { cwd, env } = await workplace(t)
  const line = `source '${script('cartable.bash')}'
    COMP_WORDS=(cartable list '$(touch run)' '\`touch run\`' ''); COMP_CWORD=4
    _cartable cartable 2>/dev/null; echo "\${#COMPREPLY[@]}"`
  t.match((await run('bash', ['-c', line], { cwd, env })).out, /^[1-9]\d*\n$/, 'options are offered')
  t.notOk((await readdir(cwd)).includes('run'))
})

const ZSH = `zmodload zsh/zpty
zpty z 'zsh -f -i'
zpty -w z "PS1=; autoload -Uz compinit && compinit -u -D; source $1; print rea''dy"
while zpty -r z text; do [[ $text == *ready* ]] && break; done
shift
for line in "$@"; do
  zpty -w -n z "$line"$'\\t\\x01print -r -- "<\\x05>"\\n'
  while zpty -r z text; do [[ $text == *'<cartable'*'>'* && $text != *'print -r'* ]] && { print -r -- $text; break }; done
done
zpty -d z
`

const zsh = (await run('zsh', ['--version'])).code === 0
t.test(
  'zsh completes as a person types',
  { skip: zsh ? false : 'apt-get install zsh', timeout: 300_000 },
  async (t) => {
    const { cwd, env } = await workplace(t)
    await writeFile(join(cwd, 'type.zsh'), ZSH)
    const ran = await run('zsh', ['-f', 'type.zsh', script('_cartable'), ...typed.map(([line]) => line)], { cwd, env })
    const lines = [...ran.out.matchAll(/<(cartable [^>]*)>/g)].map(([, line = '']) => trimmed(line))
    t.strictSame(
      lines,
      typed.map(([, becomes]) => becomes),
      ran.out + ran.err,
    )
  },
)

const fish = (await run('fish', ['--version'])).code === 0
t.test('fish completes as a person types', { skip: fish ? false : 'apt-get install fish' }, async (t) => {
  const { cwd, env } = await workplace(t)
  const lines = typed.map(([line]) => `complete -C '${line}'; echo ==`).join('\n')
  const ran = await run('fish', ['--no-config', '-c', `source '${script('cartable.fish')}'\n${lines}`], { cwd, env })
  const answers = ran.out.split('==\n').slice(0, -1)
  t.equal(answers.length, typed.length, ran.err)
  for (const [i, [line, becomes]] of typed.entries()) {
    // fish gives the last word alone, unquoted.
    const word = becomes
      .replaceAll(String.raw`\ `, '\u0000')
      .split(' ')
      .at(-1)
      ?.replaceAll('\u0000', ' ')
    t.strictSame(
      (answers[i] ?? '')
        .trim()
        .split('\n')
        .map((each) => trimmed(each.split('\t')[0] ?? '')),
      [word],
      line,
    )
  }
})
