import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { startLab } from '../../collectors/lab/lab.js'
import { shipped } from '../../src/lib/paths.js'
import { writeCheapVault } from './cheap-vault.js'
import { cartablePath, folderFor, run } from './run.js'

/**
 * Looks for the secrets that commands use wherever those commands leave something: arguments, the environment of what
 * they start, what they print, the database with its log, exports, maps, diagnostic reports and core files.
 *
 * What is not promised, and not looked for: the memory of a process that speaks SNMP, which must hold its keys; the
 * environment that the process itself was started with, which the system shows to the same account and to root (a vault
 * or a file shows nothing there); the processor's registers in a core file, where one can be left at all; swap; heap snapshots asked of Node.
 */

const mark = randomBytes(6).toString('hex')
/** Distinctive, and as an agent takes them: what is found of one of them was leaked. */
const SECRETS = {
  community: `communaute-${mark}-vraie`,
  wrongCommunity: `communaute-${mark}-fausse`,
  auth: `authentification-${mark}-vraie`,
  wrongAuth: `authentification-${mark}-fausse`,
  priv: `chiffrement-${mark}-vrai`,
  added: `ajoute-${mark}-par-un-tube`,
  rotated: `renouvele-${mark}-par-un-tube`,
}

/** Every secret in the writings in which it could pass unseen. */
const WRITINGS = Object.entries(SECRETS).flatMap(([name, value]) => {
  const bytes = Buffer.from(value)
  const base64 = [0, 1, 2].map((shift) =>
    // Base64 of a text depends on where it stands: the middle of each of the three is always the same.
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  const ascii = [bytes.toString('hex'), ...base64].map((text) => Buffer.from(text))
  return [bytes, Buffer.from(value, 'utf16le'), ...ascii].map((writing) => ({ name, writing }))
})

/** The secrets that some bytes hold. */
function secretsIn(bytes: Buffer | string): string[] {
  // As bytes: a core file can be longer than any string.
  const held = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  return [...new Set(WRITINGS.filter(({ writing }) => held.includes(writing)).map(({ name }) => name))]
}

const folder = await folderFor(t)
const lab = await (async () => {
  const board = join(folder, 'lab')
  await cp(shipped('data', 'samples', 'lab'), board, { recursive: true })
  const file = join(board, 'board.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text
      .replaceAll('outardes-lecture', SECRETS.community)
      .replaceAll('marees-d-equinoxe', SECRETS.auth)
      .replaceAll('brume-du-matin', SECRETS.priv),
  )
  const started = await startLab({ port: 0, folder: board })
  t.teardown(() => started.close())
  await rm(board, { recursive: true })
  return started
})()

const TARGETS = '127.98.1.1,127.98.2.1,127.98.1.99'
/** Enough to be stopped in the middle of. */
const EVERYTHING = lab.devices.map(({ address }) => address).join(',')
const usm = (name: string, auth: string): string =>
  `  - { name: ${name}, version: 3, user: inventaire, auth: { key: ${auth} }, priv: { key: { vault: priv } } }\n`
const community = (name: string, reference: string): string =>
  `  - { name: ${name}, version: 2c, community: ${reference} }\n`
const CONFIGS = {
  right: usm('v3', '{ vault: auth }') + community('lecture', '{ env: CARTABLE_TEST_COMMUNITY }'),
  v2c: community('lecture', '{ env: CARTABLE_TEST_COMMUNITY }'),
  wrong: usm('v3', '{ vault: wrongAuth }') + community('lecture', '{ file: ./fausse }'),
}
const env = { CARTABLE_TEST_COMMUNITY: SECRETS.community }
/** Where a secret has its place: these files are not looked into. */
const PLACES = ['fausse']

async function configure(credentials: string): Promise<void> {
  await writeFile(
    join(folder, 'cartable.yaml'),
    `database: ./a.db
vault: { key: { file: ./acces.cle } }
networks: [{ cidr: 127.98.1.0/30 }]
scan: { port: ${lab.port}, timeoutMs: 2000, retries: 0, packetsPerSecond: 200 }
credentials:
${credentials}`,
  )
}

const { added: _added, rotated: _rotated, ...stored } = SECRETS
await writeCheapVault(folder, stored)
await writeFile(join(folder, 'fausse'), `${SECRETS.wrongCommunity}\n`, { mode: 0o600 })

/** Programs that commands start: each notes its arguments and its environment, then is the real one. */
const bin = join(folder, 'bin')
const seen = join(folder, 'seen')
await mkdir(bin)
await mkdir(seen)
for (const program of ['ping', 'fping', 'systemctl', 'timedatectl']) {
  const real = (await run('sh', ['-c', `command -v ${program}`])).out.trim()
  if (real === '' && program === 'fping') continue // A scan then does without it.
  const then = real === '' ? 'exit 1' : `exec ${real} "$@"`
  const note = `{ /bin/cat /proc/$$/environ; echo " ${program} $*"; } > "${seen}/$$"`
  await writeFile(join(bin, program), `#!/bin/sh\n${note}\n${then}\n`, { mode: 0o755 })
}

interface Watched {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly printed: string
  /** Arguments of the process and of what it started, seen while it ran. */
  readonly argv: string
}

/** Runs a command, looking at its arguments and its children's for as long as it runs. */
function watch(
  args: readonly string[],
  options: { input?: string; env?: NodeJS.ProcessEnv; kill?: NodeJS.Signals; shell?: string } = {},
): Promise<Watched> {
  const line = [process.execPath, cartablePath, ...args]
  const [program = '', ...rest] =
    options.shell === undefined ? line : ['sh', '-c', `${options.shell}; exec "$@"`, 'sh', ...line]
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      cwd: folder,
      env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, ...env, ...options.env },
    })
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input)
    let printed = ''
    const argv = new Set<string>()
    const look = setInterval(() => {
      for (const text of commandLines(child.pid ?? 0)) argv.add(text)
    }, 10)
    const note = (piece: Buffer): string => (printed += piece.toString())
    child.stdout.on('data', note)
    child.stderr.on('data', note)
    const { kill } = options
    const before = lab.requests
    const killer = setInterval(() => {
      // Keys are in use once devices are asked.
      if (kill === undefined || lab.requests - before < 120) return
      clearInterval(killer)
      child.kill(kill)
    }, 5)
    child.on('close', (code, signal) => {
      clearInterval(look)
      clearInterval(killer)
      resolve({ code, signal, printed, argv: [...argv].join('\n') })
    })
  })
}

