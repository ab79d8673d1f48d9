/** A small SNMP agent over real UDP, written apart from the product's own encoding, that tests can make misbehave. */
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'

export type Leaf = string | number | Buffer | { readonly tag: number; readonly bytes: Buffer }
export interface Request {
  readonly version: number
  readonly community: Buffer
  /** 0xa0 GET, 0xa1 GETNEXT, 0xa5 GETBULK. */
  readonly pdu: number
  readonly id: number
  readonly repetitions: number
  readonly oids: readonly string[]
}
export type Varbind = readonly [oid: string, value: Leaf | null]

export function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), body])
}

export function int(value: number, tag = 0x02): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeIntBE(value, 0, 5)
  return tlv(tag, bytes)
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((number) => {
    const groups = [number % 128]
    for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left % 128) | 128)
    return groups
  })
  return tlv(0x06, Buffer.from(bytes))
}

function leaf(value: Leaf | null): Buffer {
  if (value === null) return tlv(0x82) // endOfMibView
  if (typeof value === 'number') return int(value)
  if (typeof value === 'string') return tlv(0x04, Buffer.from(value))
  return Buffer.isBuffer(value) ? tlv(0x04, value) : tlv(value.tag, value.bytes)
}

/** A Response PDU (RFC 3416); `errorIndex` counts varbinds from 1. */
export function responsePdu(id: number, varbinds: readonly Varbind[], errorStatus = 0, errorIndex = 0): Buffer {
  const list = varbinds.map(([name, value]) => tlv(0x30, oid(name), leaf(value)))
  return tlv(0xa2, int(id), int(errorStatus), int(errorIndex), tlv(0x30, ...list))
}

export function response(
  request: Request,
  varbinds: readonly Varbind[],
  errorStatus?: number,
  errorIndex?: number,
): Buffer {
  const pdu = responsePdu(request.id, varbinds, errorStatus, errorIndex)
  return tlv(0x30, int(request.version), tlv(0x04, request.community), pdu)
}

/** Reads one value: its tag, its content, and where the next begins. */
export function readTlv(bytes: Buffer, at: number): { tag: number; body: Buffer; next: number } {
  let length = bytes[at + 1] ?? 0
  let from = at + 2
  if (length >= 128) {
    const count = length & 127
    length = bytes.readUIntBE(from, count)
    from += count
  }
  return { tag: bytes[at] ?? 0, body: bytes.subarray(from, from + length), next: from + length }
}

export function children(bytes: Buffer): { tag: number; body: Buffer }[] {
  const found = []
  for (let at = 0; at < bytes.length;) {
    const { tag, body, next } = readTlv(bytes, at)
    found.push({ tag, body })
    at = next
  }
  return found
}

function number(body: Buffer): number {
  return body.length === 0 ? 0 : body.readIntBE(0, body.length)
}

function dotted(body: Buffer): string {
  const numbers: number[] = []
  let value = 0
  for (const byte of body) {
    value = value * 128 + (byte & 127)
    if (byte < 128) {
      numbers.push(value)
      value = 0
    }
  }
  const [first = 0, ...rest] = numbers
  return [Math.floor(first / 40), first % 40, ...rest].join('.')
}

/** Null for v3: its tests read the bytes themselves. */
export function parseRequest(bytes: Buffer): Request | null {
  const [version, community, pdu] = children(readTlv(bytes, 0).body)
  if (version === undefined || community === undefined || pdu === undefined || number(version.body) === 3) return null
  const [id, , repetitions, list] = children(pdu.body)
  const oids = children(list?.body ?? Buffer.alloc(0)).map(({ body }) => dotted(readTlv(body, 0).body))
  return {
    version: number(version.body),
    community: community.body,
    pdu: pdu.tag,
    id: number(id?.body ?? Buffer.alloc(0)),
    repetitions: pdu.tag === 0xa5 ? number(repetitions?.body ?? Buffer.alloc(0)) : 1,
    oids,
  }
}

/** What a v3 request asks when nothing of it is encrypted, and its msgID as it came. */
export function parseV3(bytes: Buffer): Request & { readonly msgId: Buffer } {
  const [, header, , scoped] = children(readTlv(bytes, 0).body)
  const [msgId] = children(header?.body ?? Buffer.alloc(0))
  const [, , pdu] = children(scoped?.body ?? Buffer.alloc(0))
  const asV2c = tlv(0x30, int(1), tlv(0x04), pdu === undefined ? Buffer.alloc(0) : tlv(pdu.tag, pdu.body))
  const request = parseRequest(asV2c)
  if (request === null) throw new Error('not a v3 request in clear')
  return { ...request, msgId: msgId?.body ?? Buffer.alloc(0) }
}

