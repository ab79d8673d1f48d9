import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import t from 'tap'
import { closeSnmp, readDevice } from '../../../collectors/snmp.js'
import type { Credential } from '../../../src/model/credential.js'
import type { SnmpSettings } from '../../../src/model/reading.js'
import { Secret } from '../../../src/model/secret.js'
import {
  children,
  int,
  Objects,
  readTlv,
  response,
  startAgent,
  switchObjects,
  tlv,
  type Request,
  type UdpAgent,
} from './udp-agent.js'

const PORTS = 30
const skipDescriptors = existsSync('/proc/self/fd') ? false : 'descriptors are counted in /proc'
const IF_DESCR = '1.3.6.1.2.1.2.2.1.2'
const IF_ALIAS = '1.3.6.1.2.1.31.1.1.1.18'
const community: Credential = { name: 'lecture', version: '2c', community: new Secret('ecole'), networks: null }
const v3: Credential = {
  name: 'v3',
  version: '3',
  user: 'inventaire',
  level: 'authPriv',
  auth: { protocol: 'sha256', key: new Secret('motdepasse') },
  priv: { protocol: 'aes', key: new Secret('motdepriv') },
  context: '',
  networks: null,
}

function read(
  agent: { readonly address: string; readonly port: number },
  options: Partial<SnmpSettings> & { credentials?: readonly Credential[]; signal?: AbortSignal } = {},
) {
  const { credentials = [community], signal = new AbortController().signal, ...settings } = options
  return readDevice(
    agent.address,
    credentials,
    {
      port: agent.port,
      timeoutMs: 120,
      retries: 1,
      perDevice: 1,
      maxRowsPerTable: 1000,
      maxMsPerDevice: 8000,
      ...settings,
    },
    signal,
  )
}

/** A switch whose answers `fault` may replace: undefined leaves the right answer, null is silence. */
async function faulty(fault: (request: Request, right: Buffer) => Buffer | null | undefined): Promise<UdpAgent> {
  const objects = new Objects(switchObjects(PORTS))
  return startAgent((_bytes, request) => {
    if (request === null) return null
    const right = response(request, objects.answer(request))
    const replaced = fault(request, right)
    return replaced === undefined ? right : replaced
  })
}

function asks(request: Request, subtree: string): boolean {
  return request.pdu !== 0xa0 && request.oids.some((one) => one.startsWith(`${subtree}.`))
}

t.teardown(() => closeSnmp())

await t.test('an agent without fault is read whole', async (t) => {
  const agent = await faulty(() => undefined)
  const { outcome, credential, packetsSent, bytesSent } = await read(agent)
  t.equal(outcome.status, 'answered')
  t.equal(credential, 'lecture')
  t.equal(packetsSent, agent.requests.length, 'every packet counts')
  t.ok(bytesSent > 30 * packetsSent)
  if (outcome.status !== 'answered') return
  t.equal(outcome.value.sysName, 'sw-gymnase')
  t.equal(outcome.value.sysDescr, 'Commutateur École-24, version 1.2.3')
  t.equal(outcome.value.osVersion, '1.2.3')
  t.equal(outcome.value.interfaces.length, PORTS)
  t.match(outcome.value.interfaces[29], {
    ifIndex: 30,
    ifDescr: 'port 30',
    ifName: '1/30',
    ifAlias: 'local 30',
    mtu: 1500,
  })
  await agent.close()
})

await t.test('an agent that goes back ends the table with what was read', async (t) => {
  const agent = await faulty((request, right) => {
    if (!asks(request, IF_DESCR)) return undefined
    const at = Number(request.oids[0]?.split('.').at(-1))
    return at >= 5
      ? response(
          request,
          request.oids.map((one) => [one.replace(/\d+$/, '2'), 'encore']),
        )
      : right
  })
  const { outcome } = await read(agent)
  t.match(outcome, { status: 'partial', reason: { code: 'agent-loop', during: 'IF-MIB::ifEntry' } })
  if (outcome.status === 'partial') {
    t.ok(outcome.value.interfaces.length >= 5)
    t.equal(outcome.value.interfaces[0]?.ifName, '1/1', 'the other tables are read')
  }
  await agent.close()
})

