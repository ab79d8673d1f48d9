import type { Language } from './language.js'

/** Numbers, money, rates and dates as they are written in fr-CA and en-CA. Null is shown as an em dash. */
export interface Formats {
  /** At most one decimal unless `decimals` says. */
  number(value: number | null, decimals?: number): string
  /** Integer cents as dollars: `1 234,56 $`, `$1,234.56`. */
  money(cents: number | null): string
  /** Bits per second with the largest unit that keeps it ≥ 1: `2,5 Gbit/s`. */
  rate(bps: number | null): string
  /** Bytes with the largest unit that keeps it ≥ 1: `15,6 Gio`, `15.6 GiB`. */
  bytes(value: number | null): string
  /** A part of 1 as a percentage: `83 %`, `83%`. */
  percent(part: number | null): string
  /** A length of time in its two largest units: `2 h 05 min`, `40 s`. */
  duration(ms: number): string
  /** An ISO instant in the machine's time zone: `2026-11-23 14 h 05`, `2026-11-23 14:05`. */
  dateTime(iso: string | null): string
}

const NONE = '—'
const UNITS = [
  [1e12, 'Tbit/s'],
  [1e9, 'Gbit/s'],
  [1e6, 'Mbit/s'],
  [1e3, 'kbit/s'],
  [1, 'bit/s'],
] as const
const BYTE_UNITS = { fr: ['o', 'Kio', 'Mio', 'Gio', 'Tio'], en: ['B', 'KiB', 'MiB', 'GiB', 'TiB'] } as const

export function formatsFor(language: Language): Formats {
  const locale = language === 'fr' ? 'fr-CA' : 'en-CA'
  const cache = new Map<string, Intl.NumberFormat>()
  const intl = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const known = cache.get(key) ?? new Intl.NumberFormat(locale, options)
    cache.set(key, known)
    return known
  }
  const number = (value: number | null, decimals = 1): string =>
    value === null ? NONE : intl(`n${decimals}`, { maximumFractionDigits: decimals }).format(value)
  return {
    number,
    money: (cents) =>
      cents === null
        ? NONE
        : intl('$', { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' }).format(cents / 100),
    rate: (bps) => {
      if (bps === null) return NONE
      const [size, unit] = UNITS.find(([least]) => Math.abs(bps) >= least) ?? [1, 'bit/s']
      return `${number(bps / size)}\u00a0${unit}`
    },
    duration: (ms) => {
      const seconds = Math.round(ms / 1000)
      const two = (whole: number, unit: string, rest: number, part: string): string =>
        `${whole}\u00a0${unit} ${String(rest).padStart(2, '0')}\u00a0${part}`
      if (seconds >= 3600) return two(Math.floor(seconds / 3600), 'h', Math.floor((seconds % 3600) / 60), 'min')
      return seconds >= 60 ? two(Math.floor(seconds / 60), 'min', seconds % 60, 's') : `${seconds}\u00a0s`
    },
    bytes: (value) => {
      if (value === null) return NONE
      const units = BYTE_UNITS[language]
      const step = Math.max(
        0,
        units.findLastIndex((_, i) => Math.abs(value) >= 1024 ** i),
      )
      return `${number(value / 1024 ** step)}\u00a0${units[step]}`
    },
    percent: (part) => (part === null ? NONE : intl('%', { style: 'percent', maximumFractionDigits: 0 }).format(part)),
    dateTime: (iso) => {
      if (iso === null) return NONE
      const at = new Date(iso)
      const two = (n: number): string => String(n).padStart(2, '0')
      const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
      const time =
        language === 'fr'
          ? `${two(at.getHours())}\u00a0h\u00a0${two(at.getMinutes())}`
          : `${two(at.getHours())}:${two(at.getMinutes())}`
      return `${day} ${time}`
    },
  }
}
