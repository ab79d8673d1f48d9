import type { MapFilter } from '../derive/map-filter.js'
import type { Messages } from '../i18n/translator.js'
import { byCode, folded } from '../lib/text.js'
import { UserError } from '../model/errors.js'
import type { MapInput } from '../model/map-format.js'
import type { Orders } from '../model/organisation.js'
import { LEVELS, type Level } from '../model/records.js'

export const ORDERS = [
  'preschool',
  'primary',
  'secondary',
  'vocational',
  'adult',
] as const satisfies readonly (keyof Orders)[]

/** What the command line asks to draw, as it was typed; undefined draws all. */
export interface TypedFilter {
  readonly board: string | undefined
  readonly region: string | undefined
  readonly level: string | undefined
  readonly order: string | undefined
  readonly bbox: string | undefined
}

/** A value that may be asked for, and the words that ask for it. */
interface Choice<T> {
  readonly value: T
  readonly words: readonly string[]
}

/** Values told apart by commas; capitals, accents and punctuation do not count. */
function chosen<T>(
  flag: string,
  typed: string,
  choices: readonly Choice<T>[],
  { mapCommand: t }: Messages,
): ReadonlySet<T> {
  const wanted = new Set<T>()
  for (const text of typed.split(',').map((each) => each.trim())) {
    const found = choices.filter(({ words }) => words.some((word) => folded(word) === folded(text)))
    if (found.length === 0 || text === '') {
      const known = choices.map(({ words }) => words[0]).join(', ')
      throw new UserError(t.unknownValue(flag, text), known === '' ? t.noneKnownHint : t.unknownValueHint(known), {
        usage: true,
      })
    }
    for (const { value } of found) wanted.add(value)
  }
  return wanted
}

/** Orders of teaching, in the user's words and by their English codes. */
function orderChoices({ mapCommand: t }: Messages): readonly Choice<keyof Orders>[] {
  return ORDERS.map((value) => ({ value, words: [t[`order-${value}`], value] }))
}

function levelChoices({ gaps }: Messages): readonly Choice<Level>[] {
  return LEVELS.map((value) => ({ value, words: [gaps[`level-${value}`], value] }))
}

/** The words that `--order` and `--level` take, in the user's language. */
export function filterWords(m: Messages): { readonly orders: readonly string[]; readonly levels: readonly string[] } {
  const first = ({ words }: Choice<unknown>): string => words[0] ?? ''
  return { orders: orderChoices(m).map(first), levels: levelChoices(m).map(first) }
}

function boxOf(text: string, { mapCommand: t }: Messages): MapFilter['bbox'] {
  const numbers = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)))
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers
  const inRange = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
  if (numbers.length === 4 && inRange && west < east && south < north) return [west, south, east, north]
  throw new UserError(t.badBox(text), t.badBoxHint, { usage: true })
}

/**
 * The filter that was typed, checked against what the map has.
 *
 * @throws UserError naming the values that there are.
 */
export function readFilter(typed: TypedFilter, { boards, gaps }: MapInput, m: Messages): MapFilter {
  const regions = [...new Set(gaps.flatMap(({ region }) => region ?? []))].sort(byCode)
  const read = <T>(name: keyof TypedFilter, choices: readonly Choice<T>[]): ReadonlySet<T> | null => {
    const text = typed[name]
    return text === undefined ? null : chosen(`--${name}`, text, choices, m)
  }
  return {
    boards: read(
      'board',
      boards.map(({ code }) => ({ value: code, words: [code] })),
    ),
    regions: read(
      'region',
      regions.map((name) => ({ value: name, words: [name] })),
    ),
    levels: read('level', levelChoices(m)),
    orders: read('order', orderChoices(m)),
    bbox: typed.bbox === undefined ? null : boxOf(typed.bbox, m),
  }
}