/** The arguments of a process and its descendants, as /proc shows them; none where there is no /proc. */
function commandLines(pid: number): string[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return [readFileSync(`/proc/${pid}/cmdline`, 'utf8'), ...children.flatMap((child) => commandLines(Number(child)))]
  } catch {
    return [] // It has ended meanwhile.
  }
}

/** Files of the folder that hold a secret, with which; the places of secrets apart. */
async function leaksInFiles(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !PLACES.includes(entry.name))
  const leaks: string[] = []
  for (const { parentPath, name } of files) {
    const found = secretsIn(await readFile(join(parentPath, name)))
    if (found.length > 0) leaks.push(`${name}: ${found.join(', ')}`)
  }
  return leaks
}

function clean(t: Test, ran: Watched, what: string): void {
  t.strictSame(secretsIn(ran.printed), [], `${what}: printed`)
  t.strictSame(secretsIn(ran.argv), [], `${what}: arguments`)
}

t.test('the search finds a secret however it is written', (t) => {
  for (const [name, value] of Object.entries(SECRETS)) {
    for (const padding of ['', 'a', 'ab', 'abc']) {
      const text = `${padding}${value} and more`
      t.ok(secretsIn(text).includes(name))
      t.ok(secretsIn(Buffer.from(text, 'utf16le')).includes(name), 'UTF-16')
      t.ok(secretsIn(Buffer.from(text).toString('base64')).includes(name), `base64 after ${padding.length}`)
      t.ok(secretsIn(Buffer.from(text).toString('hex')).includes(name), 'hexadecimal')
    }
  }
  t.end()
})

