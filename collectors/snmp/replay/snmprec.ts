import { isIPv4 } from 'node:net'
import type { RawVarbind } from '../wire/net-snmp.js'

/**
 * One line of a `.snmprec` file: `OID|TAG|VALUE`. TAG is the BER tag in decimal (RFC 3416); `x` after it says that the
 * value is written in hexadecimal, `e` that it has backslash escapes. A value may hold `|`: only the first two count.
 */

/** What is wrong with a line: its two bars, its OID, its tag, or its value. */
export type LineFault = 'fields' | 'oid' | 'tag' | 'value'

const LONGEST_OID = 128 // Sub-identifiers (RFC 2578, 3.5).
const LARGEST_ARC = 4_294_967_295
const NOTHING = /^\s*(#.*)?$/

/** The varbind of a line given as ISO 8859-1 (each byte one character); null for a comment or a blank line. */
export function parseLine(line: string): RawVarbind | LineFault | null {
  const first = line.indexOf('|')
  const second = first === -1 ? -1 : line.indexOf('|', first + 1)
  if (second === -1) return NOTHING.test(line) ? null : 'fields'
  if (line.startsWith('#')) return null
  const oid = parseOid(line.slice(0, first))
  if (oid === null) return 'oid'
  const [, digits = '', form = ''] = /^(\d{1,3})([xe]?)$/.exec(line.slice(first + 1, second)) ?? []
  const parse = PARSERS.get(Number(digits))
  if (digits === '' || parse === undefined) return 'tag'
  const bytes = bytesOf(line.slice(second + 1), form)
  if (bytes === null) return 'value'
  const value = parse(bytes, form === 'x')
  // UInteger32 of RFC 1442 is an unsigned 32-bit number under another tag.
  return value === undefined ? 'value' : { oid, type: Number(digits) === 71 ? 66 : Number(digits), value }
}

/** A dotted OID without its leading point; null when it is none. */
export function parseOid(text: string): string | null {
  const oid = text.trim().replace(/^\./, '')
  if (oid.length > LONGEST_OID * 11 || !/^[0-2](\.\d{1,10})+$/.test(oid)) return null
  const arcs = oid.split('.').map(Number)
  return arcs.length <= LONGEST_OID && arcs.every((arc) => arc <= LARGEST_ARC) ? arcs.join('.') : null
}

/** The line of a varbind, without its end; null when it holds nothing that can be replayed (an exception). */
export function formatLine({ oid, type, value }: RawVarbind): string | null {
  if (type === 5) return `${oid}|5|`
  if (!PARSERS.has(type)) return null
  if (typeof value === 'number' || typeof value === 'string') return `${oid}|${type}|${value}`
  if (!Buffer.isBuffer(value)) return null
  if (type === 70) return `${oid}|70|${value.length === 0 ? 0n : BigInt(`0x${value.toString('hex')}`)}`
  const plain = type === 4 && isPlain(value)
  return plain ? `${oid}|4|${value.toString('latin1')}` : `${oid}|${type}x|${value.toString('hex')}`
}

/** Printable ASCII that no editor would change: no space at its ends. */
function isPlain(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x20 && byte < 0x7f) && bytes[0] !== 0x20 && bytes.at(-1) !== 0x20
}

function bytesOf(text: string, form: string): Buffer | null {
  if (form === 'e') return Buffer.from(unescaped(text), 'latin1')
  if (form !== 'x') return Buffer.from(text, 'latin1')
  const hex = text.replace(/^0x/i, '').replace(/[\s:]+/g, '')
  return hex.length % 2 === 0 && /^[0-9a-f]*$/i.test(hex) ? Buffer.from(hex, 'hex') : null
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** Escapes as in a string of the C language: \n, \\, \", \x41, \101. Any other backslash stays. */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{2})|([0-7]{1,3})|([abfnrtv])|([\\'"]))/gi,
    (whole, hex?: string, octal?: string, letter?: string, sign?: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
      return sign ?? ESCAPES[letter ?? ''] ?? whole
    },
  )
}

/** A value in the form in which the wire gives it; undefined when the text is none. */
type Parse = (bytes: Buffer, isHex: boolean) => number | string | Buffer | null | undefined

/** By BER tag (RFC 3416). */
const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [2, (bytes) => numberIn(bytes, -2_147_483_648, LARGEST_ARC)], // INTEGER, and what some tools write unsigned
  [4, (bytes) => bytes], // OCTET STRING
  [5, () => null], // NULL
  [6, (bytes) => (bytes.length === 0 ? '0.0' : (parseOid(bytes.toString('latin1')) ?? undefined))], // OBJECT IDENTIFIER
  [64, ipAddress], // IpAddress
  [65, (bytes) => numberIn(bytes, 0, LARGEST_ARC)], // Counter32
  [66, (bytes) => numberIn(bytes, 0, LARGEST_ARC)], // Gauge32, Unsigned32
  [67, (bytes) => numberIn(bytes, 0, LARGEST_ARC)], // TimeTicks
  [68, (bytes) => bytes], // Opaque
  [70, counter64], // Counter64
  [71, (bytes) => numberIn(bytes, 0, LARGEST_ARC)], // UInteger32
])

function numberIn(bytes: Buffer, least: number, most: number): number | undefined {
  const text = bytes.toString('latin1').trim()
  const value = /^-?\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

function ipAddress(bytes: Buffer, isHex: boolean): string | undefined {
  const text = isHex ? bytes.join('.') : bytes.toString('latin1').trim()
  return isIPv4(text) ? text : undefined
}

/** As the wire gives it: its bytes, the highest first. */
function counter64(bytes: Buffer): Buffer | undefined {
  const text = bytes.toString('latin1').trim()
  if (!/^\d{1,20}$/.test(text) || BigInt(text) >= 1n << 64n) return undefined
  const hex = BigInt(text).toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
}
