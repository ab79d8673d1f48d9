import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { writeCheapVault } from '../cli/cheap-vault.js'
import { cartable, cartablePath, folderFor, freePort } from '../cli/run.js'
import { terminal, withoutTmux, type Terminal } from './terminal.js'

const skip = await withoutTmux()
const SIZE = { columns: 80, rows: 24 }
const COMMAND = `${process.execPath} ${cartablePath} --lang fr tui`
/** What it shows first, where there is no database yet. */
const READY = /Aucune base de données/

t.test('without a terminal, the interface says so and what to do instead', async (t) => {
  for (const [language, word] of [
    ['fr', 'cartable lister'],
    ['en', 'cartable list'],
  ] as const) {
    const { code, out, err } = await cartable(['tui', '--lang', language])
    t.equal(code, 2)
    t.equal(out, '')
    t.match(err, word)
    t.notMatch(err, /\u001b/)
  }
  t.equal((await cartable(['interface'])).code, 2, 'it has a French name too')
})

t.test('without a database it says where one will be, and how to begin', { skip }, async (t) => {
  const folder = await folderFor(t)
  await writeFile(join(folder, 'cartable.yaml'), 'board: { code: "711000", name: Essai }\n')
  const window = await terminal(t, { ...SIZE, cwd: folder })
  await window.type(COMMAND)
  const screen = await window.until(READY)
  t.match(screen, 'cartable importer schools')
  await window.keys('4')
  await window.until(/Aucun accès SNMP n'est configuré/)
  await window.keys('q')
  await window.until(/^prompt>$/m)
})

/** The screen's lines one after the other: a long one is cut at the edge, in the middle of a word. */
const unwrapped = (screen: string): string => screen.replaceAll('\n', '')

t.test('the key of a vault is asked for before the screen is taken, and a scan then finds it', { skip }, async (t) => {
  const folder = await folderFor(t)
  await writeCheapVault(folder, { lecture: 'outardes-lecture' })
  await writeFile(
    join(folder, 'cartable.yaml'),
    `networks: [{ cidr: 127.98.250.1/32 }]
scan: { port: ${await freePort()}, timeoutMs: 50, retries: 0 }
credentials: [{ name: lecture, version: 2c, community: { vault: lecture } }]
`,
  )
  const key = (await readFile(join(folder, 'acces.cle'), 'utf8')).trim()
  const window = await terminal(t, { ...SIZE, cwd: folder })
  const scanned = async (then: RegExp): Promise<void> => {
    await window.until(READY)
    await window.keys('4')
    await window.until(/1 adresse/)
    await window.keys('p', 'Enter')
    await window.until(/o oui/)
    await window.keys('o')
    await window.until(then)
    await window.keys('q')
    await window.until(/^prompt>$/m)
  }
  await window.type(`clear; ${COMMAND}`)
  t.match(await window.until(/Clé du coffre\s: *$/m), /Pour balayer d'ici, donnez la clé/)
  t.equal(await window.ask('#{alternate_on}'), '0')
  await window.type('quatre mots sans rapport')
  t.match(unwrapped(await window.until(/^prompt>$/m)), /ne s'ouvre pas\s: la clé tapée n'est pas la sienne/)

  await window.type(`clear; ${COMMAND}`)
  await window.until(/Clé du coffre\s: *$/m)
  await window.keys('Enter')
  await scanned(/Le coffre est resté fermé/)

  await window.type(`clear; ${COMMAND}`)
  await window.until(/Clé du coffre\s: *$/m)
  await window.type(key)
  await scanned(/Balayage terminé/)
  await window.type(`clear; ${COMMAND.replace('--lang fr', '--lang en')} 2>err.txt; echo "code $?"; cat err.txt`)
  t.match(unwrapped(await window.until(/^code 1[\s\S]*^prompt>$/m)), /cannot be asked for/)
})

/** The terminal's settings, the cursor, and whether the shell still takes a command. */
const settings = async (window: Terminal): Promise<string> => {
  await window.type('clear; stty -a; echo done-$((40+2))')
  const screen = await window.until(/done-42/)
  return screen.replace(/^prompt> .*$/gm, '').trim()
}

t.test('leaving gives the terminal back as it was, with what was on it', { skip }, async (t) => {
  const window = await terminal(t, { ...SIZE, cwd: await folderFor(t) })
  const before = await settings(window)
  await window.type('clear; echo avant')
  await window.until(/^avant$/m)
  await window.type(COMMAND)
  await window.until(READY)
  t.equal(await window.ask('#{alternate_on}'), '1')
  await window.keys('q')
  t.match(await window.until(/^prompt>$/m), /^avant$/m)
  t.equal(await window.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}'), '0 1 1')
  t.equal(await settings(window), before)
})

for (const [how, crash] of [
  ['an uncaught exception', `throw new Error('boum')`],
  ['a rejected promise that nobody awaits', `Promise.reject(new Error('boum'))`],
] as const) {
  t.test(`after ${how}, the terminal is as it was, and the error is told`, { skip }, async (t) => {
    const module = join(await folderFor(t), `crash-${crash.slice(0, 5)}.mjs`)
    await writeFile(module, `process.on('SIGUSR2', () => { ${crash} })`)
    const window = await terminal(t, { ...SIZE, cwd: await folderFor(t) })
    const before = await settings(window)
    await window.type(`clear; NODE_OPTIONS='--import ${module}' ${COMMAND}; echo "code $?"`)
    await window.until(READY)
    const pid = await foreground(window)
    process.kill(pid, 'SIGUSR2')
    t.match(await window.until(/code \d/), /Error: boum[\s\S]*code 1$/m)
    t.equal(await window.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}'), '0 1 1')
    t.equal(await settings(window), before)
  })
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  t.test(`${signal} ends it cleanly`, { skip }, async (t) => {
    const window = await terminal(t, { ...SIZE, cwd: await folderFor(t) })
    const before = await settings(window)
    await window.type(`clear; ${COMMAND}; echo "code $?"`)
    await window.until(READY)
    process.kill(await foreground(window), signal)
    t.match(await window.until(/code \d/), /code 130$/m)
    t.equal(await window.ask('#{alternate_on} #{cursor_flag} #{wrap_flag}'), '0 1 1')
    t.equal(await settings(window), before)
  })
}

t.test('Ctrl-Z gives the shell back for a while', { skip }, async (t) => {
  const window = await terminal(t, { ...SIZE, cwd: await folderFor(t) })
  await window.type(COMMAND)
  await window.until(READY)
  await window.keys('C-z')
  await window.until(/Stopped/)
  t.equal(await window.ask('#{alternate_on} #{cursor_flag}'), '0 1')
  await window.type('fg')
  await window.until(READY)
  t.equal(await window.ask('#{alternate_on} #{cursor_flag}'), '1 0')
  await window.keys('C-c')
  await window.until((text) => !text.includes('Aucune base'))
})

/** The process that has the terminal: node, started by the window's shell. */
async function foreground(window: Terminal): Promise<number> {
  const shell = await window.ask('#{pane_pid}')
  const children = await readFile(`/proc/${shell}/task/${shell}/children`, 'utf8')
  return Number(children.trim().split(' ').at(-1))
}
