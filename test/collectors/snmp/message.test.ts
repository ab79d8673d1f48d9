import { EventEmitter } from 'node:events'
import t from 'tap'
import { PDU, readResponse, requestMessage, type Response } from '../../../collectors/snmp/wire/message.js'
import { loadNetSnmp, type DatagramSocket, type RawVarbind } from '../../../collectors/snmp/wire/net-snmp.js'

const COMMUNITY = Buffer.from('été public')
const SYS_DESCR = '1.3.6.1.2.1.1.1.0'

/** What net-snmp sends over it is kept; what it is to receive is emitted. */
class Line extends EventEmitter implements DatagramSocket {
  sent: Buffer | null = null
  ref(): void {}
  unref(): void {}
  bind(): void {}
  close(): void {}
  send(
    buffer: Buffer,
    _offset: number,
    _length: number,
    _port: number,
    _address: string,
    done: (error: Error | null) => void,
  ): void {
    this.sent = buffer
    done(null)
  }
}

const snmp = await loadNetSnmp()

/** Varbinds by column: row after row, they are the answer again. Names are written, as theirs are. */
function inOrder(columns: readonly (readonly RawVarbind[])[]): RawVarbind[] {
  const rows = Math.max(0, ...columns.map(({ length }) => length))
  return Array.from({ length: rows }, (_, i) => columns.flatMap((column) => column[i] ?? []))
    .flat()
    .map(({ oid, type, value }) => ({ oid, type, value }))
}

/** What net-snmp asks by GETBULK, and what it makes of an answer: null when it can make nothing of it. */
function oracle(oids: readonly string[], answer: ((id: number) => Buffer) | null) {
  const line = new Line()
  const session = snmp.createSession('192.0.2.1', COMMUNITY.toString(), {
    version: snmp.Version2c,
    transport: 'udp4',
    port: 161,
    timeout: 100,
    retries: 0,
    dgramModule: { createSocket: () => line },
  })
  let varbinds: readonly RawVarbind[] | null = null
  session.on('error', () => undefined)
  session.getBulk(oids, 0, 300, (error, columns) => {
    if (error === null) varbinds = inOrder(columns ?? [])
  })
  const sent = line.sent ?? Buffer.alloc(0)
  if (answer !== null) line.emit('message', answer(idOf(sent)))
  session.close()
  return { sent, varbinds: varbinds as readonly RawVarbind[] | null }
}

/** The request-id of a short message: after two lengths, the version, the community and the PDU's tag. */
function idOf(message: Buffer): number {
  const at = message.indexOf(COMMUNITY) + COMMUNITY.length
  const long = (message[at + 1] ?? 0) >= 0x80 ? (message[at + 1] ?? 0) & 0x7f : 0
  return message.readIntBE(at + 4 + long, message[at + 3 + long] ?? 1)
}

function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function tlv(tag: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const { length } = body
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), body])
}

