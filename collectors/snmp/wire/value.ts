import ipaddr from 'ipaddr.js'
import type { RawVarbind } from './net-snmp.js'

/**
 * A value as an agent gave it: whole numbers, 64-bit counters as BigInt, octet strings as bytes, OBJECT IDENTIFIER and
 * IpAddress as dotted text. Bytes are a view of the datagram they came in, for as long as a reading takes.
 */
export type Value = number | bigint | string | Buffer

const COUNTER64 = 0x46
const NULL = 0x05
export const NO_SUCH_OBJECT = 0x80
export const END_OF_MIB_VIEW = 0x82
/** Bytes kept of one value: the longest that a MIB read here defines is a port list of some hundreds. */
const MOST_BYTES = 8192

/** True for noSuchObject, noSuchInstance (0x81) and endOfMibView (RFC 3416). */
export function isException({ type }: RawVarbind): boolean {
  return type >= NO_SUCH_OBJECT && type <= END_OF_MIB_VIEW
}

/** True when the agent answered that nothing is there. */
export function isAbsent(varbind: RawVarbind): boolean {
  return varbind.type === NULL || isException(varbind)
}

/** Null for what is no 64-bit counter: nothing, or more than eight bytes after the zero that keeps it positive. */
function counter64(bytes: Buffer): bigint | null {
  if (bytes.length === 0) return null
  const value = BigInt(`0x${bytes.toString('hex', 0, MOST_BYTES)}`)
  return value >> 64n === 0n ? value : null
}

/** The value of a varbind; null when nothing is there or its form cannot be used. */
export function valueOf(varbind: RawVarbind): Value | null {
  if (isAbsent(varbind)) return null
  const { value } = varbind
  if (Buffer.isBuffer(value)) {
    if (varbind.type === COUNTER64) return counter64(value)
    return value.length <= MOST_BYTES ? value : value.subarray(0, MOST_BYTES)
  }
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return bytes.toString('latin1') // Not UTF-8: agents that predate it write ISO 8859-1.
  }
}

/**
 * A value as text: UTF-8, else ISO 8859-1, without NULs and control characters (line feeds stay), trimmed.
 * Null when nothing is left.
 */
export function text(value: Value | null | undefined): string | null {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) {
    const plain = value.toString('latin1')
    if (/^[!-~](?:[ -~]*[!-~])?$/.test(plain)) return plain // Nothing to decode, clean or trim.
  }
  const raw = Buffer.isBuffer(value) ? decoded(value) : String(value)
  const clean = raw
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]+/g, (run) => (run.includes('\t') ? ' ' : ''))
    .trim()
  return clean === '' ? null : clean
}

/** A value as a whole number, also when the agent wrote it as digits in a string; null when it is none, or past 2⁵³. */
export function integer(value: Value | null | undefined): number | null {
  if (typeof value === 'number' || typeof value === 'bigint') return safe(Number(value))
  const digits = text(value)
  return digits !== null && /^-?\d{1,15}$/.test(digits) ? Number(digits) : null
}

function safe(value: number): number | null {
  return Number.isSafeInteger(value) ? value : null
}

function colons(hex: string): string {
  return hex.toLowerCase().replace(/(..)(?=.)/g, '$1:')
}

/**
 * A MAC address, lower-case with colons: from 6 bytes, or from the usual ways of writing it (also without leading zeros).
 * Null when it is none or all zeros.
 */
export function mac(value: Value | null | undefined): string | null {
  if (Buffer.isBuffer(value) && value.length === 6) return notZero(colons(value.toString('hex')))
  const written = text(value)
  if (written === null) return null
  const parts = written.split(/[:\- ]/)
  if (parts.length === 6 && parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))) {
    return notZero(
      parts
        .map((part) => part.padStart(2, '0'))
        .join(':')
        .toLowerCase(),
    )
  }
  const hex = written.replace(/^0x/i, '').replace(/\./g, '')
  return /^[0-9a-f]{12}$/i.test(hex) && hex.length === 12 ? notZero(colons(hex)) : null
}

function notZero(address: string): string | null {
  return address === '00:00:00:00:00:00' ? null : address
}

/** An IP address from its bytes (4 or 16), in its usual writing; null for another length, or numbers that are no bytes. */
export function ipAddress(bytes: readonly number[] | Buffer): string | null {
  if (bytes.length !== 4 && bytes.length !== 16) return null
  if (!bytes.every((byte) => byte >= 0 && byte <= 255)) return null
  const address = ipaddr.fromByteArray([...bytes])
  return address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()
}
