import { mkdtempSync, symlinkSync, writeFileSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { sweep, type SweepLane, type Swept } from '../../../collectors/ping/sweep.js'
import { shipped } from '../../../src/lib/paths.js'
import type { PacketPace } from '../../../src/model/reading.js'
import { run } from '../../cli/run.js'
import { inNetwork, skip } from './namespace.js'

const which = async (program: string): Promise<string> => (await run('sh', ['-c', `command -v ${program}`])).out.trim()
const fping = await which('fping')
const ping = await which('ping')
const skipFping = skip !== false ? skip : fping === '' ? 'apt-get install fping' : false
const skipPing = skip !== false ? skip : ping === '' ? 'apt-get install iputils-ping' : false

/** Runs a sweep in the network of the test; prints what it told, in the order in which it was. */
const sweeper = (lanes: string): string => `'${process.execPath}' --input-type=module -e "
  import { sweep } from '${shipped('dist', 'collectors', 'ping', 'sweep.js')}'
  const reserved = []
  const pace = {
    turn: async () => undefined,
    reserve: (rate, within) => { reserved.push([rate, within]); return () => reserved.push([-rate, within]) },
  }
  const told = []
  const options = { packetsPerSecond: 1600, timeoutMs: 300, retries: 1, pace, signal: new AbortController().signal, env: process.env }
  for await (const each of sweep(${lanes}, options)) told.push([each.address, each.alive])
  console.log(JSON.stringify({ told, reserved }))"`

interface Printed {
  readonly told: readonly (readonly [string, boolean])[]
  readonly reserved: readonly (readonly [number, string | null])[]
}

const hosts = Array.from({ length: 254 }, (_, i) => `10.50.0.${i + 1}`)
const live = ['10.50.0.7', '10.50.0.9', '10.50.0.200', '10.50.0.254']

t.test('who answers a ping is found, and each address is told once', { skip: skipFping }, async (t) => {
  const live6 = ['fd50::7', 'fd50::c']
  const hosts6 = Array.from({ length: 20 }, (_, i) => `fd50::${(i + 1).toString(16)}`)
  const all = JSON.stringify([...hosts, ...hosts6]).replaceAll('"', "'")
  const lane = `[{ addresses: ${all}, perSecond: null, within: null }]`
  const ran = await inNetwork([...live, ...live6], sweeper(lane))
  const { told } = JSON.parse(ran.out || '{"told":[]}') as Printed
  t.strictSame(told.map(([address]) => address).sort(), [...hosts, ...hosts6].sort(), ran.err)
  t.strictSame(told.flatMap(([address, alive]) => (alive ? [address] : [])).sort(), [...live, ...live6].sort())
  const firstAlive = told.findIndex(([, alive]) => alive)
  t.equal(firstAlive, 0, 'an answer is told before the silence of addresses that were asked before')
})

t.test('a network with a limit is swept within it, beside the others', { skip: skipFping }, async (t) => {
  const lanes = `[
    { addresses: ['10.50.0.7', '10.50.0.8'], perSecond: 40, within: '10.50.0.7' },
    { addresses: ['10.50.1.7', '10.50.1.8'], perSecond: null, within: null }]`
  const ran = await inNetwork(live, sweeper(lanes))
  const { told, reserved } = JSON.parse(ran.out || '{}') as Printed
  t.strictSame(
    told.flatMap(([address, alive]) => (alive ? [address] : [])),
    ['10.50.0.7'],
    ran.err,
  )
  // 15 of 16 packets, worked out: 40 → 37.5, and of the 1500 of 1600 that are left, 1462.5.
  t.strictSame(reserved.slice(0, 2), [
    [37.5, '10.50.0.7'],
    [1462.5, null],
  ])
  t.strictSame(
    reserved.map(([rate]) => rate).reduce((a, b) => a + b, 0),
    0,
    'what was reserved is given back',
  )
})

t.test('without fping, ping finds the same', { skip: skipPing }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-sweep-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(ping, join(folder, 'ping'))
  const some = JSON.stringify(hosts.slice(0, 12)).replaceAll('"', "'")
  const lane = `[{ addresses: ${some}, perSecond: null, within: null }]`
  const ran = await inNetwork(live, `PATH='${folder}' ${sweeper(lane)}`)
  const { told } = JSON.parse(ran.out || '{"told":[]}') as Printed
  t.equal(told.length, 12, ran.err)
  t.strictSame(told.flatMap(([address, alive]) => (alive ? [address] : [])).sort(), ['10.50.0.7', '10.50.0.9'])
})

const pace: PacketPace = { turn: async () => undefined, reserve: () => () => undefined }
const options = { packetsPerSecond: 1000, timeoutMs: 200, retries: 0, pace, signal: new AbortController().signal }

/** Sweeps with a program of the test's own in fping's place. */
async function sweepWith(t: Test, script: string, lane: SweepLane, signal = options.signal): Promise<Swept[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-fping-'))
  writeFileSync(join(folder, 'fping'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, 'fping'), 0o755)
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const told: Swept[] = []
  for await (const each of sweep([lane], { ...options, signal, env: { PATH: folder } })) told.push(each)
  return told
}

const one: SweepLane = { addresses: ['127.0.0.1'], perSecond: null, within: null }

t.test('a program that cannot ask is no silence', async (t) => {
  // fping 5.1 without the right exits with 4: `ping` is run in its place, which is not there either.
  const noRight = 'echo "fping: can\'t create socket (must run as root?)" >&2; exit 4'
  await t.rejects(sweepWith(t, noRight, one), { name: 'PingUnavailable', message: /ping/ })
  const dies = 'case "$*" in *-f*) echo "fping: out of memory" >&2; exit 4;; esac'
  await t.rejects(sweepWith(t, dies, one), { name: 'PingUnavailable', message: /out of memory/ })
  // What it prints when a filter refuses its packets.
  const refused =
    'echo "127.0.0.1: error while sending ping: Operation not permitted" >&2; echo "127.0.0.1 is unreachable"'
  await t.rejects(sweepWith(t, refused, one), { name: 'PingUnavailable', message: /not permitted/ })
  await t.rejects(sweepWith(t, 'exit 0', one), { name: 'PingUnavailable' }, 'it ended and told nothing')
})

t.test('a sweep that is interrupted ends its program, and tells nothing of the rest', async (t) => {
  const stop = new AbortController()
  function* addresses(): Generator<string> {
    yield '127.0.0.1'
    setImmediate(() => stop.abort())
    yield '127.0.0.2'
  }
  const told = await sweepWith(
    t,
    'case "$*" in *-f*) exec /bin/sleep 60;; esac',
    { ...one, addresses: addresses() },
    stop.signal,
  )
  t.strictSame(told, [])
})
