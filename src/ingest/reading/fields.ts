import type { Cells, CellProblem } from '../../model/input-kind.js'
import { parseMacs } from '../../lib/mac.js'
import type { Choices } from './choices.js'
import type { IngestTexts } from './define-input.js'
import { shown } from './shown.js'
import { readDay, readInstant, type DayReading } from './dates.js'
import {
  parseCents,
  parseDecimal,
  parseRate,
  parseSignedCents,
  parseWhole,
  readCidr,
  splitRates,
  type NumberFault,
} from './values.js'

/** Québec with a margin: real coordinates of schools go from −79.49 to −57.19 and from 45.01 to 62.42. */
const EXTENT = { west: -80, east: -57, south: 44.9, north: 63 } as const

const MOST_MACS = 16

/**
 * One record's cells, read as what they stand for.
 *
 * Each method gives the value; null when the cell is empty and may be; undefined when it was refused, the problem
 * being reported. So a kind reads all its cells, then gives a row unless one of them is undefined.
 */
export class Fields<Name extends string> {
  readonly #cells: Cells<Name>
  readonly #report: (problem: CellProblem) => void
  readonly #texts: IngestTexts

  constructor(cells: Cells<Name>, report: (problem: CellProblem) => void, texts: IngestTexts) {
    this.#cells = cells
    this.#report = report
    this.#texts = texts
  }

  /** Reports a problem of a cell; for what a kind alone knows. */
  refuse(column: Name, message: string): undefined {
    this.#report({ column, message })
    return undefined
  }

  text(name: Name): string | undefined {
    return this.#cells[name] || this.refuse(name, this.#texts.valueMissing)
  }

  textOrNull(name: Name): string | null {
    return this.#cells[name] || null
  }

