/**
 * Messages of SNMP v1 and v2c as bytes (RFC 1157, RFC 1901, RFC 3416; BER: ITU-T X.690). Most of what a reading costs is
 * here, for hundreds of thousands of values: a request is written once into a buffer that is kept, and an answer is read
 * in one pass.
 */
import type { RawVarbind } from './net-snmp.js'
import { indexBelow } from './oid.js'

const SEQUENCE = 0x30
const BOOLEAN = 0x01
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTETS = 0x04
const NULL = 0x05
const OID = 0x06
const IP_ADDRESS = 0x40
const COUNTER = 0x41
const GAUGE = 0x42
const TIME_TICKS = 0x43
const OPAQUE = 0x44
const COUNTER64 = 0x46
const NO_SUCH_OBJECT = 0x80
const END_OF_MIB_VIEW = 0x82
const RESPONSE = 0xa2
const POINT = 46
const ZERO = 48

/** Tags of the requests. */
export const PDU = { get: 0xa0, getNext: 0xa1, getBulk: 0xa5 } as const

/** A request: `nonRepeaters` and `repetitions` are those of GETBULK, and 0 for the others. */
export interface Request {
  /** 0 for v1, 1 for v2c. */
  readonly version: 0 | 1
  readonly community: Buffer
  readonly pdu: (typeof PDU)[keyof typeof PDU]
  readonly id: number
  readonly repetitions: number
  readonly oids: readonly string[]
}

/** What an agent answered; `errorIndex` counts from 1, and is 0 when no varbind is blamed. */
export interface Response {
  readonly community: Buffer
  readonly errorStatus: number
  readonly errorIndex: number
  /** By OID asked: those of a GET are one each, when the agent answered all of them. */
  readonly varbinds: readonly (readonly RawVarbind[])[]
}

/** Larger than any datagram. A message is written from its end, so that each length is known when it is written. */
const scratch = Buffer.allocUnsafe(65_536)
/** RFC 2578, section 3.5, allows 128 sub-identifiers: agents that send more are asked on from where they are. */
const arcs = new Uint32Array(1024)
let at = 0
/** Where names are written: a datagram's longest, and then some. */
const letters = Buffer.allocUnsafe(262_144)
const LONGEST_ARC = 24

/** The bytes of a request. @throws RangeError when an OID is none, or the message is longer than a datagram may be. */
export function requestMessage({ version, community, pdu, id, repetitions, oids }: Request): Buffer {
  at = scratch.length
  for (let i = oids.length - 1; i >= 0; i--) {
    const end = at
    put(0)
    put(NULL)
    putOid(oids[i] ?? '')
    putHead(SEQUENCE, end)
  }
  putHead(SEQUENCE, scratch.length)
  putInteger(repetitions)
  putInteger(0)
  putInteger(id)
  putHead(pdu, scratch.length)
  const end = at
  at -= community.length
  if (at < 0) throw new RangeError('The message is too long')
  community.copy(scratch, at)
  putHead(OCTETS, end)
  putInteger(version)
  putHead(SEQUENCE, scratch.length)
  return Buffer.from(scratch.subarray(at))
}

function put(byte: number): void {
  if (at === 0) throw new RangeError('The message is too long')
  scratch[--at] = byte
}

/** The tag and length of what was written since `end`. */
function putHead(tag: number, end: number): void {
  const length = end - at
  if (length < 0x80) put(length)
  else {
    let count = 0
    for (let left = length; left > 0; left >>>= 8, count++) put(left & 0xff)
    put(0x80 | count)
  }
  put(tag)
}

/** Signed, 32 bits, as short as it can be. */
function putInteger(value: number): void {
  const end = at
  let left = value | 0
  for (;;) {
    const byte = left & 0xff
    put(byte)
    left >>= 8
    if ((left === 0 && byte < 0x80) || (left === -1 && byte >= 0x80)) break
  }
  putHead(INTEGER, end)
}

function putOid(oid: string): void {
  let count = 0
  let arc = 0
  let digits = 0
  for (let i = 0; i <= oid.length; i++) {
    const code = i === oid.length ? POINT : oid.charCodeAt(i)
    if (code === POINT) {
      if (digits === 0 || arc > 0xffff_ffff || count === arcs.length) throw new RangeError('Not an OID')
      arcs[count++] = arc
      arc = digits = 0
    } else if (code >= ZERO && code <= ZERO + 9) {
      arc = arc * 10 + code - ZERO
      digits++
    } else throw new RangeError('Not an OID')
  }
  if (count < 2) throw new RangeError('Not an OID')
  const end = at
  for (let i = count - 1; i > 1; i--) putArc(arcs[i] ?? 0)
  putArc((arcs[0] ?? 0) * 40 + (arcs[1] ?? 0))
  putHead(OID, end)
}