/** A v3 message without authentication or encryption, from an engine that a test invents. */
export function plainV3(msgId: Buffer, pdu: Buffer): Buffer {
  const engineId = Buffer.from('80001f8880cafe', 'hex')
  const header = tlv(0x30, tlv(0x02, msgId), int(65507), tlv(0x04, Buffer.from([0])), int(3))
  const security = tlv(0x04, tlv(0x30, tlv(0x04, engineId), int(1), int(100), tlv(0x04), tlv(0x04), tlv(0x04)))
  return tlv(0x30, int(3), header, security, tlv(0x30, tlv(0x04, engineId), tlv(0x04), pdu))
}

function after(a: string, b: string): boolean {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    if ((left[i] ?? -1) !== (right[i] ?? -1)) return (left[i] ?? -1) > (right[i] ?? -1)
  }
  return false
}

/** A device's objects, in the order of the tree. */
export class Objects {
  readonly #sorted: readonly (readonly [string, Leaf])[]

  constructor(objects: Readonly<Record<string, Leaf>>) {
    this.#sorted = Object.entries(objects).sort(([a], [b]) => (after(a, b) ? 1 : -1))
  }

  next(name: string): Varbind {
    return this.#sorted.find(([candidate]) => after(candidate, name)) ?? [name, null]
  }

  /** What an agent without fault answers (RFC 3416). */
  answer(request: Request): Varbind[] {
    if (request.pdu === 0xa0) {
      return request.oids.map((name) => {
        const found = this.#sorted.find(([candidate]) => candidate === name)
        return found ?? [name, { tag: 0x80, bytes: Buffer.alloc(0) }]
      })
    }
    const varbinds: Varbind[] = []
    let names = request.oids
    for (let i = 0; i < request.repetitions; i++) {
      const row = names.map((name) => this.next(name))
      varbinds.push(...row)
      names = row.map(([name]) => name)
    }
    return varbinds
  }
}

/** What an agent of v1 answers (RFC 1157): noSuchName at the first object that is not there, and no GETBULK. */
export function version1(request: Request, objects: Objects): Buffer | null {
  if (request.version !== 0 || request.pdu === 0xa5) return null
  const varbinds = objects.answer(request)
  const missing = varbinds.findIndex(
    ([, value]) => value === null || (typeof value === 'object' && 'tag' in value && value.tag === 0x80),
  )
  if (missing === -1) return response(request, varbinds)
  return response(
    request,
    request.oids.map((name): Varbind => [name, NULL]),
    2,
    missing + 1,
  )
}

const NULL: Leaf = { tag: 0x05, bytes: Buffer.alloc(0) }

export interface UdpAgent {
  readonly address: string
  readonly port: number
  readonly requests: Request[]
  close(): Promise<void>
}

/**
 * Answers on a loopback address; `reply` gives the datagram to send back, or null for silence. `lateMs` says how long an
 * answer is held back, `from` where else it is sent from.
 */
export async function startAgent(
  reply: (bytes: Buffer, request: Request | null) => Buffer | null,
  {
    address = '127.0.0.1',
    port = 0,
    from = null as Socket | null,
    lateMs = (_request: Request | null): number => 0,
  } = {},
): Promise<UdpAgent> {
  const socket = createSocket('udp4')
  const requests: Request[] = []
  let closed = false
  socket.on('message', (bytes: Buffer, peer: RemoteInfo) => {
    const request = parseRequest(bytes)
    if (request !== null) requests.push(request)
    const answer = reply(bytes, request)
    if (answer === null) return
    const send = (): void => (closed ? undefined : (from ?? socket).send(answer, peer.port, peer.address))
    const late = lateMs(request)
    if (late === 0) send()
    else setTimeout(send, late).unref()
  })
  socket.bind(port, address)
  await once(socket, 'listening')
  return {
    address,
    port: socket.address().port,
    requests,
    close: async () => {
      closed = true
      socket.close()
      await once(socket, 'close')
    },
  }
}

/** An invented switch of `ports` ports that answers without fault; `changed` replaces objects, by instance. */
export function switchObjects(ports: number, changed: Readonly<Record<string, Leaf>> = {}): Record<string, Leaf> {
  const objects: Record<string, Leaf> = {
    '1.3.6.1.2.1.1.1.0': 'Commutateur École-24, version 1.2.3',
    '1.3.6.1.2.1.1.2.0': { tag: 0x06, bytes: oid('1.3.6.1.4.1.99999.1').subarray(2) },
    '1.3.6.1.2.1.1.5.0': 'sw-gymnase',
  }
  for (let i = 1; i <= ports; i++) {
    objects[`1.3.6.1.2.1.2.2.1.2.${i}`] = `port ${i}`
    objects[`1.3.6.1.2.1.2.2.1.3.${i}`] = 6
    objects[`1.3.6.1.2.1.2.2.1.4.${i}`] = 1500
    objects[`1.3.6.1.2.1.31.1.1.1.1.${i}`] = `1/${i}`
    objects[`1.3.6.1.2.1.31.1.1.1.18.${i}`] = `local ${i}`
  }
  return { ...objects, ...changed }
}