t.test('scans, exports and the vault leave no secret behind, failing or not', async (t) => {
  await configure(CONFIGS.wrong)
  const wrong = await watch(['balayer', '--targets', TARGETS, '--no-ping', '--json'])
  t.match(wrong, { code: 3, printed: /"v3-wrong-key":2/ })
  clean(t, wrong, 'scan with a wrong key')

  await configure(CONFIGS.v2c)
  clean(t, await watch(['scan', '--targets', TARGETS, '--no-ping']), 'scan over v2c')
  await configure(CONFIGS.right)
  const killed = await watch(['balayer', '--targets', EVERYTHING, '--no-ping'], { kill: 'SIGKILL' })
  t.equal(killed.signal, 'SIGKILL')
  t.ok((await stat(join(folder, 'a.db-wal'))).isFile(), 'the log of a killed scan is looked into too')
  t.strictSame(await leaksInFiles(), [])
  const stopped = await watch(['balayer', '--targets', EVERYTHING, '--no-ping'], { kill: 'SIGINT' })
  t.equal(stopped.code, 130, stopped.printed)
  clean(t, stopped, 'interrupted scan')
  const scanned = await watch(['balayer', '--targets', '127.98.1.1,127.98.2.1'])
  t.equal(scanned.code, 0, scanned.printed)
  clean(t, scanned, 'scan with ping')

  const commands: readonly (readonly [args: readonly string[], code: number, input?: string])[] = [
    [['acces', 'ajouter', 'neuf'], 0, SECRETS.added],
    [['acces', 'ajouter', 'neuf'], 1, SECRETS.added],
    [['acces', 'renouveler', 'neuf'], 0, SECRETS.rotated],
    [['acces', 'lister', '--json'], 0],
    [['acces', 'tester', '127.98.1.1'], 0],
    [['acces', 'tester', '--json'], 0],
    [['acces', 'retirer', 'absent'], 1],
    [['diagnostic', '--device', '127.98.1.1'], 0],
    [['lister', 'devices', '--json'], 0],
    [['montrer', '127.98.1.1', '--json'], 0],
    [['exporter', 'devices', '--out', 'appareils.jsonl'], 0],
    [['importer', 'schools', shipped('data', 'samples', 'ecoles.csv')], 0],
    [['carte', '--out', 'carte'], 0],
  ]
  for (const [args, code, input] of commands) {
    const ran = await watch(args, input === undefined ? {} : { input })
    t.equal(ran.code, code, `${args.join(' ')}: ${ran.printed}`)
    clean(t, ran, args.join(' '))
  }
  t.strictSame(await leaksInFiles(), [], 'database, log, vault, exports, maps')
  t.ok((await stat(join(folder, 'appareils.jsonl'))).size > 1000)
})

t.test('what is started inherits none of our environment', async (t) => {
  const notes = await readdir(seen)
  const texts = await Promise.all(notes.map((name) => readFile(join(seen, name), 'latin1')))
  t.ok(
    texts.some((text) => / fping .*-f -| ping .*127\.98/.test(text)),
    'fping was started, or ping where it is not there',
  )
  t.ok(
    texts.some((text) => / timedatectl /.test(text)),
    'timedatectl too',
  )
  for (const text of texts) {
    t.strictSame(secretsIn(text), [])
    t.notMatch(text, /CARTABLE_TEST_COMMUNITY/, 'not even the name')
  }
})

