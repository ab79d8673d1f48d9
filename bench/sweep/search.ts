/** A program of a measurement: looks for who answers among 65,534 addresses, and says how long it took and what it kept. */
import { limitPackets } from '../../collectors/snmp.js'
import { loadConfig } from '../../src/app/config/load.js'
import { findTargets } from '../../src/app/scan/find-targets.js'
import { parseTargets } from '../../src/app/scan/targets.js'
import type { Session } from '../../src/app/session.js'
import { messagesFor } from '../../src/i18n/translator.js'
import { Secret } from '../../src/model/secret.js'

const [how, packetsPerSecond = '', timeoutMs = '', retries = ''] = process.argv.slice(2)
const m = messagesFor('en')
const usual = await loadConfig(null, process.cwd(), m.config)
const scan = {
  ...usual.scan,
  packetsPerSecond: Number(packetsPerSecond),
  timeoutMs: Number(timeoutMs),
  retries: Number(retries),
  jitter: 0,
}
const session = {
  config: { ...usual, scan },
  m,
  env: process.env,
  now: () => new Date().toISOString(),
} as unknown as Session
const ranges = parseTargets('10.50.0.0/16', m.scan)
const pace = limitPackets({ packetsPerSecond: scan.packetsPerSecond })

const heap = (): number => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
let dead = 0
/** Once what is under way at a time has grown to its size: what is kept of a dead address shows as the distance. */
const samples: number[] = []
const silent = (): void => {
  if (++dead % 20_000 === 0) samples.push(heap())
}
const credential = { name: 'c', version: '2c', community: new Secret('public'), networks: null } as const
const request = {
  ranges,
  written: '',
  credentials: [credential],
  ping: how === 'ping',
  signal: new AbortController().signal,
  progress: () => undefined,
}
const search = { ranges, known: new Map(), limits: [], done: new Set<string>(), pace, silent, spent: () => undefined }
const startedAt = performance.now()
let found = 0
for await (const target of findTargets(session, request, search)) found += target.named ? 0 : 1
const ms = performance.now() - startedAt
const retained = ((samples.at(-1) ?? 0) - (samples[0] ?? 0)) / 40_000
const { maxRSS } = process.resourceUsage()
process.stdout.write(JSON.stringify({ ms, found, dead, retained, maxRssMb: maxRSS / 1024 }))