await t.test('an agent that repeats one OID for ever ends the table', async (t) => {
  const agent = await faulty((request) => {
    if (request.pdu === 0xa0 || !request.oids[0]?.startsWith(IF_DESCR)) return undefined
    return response(
      request,
      request.oids.map((one) => [/2\.2\.1\.\d+$/.test(one) ? `${one}.1` : one, 'encore']),
    )
  })
  const { outcome } = await read(agent)
  t.match(outcome, { status: 'partial', reason: { code: 'agent-loop' } })
  t.ok(agent.requests.length < 60)
  await agent.close()
})

await t.test('an agent that falls silent midway gives what was read before', async (t) => {
  let answered = 0
  const agent = await faulty((request) =>
    asks(request, IF_DESCR) && ++answered > 1 ? null : answered > 1 ? null : undefined,
  )
  const startedAt = performance.now()
  const { outcome } = await read(agent)
  t.match(outcome, { status: 'partial', reason: { code: 'timed-out-midway', during: 'IF-MIB::ifEntry' } })
  if (outcome.status === 'partial') t.ok(outcome.value.interfaces.length > 0)
  t.ok(performance.now() - startedAt < 3000, 'and the other tables are not waited for')
  await agent.close()
})

await t.test('tooBig and silence to long answers halve the repetitions until the agent answers', async (t) => {
  const tooBig = await faulty((request) => (request.repetitions > 2 ? response(request, [], 1) : undefined))
  const silent = await faulty((request) => (request.repetitions > 3 ? null : undefined))
  const nothingButGetNext = await faulty((request) => (request.pdu === 0xa5 ? null : undefined))
  for (const agent of [tooBig, silent, nothingButGetNext]) {
    const { outcome } = await read(agent)
    t.equal(outcome.status, 'answered')
    if (outcome.status === 'answered') t.equal(outcome.value.interfaces.at(-1)?.ifAlias, 'local 30')
    await agent.close()
  }
})

await t.test('a lost answer is asked for again', async (t) => {
  let seed = 7
  const agent = await faulty(() => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % 100 < 15 ? null : undefined
  })
  const { outcome } = await read(agent, { retries: 3 })
  t.equal(outcome.status, 'answered')
  if (outcome.status === 'answered') t.equal(outcome.value.interfaces.length, PORTS)
  await agent.close()
})

await t.test('garbage is a broken agent, at once and without an exception', async (t) => {
  const agent = await faulty(() => Buffer.from('ceci n’est pas un message SNMP'))
  t.match((await read(agent)).outcome, { status: 'failed', reason: { code: 'agent-broken' } })
  await agent.close()
})

await t.test('a column that kills the answer is asked for alone, and costs itself only', async (t) => {
  const agent = await faulty((request, right) =>
    asks(request, IF_ALIAS) || request.oids.includes(IF_ALIAS) ? right.subarray(0, right.length - 9) : undefined,
  )
  const { outcome } = await read(agent)
  t.match(outcome, { status: 'partial', reason: { code: 'agent-broken', during: 'IF-MIB::ifXEntry' } })
  if (outcome.status === 'partial') {
    t.match(outcome.value.interfaces[29], { ifName: '1/30', ifAlias: null, ifDescr: 'port 30' })
  }
  await agent.close()
})

