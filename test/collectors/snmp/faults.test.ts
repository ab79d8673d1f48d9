import v8 from 'node:v8'
import vm from 'node:vm'
import t from 'tap'
import { closeSnmp } from '../../../collectors/snmp.js'
import { Session } from '../../../collectors/snmp/wire/session.js'
import { Transport } from '../../../collectors/snmp/wire/transport.js'
import type { Credential } from '../../../src/model/credential.js'
import { asks, community, faulty, IF_ALIAS, IF_DESCR, PORTS, read, seeded, v3 } from './reading.js'
import {
  Objects,
  parseV3,
  plainV3,
  response,
  responsePdu,
  startAgent,
  switchObjects,
  version1,
  type Request,
  type UdpAgent,
} from './udp-agent.js'

const IF_MTU = '1.3.6.1.2.1.2.2.1.4' // IF-MIB::ifMtu

t.setTimeout(240_000)
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

await t.test(
  'an agent that goes round, or gives a prefix back, ends the column and loses no other table',
  async (t) => {
    const round = await faulty((request) => {
      if (!asks(request, IF_DESCR) && !request.oids.includes(IF_DESCR)) return undefined
      const rows = Array.from({ length: request.repetitions }, (_, i) =>
        request.oids.map((one) => [`${/^.*2\.2\.1\.\d+/.exec(one)?.[0]}.${(i % 3) + 1}`, 'encore'] as const),
      )
      return response(request, rows.flat())
    })
    const prefix = await faulty((request) =>
      asks(request, IF_DESCR)
        ? response(
            request,
            request.oids.map((one) => [one.split('.').slice(0, -1).join('.'), 'encore']),
          )
        : undefined,
    )
    for (const [agent, rows] of [
      [round, 3],
      [prefix, 9],
    ] as const) {
      const { outcome } = await read(agent)
      t.match(outcome, { status: 'partial', reason: { code: 'agent-loop', during: 'IF-MIB::ifEntry' } })
      if (outcome.status !== 'partial') return
      t.equal(outcome.value.interfaces.filter(({ ifDescr }) => ifDescr !== null).length, rows)
      t.equal(outcome.value.interfaces.at(-1)?.ifAlias, 'local 30', 'the other tables are read')
      await agent.close()
    }
  },
)

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

/** The same switch with some objects replaced. */
async function having(changed: Parameters<typeof switchObjects>[1]): Promise<UdpAgent> {
  const objects = new Objects(switchObjects(PORTS, changed))
  return startAgent((_bytes, request) => (request === null ? null : response(request, objects.answer(request))))
}

await t.test('a zero-length integer costs itself, and no row after it', async (t) => {
  const agent = await having({ [`${IF_MTU}.7`]: { tag: 0x02, bytes: Buffer.alloc(0) } })
  const { outcome } = await read(agent)
  t.match(outcome, { status: 'partial', reason: { code: 'agent-broken', during: 'IF-MIB::ifEntry' } })
  if (outcome.status !== 'partial') return
  const mtus = outcome.value.interfaces.map(({ mtu }) => mtu)
  t.same(mtus, [...Array<number>(6).fill(1500), null, ...Array<number>(23).fill(1500)])
  await agent.close()
})

await t.test('values of the wrong type, or past 64 bits, are understood or left out', async (t) => {
  const agent = await having({
    '1.3.6.1.2.1.1.5.0': 42, // SNMPv2-MIB::sysName as INTEGER
    [`${IF_MTU}.1`]: '9000',
    [`${IF_MTU}.2`]: { tag: 0x04, bytes: Buffer.from('beaucoup') },
    [`${IF_MTU}.3`]: { tag: 0x40, bytes: Buffer.from([10, 0, 0, 1]) },
    [`${IF_MTU}.4`]: { tag: 0x46, bytes: Buffer.from([0, 255, 255, 255, 255, 255, 255, 255, 255]) },
    '1.3.6.1.2.1.2.2.1.5.1': { tag: 0x46, bytes: Buffer.from('003b9aca00', 'hex') }, // ifSpeed: 10^9 as Counter64
    '1.3.6.1.2.1.2.2.1.5.2': { tag: 0x46, bytes: Buffer.alloc(12, 0x7f) }, // 95 bits
    [`${IF_ALIAS}.1`]: { tag: 0x02, bytes: Buffer.from([7]) },
    [`${IF_ALIAS}.2`]: { tag: 0x05, bytes: Buffer.alloc(0) },
  })
  const { outcome } = await read(agent)
  t.equal(outcome.status, 'answered')
  if (outcome.status !== 'answered') return
  t.equal(outcome.value.sysName, '42')
  t.same(
    outcome.value.interfaces.slice(0, 5).map(({ mtu, speedBps, ifAlias }) => [mtu, speedBps, ifAlias]),
    [
      [9000, 1_000_000_000, '7'],
      [null, null, null],
      [null, null, 'local 3'],
      [null, null, 'local 4'],
      [1500, null, 'local 5'],
    ],
  )
  await agent.close()
})

