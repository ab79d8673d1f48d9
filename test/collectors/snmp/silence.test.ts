import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { closeSnmp } from '../../../collectors/snmp.js'
import { Repetitions } from '../../../collectors/snmp/wire/repetitions.js'
import { TimeOut } from '../../../collectors/snmp/wire/time-out.js'
import { createEngine, type Engine } from '../../../collectors/lab/engine.js'
import type { Credential } from '../../../src/model/credential.js'
import { Secret } from '../../../src/model/secret.js'
import { asks, community, faulty, IF_DESCR, PORTS, read, seeded, v3 } from './reading.js'
import {
  children,
  int,
  Objects,
  oid,
  plainV3,
  readTlv,
  response,
  responsePdu,
  startAgent,
  switchObjects,
  tlv,
  type Request,
  type UdpAgent,
} from './udp-agent.js'

const skipDescriptors = existsSync('/proc/self/fd') ? false : 'descriptors are counted in /proc'

t.setTimeout(240_000)
t.teardown(() => closeSnmp())

await t.test('an agent that falls silent midway gives what was read before', async (t) => {
  let answered = 0
  const agent = await faulty((request) =>
    asks(request, IF_DESCR) && ++answered > 1 ? null : answered > 1 ? null : undefined,
  )
  const { outcome } = await read(agent)
  t.match(outcome, { status: 'partial', reason: { code: 'timed-out-midway', during: 'IF-MIB::ifEntry' } })
  if (outcome.status === 'partial') t.ok(outcome.value.interfaces.length > 0)
  const last = agent.requests.at(-1)?.oids
  t.same(last, ['1.3.6.1.2.1'], 'the other tables are not asked once the agent answers nothing at all')
  await agent.close()
})

await t.test(
  'tooBig and silence to long answers halve the repetitions, and the next reading begins with what worked',
  async (t) => {
    const tooBig = await faulty((request) => (request.repetitions > 2 ? response(request, [], 1) : undefined))
    const silent = await faulty((request) => (request.repetitions > 3 ? null : undefined))
    const nothingButGetNext = await faulty((request) => (request.pdu === 0xa5 ? null : undefined))
    for (const [agent, most] of [
      [tooBig, 2],
      [silent, 3],
      [nothingButGetNext, 1],
    ] as const) {
      const refused = (): number =>
        agent.requests.filter(({ pdu, repetitions }) => pdu === 0xa5 && repetitions > most).length
      const { outcome } = await read(agent)
      t.equal(outcome.status, 'answered')
      if (outcome.status === 'answered') t.equal(outcome.value.interfaces.at(-1)?.ifAlias, 'local 30')
      const first = refused()
      agent.requests.length = 0
      t.equal((await read(agent)).outcome.status, 'answered')
      t.ok(first >= 2 && refused() < first, `${first} requests were too big, then ${refused()}`)
      await agent.close()
    }
  },
)

await t.test('an agent that gets slower is asked for fewer rows before it is taken for silent', async (t) => {
  const agent = await faulty(() => undefined, {
    lateMs: (request) => (request?.pdu === 0xa5 ? 40 * request.repetitions : 0),
  })
  const { outcome } = await read(agent, { timeoutMs: 1200, retries: 2 })
  t.equal(outcome.status, 'answered')
  const once = new Map(agent.requests.filter(({ pdu }) => pdu === 0xa5).map((request) => [request.id, request])) // Sent again or not.
  const bulks = [...once.values()].map(({ repetitions }) => repetitions)
  const slow = bulks.findIndex((repetitions) => 40 * repetitions > 600)
  t.ok(slow >= 0 && (bulks[slow + 1] ?? 99) < (bulks[slow] ?? 0), `${bulks.join()}: after a slow answer, fewer`)
  await agent.close()
})

