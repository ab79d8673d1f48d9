import { CommunitySession, type Requester } from '../../collectors/snmp/wire/community-session.js'
import { loadNetSnmp, type RawVarbind } from '../../collectors/snmp/wire/net-snmp.js'

/** One request as it went out, so that the bare walk asks the very same. */
export type Request =
  | { readonly kind: 'get' | 'getNext'; readonly oids: readonly string[] }
  | { readonly kind: 'getBulk'; readonly oids: readonly string[]; readonly repetitions: number }

type Methods = Pick<Requester, 'get' | 'getNext' | 'getBulk'>

/** What sessions asked, by target, and how many varbinds answered. */
interface Noted {
  readonly asked: ReadonlyMap<string, readonly Request[]>
  readonly requests: number
  readonly varbinds: number
}

/** Notes what every session of a community asks while `run` runs. */
export async function note(run: () => Promise<void>): Promise<Noted> {
  const methods: Methods = CommunitySession.prototype
  const asked = new Map<string, Request[]>()
  let requests = 0
  let varbinds = 0
  const keep = (session: unknown, request: Request): void => {
    const { target } = session as { readonly target: string }
    const list = asked.get(target) ?? []
    asked.set(target, [...list, request])
    requests++
  }
  const { get, getNext, getBulk } = methods
  const single = (kind: 'get' | 'getNext', original: Methods['get']): Methods['get'] =>
    function (this: unknown, oids, callback) {
      keep(this, { kind, oids })
      original.call(this, oids, (error, answer) => {
        varbinds += answer?.length ?? 0
        callback(error, answer)
      })
    }
  methods.get = single('get', get)
  methods.getNext = single('getNext', getNext)
  methods.getBulk = function (oids, nonRepeaters, repetitions, callback) {
    keep(this, { kind: 'getBulk', oids, repetitions })
    getBulk.call(this, oids, nonRepeaters, repetitions, (error, answer) => {
      varbinds += (answer ?? []).reduce((sum, { length }) => sum + length, 0)
      callback(error, answer)
    })
  }
  try {
    await run()
  } finally {
    Object.assign(methods, { get, getNext, getBulk })
  }
  return { asked, requests, varbinds }
}

/** Asks the requests one after another on a session of its own, and looks at no answer. Gives the varbinds that came. */
export async function bareWalk(
  address: string,
  port: number,
  community: string,
  requests: readonly Request[],
): Promise<number> {
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
export async function cpuMs(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
