// Takes the interface's pictures again as text, from the real thing in tmux on the simulated board: `npm run build`, then
// `node scripts/tui-screens.mjs`.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './steps.mjs'

/** A port and a tmux server of its own, so that a demonstration or a session left running is no hindrance. */
const PORT = '16164'
const SOCKET = `cartable-screens-${process.pid}`
const SMALL = { columns: 80, rows: 24 }
const LARGE = { columns: 200, rows: 50 }

/** For each language: what is pressed, what shows that it has come, and the file that it goes to. */
const PICTURES = {
  fr: {
    ready: /À regarder/,
    small: [
      ['apercu', [], /À regarder/],
      ['appareils', ['2'], /Adresse/],
      ['filtre', ['/', 'borne eiders'], /1 de 2/],
      ['fiche', ['Escape', 'Enter'], /Voisins/],
      ['immeubles', ['3'], /Niveau/],
      ['aide', ['?'], /Touches/],
      ['balayage', ['Escape', '4'], /212 adresses/],
      ['balayage-en-cours', ['Enter', 'o'], /[3-9]\d\u00a0% .*\n.*\n[\s\S]*Derniers/],
    ],
    large: [
      ['apercu', [], /À regarder/],
      ['appareils', ['2', 'Down'], /eiders-ap1 {2}127[\s\S]*Voisins/],
      ['immeubles', ['3', 'Down', 'Down', 'Down', 'Down'], /critique[\s\S]*Pour combler/],
    ],
  },
  en: {
    ready: /To look at/,
    small: [
      ['overview', [], /To look at/],
      ['devices', ['2'], /Address/],
      ['filter', ['/', 'access eiders'], /1 of 2/],
      ['card', ['Escape', 'Enter'], /Neighbours/],
      ['buildings', ['3'], /Level/],
      ['help', ['?'], /Keys/],
      ['scan', ['Escape', '4'], /212 addresses/],
      ['scan-running', ['Enter', 'y'], /[3-9]\d% .*\n.*\n[\s\S]*Latest/],
    ],
    large: [
      ['overview', [], /To look at/],
      ['devices', ['2', 'Down'], /eiders-ap1 {2}127[\s\S]*Neighbours/],
      ['buildings', ['3', 'Down', 'Down', 'Down', 'Down'], /critical[\s\S]*To close/],
    ],
  },
}

const cartable = join(root, 'dist', 'bin', 'cartable.js')
const folder = mkdtempSync(join(tmpdir(), 'cartable-screens-'))
const out = join(root, 'docs', 'interface')
const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'America/Toronto', TERM: 'xterm-256color' }
const tmux = (...args) =>
  execFileSync('tmux', ['-u', '-L', SOCKET, '-f', '/dev/null', ...args], { env, encoding: 'utf8' })

async function until(wanted) {
  for (let i = 0; i < 600; i++) {
    const screen = tmux('capture-pane', '-t', 'cartable', '-p')
    if (wanted.test(screen)) return screen
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${wanted} did not come:\n${tmux('capture-pane', '-t', 'cartable', '-p')}`)
}

async function take(language, { columns, rows }, pictures, ready) {
  tmux(
    ...['new-session', '-d', '-s', 'cartable', '-x', String(columns), '-y', String(rows)],
    ...[process.execPath, cartable, '--config', join(folder, 'cartable.yaml'), '--lang', language, 'tui'],
  )
  await until(ready)
  for (const [name, keys, wanted] of pictures) {
    for (const key of keys) tmux('send-keys', '-t', 'cartable', key)
    const file = join(out, language, `${name}-${columns}x${rows}.txt`)
    writeFileSync(file, (await until(wanted)).replace(/\n*$/, '\n'))
    console.log(file)
  }
  tmux('kill-session', '-t', 'cartable')
}

const demo = spawn(
  process.execPath,
  [cartable, 'demo', '--lang', 'fr', '--out', folder, '--port', PORT, '--keep-running'],
  { env, stdio: ['ignore', 'ignore', 'pipe'] },
)
try {
  rmSync(out, { recursive: true, force: true })
  await new Promise((resolve, reject) => {
    demo.stderr.setEncoding('utf8').on('data', (text) => text.includes('snmpwalk') && resolve())
    demo.on('exit', () => reject(new Error('The demonstration ended')))
  })
  for (const [language, { ready, small, large }] of Object.entries(PICTURES)) {
    mkdirSync(join(out, language), { recursive: true })
    await take(language, SMALL, small, ready)
    await take(language, LARGE, large, ready)
  }
} finally {
  demo.kill('SIGINT')
  rmSync(folder, { recursive: true, force: true })
}