await t.test('sizes halve on failure, grow back, and not to one that failed twice', (t) => {
  const sizes = new Repetitions()
  t.equal(sizes.for(1), 64)
  t.equal(sizes.for(10), 6)
  sizes.failed(1, 64)
  t.equal(sizes.for(1), 32)
  for (let i = 0; i < 4; i++) sizes.answered(1, 32)
  t.equal(sizes.for(1), 64)
  sizes.failed(1, 64)
  for (let i = 0; i < 40; i++) sizes.answered(1, 32)
  t.equal(sizes.for(1), 63)
  for (const size of [63, 31, 15, 7, 3, 1]) sizes.failed(1, size)
  t.equal(sizes.for(1), 1)

  const rows = new Repetitions() // An agent that answers 60 varbinds in 5 rows, and nothing past 10 rows.
  rows.answered(12, 5)
  rows.failed(1, 60)
  t.equal(rows.for(1), 30)
  t.equal(rows.for(12), 5, 'what worked for many columns is not given up')
  t.end()
})

await t.test('three answers in ten are lost, and everything is read', async (t) => {
  const random = seeded(7)
  const agent = await faulty(() => (random(100) < 30 ? null : undefined))
  const { outcome } = await read(agent, { retries: 8, timeoutMs: 600, maxMsPerDevice: 120_000 })
  t.equal(outcome.status, 'answered')
  if (outcome.status === 'answered') t.equal(outcome.value.interfaces.at(-1)?.ifAlias, 'local 30')
  await agent.close()
})

await t.test(
  'answers that come five seconds late end their table, and poison nothing that is asked later',
  async (t) => {
    const agent = await faulty(() => undefined, {
      lateMs: (request) =>
        request !== null && (asks(request, IF_DESCR) || request.oids.includes(IF_DESCR)) ? 5000 : 0,
    })
    const { outcome } = await read(agent)
    t.match(outcome, { status: 'partial', reason: { code: 'timed-out-midway', during: 'IF-MIB::ifEntry' } })
    if (outcome.status === 'partial') {
      t.same(
        outcome.value.interfaces.map(({ ifDescr, ifName, ifAlias }) => [ifDescr, ifName, ifAlias]),
        Array.from({ length: PORTS }, (_, i) => [null, `1/${i + 1}`, `local ${i + 1}`]),
        'the other tables are read while the late answers are on their way',
      )
    }
    await agent.close()

    // Every answer is that of the request before: only the request id tells.
    let before: Buffer | null = null
    const objects = new Objects(switchObjects(PORTS))
    const behind = await startAgent((_bytes, request) => {
      const answer = before
      before = request === null ? null : response(request, objects.answer(request))
      return answer
    })
    const { outcome: none } = await read(behind, { timeoutMs: 100, retries: 0, maxMsPerDevice: 3000 })
    t.equal(none.status, 'failed', 'no answer is taken for that of another request')
    await behind.close()
  },
)

await t.test('a closed port is told from silence', async (t) => {
  const agent = await faulty(() => undefined)
  await agent.close()
  t.match((await read(agent)).outcome, { status: 'failed', reason: { code: 'port-closed' } })
  const silent = await faulty(() => null)
  t.match((await read(silent)).outcome, { status: 'failed', reason: { code: 'no-answer' } })
  await silent.close()
})

