import { addressNumber, addressText, parseCidr } from '../../lib/cidr.js'

/** Why a text is not the number that was asked for. */
export type NumberFault = 'not-a-number' | 'ambiguous-comma'

const DECIMAL = /^(\d{1,15})(?:([.,])(\d+))?$/
const SIGNED = /^[+\-−]?\d{1,15}(?:[.,]\d+)?$/
const DIGITS = /^\d{1,15}$/
/** `1 234,5` with a space, a no-break space, narrow or thin ones; `1,234.5` and `1,234,567`, which are read in one way only. */
const SPACED = /^\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?$/
const ENGLISH = /^\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/

/** A whole number, zero or more; null when the text is not one. */
export function parseWhole(text: string): number | null {
  if (DIGITS.test(text)) return Number(text)
  const number = parseScaled(text, 0)
  return typeof number === 'number' ? number : null
}

/** A number with a decimal point or comma; null when the text is not one. */
export function parseDecimal(text: string): number | null {
  return SIGNED.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : null
}

/**
 * A number, zero or more, × 10 ^ `decimals` as an exact integer, computed on the digits: 0.29 dollars is 29 cents.
 *
 * The decimal sign is a point or a comma; thousands may be apart. `1,234` is refused, as it means a thousand in English
 * and one in French; so are more decimals than asked for, unless they are zeros, and what no double holds exactly.
 */
export function parseScaled(text: string, decimals: number): number | NumberFault {
  const digits = SPACED.test(text) ? text.replace(/\s/g, '') : ENGLISH.test(text) ? text.replaceAll(',', '') : text
  const [, whole = '', sign = '', fraction = ''] = DECIMAL.exec(digits) ?? []
  if (whole === '') return 'not-a-number'
  const excess = fraction.slice(decimals)
  if (sign === ',' && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return 'ambiguous-comma'
  if (/[1-9]/.test(excess)) return 'not-a-number'
  const scaled = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
  return Number.isSafeInteger(scaled) ? scaled : 'not-a-number'
}

const MONEY = /^(?:(?:CAD? ?)?\$\s*)?(.*?\d)(?:\s*(?:\$(?:\s*CAD?)?|CAD))?$/i

/** Dollars as cents: `1234.56`, `1 234,56 $`, `$1,234.56`. */
export function parseCents(text: string): number | NumberFault {
  return parseScaled(MONEY.exec(text)?.[1] ?? text, 2)
}

/** What stands between brackets, or beside a minus sign at either end, is below zero. */
const BELOW_ZERO = /^(?:\((.+)\)|(\$?\s*)[-−]\s*(.+)|(.+?)\s*[-−])$/

/** The same with a sign: `-1234.56`, `(1 234,56 $)`, `−$1,234.56`, `1 234,56-`. Zero has none. */
export function parseSignedCents(text: string): number | NumberFault {
  const [matched, bracketed, before = '', after, trailed] = BELOW_ZERO.exec(text) ?? []
  const cents = parseCents(bracketed ?? (after === undefined ? (trailed ?? text) : before + after))
  return typeof cents === 'string' || matched === undefined || cents === 0 ? cents : -cents
}

const RATE = /^(.*?\d)\s*([a-z./ ]*)$/i
/** Bits alone: an o, or a B that is not all capitals' (MBPS), is eight of them. */
const UNIT = /^([kmgt])?(?:[b](?:its?)?)?(?:\/s(?:ec\.?|econde)?|ps)?$/i
const BYTES = /octet|o(?:\/s|ps)?$|B(?!PS$|it|IT)/
const DECIMALS: Readonly<Record<string, number>> = { k: 3, m: 6, g: 9, t: 12 }

/** A rate as bits per second: `12,5 Mb/s`, `1 Gbit/s`, `100M`. A bare number is Mbit/s; bytes (`MB/s`, `Mo/s`) are refused. */
export function parseRate(text: string): number | NumberFault | 'bytes' {
  const [, number = text, written = ''] = RATE.exec(text) ?? []
  const unit = written.replace(/[ .]/g, '')
  if (unit === '') return parseScaled(number, 6)
  if (BYTES.test(unit)) return 'bytes'
  const [, prefix] = UNIT.exec(unit) ?? []
  if (prefix === undefined) return /^b(?:its?)?(?:\/s|ps)/i.test(unit) ? parseScaled(number, 0) : 'not-a-number'
  return parseScaled(number, DECIMALS[prefix.toLowerCase()] ?? 0)
}

/** Two rates in one cell, down then up (`100/20`, `1 Gb/s / 100 Mb/s`); null when the text is not two. */
export function splitRates(text: string): readonly [down: string, up: string] | null {
  const [, down, up = ''] = /^([^/]*\d(?:\s*[a-z]+(?:\/s)?)?)\s*\/\s*(\d.*)$/i.exec(text) ?? []
  if (down === undefined) return null
  // A unit that is written once is both's.
  const [, unit = ''] = /\d\s*([a-z].*)$/i.exec(up) ?? []
  return [/[a-z]/i.test(down) ? down : `${down} ${unit}`.trim(), up]
}

/** A CIDR in its usual spelling, or why it is not one; `right` is what was probably meant. */
export type CidrReading =
  | { readonly fault: null; readonly cidr: string }
  | { readonly fault: 'form' }
  | { readonly fault: 'no-prefix' | 'host-bits'; readonly right: string }

/**
 * An IPv4 or IPv6 network. IPv4 must have its four parts (`10.1` is an address to many parsers), none in octal.
 *
 * @see RFC 4632 section 3.1, RFC 5952
 */
export function readCidr(text: string): CidrReading {
  const [address = '', prefix] = text.split('/')
  const number = addressNumber(address)
  if (number === null) return { fault: 'form' }
  const written = addressText(number)
  if (prefix === undefined) return { fault: 'no-prefix', right: `${written}/${number.family === 4 ? 32 : 128}` }
  const cidr = parseCidr(text)
  if (cidr === null) return { fault: 'form' }
  const right = `${addressText({ family: cidr.family, value: cidr.first })}/${cidr.prefix}`
  return right === `${written}/${cidr.prefix}` ? { fault: null, cidr: right } : { fault: 'host-bits', right }
}