function putArc(arc: number): void {
  put(arc & 0x7f)
  for (let left = arc >>> 7; left > 0; left >>>= 7) put((left & 0x7f) | 0x80)
}

/**
 * Reads an answer to a request of so many OIDs. Lengths of what holds others are not believed, as agents get them wrong:
 * what is there is read, value by value. A string that is cut off at the end has the value null.
 *
 * @throws RangeError for what is no answer, or a value of a form that its type does not have.
 */
export function readResponse(bytes: Buffer, columns: number): Response {
  const reader = new Reader(bytes)
  reader.enter(SEQUENCE)
  reader.integer() // version
  const community = reader.octets(OCTETS)
  reader.enter(RESPONSE)
  reader.integer() // request-id
  const errorStatus = reader.integer()
  const errorIndex = reader.integer()
  reader.enter()
  const names: Name[] = []
  const varbinds: Varbind[][] = []
  const width = Math.max(1, columns)
  for (let i = 0; i < width; i++) {
    names.push(new Name())
    varbinds.push([])
  }
  for (let column = 0; reader.enter() && reader.tag === OID; column = column + 1 === width ? 0 : column + 1) {
    const name = names[column] ?? new Name()
    if (!reader.name(name)) throw new RangeError('A name is cut off')
    if (reader.isOver) break
    const type = reader.tag
    varbinds[column]?.push(new Varbind(name.parent, name.arc, type ?? 0, reader.value(type)))
  }
  return { community: community ?? Buffer.alloc(0), errorStatus, errorIndex, varbinds }
}

/** A varbind whose name is written when somebody asks for it: of most, a walk needs the last sub-identifier alone. */
export class Varbind implements RawVarbind {
  /** The name but for its last sub-identifier; empty when there is none before it. */
  readonly parent: string
  /** The last sub-identifier; where `parent` is empty, the name's only text. */
  readonly arc: number | string
  readonly type: number
  readonly value: RawVarbind['value']

  constructor(parent: string, arc: number | string, type: number, value: RawVarbind['value']) {
    this.parent = parent
    this.arc = arc
    this.type = type
    this.value = value
  }

  get oid(): string {
    return this.parent === '' ? String(this.arc) : `${this.parent}.${this.arc}`
  }
}

/** What follows `subtree` in a varbind's name, without the point; null when it is not below it. */
export function indexOf(varbind: RawVarbind, subtree: string): string | null {
  if (varbind instanceof Varbind && varbind.parent === subtree) return String(varbind.arc)
  return indexBelow(varbind.oid, subtree)
}

/** The name before in a column: all but the last sub-identifier of the next one is mostly the same. */
class Name {
  start = 0
  /** Where its last sub-identifier begins; `start` when there is no name yet. */
  last = 0
  parent = ''
  arc: number | string = 0
}

