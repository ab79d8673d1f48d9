import type { Cells, CellProblem } from '../../model/input-kind.js'
import { parseMacs } from '../../lib/mac.js'
import type { Choices } from './choices.js'
import type { IngestTexts } from './define-input.js'
import { shown } from './shown.js'
import { isCalendarDate, parseDecimal, parseScaled, parseWhole, readCidr, readInstant } from './values.js'

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

  /** Mbit/s in the file, bits per second here. */
  rateBpsOrNull(name: Name): number | null | undefined {
    return this.#scaledOrNull(name, 6, this.#texts.notRate)
  }

  /** Dollars in the file, cents here. */
  centsOrNull(name: Name): number | null | undefined {
    return this.#scaledOrNull(name, 2, this.#texts.notMoney)
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

  /** An ISO date of the calendar. */
  dateOrNull(name: Name): string | null | undefined {
    const value = this.#cells[name]
    if (value === '') return null
    const real = isCalendarDate(value)
    if (real === null) return this.refuse(name, this.#texts.notDate(shown(value)))
    return real ? value : this.refuse(name, this.#texts.noSuchDay(value))
  }

  /** An ISO date, or an ISO instant in UTC; null also for the dates by which software says never. */
  instantOrNull(name: Name): string | null | undefined {
    const value = this.#cells[name]
    if (value === '') return null
    const reading = readInstant(value)
    if (reading.fault === 'form') return this.refuse(name, this.#texts.notInstant(shown(value)))
    return reading.fault === null ? reading.value : this.refuse(name, this.#texts.noSuchDay(shown(value)))
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

  #scaledOrNull(name: Name, decimals: number, otherwise: (value: string) => string): number | null | undefined {
    const value = this.#cells[name]
    if (value === '') return null
    const scaled = parseScaled(value, decimals)
    if (typeof scaled === 'number') return scaled
    return scaled === 'ambiguous-comma'
      ? this.refuse(name, this.#texts.ambiguousComma(value, value.replace(',', ''), value.replace(',', '.')))
      : this.refuse(name, otherwise(shown(value)))
  }
}

function isLongitude(degrees: number): boolean {
  return degrees >= EXTENT.west && degrees <= EXTENT.east
}

function isLatitude(degrees: number): boolean {
  return degrees >= EXTENT.south && degrees <= EXTENT.north
}