await t.test('an answer from another address is refused, and said, unless it is configured', async (t) => {
  const other = createSocket('udp4')
  other.bind(0, '127.0.0.2')
  await once(other, 'listening')
  const objects = new Objects(switchObjects(2))
  const agent = await startAgent(
    (_bytes, request) => (request === null ? null : response(request, objects.answer(request))),
    { from: other },
  )
  t.match((await read(agent)).outcome, { status: 'failed', reason: { code: 'refused-source' } })
  const accepted = await read(agent, { acceptOtherSource: true })
  t.equal(accepted.outcome.status, 'answered')
  if (accepted.outcome.status === 'answered') t.equal(accepted.outcome.value.interfaces.length, 2)
  other.close()
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

await t.test('an unprotected answer to an encrypted question is not believed', async (t) => {
  let asked = 0
  const agent = await startAgent((bytes) => {
    const [, header] = children(readTlv(bytes, 0).body)
    const msgId = children(header?.body ?? Buffer.alloc(0))[0]?.body ?? Buffer.alloc(0)
    const isDiscovery = ++asked === 1
    // usmStatsUnknownEngineIDs.0 reports the engine; the forged response names the device.
    const name = isDiscovery ? '1.3.6.1.6.3.15.1.1.4.0' : '1.3.6.1.2.1.1.5.0'
    const varbind = tlv(0x30, oid(name), isDiscovery ? int(1, 0x41) : tlv(0x04, Buffer.from('faux')))
    return plainV3(msgId, tlv(isDiscovery ? 0xa8 : 0xa2, tlv(0x02, msgId), int(0), int(0), tlv(0x30, varbind)))
  })
  t.match((await read(agent, { credentials: [v3] })).outcome, { status: 'failed', reason: { code: 'agent-broken' } })
  await agent.close()
})

/** An agent of SNMPv3 whose engine a test may exchange midway. */
function v3Agent(
  engineOf: (asked: number) => Engine,
  lost: (asked: number) => boolean = () => false,
  lateMs = 0,
): Promise<UdpAgent> {
  const objects = new Objects(switchObjects(PORTS))
  let asked = 0
  return startAgent(
    (bytes) => {
      asked++
      if (lost(asked)) return null
      return engineOf(asked).answer(bytes, ({ kind, requestId, first, second, oids }) => {
        const request: Request = {
          version: 3,
          community: Buffer.alloc(0),
          pdu: kind,
          id: requestId,
          repetitions: kind === 0xa5 ? second : 1,
          oids: oids.map((one) => one.join('.')),
        }
        return first > 0 ? null : responsePdu(requestId, objects.answer(request))
      })
    },
    { lateMs: () => lateMs },
  )
}

const users = [
  {
    name: 'inventaire',
    auth: { protocol: 'sha256', key: 'motdepasse' },
    priv: { protocol: 'aes', key: 'motdepriv' },
  },
] as const
const engineId = Buffer.from('80001f888001020304', 'hex')

function engine(boots: number, seconds: number): Engine {
  let now = 0
  const made = createEngine({ engineId, boots, users, maxBytes: 60_000 }, () => now)
  now = seconds * 1000
  return made
}

await t.test('an engine whose clock jumps midway is followed, whichever way it goes', async (t) => {
  for (const [what, after] of [
    ['a restart', engine(8, 3)],
    ['an hour later', engine(7, 100_000 + 3600)],
    ['an hour earlier, without a restart', engine(7, 100_000 - 3600)],
    ['a restart that forgot its boots', engine(1, 3)],
  ] as const) {
    const before = engine(7, 100_000)
    const agent = await v3Agent((asked) => (asked > 8 ? after : before))
    const { outcome } = await read(agent, { credentials: [v3], timeoutMs: 1500 })
    t.equal(outcome.status, 'answered', what)
    if (outcome.status === 'answered') t.equal(outcome.value.interfaces.at(-1)?.ifAlias, 'local 30')
    await agent.close()
  }
})

await t.test('a clock that jumps at every answer ends as a broken agent', async (t) => {
  const engines = [engine(7, 100_000), engine(3, 10), engine(5, 50_000), engine(1, 1)]
  const agent = await v3Agent((asked) => engines[asked % 4] ?? engine(1, 1))
  const { outcome } = await read(agent, { credentials: [v3] })
  t.match(outcome, { reason: { code: 'agent-broken' } })
  t.ok(agent.requests.length < 400)
  await agent.close()
})

await t.test('an encrypted request that is lost is no wrong key', async (t) => {
  const only = engine(7, 100_000)
  // The discovery is answered; the next three packets are lost.
  const lossy = await v3Agent(
    () => only,
    (asked) => asked > 1 && asked < 4,
  )
  const { outcome } = await read(lossy, { credentials: [v3] })
  t.equal(outcome.status, 'answered')
  await lossy.close()

  const gone = await v3Agent(
    () => only,
    (asked) => asked > 1,
  )
  t.match((await read(gone, { credentials: [v3] })).outcome, { status: 'failed', reason: { code: 'no-answer' } })
  await gone.close()

  const wrong: Credential = { ...v3, priv: { protocol: 'aes', key: new Secret('autre clé') } }
  const mute = await startAgent((bytes) => {
    const isDiscovery = parseV3Level(bytes) === 0
    return isDiscovery ? only.answer(bytes, () => null) : null // Drops what it cannot decrypt, as agents may.
  })
  t.match((await read(mute, { credentials: [wrong] })).outcome, { status: 'failed', reason: { code: 'v3-wrong-key' } })
  await mute.close()
})

await t.test(
  'without retries, a report that takes its time still tells the wrong key from the unknown user',
  async (t) => {
    const only = engine(7, 100_000)
    const far = await v3Agent(
      () => only,
      () => false,
      60,
    )
    const settings = { timeoutMs: 1500, retries: 0 }
    for (const [credential, code] of [
      [{ ...v3, auth: { protocol: 'sha256', key: new Secret('autre clé') } }, 'v3-wrong-key'],
      [{ ...v3, user: 'personne' }, 'v3-unknown-user'],
    ] as const) {
      const { outcome, packetsSent } = await read(far, { credentials: [credential], ...settings })
      t.match(outcome, { status: 'failed', reason: { code } })
      t.equal(packetsSent, 3, 'the discovery, the question, and once more after the report')
    }
    await far.close()
  },
)

/** msgFlags of a v3 message, without the reportable bit. */
function parseV3Level(bytes: Buffer): number {
  const [, header] = children(readTlv(bytes, 0).body)
  return (children(header?.body ?? Buffer.alloc(0))[2]?.body[0] ?? 0) & 3
}

await t.test('a scan that is interrupted leaves the device at once', async (t) => {
  const agent = await faulty(() => null)
  const abort = new AbortController()
  setTimeout(() => abort.abort(), 50)
  // Were it not left at once, this test would run out of time.
  const { outcome } = await read(agent, { timeoutMs: 600_000, maxMsPerDevice: 1_200_000, signal: abort.signal })
  t.match(outcome, { status: 'failed', reason: { code: 'cancelled' } })
  await agent.close()
})

await t.test('what came while the process was busy is no silence', async (t) => {
  const receiver = createSocket('udp4')
  receiver.bind(0, '127.0.0.1')
  await once(receiver, 'listening')
  const sent = new Int32Array(new SharedArrayBuffer(4))
  const sender = new Worker(
    `const { workerData: { sent, port } } = require('node:worker_threads')
     const socket = require('node:dgram').createSocket('udp4')
     const tell = () => { socket.close(); Atomics.store(sent, 0, 1); Atomics.notify(sent, 0) }
     setTimeout(() => socket.send('answer', port, '127.0.0.1', tell), 50)`,
    { eval: true, workerData: { sent, port: receiver.address().port } },
  )
  await once(sender, 'online')
  const timeOut = new TimeOut()
  const heard = new Promise<string>((resolve) => {
    receiver.once('message', () => {
      timeOut.clear()
      resolve('answer')
    })
    timeOut.set(5, () => resolve('silence'))
  })
  Atomics.wait(sent, 0, 0)
  t.equal(await heard, 'answer')
  receiver.close()
  await once(sender, 'exit')
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

await t.test('five thousand devices at once answer with 256 descriptors', { skip: skipDescriptors }, async (t) => {
  const crowd = fileURLToPath(new URL('./crowd.js', import.meta.url))
  const agents = spawn(process.execPath, [crowd, 'answer', '5000'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [started] = (await once(agents.stdout, 'data')) as [Buffer]
  const port = String(started).trim()
  t.match(port, /^\d+$/)
  const reader = spawn(
    'bash',
    ['-c', 'ulimit -n 256 && exec "$0" "$@"', process.execPath, crowd, 'read', '5000', port],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let told = ''
  for await (const chunk of reader.stdout) told += String(chunk)
  agents.kill()
  await once(agents, 'exit')
  const { limit, answered, wrong } = JSON.parse(told) as { limit: string; answered: number; wrong: number }
  t.equal(limit, '256')
  t.equal(answered, 5000)
  t.equal(wrong, 0, 'each says its own name')
})
