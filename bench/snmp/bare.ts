import { CommunitySession } from '../../collectors/snmp/wire/community-session.js'
import { loadNetSnmp, type RawVarbind } from '../../collectors/snmp/wire/net-snmp.js'
import type { Ask } from '../../collectors/snmp/wire/session.js'

/** What sessions asked, by target, and how many varbinds answered. */
interface Noted {
  readonly asked: ReadonlyMap<string, readonly Ask[]>
  readonly requests: number
  readonly varbinds: number
}

/** Notes what every session of a community asks while `run` runs. */
export async function note(run: () => Promise<void>): Promise<Noted> {
  const asked = new Map<string, Ask[]>()
  let requests = 0
  let varbinds = 0
  const { ask: original } = CommunitySession.prototype
  CommunitySession.prototype.ask = function (ask, answered) {
    const list = asked.get(this.target) ?? []
    asked.set(this.target, list)
    list.push(ask)
    requests++
    original.call(this, ask, (error, answer) => {
      varbinds += (answer ?? []).reduce((sum, { length }) => sum + length, 0)
      answered(error, answer)
    })
  }
  try {
    await run()
  } finally {
    CommunitySession.prototype.ask = original
  }
  return { asked, requests, varbinds }
}

/** Asks the requests one after another on a session of its own, and looks at no answer. Gives the varbinds that came. */
export async function bareWalk(
  address: string,
  port: number,
  community: string,
  requests: readonly Ask[],
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