await t.test('an answer without varbinds, or cut in the middle of a row, is no end of a table', async (t) => {
  const empty = await faulty((request) => (asks(request, IF_DESCR) ? response(request, []) : undefined))
  const { outcome } = await read(empty)
  t.match(outcome, { status: 'partial', reason: { code: 'agent-broken', during: 'IF-MIB::ifEntry' } })
  if (outcome.status === 'partial') t.equal(outcome.value.interfaces.at(-1)?.ifName, '1/30')
  await empty.close()

  const objects = new Objects(switchObjects(PORTS))
  const cut = await faulty((request) =>
    request.pdu === 0xa5 ? response(request, objects.answer(request).slice(0, 2)) : undefined,
  )
  const whole = (await read(cut)).outcome
  t.equal(whole.status, 'answered')
  if (whole.status === 'answered') t.match(whole.value.interfaces[29], { ifDescr: 'port 30', mtu: 1500, ifType: 6 })
  await cut.close()
})

/** IF-MIB::ifEntry that never ends, each value as `value` makes it. */
function endless(value: string | number): Promise<UdpAgent> {
  return faulty((request) => {
    if (!asks(request, IF_DESCR) && !request.oids.includes(IF_DESCR)) return undefined
    const from = request.oids.map((one) => Number(/2\.2\.1\.\d+\.(\d+)$/.exec(one)?.[1] ?? 0))
    const most = typeof value === 'string' ? 1 : request.repetitions * request.oids.length
    const varbinds = Array.from({ length: request.repetitions }, (_, i) =>
      request.oids.map((one, c) => [`${/^.*2\.2\.1\.\d+/.exec(one)?.[0]}.${(from[c] ?? 0) + i + 1}`, value] as const),
    )
    return response(request, varbinds.flat().slice(0, most))
  })
}

await t.test('an endless table stops at its cap on rows, time or bytes, and the other tables are read', async (t) => {
  const table = { status: 'partial', reason: { code: 'cap-reached', during: 'IF-MIB::ifEntry' } } as const
  const numbers = await endless(1)
  const rows = (await read(numbers, { maxRowsPerTable: 50 })).outcome
  t.match(rows, table)
  if (rows.status === 'partial') t.equal(rows.value.interfaces.length, 50)
  const time = (await read(numbers, { maxRowsPerTable: 1e9, maxMsPerTable: 300 })).outcome
  t.match(time, table)
  if (time.status === 'partial') t.equal(time.value.interfaces[0]?.ifName, '1/1')
  const device = (await read(numbers, { maxRowsPerTable: 1e9, maxMsPerDevice: 500 })).outcome
  t.match(device, { status: 'partial', reason: { code: 'cap-reached' } })
  await numbers.close()

  const giant = await endless('x'.repeat(60_000))
  const bytes = (await read(giant, { maxBytesPerTable: 1_000_000 })).outcome
  t.match(bytes, table)
  if (bytes.status === 'partial') {
    const longest = Math.max(...bytes.value.interfaces.map(({ ifDescr }) => ifDescr?.length ?? 0))
    t.ok(longest >= 1000 && longest <= 8192, `${longest} bytes are kept of a giant value`)
    t.equal(bytes.value.interfaces[0]?.ifName, '1/1')
  }
  t.ok(giant.requests.length < 60)
  t.match((await read(giant, { maxBytesPerDevice: 500_000 })).outcome, {
    status: 'partial',
    reason: { code: 'cap-reached' },
  })
  await giant.close()
})

