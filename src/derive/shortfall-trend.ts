import { groupedBy } from '../lib/group.js'
import type { Messages } from '../i18n/translator.js'
import type { ShortfallBy } from '../model/shortfall-totals.js'
import type { ShortfallTrend } from '../model/shortfall-trend.js'
import { addedUp, deriveShortfallTotals, type ShortfallTotalsInput } from './shortfall-totals.js'

/**
 * Equipment year after year, by place (all schools together without `by`), then category, the earliest year first.
 * `shortfalls` are of several school years, in their order.
 */
export function deriveShortfallTrend(
  input: ShortfallTotalsInput,
  by: ShortfallBy | null,
  messages: Messages,
): readonly ShortfallTrend[] {
  const categories = [...new Set(input.shortfalls.map(({ category }) => category))]
  const inPlaces = groupedBy(totalsOf(input, by, messages), ({ code, category }) => `${code}\n${category}`)
  const places = groupedBy(inPlaces.values(), ([first]) => first?.code)
  return [...places.values()].flatMap((ofPlace) =>
    categories.flatMap((category) => withChanges(ofPlace.find(([first]) => first?.category === category) ?? [])),
  )
}

type Total = Omit<ShortfallTrend, 'shortfallChange'>

function totalsOf(input: ShortfallTotalsInput, by: ShortfallBy | null, messages: Messages): readonly Total[] {
  if (by !== null && by !== 'school') return deriveShortfallTotals(input, by, messages)
  const groups = groupedBy(
    input.shortfalls,
    ({ school, category, schoolYear }) => `${by === null ? '' : school}\n${category}\n${schoolYear}`,
  )
  return [...groups.values()].flatMap((rows): Total[] => {
    const [first] = rows
    if (first === undefined) return []
    const { school, name, category, schoolYear } = first
    const place = by === null ? { code: '', name: messages.shortfalls.allSchools } : { code: school, name }
    return [{ ...place, category, schoolYear, ...addedUp(rows) }]
  })
}

function withChanges(years: readonly Total[]): readonly ShortfallTrend[] {
  return years.map((total, i) => {
    const { code, name, category, schoolYear, schools, unknownSchools, pupils, target, inService, shortfall, percent } =
      total
    const before = years[i - 1]?.shortfall ?? null
    return {
      ...{ code, name, category, schoolYear, schools, unknownSchools, pupils, target, inService, shortfall, percent },
      shortfallChange: shortfall === null || before === null ? null : shortfall - before,
    }
  })
}
