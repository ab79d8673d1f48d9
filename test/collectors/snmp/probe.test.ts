import t from 'tap'
import { closeSnmp, limitPackets, probeDevices } from '../../../collectors/snmp.js'
import { Pace } from '../../../collectors/snmp/wire/pace.js'
import type { Probed } from '../../../collectors/snmp/probe.js'
import type { Credential } from '../../../src/model/credential.js'
import { Secret } from '../../../src/model/secret.js'
import { community, faulty, read, v3 } from './reading.js'
import { children, plainV3, readTlv, response, responsePdu, startAgent } from './udp-agent.js'

const signal = new AbortController().signal
t.teardown(() => closeSnmp())

async function probed(addresses: readonly string[], credentials: readonly Credential[], port: number, atOnce = 64) {
  const found = new Map<string, Probed>()
  const settings = { port, timeoutMs: 300, retries: 1, atOnce }
  for await (const each of probeDevices(addresses, credentials, settings, signal)) found.set(each.address, each)
  return found
}

t.test('who speaks SNMP is found without ping, v3 first, and a community stays in its networks', async (t) => {
  const heard = new Map<string, string[]>()
  const hear = (address: string, bytes: Buffer): void => {
    const [version, community] = children(readTlv(bytes, 0).body)
    const said = version?.body.at(-1) === 3 ? 'v3' : (community?.body.toString() ?? '')
    heard.set(address, [...(heard.get(address) ?? []), said])
    if (said === 'v3') t.notMatch(bytes.toString('latin1'), /ecole|inventaire|motdep/, 'a discovery holds no secret')
  }
  let port = 0
  const listen = async (address: string, reply: Parameters<typeof startAgent>[0]): Promise<void> => {
    const agent = await startAgent(
      (bytes, request) => {
        hear(address, bytes)
        return reply(bytes, request)
      },
      { address, port },
    )
    port = agent.port
    t.teardown(() => agent.close())
  }
  await listen('127.60.0.3', (_bytes, request) =>
    request?.community.toString() === 'ecole' ? response(request, [['1.3.6.1.2.1.1.2.0', 1]]) : null,
  )
  // An engine says who it is by a Report (RFC 3414): usmStatsUnknownEngineIDs.
  await listen('127.60.0.5', (bytes) => {
    const [, header] = children(readTlv(bytes, 0).body)
    const [msgId] = children(header?.body ?? Buffer.alloc(0))
    const report = responsePdu(0, [['1.3.6.1.6.3.15.1.1.4.0', 1]])
    report[0] = 0xa8
    return plainV3(msgId?.body ?? Buffer.alloc(0), report)
  })
  await listen('127.60.0.6', (_bytes, request) => (request === null ? null : response(request, [], 2, 1)))
  await listen('127.60.0.7', () => null)
  await listen('127.60.9.7', () => null)
  await listen('127.60.9.8', () => Buffer.from('not SNMP at all'))

  const scoped = { ...community, networks: ['127.60.0.0/24'] }
  const addresses = ['127.60.0.3', '127.60.0.4', '127.60.0.5', '127.60.0.6', '127.60.0.7', '127.60.9.7', '127.60.9.8']
  const found = await probed(addresses, [scoped, v3], port)
  const answers = Object.fromEntries(
    [...found].map(([address, { answered, credential }]) => [address, [answered, credential]]),
  )
  t.strictSame(answers, {
    '127.60.0.3': [true, 'lecture'],
    '127.60.0.4': [false, null],
    '127.60.0.5': [true, null],
    '127.60.0.6': [true, 'lecture'],
    '127.60.0.7': [false, null],
    '127.60.9.7': [false, null],
    '127.60.9.8': [true, null],
  })
  t.strictSame(heard.get('127.60.0.7'), ['v3', 'v3', 'ecole', 'ecole'], 'each twice, the one with a secret last')
  t.strictSame(heard.get('127.60.0.5'), ['v3'], 'an engine that answered is sent no community')
  t.strictSame(heard.get('127.60.9.7'), ['v3', 'v3'], 'no community outside its networks')
  t.equal(found.get('127.60.0.7')?.packetsSent, 4)
})