  /** At most so many characters. */
  shortTextOrNull(name: Name, most: number): string | null | undefined {
    const value = this.#cells[name]
    return value.length > most ? this.refuse(name, this.#texts.tooLong(value.length, most)) : value || null
  }

  /** MAC addresses in any common spelling, at most 16 in a cell; none when it is empty. */
  macs(name: Name): readonly string[] | undefined {
    const value = this.#cells[name]
    const macs = parseMacs(value)
    return macs === null || macs.length > MOST_MACS ? this.refuse(name, this.#texts.notMac(shown(value))) : macs
  }

  /** Six digits, as text. */
  code(name: Name): string | undefined {
    const value = this.text(name)
    if (value === undefined || /^\d{6}$/.test(value)) return value
    return /^\d{1,5}$/.test(value)
      ? this.refuse(name, this.#texts.codeTooShort(value, value.padStart(6, '0')))
      : this.refuse(name, this.#texts.notCode(shown(value)))
  }

  codeOrNull(name: Name): string | null | undefined {
    return this.#cells[name] === '' ? null : this.code(name)
  }

  /** Two years that follow each other: `2018-2019`. */
  schoolYear(name: Name): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const [, first, second] = /^(\d{4})-(\d{4})$/.exec(value) ?? []
    if (first === undefined) return this.refuse(name, this.#texts.notSchoolYear(shown(value)))
    const next = String(Number(first) + 1).padStart(4, '0')
    return second === next ? value : this.refuse(name, this.#texts.yearsNotConsecutive(value, `${first}-${next}`))
  }

  choice<T extends string>(name: Name, choices: Choices<T>): T | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    return choices.find(value) ?? this.refuse(name, this.#texts.notChoice(shown(value), choices.listed))
  }

  choiceOrNull<T extends string>(name: Name, choices: Choices<T>): T | null | undefined {
    return this.#cells[name] === '' ? null : this.choice(name, choices)
  }

  /** Zero or more. */
  whole(name: Name): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    return parseWhole(value) ?? this.refuse(name, this.#texts.notWhole(shown(value)))
  }

  /** One or more. */
  positiveWholeOrNull(name: Name): number | null | undefined {
    const value = this.#cells[name]
    if (value === '') return null
    return parseWhole(value) || this.refuse(name, this.#texts.notPositiveWhole(shown(value)))
  }

  /** Mbit/s in the file unless it names a unit, bits per second here. */
  rateBpsOrNull(name: Name): number | null | undefined {
    return this.#rate(name, this.#cells[name])
  }

  /** Two rates; the first cell may hold both (`100/20`) when the second is empty. */
  ratesBpsOrNull(downName: Name, upName: Name): readonly [down: number | null, up: number | null] | undefined {
    const both = this.#cells[upName] === '' ? splitRates(this.#cells[downName]) : null
    const [downText, upText] = both ?? [this.#cells[downName], this.#cells[upName]]
    const down = this.#rate(downName, downText)
    const up = this.#rate(both === null ? upName : downName, upText)
    return down === undefined || up === undefined ? undefined : [down, up]
  }

  /** Dollars in the file, cents here. */
  centsOrNull(name: Name): number | null | undefined {
    const value = this.#cells[name]
    return value === '' ? null : this.#number(name, value, parseCents(value), this.#texts.notMoney)
  }

  /** Dollars in the file, cents here; below zero for what is given back. */
  signedCents(name: Name): number | undefined {
    const value = this.text(name)
    return value === undefined ? undefined : this.#number(name, value, parseSignedCents(value), this.#texts.notMoney)
  }

  /** Zero or more, with decimals. */
  numberOrNull(name: Name): number | null | undefined {
    const value = this.#cells[name]
    if (value === '') return null
    const number = parseDecimal(value)
    return number !== null && number >= 0 ? number : this.refuse(name, this.#texts.notNumber(shown(value)))
  }

  /** A part of one. */
  share(name: Name): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const share = parseDecimal(value)
    return share !== null && share >= 0 && share <= 1 ? share : this.refuse(name, this.#texts.notShare(shown(value)))
  }

  /** A date of the calendar; midnight may follow it. */
  dateOrNull(name: Name): string | null | undefined {
    const value = this.#cells[name]
    if (value === '') return null
    const reading = readDay(value.replace(/[T ]0?0:00(?::00(?:\.0+)?)?$/, ''))
    return reading.fault === null ? reading.date : this.#notDay(name, value, reading, this.#texts.notDate)
  }

  /** A date, or an ISO instant in UTC; null also for the dates by which software says never. */
  instantOrNull(name: Name): string | null | undefined {
    const value = this.#cells[name]
    if (value === '') return null
    const reading = readInstant(value)
    return reading.fault === null ? reading.value : this.#notDay(name, value, reading, this.#texts.notInstant)
  }

  /** A network, its host bits zero. */
  cidr(name: Name): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const reading = readCidr(value)
    switch (reading.fault) {
      case null:
        return reading.cidr
      case 'form':
        return this.refuse(name, this.#texts.notCidr(shown(value)))
      case 'no-prefix':
        return this.refuse(name, this.#texts.cidrWithoutPrefix(value, reading.right))
      case 'host-bits':
        return this.refuse(name, this.#texts.cidrHostBits(value, reading.right))
    }
  }

  /** Degrees inside Québec; null when both cells are empty. */
  coordinatesOrNull(lonName: Name, latName: Name): readonly [lon: number, lat: number] | null | undefined {
    const lonText = this.#cells[lonName]
    const latText = this.#cells[latName]
    if (lonText === '' && latText === '') return null
    if (lonText === '' || latText === '')
      return this.refuse(lonText === '' ? lonName : latName, this.#texts.coordinateMissing)
    const lon = this.#degrees(lonName, lonText)
    const lat = this.#degrees(latName, latText)
    if (lon === undefined || lat === undefined) return undefined
    if (isLongitude(lat) && isLatitude(lon))
      return this.refuse(lonName, this.#texts.coordinatesSwapped(lonText, latText))
    if (!isLongitude(lon)) this.refuse(lonName, this.#longitudeFault(lon, lonText))
    if (!isLatitude(lat)) this.refuse(latName, this.#texts.latitudeOutside(shown(latText)))
    return isLongitude(lon) && isLatitude(lat) ? [lon, lat] : undefined
  }

  #degrees(name: Name, text: string): number | undefined {
    return parseDecimal(text) ?? this.refuse(name, this.#texts.notCoordinate(shown(text)))
  }

  #longitudeFault(lon: number, text: string): string {
    return isLongitude(-lon)
      ? this.#texts.longitudeWithoutSign(shown(text.replace('+', '')))
      : this.#texts.longitudeOutside(shown(text))
  }

  #notDay(
    name: Name,
    value: string,
    reading: Exclude<DayReading, { readonly fault: null }>,
    otherwise: (value: string) => string,
  ): undefined {
    switch (reading.fault) {
      case 'form':
        return this.refuse(name, otherwise(shown(value)))
      case 'no-such-day':
        return this.refuse(name, this.#texts.noSuchDay(shown(value)))
      case 'ambiguous':
        return this.refuse(name, this.#texts.ambiguousDate(shown(value), ...reading.readings))
    }
  }

  #rate(name: Name, value: string): number | null | undefined {
    if (value === '') return null
    const rate = parseRate(value)
    return rate === 'bytes'
      ? this.refuse(name, this.#texts.rateInBytes(shown(value)))
      : this.#number(name, value, rate, this.#texts.notRate)
  }

  #number(
    name: Name,
    value: string,
    number: number | NumberFault,
    otherwise: (value: string) => string,
  ): number | undefined {
    if (typeof number === 'number') return number
    return number === 'ambiguous-comma'
      ? this.refuse(
          name,
          this.#texts.ambiguousComma(shown(value), shown(value.replace(',', '')), shown(value.replace(',', '.'))),
        )
      : this.refuse(name, otherwise(shown(value)))
  }
}

function isLongitude(degrees: number): boolean {
  return degrees >= EXTENT.west && degrees <= EXTENT.east
}

function isLatitude(degrees: number): boolean {
  return degrees >= EXTENT.south && degrees <= EXTENT.north
}
