import { setTimeout as sleep } from 'node:timers/promises'
import { closeSnmp, readDevice } from '../collectors/snmp.js'
import { loadNetSnmp, type NetSession, type RawVarbind } from '../collectors/snmp/wire/net-snmp.js'
import { forEachLimited } from '../src/lib/concurrency.js'
import type { SnmpSettings } from '../src/model/reading.js'
import type { Bench } from './bench.js'
import { serveDevices, type Served } from './snmp/served.js'

const ROUNDS = 5
const AT_ONCE = 8
const SETTINGS = { timeoutMs: 5000, retries: 3, perDevice: 1, maxRowsPerTable: 100_000, maxMsPerDevice: 600_000 }

/** One request as it went out, so that the bare walk asks the very same. */
type Request =
  | { readonly kind: 'get' | 'getNext'; readonly oids: readonly string[] }
  | { readonly kind: 'getBulk'; readonly oids: readonly string[]; readonly repetitions: number }

type Methods = Pick<NetSession, 'get' | 'getNext' | 'getBulk'>

/** Notes what every session of net-snmp asks while `run` runs, by target. */
async function noteRequests(run: () => Promise<void>): Promise<Map<string, Request[]>> {
  const snmp = await loadNetSnmp()
  const methods = (snmp as unknown as { readonly Session: { readonly prototype: Methods } }).Session.prototype
  const asked = new Map<string, Request[]>()
  const note = (session: unknown, request: Request): void => {
    const { target } = session as { readonly target: string }
    const list = asked.get(target) ?? []
    list.push(request)
    asked.set(target, list)
  }
  const { get, getNext, getBulk } = methods
  methods.get = function (oids, callback) {
    note(this, { kind: 'get', oids })
    get.call(this, oids, callback)
  }
  methods.getNext = function (oids, callback) {
    note(this, { kind: 'getNext', oids })
    getNext.call(this, oids, callback)
  }
  methods.getBulk = function (oids, nonRepeaters, repetitions, callback) {
    note(this, { kind: 'getBulk', oids, repetitions })
    getBulk.call(this, oids, nonRepeaters, repetitions, callback)
  }
  try {
    await run()
  } finally {
    Object.assign(methods, { get, getNext, getBulk })
  }
  return asked
}

/** Asks the requests one after another on a session of its own, and looks at no answer. Gives the varbinds that came. */
async function bareWalk(address: string, port: number, community: string, requests: readonly Request[]): Promise<number> {
  const snmp = await loadNetSnmp()
  const dgramModule = await import('node:dgram')
  const session = snmp.createSession(address, community, {
    version: snmp.Version2c,
    transport: 'udp4',
    port,
    timeout: 5000,
    retries: 3,
    dgramModule,
  })
  let varbinds = 0
  for (const request of requests) {
    varbinds += await new Promise<number>((resolve, reject) => {
      const many = (error: Error | null, answer?: RawVarbind[][]): void =>
        error === null ? resolve((answer ?? []).reduce((sum, { length }) => sum + length, 0)) : reject(error)
      const single = (error: Error | null, answer?: RawVarbind[]): void =>
        error === null ? resolve(answer?.length ?? 0) : reject(error)
      if (request.kind === 'getBulk') session.getBulk(request.oids, 0, request.repetitions, many)
      else session[request.kind](request.oids, single)
    })
  }
  session.close()
  return varbinds
}

/** CPU time of this process while `run` runs, in milliseconds: the agents are another process. */
async function cpuMs(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

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
  const asked = await noteRequests(ours)
  let varbinds = 0
  const bare = (): Promise<void> =>
    forEachLimited(asked, AT_ONCE, async ([address, requests]) => {
      varbinds += await bareWalk(address, port, community.reveal(), requests)
    })
  const [mine, other]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    other.push(await cpuMs(bare))
    mine.push(await cpuMs(ours))
    await sleep(50)
  }
  const again = await noteRequests(ours)
  closeSnmp()
  await close()
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
  const count = (requests: Map<string, Request[]>): number =>
    [...requests.values()].reduce((sum, { length }) => sum + length, 0)
  const each = varbinds / ROUNDS
  const perDevice = (ms: number): string => `${(ms / devices.length).toFixed(2)} ms CPU a device`
  return [
    `${devices.length} devices, ${count(again)} requests against ${count(asked)} bare, ${each.toFixed(0)} varbinds each`,
    ...(partial === 0 ? [] : [`${partial} readings were not whole`]),
    `reading and naming: ${perDevice(median(mine))}, bare net-snmp: ${perDevice(median(other))}, ` +
      `ratio ${(median(mine) / median(other)).toFixed(2)} (bar: 2)`,
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
