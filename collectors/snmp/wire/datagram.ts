/** The head of an SNMP message, read without decoding its varbinds (RFC 3416, RFC 3412, RFC 3414). */
import type { EngineParameters } from './net-snmp.js'

const SEQUENCE = 0x30
const INTEGER = 0x02
const OCTETS = 0x04
const OID = 0x06
export const REPORT = 0xa8
export const RESPONSE = 0xa2

export interface Head {
  readonly version: number
  /** request-id of the PDU, or msgID in v3. */
  readonly id: number
  /** v3: bit 0 authenticated, bit 1 encrypted. */
  readonly flags: number
  /** Tag of the PDU; null when it is encrypted. */
  readonly pdu: number | null
  readonly engine: EngineParameters | null
  /** A Report's reason: the sub-identifier below usmStats (SNMP-USER-BASED-SM-MIB), else null. */
  readonly usmStats: number | null
  /** v1 and v2c: the varbind that an error is about, from 1; 0 when it is about none. */
  readonly errorIndex: number
}

class Cursor {
  readonly bytes: Buffer
  at = 0
  end: number

  constructor(bytes: Buffer) {
    this.bytes = bytes
    this.end = bytes.length
  }

  /** Enters a value: returns its tag, and leaves `at` on its first byte. */
  enter(): { readonly tag: number; readonly length: number } {
    const tag = this.byte()
    let length = this.byte()
    if (length >= 0x80) {
      let count = length & 0x7f
      if (count === 0 || count > 4) throw new RangeError('length')
      for (length = 0; count > 0; count--) length = length * 256 + this.byte()
    }
    if (this.at + length > this.end) throw new RangeError('truncated')
    return { tag, length }
  }

  octets(tag: number): Buffer {
    const head = this.enter()
    if (head.tag !== tag) throw new RangeError('tag')
    this.at += head.length
    return this.bytes.subarray(this.at - head.length, this.at)
  }

  integer(): number {
    const octets = this.octets(INTEGER)
    let value = octets.length > 0 && (octets[0] ?? 0) & 0x80 ? -1 : 0
    for (const octet of octets) value = value * 256 + octet
    return value
  }

  private byte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined || this.at > this.end) throw new RangeError('truncated')
    return byte
  }
}

/** The head of a message; null when the bytes are no SNMP message. */
export function readHead(bytes: Buffer): Head | null {
  try {
    const cursor = new Cursor(bytes)
    cursor.enter()
    const version = cursor.integer()
    return version === 3 ? v3Head(cursor) : communityHead(cursor, version)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function communityHead(cursor: Cursor, version: number): Head {
  cursor.octets(OCTETS)
  const pdu = cursor.enter().tag
  const id = cursor.integer()
  const errorIndex = cursor.integer() === 0 ? 0 : cursor.integer() // error-status, then error-index
  return { version, id, flags: 0, pdu, engine: null, usmStats: null, errorIndex }
}

function v3Head(cursor: Cursor): Head {
  cursor.enter()
  const id = cursor.integer()
  cursor.integer() // msgMaxSize
  const flags = cursor.octets(OCTETS)[0] ?? 0
  cursor.integer() // msgSecurityModel
  const security = new Cursor(cursor.octets(OCTETS))
  security.enter()
  const engine = {
    msgAuthoritativeEngineID: Buffer.from(security.octets(OCTETS)),
    msgAuthoritativeEngineBoots: security.integer(),
    msgAuthoritativeEngineTime: security.integer(),
  }
  if ((flags & 2) !== 0) return { version: 3, id, flags, pdu: null, engine, usmStats: null, errorIndex: 0 }
  cursor.enter() // ScopedPDU
  cursor.octets(OCTETS) // contextEngineID
  cursor.octets(OCTETS) // contextName
  const pdu = cursor.enter().tag
  return { version: 3, id, flags, pdu, engine, usmStats: pdu === REPORT ? usmStats(cursor) : null, errorIndex: 0 }
}

/** usmStatsUnsupportedSecLevels … usmStatsDecryptionErrors are 1.3.6.1.6.3.15.1.1.1 … .6 (RFC 3414). */
const USM_STATS = Buffer.from([0x2b, 6, 1, 6, 3, 15, 1, 1])

function usmStats(cursor: Cursor): number | null {
  cursor.integer()
  cursor.integer()
  cursor.integer()
  cursor.enter()
  cursor.enter()
  const oid = cursor.octets(OID)
  return oid.subarray(0, USM_STATS.length).equals(USM_STATS) ? (oid[USM_STATS.length] ?? null) : null
}

function tlv(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const { length } = body
  const head = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(head), body])
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return tlv(INTEGER, bytes)
}

const EMPTY = tlv(OCTETS)

/**
 * The question "which v3 engine are you?" (RFC 3414, section 4): a reportable GET with no user and no varbind.
 * It holds no secret, and every engine answers it with a Report.
 */
export function discoveryMessage(id: number): Buffer {
  const header = tlv(SEQUENCE, int(id), int(65507), tlv(OCTETS, Buffer.from([4])), int(3))
  const security = tlv(OCTETS, tlv(SEQUENCE, EMPTY, int(0), int(0), EMPTY, EMPTY, EMPTY))
  const pdu = tlv(0xa0, int(id), int(0), int(0), tlv(SEQUENCE))
  return tlv(SEQUENCE, int(3), header, security, tlv(SEQUENCE, EMPTY, EMPTY, pdu))
}

const NULL = tlv(0x05)
/** SNMPv2-MIB::sysObjectID.0, which every agent has: to be without it, or not to show it, is an answer too. */
const SYS_OBJECT_ID = tlv(OID, Buffer.from([0x2b, 6, 1, 2, 1, 1, 2, 0]))

/** The smallest question of a community: a GET of one object (RFC 1157, RFC 1901). `version` is 0 for v1, 1 for v2c. */
export function greetingMessage(version: 0 | 1, community: string, id: number): Buffer {
  const small = (value: number): Buffer => tlv(INTEGER, Buffer.from([value]))
  const pdu = tlv(0xa0, int(id), small(0), small(0), tlv(SEQUENCE, tlv(SEQUENCE, SYS_OBJECT_ID, NULL)))
  return tlv(SEQUENCE, small(version), tlv(OCTETS, Buffer.from(community)), pdu)
}