await t.test('an endless table stops at the cap on rows, a slow device at the cap on time', async (t) => {
  const endless = await faulty((request) => {
    if (!asks(request, IF_DESCR) && !request.oids.includes(IF_DESCR)) return undefined
    const from = request.oids.map((one) => Number(/2\.2\.1\.\d+\.(\d+)$/.exec(one)?.[1] ?? 0))
    const varbinds = Array.from({ length: request.repetitions }, (_, i) =>
      request.oids.map((one, c) => [`${/^.*2\.2\.1\.\d+/.exec(one)?.[0]}.${(from[c] ?? 0) + i + 1}`, 1] as const),
    )
    return response(request, varbinds.flat())
  })
  const capped = await read(endless, { maxRowsPerTable: 50 })
  t.match(capped.outcome, { status: 'partial', reason: { code: 'cap-reached', during: 'IF-MIB::ifEntry' } })
  if (capped.outcome.status === 'partial') t.equal(capped.outcome.value.interfaces.length, 50)
  const late = await read(endless, { maxRowsPerTable: 1e9, maxMsPerDevice: 200 })
  t.match(late.outcome, { status: 'partial', reason: { code: 'cap-reached' } })
  await endless.close()
})

await t.test('a closed port is told from silence', async (t) => {
  const agent = await faulty(() => undefined)
  await agent.close()
  t.match((await read(agent)).outcome, { status: 'failed', reason: { code: 'port-closed' } })
  const silent = await faulty(() => null)
  t.match((await read(silent)).outcome, { status: 'failed', reason: { code: 'no-answer' } })
  await silent.close()
})

await t.test('an answer from another address is refused, and said', async (t) => {
  const other = createSocket('udp4')
  other.bind(0, '127.0.0.2')
  await once(other, 'listening')
  const objects = new Objects(switchObjects(2))
  const agent = await startAgent(
    (_bytes, request) => (request === null ? null : response(request, objects.answer(request))),
    { from: other },
  )
  t.match((await read(agent)).outcome, { status: 'failed', reason: { code: 'refused-source' } })
  other.close()
  await agent.close()
})

await t.test('a view that shows nothing is no silence', async (t) => {
  const empty = new Objects({})
  const agent = await startAgent((_bytes, request) =>
    request === null ? null : response(request, empty.answer(request)),
  )
  t.match((await read(agent)).outcome, { status: 'failed', reason: { code: 'view-empty' } })
  await agent.close()
})

await t.test('a community is never sent outside its networks, and the next credential is tried', async (t) => {
  const agent = await faulty((request) => (request.community.toString() === 'ecole' ? undefined : null))
  const elsewhere: Credential = { ...community, name: 'ailleurs', networks: ['10.0.0.0/8'], community: new Secret('x') }
  const wrong: Credential = { ...community, name: 'autre', community: new Secret('autre') }
  t.match(await read(agent, { credentials: [elsewhere] }), { packetsSent: 0, outcome: { status: 'failed' } })
  t.equal(agent.requests.length, 0)
  t.equal((await read(agent, { credentials: [elsewhere, wrong, community] })).credential, 'lecture')
  t.notOk(agent.requests.some((request) => request.community.toString() === 'x'))
  await agent.close()
})

await t.test('where v3 is configured, the engine is asked before any key, and silence spares the keys', async (t) => {
  const versions: number[] = []
  const agent = await startAgent((bytes) => {
    versions.push(children(readTlv(bytes, 0).body)[0]?.body.at(-1) ?? -1)
    return null
  })
  await read(agent, { credentials: [community, v3] })
  t.same(
    versions,
    [3, 3, 1, 1, 3],
    'discovery twice, the community twice, then one discovery through a connected socket',
  )
  await agent.close()
})

/** A v3 message without authentication or encryption, from an engine that a test invents. */
function plainV3(id: Buffer, pdu: Buffer): Buffer {
  const engineId = Buffer.from('80001f8880cafe', 'hex')
  const header = tlv(0x30, tlv(0x02, id), int(65507), tlv(0x04, Buffer.from([0])), int(3))
  const security = tlv(0x04, tlv(0x30, tlv(0x04, engineId), int(1), int(100), tlv(0x04), tlv(0x04), tlv(0x04)))
  return tlv(0x30, int(3), header, security, tlv(0x30, tlv(0x04, engineId), tlv(0x04), pdu))
}

