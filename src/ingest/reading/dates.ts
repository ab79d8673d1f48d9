import { folded } from '../../lib/text.js'

/** A date as `2018-09-30`, or why a text is not one. */
export type DayReading =
  | { readonly fault: null; readonly date: string }
  | { readonly fault: 'form' | 'no-such-day' }
  /** The day and the month could be each other's. */
  | { readonly fault: 'ambiguous'; readonly readings: readonly [dayFirst: string, monthFirst: string] }

const MONTHS = new Map(
  [
    'janvier janv jan january',
    'fevrier fevr fev february feb',
    'mars mar march',
    'avril avr april apr',
    'mai may',
    'juin jun june',
    'juillet juil juill july jul',
    'aout august aug',
    'septembre sept sep september',
    'octobre oct october',
    'novembre nov november',
    'decembre dec december',
  ].flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])),
)

/**
 * A date in the forms seen in Québec: 2018-09-30, 2018/09/30, 30-09-2018, 30/09/2018, 30 septembre 2018, 1er oct. 2018,
 * September 30, 2018. The day comes before the month or after it, and 03/04/2018 could be either.
 */
export function readDay(text: string): DayReading {
  const [, year, , month = '', day = ''] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? []
  if (year !== undefined) return dayOf(year, Number(month), Number(day))
  const [, first = '', , second = '', last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? []
  if (last === undefined) return /\d/.test(text) ? withMonthName(folded(text)) : { fault: 'form' }
  const dayFirst = dayOf(last, Number(second), Number(first))
  const monthFirst = dayOf(last, Number(first), Number(second))
  if (dayFirst.fault !== null) return monthFirst
  return monthFirst.fault !== null || monthFirst.date === dayFirst.date
    ? dayFirst
    : { fault: 'ambiguous', readings: [dayFirst.date, monthFirst.date] }
}

function withMonthName(text: string): DayReading {
  const [, day = '', name = '', year = ''] = /^(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+) (\d{4})$/.exec(text) ?? []
  const [, name2 = name, day2 = day, year2 = year] = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(text) ?? []
  const month = MONTHS.get(name2)
  return month === undefined ? { fault: 'form' } : dayOf(year2, month, Number(day2))
}

function dayOf(
  year: string,
  month: number,
  day: number,
): { readonly fault: null; readonly date: string } | { readonly fault: 'no-such-day' } {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDate(date) === true ? { fault: null, date } : { fault: 'no-such-day' }
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
  { readonly fault: null; readonly value: string | null } | Exclude<DayReading, { readonly fault: null }>

const INSTANT =
  /^(.+?)(?:(?:T|,? | at | à )(\d{1,2})(?::| ?h ?)(\d{2})(?::(\d{2})(?:[.,]\d+)?)?( ?[ap]\.?m\.?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i

/** The first days of .NET, of Windows and of Unix: what an MDM writes for a device that it never heard. */
const NEVER = ['0001-01-01', '1601-01-01', '1970-01-01']

/**
 * A date, or a date and time. A time with its offset gives an instant in UTC (`2026-11-20T13:15:00Z`); without
 * offset it could be any time zone's, and the date alone is kept.
 *
 * @see ISO 8601, RFC 3339
 */
export function readInstant(text: string): InstantReading {
  const [, dateText = '', hour, minute = '', second = '00', half, zone] = INSTANT.exec(text) ?? []
  const day = readDay(dateText)
  if (day.fault !== null) return day
  const { date } = day
  if (Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 60) return { fault: 'no-such-day' }
  if (NEVER.includes(date)) return { fault: null, value: null }
  if (hour === undefined || zone === undefined || half !== undefined) return { fault: null, value: date }
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, '$1:$2') : 'Z'
  const instant = new Date(`${date}T${hour.padStart(2, '0')}:${minute}:${second === '60' ? '59' : second}${offset}`)
  return Number.isNaN(instant.getTime())
    ? { fault: 'no-such-day' }
    : { fault: null, value: instant.toISOString().replace('.000Z', 'Z') }
}