const NAMES = [
  [0x2b, 6, 1, 2, 1, 2, 2, 1, 10, 1],
  [0x2b, 6, 1, 2, 1, 2, 2, 1, 10, 0x81, 0x00],
  [0x2b, 6, 1, 2, 1, 2, 2, 1, 10, 0x8f, 0xff, 0xff, 0xff, 0x7f],
  [0x2b, 6, 1, 2, 1, 31, 1, 1, 1, 6, 10],
  [0x28],
]
const VALUES: readonly Buffer[] = [
  tlv(0x02, [0x7f]),
  tlv(0x02, [0xff, 0x38]),
  tlv(0x02, [0x80, 0, 0, 0]),
  tlv(0x41, [0xff, 0xff, 0xff, 0xff]),
  tlv(0x42, [0x00, 0xff, 0xff, 0xff, 0xff]),
  tlv(0x43, [0x01]),
  tlv(0x04, Buffer.from('Commutateur de l’étage')),
  tlv(0x04),
  tlv(0x44, [0x9f, 0x78, 0x04, 0x42, 0x28, 0, 0]),
  tlv(0x46, [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
  tlv(0x06, [0x2b, 6, 1, 4, 1, 0x89, 0x51]),
  tlv(0x40, [10, 0, 0, 1]),
  tlv(0x05),
  tlv(0x80),
  tlv(0x81),
  tlv(0x82),
]

function answerOf(id: number, varbinds: readonly Buffer[], status: readonly number[] = [0]): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(id)
  const pdu = tlv(0xa2, tlv(0x02, bytes), tlv(0x02, status), tlv(0x02, [0]), tlv(0x30, ...varbinds))
  return tlv(0x30, tlv(0x02, [1]), tlv(0x04, COMMUNITY), pdu)
}

function readOrNull(bytes: Buffer, columns: number): Response | null {
  try {
    return readResponse(bytes, columns)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

t.test('a request is written byte for byte as net-snmp writes it', async (t) => {
  const random = seeded(7)
  const arc = (): number => (random(2) === 0 ? random(200) : random(2 ** 32))
  for (let i = 0; i < 500; i++) {
    const oids = Array.from({ length: 1 + random(24) }, () => {
      return ['1.3', ...Array.from({ length: 1 + random(20) }, arc)].join('.')
    })
    const { sent } = oracle(oids, null)
    const id = idOf(sent)
    const ours = requestMessage({ version: 1, community: COMMUNITY, pdu: PDU.getBulk, id, repetitions: 300, oids })
    if (!ours.equals(sent)) t.equal(ours.toString('hex'), sent.toString('hex'), oids.join(' '))
  }
  t.equal(
    requestMessage({
      version: 0,
      community: Buffer.from('public'),
      pdu: PDU.get,
      id: 1,
      repetitions: 0,
      oids: [SYS_DESCR],
    }).toString('hex'),
    '302602010004067075626c6963a019020101020100020100300e300c06082b060102010101000500',
    'RFC 1157’s own get of sysDescr.0',
  )
})

t.test('what is no object identifier, or no datagram, is not sent', async (t) => {
  const ask = (oids: readonly string[]) => () =>
    requestMessage({ version: 1, community: COMMUNITY, pdu: PDU.get, id: 1, repetitions: 0, oids })
  for (const oid of ['', '1', '1..3', '.1.3', '1.3.', '1.3.x', '1.3.4294967296', '1.3.-1'])
    t.throws(ask([oid]), RangeError)
  t.throws(
    ask(Array.from({ length: 300 }, () => ['1.3', ...Array.from({ length: 100 }, () => 2 ** 31)].join('.'))),
    RangeError,
  )
})

t.test('an answer is read as net-snmp reads it, and what it cannot read neither is here', async (t) => {
  const random = seeded(11)
  let [read, broken] = [0, 0]
  for (let i = 0; i < 6000; i++) {
    const columns = 1 + random(4)
    const varbinds = Array.from({ length: columns * random(6) }, () => {
      return tlv(0x30, tlv(0x06, NAMES[random(NAMES.length)] ?? []), VALUES[random(VALUES.length)] ?? [])
    })
    // Half of them as they should be; in the others a byte after the request-id is another, or the end is missing.
    const mutation = random(4)
    const place = random(1000)
    const byte = random(256)
    const answer = (id: number): Buffer => {
      const whole = answerOf(id, varbinds)
      const from = whole.indexOf(COMMUNITY) + COMMUNITY.length + 16
      if (mutation === 0 && whole.length > from) whole[from + (place % (whole.length - from))] = byte
      return mutation === 1 ? whole.subarray(0, from + (place % Math.max(1, whole.length - from))) : whole
    }
    const oids = Array.from({ length: columns }, () => SYS_DESCR)
    const { sent, varbinds: theirs } = oracle(oids, answer)
    const bytes = answer(idOf(sent))
    const response = readOrNull(bytes, columns)
    const ours = response === null ? null : inOrder(response.varbinds)
    if (theirs === null || ours === null) broken++
    else read++
    // Net-snmp takes an object identifier of no bytes for 0.NaN, and one below joint-iso-itu-t for a third root's.
    const isOdd = (varbinds: readonly RawVarbind[] | null): boolean =>
      (varbinds ?? []).some(
        ({ oid, value }) => /NaN|^[^1]|^1\.3\d/.test(oid) || (typeof value === 'string' && !/^1\.3\./.test(value)),
      )
    if (isOdd(theirs) || isOdd(ours)) continue
    if (JSON.stringify(theirs) !== JSON.stringify(ours)) t.same(ours, theirs, bytes.toString('hex'))
  }
  t.ok(read > 3000 && broken > 300, `${read} read, ${broken} not`)
})

t.test('nothing that comes makes the reader fail otherwise, or go on for ever', async (t) => {
  const random = seeded(13)
  const whole = answerOf(
    1,
    VALUES.map((value) => tlv(0x30, tlv(0x06, NAMES[2] ?? []), value)),
  )
  for (let i = 0; i < 20_000; i++) {
    const bytes = Buffer.from(whole.subarray(0, 1 + random(whole.length)))
    for (let n = random(4); n > 0; n--) bytes[random(bytes.length)] = random(256)
    readOrNull(bytes, 1 + random(3))
  }
  for (let i = 0; i < 5000; i++) readOrNull(Buffer.from(Array.from({ length: random(80) }, () => random(256))), 2)
  t.same(readOrNull(Buffer.alloc(0), 1), null)
  const { errorStatus, errorIndex, community } = readResponse(answerOf(1, [], [2]), 1)
  t.same([errorStatus, errorIndex, community.toString()], [2, 0, COMMUNITY.toString()])
})

t.test('object identifiers of the other roots keep their own numbers', async (t) => {
  const oidOf = (bytes: readonly number[]): string | undefined =>
    readResponse(answerOf(1, [tlv(0x30, tlv(0x06, bytes), tlv(0x05))]), 1).varbinds[0]?.[0]?.oid
  t.equal(oidOf([0x88, 0x37, 1]), '2.999.1')
  t.equal(oidOf([0x00]), '0.0')
  t.equal(oidOf([39, 5]), '0.39.5')
  t.equal(oidOf([]), '0.0', 'of no bytes: it is none')
})
