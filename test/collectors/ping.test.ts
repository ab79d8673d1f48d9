import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** Outputs of ping.exe (Windows 10 and 11), in English and in French, whose accents are in the console's code page 850. */
const windows: readonly (readonly [name: string, address: string, output: string, expected: object])[] = [
  [
    'an answer in English',
    '10.20.0.5',
    'Pinging 10.20.0.5 with 32 bytes of data:\nReply from 10.20.0.5: bytes=32 time=12ms TTL=63\n\nPing statistics for 10.20.0.5:\n    Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),\nApproximate round trip times in milli-seconds:\n    Minimum = 12ms, Maximum = 12ms, Average = 12ms\n',
    { status: 'alive', rttMs: 12 },
  ],
  [
    'an answer in French',
    '10.20.0.5',
    "Envoi d'une requ\u0088te 'Ping'  10.20.0.5 avec 32 octets de donn\u0082es\u00ff:\nR\u0082ponse de 10.20.0.5\u00ff: octets=32 temps=12 ms TTL=63\n\nStatistiques Ping pour 10.20.0.5:\n    Paquets\u00ff: envoy\u0082s = 1, re\u0087us = 1, perdus = 0 (perte 0%),\nDur\u0082e approximative des boucles en millisecondes :\n    Minimum = 12ms, Maximum = 12ms, Moyenne = 12ms\n",
    { status: 'alive', rttMs: 12 },
  ],
  [
    'an answer below the millisecond, in French',
    '127.0.0.1',
    "Envoi d'une requ\u0088te 'Ping'  127.0.0.1 avec 32 octets de donn\u0082es :\nR\u0082ponse de 127.0.0.1 : octets=32 temps<1ms TTL=128\n\nStatistiques Ping pour 127.0.0.1:\n    Paquets : envoy\u0082s = 1, re\u0087us = 1, perdus = 0 (perte 0%),\nDur\u0082e approximative des boucles en millisecondes :\n    Minimum = 0ms, Maximum = 0ms, Moyenne = 0ms\n",
    { status: 'alive', rttMs: 1 },
  ],
  [
    'an answer over IPv6, in French',
    '::1',
    "Envoi d'une requ\u0088te 'Ping'  ::1 avec 32 octets de donn\u0082es :\nR\u0082ponse de ::1 : temps<1ms \n\nStatistiques Ping pour ::1:\n    Paquets : envoy\u0082s = 1, re\u0087us = 1, perdus = 0 (perte 0%),\nDur\u0082e approximative des boucles en millisecondes :\n    Minimum = 0ms, Maximum = 0ms, Moyenne = 0ms\n",
    { status: 'alive', rttMs: 1 },
  ],
  [
    'silence, in English',
    '10.20.0.9',
    'Pinging 10.20.0.9 with 32 bytes of data:\nRequest timed out.\n\nPing statistics for 10.20.0.9:\n    Packets: Sent = 1, Received = 0, Lost = 1 (100% loss),\n',
    { status: 'silent' },
  ],
  [
    'silence, in French',
    '10.20.0.9',
    "Envoi d'une requ\u0088te 'Ping'  10.20.0.9 avec 32 octets de donn\u0082es :\nD\u0082lai d'attente de la demande d\u0082pass\u0082.\n\nStatistiques Ping pour 10.20.0.9:\n    Paquets : envoy\u0082s = 1, re\u0087us = 0, perdus = 1 (perte 100%),\n",
    { status: 'silent' },
  ],
  [
    'a router that says that the host is unreachable, which Windows counts as received',
    '10.20.0.9',
    "Envoi d'une requ\u0088te 'Ping'  10.20.0.9 avec 32 octets de donn\u0082es :\nR\u0082ponse de 10.20.0.1 : Impossible de joindre l'h\u0093te de destination.\n\nStatistiques Ping pour 10.20.0.9:\n    Paquets : envoy\u0082s = 1, re\u0087us = 1, perdus = 0 (perte 0%),\n",
    { status: 'silent' },
  ],
  [
    'no way out',
    '10.20.0.9',
    'Pinging 10.20.0.9 with 32 bytes of data:\nPING: transmit failed. General failure. \n\nPing statistics for 10.20.0.9:\n    Packets: Sent = 1, Received = 0, Lost = 1 (100% loss),\n',
    { status: 'silent' },
  ],
  [
    'no driver to ask',
    '10.20.0.9',
    'Unable to contact IP driver. General failure.\n',
    { status: 'unavailable', why: 'Unable to contact IP driver. General failure.' },
  ],
]

await t.test('on Windows, ping.exe is asked in its own words and understood in French and in English', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-windows-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'system32'))
  // Stands where Windows has it; keeps what it was asked, and prints what it is given, byte for byte.
  const program = join(folder, 'system32', 'ping.exe')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$*" > '${folder}/asked'\ncat '${folder}/output'\n`, {
    mode: 0o755,
  })
  const module = JSON.stringify(join(packageRoot, 'dist', 'collectors', 'ping.js'))
  for (const [name, address, output, expected] of windows) {
    writeFileSync(join(folder, 'output'), `\r\n${output.replaceAll('\n', '\r\n')}`, 'latin1')
    const script = `require('node:os').platform = () => 'win32'
      import(${module}).then(({ ping }) => ping('${address}', { timeoutMs: 1500 })).then((r) => console.log(JSON.stringify(r)))`
    const run = spawnSync(process.execPath, ['-e', script], { env: { SystemRoot: folder, PATH: process.env.PATH } })
    t.strictSame(JSON.parse(run.stdout.toString() || '{}'), expected, `${name} ${run.stderr.toString()}`)
    // Milliseconds, one echo, 32 bytes, the family said: `ping /?`.
    t.equal(
      readFileSync(join(folder, 'asked'), 'utf8'),
      `${address.includes(':') ? '-6' : '-4'} -w 2000 -n 1 -l 32 ${address}\n`,
    )
  }
})