t.test('never more communities than the configuration allows', async (t) => {
  const heard: string[] = []
  const agent = await startAgent((_bytes, request) => {
    if (request !== null) heard.push(request.community.toString()) // And no v3 discovery, which is no try.
    return null
  })
  t.teardown(() => agent.close())
  const named = ['a', 'b', 'x'.repeat(200)].map((name) => ({ ...community, name, community: new Secret(name) }))
  const settings = { port: agent.port, timeoutMs: 100, retries: 0, atOnce: 4 }
  for await (const { answered } of probeDevices([agent.address], named, { ...settings, maxCredentialTries: 2 }, signal))
    t.equal(answered, false)
  t.strictSame(heard.splice(0), ['a', 'b'])
  for await (const { answered } of probeDevices([agent.address], named, settings, signal)) t.equal(answered, false)
  t.strictSame(heard.splice(0), ['a', 'b', 'x'.repeat(200)], 'a long community is written whole')
  const { outcome } = await read(agent, { credentials: named, timeoutMs: 100, retries: 0, maxCredentialTries: 2 })
  t.match(outcome, { status: 'failed', reason: { code: 'no-answer' } })
  t.strictSame(heard, ['a', 'b'], 'a reading does not try more either')
})

t.test('a device does not pay for the wait that our own limits impose', async (t) => {
  const agent = await faulty(() => undefined)
  t.teardown(() => agent.close())
  const { packetsSent } = await read(agent)
  limitPackets({ packetsPerSecond: 5 })
  // All but the first wait for a fifth of a second each: the device is given half of that.
  const { outcome } = await read(agent, { maxMsPerDevice: ((packetsSent - 1) * 200) / 2 })
  limitPackets({ packetsPerSecond: null })
  t.ok(packetsSent > 5, `${packetsSent} packets`)
  t.equal(outcome.status, 'answered')
})

t.test('packets leave within the rate of all and that of their network, readings before probes', async (t) => {
  const pace = new Pace(() => 0.5)
  const networks = [
    { cidr: '10.20.0.0/16', packetsPerSecond: 50 },
    { cidr: '10.20.9.0/24', packetsPerSecond: null },
  ]
  pace.limit({ packetsPerSecond: 200, networks, jitter: 0.2 })
  const left: { readonly who: string; readonly at: number }[] = []
  const startedAt = performance.now()
  await new Promise<void>((resolve) => {
    const note = (who: string) => (): void => {
      left.push({ who, at: performance.now() - startedAt })
      if (left.length === 70) resolve()
    }
    for (let i = 0; i < 10; i++) pace.run(note('probe'), '10.20.9.1', true)
    for (let i = 0; i < 10; i++) pace.run(note('slow'), '10.20.0.1')
    for (let i = 0; i < 40; i++) pace.run(note('free'), '10.20.9.1')
    for (let i = 0; i < 10; i++) pace.run(note('other'), '192.168.0.1')
  })
  const when = (who: string): number[] => left.flatMap((each) => (each.who === who ? [each.at] : []))
  // By hand: a packet costs 1.1 (1 + 0.2 × 0.5), so n of them take (1.1 n - burst) / rate; a burst is a tenth of a
  // second's worth: 20 of all, 5 of the network. Timers come late, never early.
  t.ok((left.at(-1)?.at ?? 0) >= ((1.1 * 70 - 21 - 1.1) / 200) * 1000, 'all of them within 200 a second')
  t.ok((when('slow').at(-1) ?? 0) >= ((1.1 * 10 - 6 - 1.1) / 50) * 1000, 'a network within its own 50')
  const late = left.findIndex(({ who }) => who === 'slow')
  t.ok(late >= 0 && late < 15, 'the slow network is not behind all the others')
  t.ok(Math.max(...when('free')) <= Math.max(...when('probe')), 'what is patient leaves last')
})

t.test('what is reserved for another program is left to it, and given back', async (t) => {
  const pace = limitPackets({ packetsPerSecond: 160 })
  const giveBack = pace.reserve(150, null)
  const startedAt = performance.now()
  for (let i = 0; i < 4; i++) await pace.turn('10.0.0.1')
  const during = performance.now() - startedAt
  t.ok(during >= (2 / 10) * 1000, `10 a second are left of 160, and one or two were there: ${during} ms`)
  giveBack()
  limitPackets({ packetsPerSecond: null })
  await pace.turn('10.0.0.1')
})
