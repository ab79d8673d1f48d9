import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { loadConfig } from '../../src/app/config/load.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { shipped } from '../../src/lib/paths.js'
import { openStore } from '../../src/store/database.js'
import { cartablePath, folderFor, freePort } from '../cli/run.js'
import { terminal, withoutTmux, type Terminal } from './terminal.js'

interface Expected {
  readonly address: string
  readonly sysName: string | null
  readonly serialNumber: string | null
  readonly building: string
  readonly status: string
}

const samples = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(shipped('data', 'samples', file), 'utf8')) as T

const skip = await withoutTmux()

t.test('the interface in a real terminal', { skip }, async (t) => {
  const folder = await folderFor(t)
  // The simulated board answers until the test ends.
  const demo = spawn(
    process.execPath,
    [cartablePath, 'demo', '--out', join(folder, 'demo'), '--port', String(await freePort()), '--keep-running'],
    { cwd: folder, env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  t.teardown(async () => {
    const gone = once(demo, 'exit')
    if (demo.kill('SIGINT')) await gone
  })
  await new Promise<void>((resolve, reject) => {
    let told = ''
    demo.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text
      if (told.includes('snmpwalk')) resolve()
    })
    demo.on('exit', () => reject(new Error(told)))
  })
  const { devices } = await samples<{ devices: readonly Expected[] }>('attendu.json')
  const hand = await samples<{ gaps: readonly { building: string; level: string }[] }>('calcul.json')
  const command = (config = 'demo', flags = ''): string =>
    `${process.execPath} ${cartablePath} --config ${config}/cartable.yaml ${flags} tui`
  const open = async (
    t: Parameters<typeof terminal>[0],
    size: { columns: number; rows: number },
    line = command(),
    env: NodeJS.ProcessEnv = {},
  ): Promise<Terminal> => {
    const window = await terminal(t, { ...size, cwd: folder, env })
    await window.type(line)
    return window
  }
  const SMALL = { columns: 80, rows: 24 }
  const LARGE = { columns: 200, rows: 50 }
  const numberOf = (status: string): number => devices.filter((each) => each.status === status).length

  await t.test('at 80 × 24 the overview counts what the simulated board was made with', async (t) => {
    const window = await open(t, SMALL)
    const screen = await window.until(/À regarder/)
    const lines = screen.split('\n')
    t.match(screen, new RegExp(`Appareils {2}${devices.length}`))
    t.match(screen, new RegExp(`● {2}lu +${numberOf('answered')} `))
    t.match(screen, new RegExp(`◐ {2}lu en partie +${numberOf('partial')} `))
    t.match(screen, new RegExp(`○ {2}non lu +${numberOf('failed')} `))
    for (const level of ['critical', 'short', 'tight', 'ok', 'unlinked', 'unknown'] as const) {
      const word = messagesFor('fr').gaps[`level-${level}`]
      const count = hand.gaps.filter((gap) => gap.level === level).length
      t.match(screen, new RegExp(`${word} +${count}\\b`), level)
    }
    t.match(lines[23], /\? aide {2}q quitter/)
    t.equal(await window.ask('#{cursor_flag}'), '0', 'the cursor is hidden')
    await window.keys('q')
    await window.until(/^prompt>$/m)
  })

  await t.test('a few letters find a device, Enter shows its card', async (t) => {
    const window = await open(t, SMALL)
    await window.until(/À regarder/)
    await window.keys('2', '/', 'eiders')
    const screen = await window.until(/Filtre\u00a0: eiders/)
    const wanted = devices.filter(({ sysName }) => sysName?.startsWith('eiders') === true)
    t.ok(wanted.length > 1)
    t.strictSame(
      [...screen.matchAll(/● (127\.\S+) +(eiders\S+)/g)].map(([, address, name]) => `${address} ${name}`),
      wanted.map(({ address, sysName }) => `${address} ${sysName}`),
    )
    t.match(screen, `1 de ${wanted.length} (${devices.length} en tout)`)
    await window.keys('Enter', 'Enter')
    const [first] = wanted
    t.match(await window.until(/Numéro de série/), first?.serialNumber ?? 'none')
    await window.keys('Escape', 'Escape')
    await window.until((text) => !text.includes('Filtre'))
    await window.keys('/', 'introuvable')
    await window.until(/Rien ne correspond à «\u00a0introuvable\u00a0»/)
    await window.keys('Escape', 'q')
    await window.until(/^prompt>$/m)
  })

  await t.test('at 200 × 50, in English, a list stands beside the card of what is chosen', async (t) => {
    const window = await open(t, LARGE, command('demo', '--lang en'))
    await window.until(/To look at/)
    await window.keys('2', 'j')
    const second = devices[1]
    const screen = await window.until(new RegExp(`│ ${second?.sysName} {2}${second?.address}`))
    await window.until(/│ Stated location/)
    t.match(screen, /> ● 127\.98\.1\.2 /)
    // The last line is drawn again when the list has come.
    const drawn = await window.until(/↑↓ move {2}Enter card {2}\/ filter .* q quit/)
    t.match(drawn.split('\n')[49], 'q quit')
    await window.keys('3')
    const buildings = await window.until(/Maison de la Batture/)
    for (const { building, level } of hand.gaps) {
      const word = messagesFor('en').gaps[`level-${level}` as 'level-ok']
      t.match(buildings, new RegExp(`${building} .* ${word} `), building)
    }
    await window.resize(80, 24)
    await window.until((text) => text.includes('1 of 15') && !text.includes('│'))
    await window.resize(40, 10)
    await window.until(/Window too small: 40 × 10/)
    await window.resize(80, 24)
    await window.until(/1 of 15/)
    await window.keys('q')
    await window.until(/^prompt>$/m)
  })

  await t.test('a scan is agreed to, watched from any view, and ends with its figures', async (t) => {
    const window = await open(t, SMALL)
    await window.until(/À regarder/)
    await window.keys('4')
    // 13 networks /28 of 14 hosts, and a /27 of 30 that holds the last /28.
    await window.until(/212 adresses, dans 15 réseaux/)
    await window.keys('p')
    await window.until(/non\u00a0: chaque adresse est lue/)
    await window.keys('Enter')
    t.match(await window.until(/Interroger 212 adresses/), /v3, lecture\?[\s\S]*o oui {2}n non/)
    await window.keys('n')
    await window.until((text) => !text.includes('Interroger'))
    await window.keys('Enter', 'o')
    await window.until(/Balayage en cours/)
    await window.keys('1')
    await window.until(/\[1 Aperçu\][\s\S]*4 Balayage \d+\u00a0%/)
    await window.keys('4')
    const screen = await window.until(/Balayage terminé/)
    t.match(screen, new RegExp(`● +${numberOf('answered')} {2}lu`))
    t.match(screen, new RegExp(`◐ +${numberOf('partial')} {2}lu en partie`))
    t.match(screen, new RegExp(`○ +${212 - numberOf('answered') - numberOf('partial')} {2}non lu`))
    await window.keys('Enter', 'o')
    await window.until(/Balayage en cours/)
    await window.keys('x', 'o')
    await window.until(/Balayage arrêté\u00a0: ce qui a été lu est gardé/)
    await window.keys('q')
    await window.until(/^prompt>$/m)
  })

  await t.test('a hostile name changes neither the title, nor the colours, nor the columns', async (t) => {
    await cp(join(folder, 'demo'), join(folder, 'hostile'), { recursive: true })
    const { database } = await loadConfig(join(folder, 'hostile', 'cartable.yaml'), folder, messagesFor('fr').config)
    const store = await openStore(database, { create: false })
    const name = '\u001b]0;pris\u0007\u001b[2J\u001b[41m\u202egro'
    await store.db.updateTable('device_system').set({ sys_name: name, sys_descr: name, sys_location: name }).execute()
    await store.close()
    const window = await open(t, SMALL, command('hostile'))
    await window.until(/À regarder/)
    await window.keys('2')
    const screen = await window.until(/127\.98\.1\.5/)
    t.match(screen, /● 127\.98\.1\.1 {6}�\]0;pris�\[2J�\[.* 798101 {3}lu$/m)
    t.notMatch(await window.ask('#{pane_title}'), /pris/)
    t.notMatch(await window.screen(true), /\u001b\[(\d+;)*41m/)
    await window.keys('Enter')
    t.match(await window.until(/Lieu déclaré/), /Lieu déclaré +�\]0;pris/)
    await window.keys('q')
    await window.until(/^prompt>$/m)
  })

  await t.test('under NO_COLOR nothing is coloured, and every mark is still there', async (t) => {
    const coloured = /\u001b\[(?:\d+;)*(?:3|4|9|10)[0-7](?:;\d+)*m/
    for (const [env, hasColour] of [
      [{}, true],
      [{ NO_COLOR: '1' }, false],
    ] as const) {
      const window = await open(t, SMALL, command(), env)
      await window.until(/À regarder/)
      const screen = await window.screen(true)
      t.equal(coloured.test(screen), hasColour)
      for (const mark of ['●', '◐', '○', '!!', '×', '>']) t.match(screen, mark)
      await window.keys('q')
      await window.until(/^prompt>$/m)
    }
  })
})
