import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import t from 'tap'
import { ping } from '../../collectors/ping.js'
import { pingResultOf } from '../../collectors/ping/reading.js'
import { packageRoot } from '../../src/lib/paths.js'

const hasPing = spawnSync('ping', ['-V']).error === undefined
const skip = hasPing ? false : 'apt-get install iputils-ping'

await t.test('the loopback answers, in IPv4 and IPv6, and the locale stays as it was', { skip }, async (t) => {
  const { LANG, LC_ALL } = process.env
  process.env.LANG = 'fr_CA.UTF-8'
  delete process.env.LC_ALL
  const result = await ping('127.0.0.1', { timeoutMs: 1000 })
  t.equal(result.status, 'alive')
  if (result.status === 'alive') t.ok(result.rttMs !== null && result.rttMs >= 0 && result.rttMs < 1000)
  t.equal(process.env.LANG, 'fr_CA.UTF-8')
  t.notOk('LC_ALL' in process.env)
  t.match((await ping('::1', { timeoutMs: 1000 })).status, /alive|silent|unavailable/)
  for (const [name, value] of Object.entries({ LANG, LC_ALL })) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

await t.test('only four-part addresses are taken: nothing that could pass for an option', async (t) => {
  for (const target of ['10.1', '-f', 'ecole.example', '', '127.0.0.1 -f', '0x7f.1']) {
    await t.rejects(ping(target, { timeoutMs: 100 }), RangeError, target)
  }
})

await t.test('a missing program is unavailable, not silence', async (t) => {
  const { PATH } = process.env
  process.env.PATH = ''
  const result = await ping('127.0.0.1', { timeoutMs: 500 })
  process.env.PATH = PATH
  t.equal(result.status, 'unavailable')
  if (result.status === 'unavailable') t.ok(result.why.length > 0)
})

// A copy has no file capability: without root, it may open no raw socket.
const canDrop = hasPing && process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).error === undefined
const groups = canDrop ? spawnSync('cat', ['/proc/sys/net/ipv4/ping_group_range']).stdout.toString().split(/\s+/) : []
const isOpen = Number(groups[0]) <= Number(groups[1])
const skipRight = canDrop && !isOpen ? false : 'needs root, setpriv, and a system where not every group may ping'

await t.test('a missing right is unavailable, with what the program says', { skip: skipRight }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-ping-'))
  chmodSync(folder, 0o755)
  copyFileSync(execFileSync('sh', ['-c', 'command -v ping']).toString().trim(), join(folder, 'ping'))
  chmodSync(join(folder, 'ping'), 0o755)
  const module = JSON.stringify(join(packageRoot, 'dist', 'collectors', 'ping.js'))
  const script = `import(${module}).then(({ ping }) => ping('127.0.0.1', { timeoutMs: 500 })).then((r) => console.log(JSON.stringify(r)))`
  const drop = ['--reuid=65534', '--clear-groups', '--inh-caps=-all', process.execPath, '-e', script]
  const run = spawnSync('setpriv', drop, { env: { PATH: folder + delimiter + (process.env.PATH ?? '') } })
  const printed = run.stdout.toString()
  t.match(JSON.parse(printed === '' ? '{}' : printed), { status: 'unavailable', why: /not permitted/ })
  t.end()
})

await t.test('what the program prints decides between silence and unavailability', (t) => {
  const dead = { alive: false, time: 'unknown' as const }
  const statistics = '1 packets transmitted, 0 received, 100% packet loss, time 0ms'
  t.same(pingResultOf({ ...dead, output: statistics, packetLoss: '100.000' }), { status: 'silent' })
  t.same(pingResultOf({ ...dead, output: 'ping: connect: Network is unreachable', packetLoss: 'unknown' }), {
    status: 'silent',
  })
  t.match(pingResultOf({ ...dead, output: 'ping: socket: Operation not permitted\n', packetLoss: 'unknown' }), {
    status: 'unavailable',
    why: 'ping: socket: Operation not permitted',
  })
  t.match(pingResultOf({ ...dead, output: '', packetLoss: 'unknown' }), { status: 'unavailable' })
  t.same(pingResultOf({ alive: true, time: 'unknown', output: '', packetLoss: '0.000' }), {
    status: 'alive',
    rttMs: null,
  })
  t.end()
})