await t.test('object identifiers without end are refused, with what was read before', async (t) => {
  const agent = await faulty((request) =>
    asks(request, IF_DESCR)
      ? response(
          request,
          request.oids.map((one) => [`${one}.${Array<number>(400).fill(4_294_967_295).join('.')}`, 'long']),
        )
      : undefined,
  )
  const { outcome } = await read(agent)
  t.match(outcome, { status: 'partial', reason: { code: 'agent-broken', during: 'IF-MIB::ifEntry' } })
  if (outcome.status === 'partial') t.equal(outcome.value.interfaces.at(-1)?.ifName, '1/30')
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

await t.test('v1: no GETBULK, and noSuchName costs one object or ends one column', async (t) => {
  const objects = new Objects(switchObjects(PORTS))
  const agent = await startAgent((_bytes, request) => (request === null ? null : version1(request, objects)))
  const first: Credential = { ...community, version: '1' }
  const { outcome } = await read(agent, { credentials: [first] })
  t.equal(outcome.status, 'answered')
  t.ok(agent.requests.every(({ version, pdu }) => version === 0 && pdu !== 0xa5))
  if (outcome.status === 'answered') {
    t.equal(outcome.value.sysName, 'sw-gymnase')
    t.equal(outcome.value.interfaces.length, PORTS)
    t.match(outcome.value.interfaces[29], { ifDescr: 'port 30', mtu: 1500, ifName: '1/30', ifAlias: 'local 30' })
  }
  const { credential } = await read(agent, { credentials: [community, { ...first, name: 'premiere' }] })
  t.equal(credential, 'premiere', 'v2c, which this agent does not know, is tried first where it is first')
  await agent.close()

  const nothing = new Objects({})
  const blind = await startAgent((_bytes, request) => (request === null ? null : version1(request, nothing)))
  t.match((await read(blind, { credentials: [first] })).outcome, { status: 'failed', reason: { code: 'view-empty' } })
  await blind.close()
})

/** Changes one to three bytes, and cuts one answer in four. */
function mutated(right: Buffer, random: (below: number) => number): Buffer {
  const bytes = Buffer.from(right)
  for (let i = random(3); i >= 0; i--) bytes[random(bytes.length)] = random(256)
  return random(4) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes
}

await t.test('ten thousand mutated answers end as values, never as an exception', async (t) => {
  const [sockets, asksEach] = [40, 130]
  const random = seeded(2018)
  const objects = new Objects(switchObjects(4))
  let answers = 0
  const reply = (bytes: Buffer, request: Request | null): Buffer => {
    answers++
    if (request !== null) return mutated(response(request, objects.answer(request)), random)
    const asked = parseV3(bytes)
    return mutated(plainV3(asked.msgId, responsePdu(asked.id, objects.answer(asked))), random)
  }
  const first = await startAgent(reply, { address: '127.0.12.1' })
  const others = Array.from({ length: sockets - 1 }, (_, i) =>
    startAgent(reply, { address: `127.0.12.${i + 2}`, port: first.port }),
  )
  const agents = [first, ...(await Promise.all(others))]
  const transport = new Transport()
  const told = new Map<string, number>()
  const askAll = async ({ address, port }: UdpAgent): Promise<void> => {
    const endpoint = transport.open(address, port)
    for (const credential of [community, { ...v3, level: 'noAuthNoPriv' } as const]) {
      const engine = {
        msgAuthoritativeEngineID: Buffer.from('80001f8880cafe', 'hex'),
        msgAuthoritativeEngineBoots: 1,
        msgAuthoritativeEngineTime: 100,
      }
      const session = await Session.open(endpoint, credential, credential.version === '3' ? engine : null)
      for (let i = 0; i < asksEach; i++) {
        const patience = { timeoutMs: 30, retries: 0 }
        const ask = { kind: 'getBulk', oids: [IF_DESCR, IF_MTU], repetitions: 8 } as const
        const answer = await session.ask(ask, patience, new AbortController().signal)
        const end = 'failure' in answer ? answer.failure : 'varbinds'
        told.set(end, (told.get(end) ?? 0) + 1)
      }
      session.close()
    }
    transport.release(endpoint)
  }
  await Promise.all(agents.map(askAll))
  t.ok(answers >= 10_000, `${answers} answers were mutated`)
  t.equal(
    [...told.values()].reduce((a, b) => a + b),
    sockets * asksEach * 2,
    'every request ended',
  )
  t.ok((told.get('broken') ?? 0) > 500 && (told.get('varbinds') ?? 0) > 500, JSON.stringify([...told]))
  transport.close()
  await Promise.all(agents.map((agent) => agent.close()))
})

await t.test('whole readings of an agent whose answers are mutated end as outcomes', async (t) => {
  const random = seeded(7)
  const agent = await faulty((_request, right) => (random(3) === 0 ? undefined : mutated(right, random)))
  const reasons = new Set<string>()
  for (let i = 0; i < 30; i++) {
    const { outcome } = await read(agent, { timeoutMs: 15, retries: 0, maxMsPerDevice: 300 })
    reasons.add(outcome.status === 'answered' ? 'answered' : outcome.reason.code)
  }
  t.ok(agent.requests.length > 100, `${agent.requests.length} answers were mutated`)
  t.ok(reasons.has('agent-broken'), [...reasons].join())
  await agent.close()
})

await t.test('memory stays flat under agents that never stop', async (t) => {
  v8.setFlagsFromString('--expose-gc')
  const gc = vm.runInNewContext('gc') as () => void
  const agents = [await endless(1), await endless('x'.repeat(60_000)), await faulty(() => Buffer.from('non'))]
  const used = async (readings: number): Promise<number> => {
    for (let i = 0; i < readings; i++) {
      for (const agent of agents) await read(agent, { maxRowsPerTable: 300, maxBytesPerTable: 400_000 })
    }
    for (const agent of agents) agent.requests.length = 0
    gc()
    return process.memoryUsage().heapUsed
  }
  await used(2)
  const before = await used(2)
  const after = await used(6)
  t.ok(after - before < 2_000_000, `${Math.round((after - before) / 1000)} kB more after 18 readings`)
  await Promise.all(agents.map((agent) => agent.close()))
})

await t.test('only addresses are taken', async (t) => {
  await t.rejects(read({ address: 'exemple.invalid', port: 161 }), RangeError)
  await t.rejects(read({ address: '10.1', port: 161 }), RangeError)
})
