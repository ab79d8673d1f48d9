import { spawn, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { writeCheapVault } from './cheap-vault.js'
import { cartable, cartablePath, folderFor } from './run.js'

const hasScript = spawnSync('script', ['--version']).error === undefined

/** Runs a command on a terminal of its own, and types each answer when its question is there. */
function typed(
  folder: string,
  args: readonly string[],
  answers: readonly (readonly [question: RegExp, answer: string])[],
): Promise<{ code: number | null; screen: string }> {
  const line = [process.execPath, cartablePath, ...args].map((word) => `'${word}'`).join(' ')
  return new Promise((resolve) => {
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env['PATH'], CARTABLE_LANG: 'fr', TERM: 'xterm' },
    })
    let screen = ''
    let seen = 0
    const left = [...answers]
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen += text
      const [next] = left
      if (next === undefined || !next[0].test(screen.slice(seen))) return
      seen = screen.length
      left.shift()
      child.stdin.write(next[1])
    })
    child.on('close', (code) => resolve({ code, screen }))
  })
}

t.test(
  'on a terminal, secrets and keys are asked for without being shown',
  { skip: hasScript ? false : 'needs script (util-linux)' },
  async (t) => {
    const folder = await folderFor(t)
    const made = await typed(
      folder,
      ['acces', 'ajouter', 'lecture'],
      [
        [/Secret .*: $/, 'outarde\u007fe-lecture\r'],
        [/encore une fois.*: $/, 'outarde-lecture\r'],
        [/Nouvelle clé .*: $/, 'quatre mots sans rapport\r'],
        [/encore une fois.*: $/, 'quatre mots sans rapport\r'],
      ],
    )
    t.equal(made.code, 0, made.screen)
    t.notMatch(made.screen, /outarde|quatre mots/)
    t.match(made.screen, /un balayage de nuit[\s\S]*--key-file/)
    t.match(await typed(folder, ['acces', 'lister'], [[/Clé du coffre.*: $/, 'quatre mots sans rapport\r']]), {
      code: 0,
      screen: /lecture/,
    })

    // From here a vault that costs less to open.
    await writeCheapVault(folder, { lecture: 'outardes-lecture' })
    const key = (await readFile(join(folder, 'acces.cle'), 'utf8')).trim()
    const wrong = await typed(folder, ['acces', 'lister'], [[/Clé du coffre.*: $/, 'quatre mots avec rapport\r']])
    t.match(wrong, { code: 1, screen: /la clé tapée n'est pas la sienne, ou il est altéré/ })
    const differ = await typed(
      folder,
      ['acces', 'ajouter', 'autre'],
      [
        [/Clé du coffre.*: $/, `${key}\r`],
        [/Secret .*: $/, 'un-secret\r'],
        [/encore une fois.*: $/, 'un-autre\r'],
      ],
    )
    t.match(differ, { code: 1, screen: /Les deux saisies diffèrent/ })
    const stopped = await typed(folder, ['acces', 'lister'], [[/Clé du coffre.*: $/, 'quatre\u0003']])
    t.match(stopped, { code: 130, screen: /Interrompu/ })
    const rotated = await typed(
      folder,
      ['acces', 'renouveler', '--key-file', './neuve.cle'],
      [[/Clé du coffre.*: $/, `${key}\r`]],
    )
    t.match(rotated, { code: 0, screen: /vault: \{ file: \.\/acces\.coffre, key: \{ file: \.\/neuve\.cle \} \}/ })
    const env = { CARTABLE_VAULT_KEY_FILE: join(folder, 'neuve.cle') }
    t.match(await cartable(['acces', 'lister'], { cwd: folder, env }), { code: 0, out: /lecture/ })
  },
)
