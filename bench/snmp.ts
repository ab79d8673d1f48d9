import { setTimeout as sleep } from 'node:timers/promises'
import { closeSnmp, readDevice } from '../collectors/snmp.js'
import { forEachLimited } from '../src/lib/concurrency.js'
import type { SnmpSettings } from '../src/model/reading.js'
import type { Bench } from './bench.js'
import { bareWalk, cpuMs, note } from './snmp/bare.js'
import { serveDevices, type Served } from './snmp/served.js'

const ROUNDS = 11
const AT_ONCE = 8
const SETTINGS = { timeoutMs: 5000, retries: 3, perDevice: 1, maxRowsPerTable: 100_000, maxMsPerDevice: 600_000 }

async function measured({ devices, community, port, close }: Served): Promise<string[]> {
  const settings: SnmpSettings = { port, ...SETTINGS }
  const credential = { name: 'bench', version: '2c', community, networks: null } as const
  const signal = new AbortController().signal
  let partial = 0
  const ours = (): Promise<void> =>
    forEachLimited(devices, AT_ONCE, async (address) => {
      const { outcome } = await readDevice(address, [credential], settings, signal)
      if (outcome.status !== 'answered') partial++
    })
  const first = await note(ours)
  let varbinds = 0
  const bare = (): Promise<void> =>
    forEachLimited(first.asked, AT_ONCE, async ([address, requests]) => {
      const got = await bareWalk(address, port, community.reveal(), requests)
      varbinds += got
    })
  const [mine, other]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    other.push(await cpuMs(bare))
    mine.push(await cpuMs(ours))
    await sleep(50)
  }
  const last = await note(ours)
  closeSnmp()
  await close()
  // The least of the rounds: what else the machine does only ever adds.
  const least = (values: readonly number[]): number => Math.min(...values)
  const perDevice = (ms: number): string => `${(ms / devices.length).toFixed(2)} ms CPU a device`
  return [
    `${devices.length} devices; requests and varbinds: ${last.requests} and ${last.varbinds}, ` +
      `bare: ${first.requests} and ${varbinds / ROUNDS}`,
    ...(partial === 0 ? [] : [`${partial} readings were not whole`]),
    `reading and naming: ${perDevice(least(mine))}, bare net-snmp: ${perDevice(least(other))}, ` +
      `ratio ${(least(mine) / least(other)).toFixed(2)} (bar: 2)`,
  ]
}

const bench: Bench = {
  id: 'snmp',
  about: 'CPU of reading and naming a device, against a bare net-snmp session that asks the very same',
  measure: async () => {
    const served = await serveDevices()
    return [`answered by ${served.by}`, ...(await measured(served))]
  },
}

export default bench