t.test('an error of the program itself shows its stack, and no secret', async (t) => {
  await configure(CONFIGS.right)
  const broken = `import dgram from 'node:dgram'; import { syncBuiltinESMExports } from 'node:module'
dgram.createSocket = () => { throw new TypeError('no socket today') }; syncBuiltinESMExports()`
  const options = { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` } }
  const ran = await watch(['balayer', '--targets', '127.98.1.1', '--no-ping'], options)
  t.match(ran, { code: 1, printed: /Erreur imprévue[\s\S]*no socket today[\s\S]*\n\s+at / })
  clean(t, ran, 'unexpected error')
})

t.test('a diagnostic report, of a crash or asked for, holds no secret', async (t) => {
  await configure(CONFIGS.right)
  const crash = "process.on('SIGUSR2', () => { throw new Error('a crash in the middle') })"
  for (const [what, extra] of [
    ['crash', ` --import=data:text/javascript,${encodeURIComponent(crash)}`],
    ['signal', ' --report-on-signal --report-signal=SIGUSR2'],
  ] as const) {
    const options = `--report-uncaught-exception --report-on-fatalerror --report-directory=${folder}${extra}`
    const ran = await watch(['balayer', '--targets', EVERYTHING, '--no-ping'], {
      env: { NODE_OPTIONS: options },
      kill: 'SIGUSR2',
    })
    clean(t, ran, what)
    const reports = (await readdir(folder)).filter((name) => /^report\..*\.json$/.test(name))
    t.equal(reports.length, 1, `${what}: ${ran.printed.slice(0, 300)}`)
    const report = await readFile(join(folder, reports[0] ?? ''), 'utf8')
    t.match(report, /"javascriptStack"/)
    t.strictSame(secretsIn(report), [], what)
    t.notMatch(report, /CARTABLE_TEST_COMMUNITY"/)
    await rm(join(folder, reports[0] ?? ''))
  }
})

const pattern = process.platform === 'linux' ? (await readFile('/proc/sys/kernel/core_pattern', 'utf8')).trim() : ''
const allowed = (await run('sh', ['-c', 'ulimit -c unlimited'])).code === 0
const noCore = /^[\w%.-]+$/.test(pattern) && allowed ? false : `core files go elsewhere here: ${pattern}`

/** The core file that a run left in the folder, taken away; null when there is none. */
async function takeCore(): Promise<Buffer | null> {
  const name = (await readdir(folder)).find((each) => /^core(\.|$)/.test(each))
  if (name === undefined) return null
  const bytes = await readFile(join(folder, name))
  await rm(join(folder, name))
  return bytes
}

/** A core file without its notes, which hold the registers: what is left is memory. @see elf(5) */
function memoryOf(core: Buffer): Buffer {
  const [table, size, count] = [Number(core.readBigUInt64LE(32)), core.readUInt16LE(54), core.readUInt16LE(56)]
  for (let at = table; at < table + size * count; at += size) {
    const [start, length] = [Number(core.readBigUInt64LE(at + 8)), Number(core.readBigUInt64LE(at + 32))]
    if (core.readUInt32LE(at) === 4) core.fill(0, start, start + length)
  }
  return core
}

const hasPrlimit = (await run('prlimit', ['--version'])).code === 0

t.test('a scan that is killed leaves no core file, or one without its memory', { skip: noCore }, async (t) => {
  await configure(CONFIGS.right)
  const shell = 'ulimit -c unlimited'
  const script = `globalThis.kept = ['communaute', '${mark}', 'vraie'].join('-'); process.abort()`
  await run('sh', ['-c', `${shell}; exec '${process.execPath}' -e "$1"`, 'sh', script], { cwd: folder })
  const control = await takeCore()
  if (control === null) {
    t.comment('no core file is written here')
    t.end()
    return
  }
  t.strictSame(secretsIn(memoryOf(control)), ['community'], 'another program of Node does leave its memory in one')
  const kill = async (signal: NodeJS.Signals): Promise<Buffer | null> => {
    const ran = await watch(['balayer', '--targets', EVERYTHING, '--no-ping'], { kill: signal, shell })
    t.equal(ran.signal, signal)
    return takeCore()
  }
  if (hasPrlimit) for (const signal of ['SIGABRT', 'SIGSEGV'] as const) t.equal(await kill(signal), null, signal)

  await writeFile(join(bin, 'prlimit'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
  const core = await kill('SIGSEGV')
  t.ok(core !== null, 'where the right to leave one cannot be taken away, there is one')
  t.ok((core ?? Buffer.alloc(0)).length < 5e6, 'it holds next to nothing')
  t.strictSame(core === null ? null : secretsIn(memoryOf(core)), [])
  t.strictSame(await leaksInFiles(), [])
})
