import { addressNumber, addressText, parseCidr } from '../../lib/cidr.js'

/** Why a text is not the number that was asked for. */
export type NumberFault = 'not-a-number' | 'ambiguous-comma'

const DECIMAL = /^(\d{1,15})(?:([.,])(\d+))?$/
const SIGNED = /^[+-]?\d{1,15}(?:[.,]\d+)?$/
const WHOLE = /^\d{1,15}$/

/** A whole number, zero or more, written in digits alone; null when the text is not one. */
export function parseWhole(text: string): number | null {
  return WHOLE.test(text) ? Number(text) : null
}

/** A number with a decimal point or comma; null when the text is not one. */
export function parseDecimal(text: string): number | null {
  return SIGNED.test(text) ? Number(text.replace(',', '.')) : null
}

/**
 * A number, zero or more, × 10 ^ `decimals` as an exact integer, computed on the digits: 0.29 dollars is 29 cents.
 *
 * The decimal sign is a point or a comma. `1,234` is refused, as it means a thousand in English and one in French; so
 * are more decimals than asked for, unless they are zeros, and what no double holds exactly.
 */
export function parseScaled(text: string, decimals: number): number | NumberFault {
  const [, whole = '', sign = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (whole === '') return 'not-a-number'
  const excess = fraction.slice(decimals)
  if (sign === ',' && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) return 'ambiguous-comma'
  if (/[1-9]/.test(excess)) return 'not-a-number'
  const scaled = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
  return Number.isSafeInteger(scaled) ? scaled : 'not-a-number'
}

/** True when an ISO date (`2018-09-30`) is in the Gregorian calendar; null when the text has not that form. */
export function isCalendarDate(text: string): boolean | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return null
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

/** A date or an instant, null when it stands for never; or why it is neither. */
export type InstantReading =
  { readonly fault: null; readonly value: string | null } | { readonly fault: 'form' | 'no-such-day' }

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})(?:(?:T| | at | à )(\d{1,2})(?::| ?h ?)(\d{2})(?::(\d{2})(?:[.,]\d+)?)?( ?[ap]\.?m\.?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i

/** The first days of .NET, of Windows and of Unix: what an MDM writes for a device that it never heard. */
const NEVER = ['0001-01-01', '1601-01-01', '1970-01-01']

/**
 * An ISO date, or a date and time. A time with its offset gives an instant in UTC (`2026-11-20T13:15:00Z`); without
 * offset it could be any time zone's, and the date alone is kept.
 *
 * @see ISO 8601, RFC 3339
 */
export function readInstant(text: string): InstantReading {
  const [, date, hour, minute = '', second = '00', half, zone] = INSTANT.exec(text) ?? []
  if (date === undefined) return { fault: 'form' }
  if (isCalendarDate(date) !== true || Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 60)
    return { fault: 'no-such-day' }
  if (NEVER.includes(date)) return { fault: null, value: null }
  if (hour === undefined || zone === undefined || half !== undefined) return { fault: null, value: date }
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, '$1:$2') : 'Z'
  const instant = new Date(`${date}T${hour.padStart(2, '0')}:${minute}:${second === '60' ? '59' : second}${offset}`)
  return Number.isNaN(instant.getTime())
    ? { fault: 'no-such-day' }
    : { fault: null, value: instant.toISOString().replace('.000Z', 'Z') }
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
