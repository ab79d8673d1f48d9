import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inNetwork } from '../test/collectors/ping/namespace.js'
import type { Bench } from './bench.js'

const RATE = 4000
const TIMEOUT_MS = 1000
const RETRIES = 1
const live = Array.from({ length: 500 }, (_, i) => `10.50.${i >> 1}.${7 + (i % 2) * 100}`)

interface Searched {
  readonly ms: number
  readonly found: number
  readonly dead: number
  readonly retained: number
  readonly maxRssMb: number
}

async function search(how: 'ping' | 'probe'): Promise<Searched> {
  const program = fileURLToPath(new URL('./sweep/search.js', import.meta.url))
  const command = `'${process.execPath}' --expose-gc '${program}' ${how} ${RATE} ${TIMEOUT_MS} ${RETRIES}`
  const ran = await inNetwork(live, command)
  if (ran.code !== 0) throw new Error(ran.err)
  return JSON.parse(ran.out) as Searched
}

async function fpingAlone(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-bench-'))
  try {
    const all = Array.from({ length: 65_534 }, (_, i) => `10.50.${(i + 1) >> 8}.${(i + 1) & 255}`)
    writeFileSync(join(folder, 'targets'), `${all.join('\n')}\n`)
    const run = `fping -4 -i ${1000 / RATE} -t ${TIMEOUT_MS} -r ${RETRIES} -B 1 -f '${folder}/targets' >'${folder}/told' 2>&1`
    const ran = await inNetwork(live, `date +%s%3N; ${run}; date +%s%3N; grep -c alive '${folder}/told'`)
    const [from = 0, to = 0, alive = 0] = ran.out.trim().split('\n').map(Number)
    if (alive !== live.length) throw new Error(`fping found ${alive} of ${live.length}: ${ran.err}`)
    return to - from
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export default {
  id: 'sweep',
  about: `a /16 with 500 live hosts, the others silently dropped, ${RATE} packets a second (aims: 1.15, 100 bytes)`,
  async measure() {
    if (spawnSync('fping', ['--version']).error !== undefined) return ['skipped: apt-get install fping']
    if (spawnSync('unshare', ['--user', '--map-root-user', '--net', 'true']).status !== 0) {
      return ['skipped: namespaces are not allowed here']
    }
    const alone = await fpingAlone()
    const pinged = await search('ping')
    const probed = await search('probe')
    const line = ({ ms, found, dead, retained, maxRssMb }: Searched): string =>
      `${(ms / 1000).toFixed(1)} s, ${found} found, ${dead} dead, ${Math.max(0, retained).toFixed(0)} bytes retained each, ` +
      `${maxRssMb.toFixed(0)} MB at most`
    return [
      `with fping: ${line(pinged)}; fping alone: ${(alone / 1000).toFixed(1)} s, ratio ${(pinged.ms / alone).toFixed(2)}`,
      `without ping, one community: ${line(probed)}`,
    ]
  },
} satisfies Bench
