/** Tags of the Basic Encoding Rules and of SNMP's application types (X.690; RFC 3416 and RFC 2578). */
export const TAG = {
  integer: 0x02,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
  ipAddress: 0x40,
  counter32: 0x41,
  gauge32: 0x42,
  timeTicks: 0x43,
  counter64: 0x46,
  noSuchObject: 0x80,
  noSuchInstance: 0x81,
  endOfMibView: 0x82,
} as const

/** An object identifier as its sub-identifiers, each from 0 to 2³² − 1. */
export type Oid = readonly number[]

/** A datagram that is not the BER of an SNMP message: an agent drops it without a word (RFC 3412, 7.2). */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage'
}

/** `1.3.6.1` as sub-identifiers; a leading point is allowed. Throws on anything else. */
export function oidOf(dotted: string): number[] {
  const oid = dotted.replace(/^\./, '').split('.').map(Number)
  if (oid.length < 2 || oid.some((part) => !Number.isInteger(part) || part < 0 || part > 0xffffffff))
    throw new Error(`Not an object identifier: ${dotted}`)
  return oid
}

/** One element: its tag, and its content as a view on the datagram. */
export interface Element {
  readonly tag: number
  readonly content: Buffer
}

/** Writes one element. Lengths take the short form below 128, as every agent writes them. */
export function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const length = contents.reduce((sum, content) => sum + content.length, 0)
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), ...contents])
}

/** A signed integer in the fewest octets; with another tag, an unsigned type such as Gauge32 or Counter64. */
export function integer(value: number | bigint, tag: number = TAG.integer): Buffer {
  let rest = BigInt(value)
  const octets: number[] = []
  do {
    octets.unshift(Number(rest & 0xffn))
    rest >>= 8n
  } while (!(rest === 0n && (octets[0] ?? 0) < 0x80) && !(rest === -1n && (octets[0] ?? 0) >= 0x80))
  return element(tag, Buffer.from(octets))
}

export function octets(value: Buffer | string): Buffer {
  return element(TAG.octetString, typeof value === 'string' ? Buffer.from(value, 'utf8') : value)
}

export function objectIdentifier(oid: Oid): Buffer {
  const [first = 0, second = 0, ...rest] = oid
  return element(TAG.objectIdentifier, Buffer.from([first * 40 + second, ...rest].flatMap(base128)))
}

/** Seven bits an octet, most significant first, the top bit set on all but the last. */
function base128(value: number): number[] {
  const parts = [value % 0x80]
  for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
    parts.unshift((rest % 0x80) | 0x80)
  return parts
}

/** The elements that follow one another in a buffer. Throws `MalformedMessage` when one runs past the end. */
export function elements(buffer: Buffer): Element[] {
  const found: Element[] = []
  for (let at = 0; at < buffer.length;) {
    const { start, end } = bounds(buffer, at)
    found.push({ tag: buffer[at] ?? 0, content: buffer.subarray(start, end) })
    at = end
  }
  return found
}

/** The first element of a buffer and how many octets it takes: what follows (the padding of a cipher) is left alone. */
export function firstElement(buffer: Buffer): Element & { readonly size: number } {
  const { start, end } = bounds(buffer, 0)
  return { tag: buffer[0] ?? 0, content: buffer.subarray(start, end), size: end }
}

function bounds(buffer: Buffer, at: number): { start: number; end: number } {
  const first = buffer[at + 1]
  if (first === undefined) throw new MalformedMessage('An element stops after its tag')
  const wide = first >= 0x80 ? first & 0x7f : 0
  if (wide > 3 || first === 0x80) throw new MalformedMessage('The length of an element is not usable')
  const start = at + 2 + wide
  if (start > buffer.length) throw new MalformedMessage('An element stops within its length')
  const length = wide === 0 ? first : buffer.readUIntBE(at + 2, wide)
  const end = start + length
  if (end > buffer.length) throw new MalformedMessage('An element runs past the end')
  return { start, end }
}

/** The content of the expected element; throws `MalformedMessage` when it is absent or of another type. */
export function expectTag(found: Element | undefined, tag: number): Buffer {
  if (found?.tag !== tag) throw new MalformedMessage(`Expected tag ${tag}, found ${found?.tag ?? 'nothing'}`)
  return found.content
}

export function readInteger(found: Element | undefined): number {
  const content = expectTag(found, TAG.integer)
  if (content.length === 0 || content.length > 5) throw new MalformedMessage('An integer is not 1 to 5 octets long')
  return content.readIntBE(0, content.length)
}

export function readOid(found: Element | undefined): number[] {
  const content = expectTag(found, TAG.objectIdentifier)
  const parts: number[] = []
  let value = 0
  for (const octet of content) {
    value = value * 0x80 + (octet & 0x7f)
    if (octet >= 0x80) continue
    parts.push(value)
    value = 0
  }
  const first = parts.shift()
  if (first === undefined || (content.at(-1) ?? 0) >= 0x80) throw new MalformedMessage('An object identifier is cut')
  const arc = Math.min(2, Math.floor(first / 40))
  return [arc, first - arc * 40, ...parts]
}

/** Lexicographic order of object identifiers: negative when `a` comes first (RFC 3416, 4.2.2). */
export function compareOids(a: Oid, b: Oid): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
