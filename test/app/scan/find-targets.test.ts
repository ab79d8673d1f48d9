import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { loadConfig } from '../../../src/app/config/load.js'
import { findTargets, type Search } from '../../../src/app/scan/find-targets.js'
import type { ScanRequest } from '../../../src/app/scan/request.js'
import { parseTargets } from '../../../src/app/scan/targets.js'
import type { Session } from '../../../src/app/session.js'
import { messagesFor } from '../../../src/i18n/translator.js'

import type { ScanSummary } from '../../../src/model/records.js'
import { folderFor, run, type Ran } from '../../cli/run.js'
import { inNetwork, skip } from '../../collectors/ping/namespace.js'

const fping = (await run('sh', ['-c', 'command -v fping'])).out.trim()
const skipFping = skip !== false ? skip : fping === '' ? 'apt-get install fping' : false

t.test('of a /24 where few answer, those are found and read, with ping and without', { skip: skipFping }, async (t) => {
  const folder = await folderFor(t, 'file')
  const config = (database: string): string => `database: ./${database}
credentials: [{ name: lecture, version: 2c, community: { env: SNMP } }]
scan: { port: 16161, timeoutMs: 400, retries: 1, packetsPerSecond: 2000, exclude: [10.50.0.40-10.50.0.49] }
networks: [{ cidr: 10.50.0.0/25, packetsPerSecond: 1500 }]
`
  await writeFile(join(folder, 'ping.yaml'), config('ping.db'))
  await writeFile(join(folder, 'probe.yaml'), config('probe.db'))
  const agents = ['10.50.0.7', '10.50.0.9', '10.50.0.200', '10.50.0.45']
  const targets = '--targets 10.50.0.0/24,10.50.0.30 --exclude 10.50.0.9 --json'
  const commands = [
    `scan --config ping.yaml ${targets}`,
    `scan --config probe.yaml ${targets} --no-ping`,
    'list devices --config probe.yaml --json',
  ]
  const program = fileURLToPath(new URL('./in-network.js', import.meta.url))
  const args = [folder, agents.join(), ...commands].map((arg) => `'${arg}'`).join(' ')
  const ran = await inNetwork([...agents, '10.50.0.100'], `'${process.execPath}' '${program}' ${args}`)
  const runs = JSON.parse(ran.out || '[]') as readonly Ran[]
  const [pinged, probed, list] = runs.map(({ out }) => JSON.parse(out || 'null') as unknown)
  // 254 hosts of the /24, less 11 excluded. Two speak SNMP; one answers ping only; the named one is dead.
  t.match(
    pinged,
    {
      addresses: 243,
      answered: 2,
      failed: 241,
      byReason: { 'no-answer': 240, 'port-closed': 1 },
    },
    ran.err + (runs[0]?.err ?? ''),
  )
  t.match(probed, { addresses: 243, answered: 2, failed: 241 }, runs[1]?.err ?? '')
  t.ok((probed as ScanSummary).packetsSent > 2 * 240, 'each silent address was asked twice')
  const rows = list as readonly { readonly managementAddress: string; readonly status: string }[]
  const found = rows.flatMap(({ managementAddress, status }) => (status === 'answered' ? [managementAddress] : []))
  t.strictSame(found.sort(), ['10.50.0.200', '10.50.0.7'])
  t.equal(rows.length, 3, 'and the one that was named, whose silence is worth a row')
})

const m = messagesFor('fr')

/** What is looked for over loopback, by a clock of the test's own: nobody answers at these addresses. */
async function searching(hours: readonly string[], wait: boolean) {
  const folder = t.testdir({ 'cartable.yaml': 'scan: { port: 9, timeoutMs: 50, retries: 0, blackout: "07:30-16:30" }' })
  const config = await loadConfig(join(folder, 'cartable.yaml'), folder, m.config)
  let looks = 0
  const day = (time: string): string => new Date(`2026-11-23T${time}:00`).toISOString()
  const session = {
    config,
    m,
    env: {},
    now: () => day(hours[Math.min(looks++, hours.length - 1)] ?? ''),
  } as unknown as Session
  const silent: string[] = []
  const waits: (number | string)[] = []
  const ranges = parseTargets('127.77.0.1-127.77.0.6', m.scan)
  const pace = { turn: async () => undefined, reserve: () => () => undefined }
  const search: Search = {
    ranges,
    known: new Map([['127.77.0.2', { credential: null, isDevice: true }]]),
    limits: [],
    done: new Set<string>(),
    pace,
    silent: (address) => silent.push(address),
    spent: () => undefined,
  }
  const request: ScanRequest = {
    ranges,
    written: '',
    credentials: [],
    ping: false,
    wait,
    signal: new AbortController().signal,
    waiting: (until) => waits.push(until.toTimeString().slice(0, 5)),
    pause: async (ms) => void waits.push(ms),
    progress: () => undefined,
  }
  const found: string[] = []
  for await (const { address } of findTargets(session, request, search)) found.push(address)
  return { found, silent: silent.sort(), waits }
}

t.test('blackout hours end a search, or suspend it and it goes on with what was not asked', async (t) => {
  const quiet = ['16:29']
  t.strictSame(await searching(quiet, false), { found: [], silent: [], waits: [] }, 'nothing is asked in these hours')
  const all = ['127.77.0.1', '127.77.0.3', '127.77.0.4', '127.77.0.5', '127.77.0.6']
  t.strictSame(await searching(['06:00'], true), { found: ['127.77.0.2'], silent: all, waits: [] })
  // The clock is looked at before the round, after each address that was told, then to wait.
  const ends = await searching(['07:28', '07:29', '07:30'], false)
  t.strictSame(ends.found, ['127.77.0.2'])
  t.equal(ends.silent.length, 1, 'the hours began after the second address')
  const goesOn = await searching(['07:28', '07:29', '07:30', '16:28', '16:28', '16:30'], true)
  t.strictSame(goesOn.found, ['127.77.0.2'], 'what was told is not told again')
  t.strictSame(goesOn.silent, all)
  t.strictSame(goesOn.waits, ['16:30', 60_000], 'a minute at a time: the clock may jump')
})