class Reader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get isOver(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** The tag of what comes next; undefined at the end. */
  get tag(): number | undefined {
    return this.#bytes[this.#at]
  }

  /** Goes into what holds others; false when that is cut off. */
  enter(tag?: number): boolean {
    if (tag !== undefined && this.tag !== tag) throw new RangeError(`Expected tag ${tag}`)
    return this.#length() !== Infinity
  }

  /** Past a tag and its length: the length, which is infinite where it is cut off itself. */
  #length(): number {
    const bytes = this.#bytes
    let length = bytes[this.#at + 1]
    if (length === undefined) return Infinity
    this.#at += 2
    if (length < 0x80) return length
    let count = length & 0x7f
    if (count === 0) throw new RangeError('Of no definite length')
    if (count > bytes.length - this.#at) return Infinity
    for (length = 0; count > 0; count--) length = length * 256 + (bytes[this.#at++] ?? 0)
    return length
  }

  /** Null, and all is over, when it is cut off. */
  octets(tag: number): Buffer | null {
    if (this.tag !== tag) throw new RangeError(`Expected tag ${tag}`)
    const length = this.#length()
    const from = this.#at
    if (length > this.#bytes.length - from) {
      this.#at = this.#bytes.length
      return null
    }
    this.#at = from + length
    return this.#bytes.subarray(from, this.#at)
  }

  /** A whole number of any length that a double holds exactly. */
  integer(): number {
    const length = this.#length()
    if (length === 0 || length > this.#bytes.length - this.#at) throw new RangeError('An integer is cut off')
    let value = this.#bytes.readInt8(this.#at++)
    for (let left = length - 1; left > 0; left--) value = value * 256 + (this.#bytes[this.#at++] ?? 0)
    if (!Number.isSafeInteger(value)) throw new RangeError('An integer is too large')
    return value
  }

  oid(): string | null {
    const name = new Name()
    if (!this.name(name)) return null
    return name.parent === '' ? String(name.arc) : `${name.parent}.${name.arc}`
  }

  /** Reads a name over the one before it; false, and all is over, when it is cut off. */
  name(name: Name): boolean {
    if (this.tag !== OID) throw new RangeError('Expected an OID')
    const length = this.#length()
    const bytes = this.#bytes
    const start = this.#at
    let end = start + length
    if (end > bytes.length) {
      this.#at = bytes.length
      return false
    }
    this.#at = end
    // A sub-identifier that does not end is none.
    while (end > start && (bytes[end - 1] ?? 0) >= 0x80) end--
    let last = end - 1
    while (last > start && (bytes[last - 1] ?? 0) >= 0x80) last--
    if (last <= start) {
      name.start = name.last = 0
      name.parent = ''
      name.arc = end === start ? '0.0' : textOf(bytes, start, end)
      return true
    }
    if (!this.#isSame(name, start, last)) {
      name.parent = textOf(bytes, start, last)
      name.start = start
      name.last = last
    }
    name.arc = arcAt(bytes, last, end)
    return true
  }

  #isSame({ start, last }: Name, from: number, to: number): boolean {
    if (last - start !== to - from || last === start) return false
    const bytes = this.#bytes
    for (let i = last - 1, j = to - 1; i >= start; i--, j--) if (bytes[i] !== bytes[j]) return false
    return true
  }

  value(type: number | undefined): RawVarbind['value'] {
    switch (type) {
      case INTEGER:
        return this.integer()
      case COUNTER:
      case GAUGE:
      case TIME_TICKS:
        return this.integer() >>> 0
      case OCTETS:
      case OPAQUE:
      case COUNTER64:
      case BIT_STRING:
        return this.octets(type)
      case OID: {
        const oid = this.oid()
        if (oid === null) throw new RangeError('An OID is cut off')
        return oid
      }
      case IP_ADDRESS: {
        const octets = this.octets(IP_ADDRESS)
        if (octets?.length !== 4) throw new RangeError('An IpAddress has four bytes')
        return octets.join('.')
      }
      case BOOLEAN:
        return this.integer() !== 0
      case NULL:
      case NO_SUCH_OBJECT:
      case NO_SUCH_OBJECT + 1:
      case END_OF_MIB_VIEW:
        this.#at += 2
        return null
      case undefined:
      default:
        throw new RangeError(`No SNMP type: ${type}`)
    }
  }
}

/** The sub-identifier in some bytes; the bits above 32 of one that is too large are lost. */
function arcAt(bytes: Buffer, from: number, to: number): number {
  let arc = 0
  for (let i = from; i < to; i++) arc = (arc << 7) | ((bytes[i] ?? 0) & 0x7f)
  return arc >>> 0
}

/** A name as text, written digit by digit: joining strings would cost more than all the rest of reading. */
function textOf(bytes: Buffer, from: number, to: number): string {
  let length = 0
  let start = from
  for (let i = from; i < to && length < letters.length - LONGEST_ARC; i++) {
    if ((bytes[i] ?? 0) >= 0x80) continue
    const arc = arcAt(bytes, start, i + 1)
    if (start > from) length = writeArc(arc, length)
    else {
      const root = Math.min(2, Math.floor(arc / 40))
      length = writeArc(arc - root * 40, writeArc(root, length))
    }
    start = i + 1
  }
  return letters.toString('latin1', 0, length - 1)
}

/** Writes a sub-identifier and a point. Gives where the next one goes. */
function writeArc(arc: number, at: number): number {
  let end = at + 1
  for (let left = arc; left >= 10; left = Math.floor(left / 10)) end++
  let left = arc
  for (let i = end - 1; i >= at; i--) {
    letters[i] = ZERO + (left % 10)
    left = Math.floor(left / 10)
  }
  letters[end] = POINT
  return end + 1
}