await t.test('an unprotected answer to an encrypted question is not believed', async (t) => {
  let asked = 0
  const agent = await startAgent((bytes) => {
    const [, header] = children(readTlv(bytes, 0).body)
    const id = children(header?.body ?? Buffer.alloc(0))[0]?.body ?? Buffer.alloc(0)
    const isDiscovery = ++asked === 1
    // usmStatsUnknownEngineIDs.0 reports the engine; the forged response names the device.
    const name = isDiscovery ? '1.3.6.1.6.3.15.1.1.4.0' : '1.3.6.1.2.1.1.5.0'
    const varbind = tlv(0x30, Buffer.concat([oidOf(name)]), isDiscovery ? int(1, 0x41) : tlv(0x04, Buffer.from('faux')))
    return plainV3(id, tlv(isDiscovery ? 0xa8 : 0xa2, tlv(0x02, id), int(0), int(0), tlv(0x30, varbind)))
  })
  t.match((await read(agent, { credentials: [v3] })).outcome, { status: 'failed', reason: { code: 'agent-broken' } })
  await agent.close()
})

function oidOf(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tlv(0x06, Buffer.from([first * 40 + second, ...rest]))
}

await t.test('a scan that is interrupted leaves the device at once', async (t) => {
  const agent = await faulty(() => null)
  const abort = new AbortController()
  setTimeout(() => abort.abort(), 50)
  const startedAt = performance.now()
  const { outcome } = await read(agent, { timeoutMs: 5000, signal: abort.signal })
  t.match(outcome, { status: 'failed', reason: { code: 'cancelled' } })
  t.ok(performance.now() - startedAt < 1000)
  await agent.close()
})

await t.test('mutated answers end as an outcome, never as an exception', async (t) => {
  let seed = 2018
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return Math.floor((seed / 2147483648) * below)
  }
  const agent = await faulty((_request, right) => {
    const mutated = Buffer.from(right)
    for (let i = random(3); i >= 0; i--) mutated[random(mutated.length)] = random(256)
    return random(4) === 0 ? mutated.subarray(0, random(mutated.length)) : random(3) === 0 ? undefined : mutated
  })
  const reasons = new Set<string>()
  for (let i = 0; i < 60; i++) {
    const { outcome } = await read(agent, { timeoutMs: 15, retries: 0, maxMsPerDevice: 400 })
    reasons.add(outcome.status === 'answered' ? 'answered' : outcome.reason.code)
  }
  t.ok(agent.requests.length > 200, `${agent.requests.length} answers were mutated`)
  t.ok(reasons.has('agent-broken'))
  await agent.close()
})

await t.test('many devices at once share a few sockets', { skip: skipDescriptors }, async (t) => {
  const objects = new Objects(switchObjects(3))
  const reply = (_bytes: Buffer, request: Request | null): Buffer | null =>
    request === null ? null : response(request, objects.answer(request))
  const first = await startAgent(reply, { address: '127.0.9.1' })
  const others = await Promise.all(
    Array.from({ length: 59 }, (_, i) => startAgent(reply, { address: `127.0.9.${i + 2}`, port: first.port })),
  )
  const agents = [first, ...others]
  const sockets = (): number => readdirSync('/proc/self/fd').length
  const before = sockets()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, sockets())), 1)
  const outcomes = await Promise.all(agents.map((agent) => read(agent, { timeoutMs: 2000 })))
  clearInterval(watch)
  t.ok(outcomes.every(({ outcome }) => outcome.status === 'answered'))
  t.ok(most - before <= 6, `${most - before} descriptors more for 60 devices: four sockets, and the listing itself`)
  await Promise.all(agents.map((agent) => agent.close()))
})

await t.test('only addresses are taken', async (t) => {
  await t.rejects(read({ address: 'exemple.invalid', port: 161 }), RangeError)
  await t.rejects(read({ address: '10.1', port: 161 }), RangeError)
})
