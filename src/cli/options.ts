import type { Messages } from '../i18n/translator.js'
import { UserError } from '../model/errors.js'
import { isSchoolYear } from '../model/school-year.js'
import type { Options } from './command.js'

/** The value of an option that takes one, or undefined. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export function flagOption(options: Options, name: string): boolean {
  return options[name] === true
}

/** A school year, checked. @throws UserError */
export function yearOption(options: Options, m: Messages, name = 'year'): string | undefined {
  const year = textOption(options, name)
  if (year !== undefined && !isSchoolYear(year))
    throw new UserError(m.cli.badYear(year), m.cli.badYearHint, { usage: true })
  return year
}

/** Dollars as integer cents, without passing through a fraction. @throws UserError */
export function centsOption(options: Options, name: string, m: Messages): number | undefined {
  const text = textOption(options, name)
  if (text === undefined) return undefined
  const [, dollars, cents = ''] = /^(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  if (dollars === undefined) throw new UserError(m.cli.badMoney(text), m.cli.badMoneyHint, { usage: true })
  return Number(dollars) * 100 + Number(cents.padEnd(2, '0'))
}

/** A share from 0 to 100. @throws UserError */
export function percentOption(options: Options, name: string, m: Messages): number | undefined {
  const text = textOption(options, name)
  if (text === undefined) return undefined
  const percent = /^\d{1,3}(?:[.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : NaN
  if (!(percent <= 100)) throw new UserError(m.roadmap.badPercent(text), m.roadmap.badPercentHint, { usage: true })
  return percent
}

/** Kilometres, more than none and at most a thousand. @throws UserError */
export function kmOption(options: Options, name: string, m: Messages): number | undefined {
  const text = textOption(options, name)
  if (text === undefined) return undefined
  const km = /^\d{1,4}(?:[.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : NaN
  if (!(km > 0 && km <= 1000)) throw new UserError(m.sharing.badKm(text), m.sharing.badKmHint, { usage: true })
  return km
}
