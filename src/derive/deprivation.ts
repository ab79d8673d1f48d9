import { groupedBy } from '../lib/group.js'
import type { Deprivation, DeprivationFact } from '../model/deprivation.js'

/**
 * One record for each school and year: pupils are the sum of its levels', indexes their mean weighted by pupils, deciles
 * the less favoured ones. What one level withholds is not known of the school either.
 */
export function deriveDeprivation(facts: readonly DeprivationFact[]): Deprivation[] {
  return [...groupedBy(facts, ({ school, schoolYear }) => `${school} ${schoolYear}`).values()].flatMap((group) => {
    // A file of both levels says it all.
    const whole = group.find(({ level }) => level === 'both')
    const [first, ...others] = whole === undefined ? group : [whole]
    return first === undefined ? [] : [ofLevels(first, [first, ...others])]
  })
}

function ofLevels({ school, schoolYear }: DeprivationFact, levels: readonly DeprivationFact[]): Deprivation {
  const all = (field: 'imse' | 'imseDecile' | 'sfr' | 'sfrDecile' | 'pupils'): number[] | null => {
    const known = levels.flatMap((level) => level[field] ?? [])
    return known.length < levels.length ? null : known
  }
  const pupils = all('pupils')
  const total = pupils?.reduce((sum, n) => sum + n, 0) ?? null
  const weighted = (field: 'imse' | 'sfr'): number | null => {
    const values = all(field)
    if (values?.length === 1) return values[0] ?? null
    if (values === null || pupils === null || !total) return null
    return values.reduce((sum, value, i) => sum + value * (pupils[i] ?? 0), 0) / total
  }
  const highest = (values: readonly number[] | null): number | null => (values === null ? null : Math.max(...values))
  return {
    school,
    schoolYear,
    levels: levels.map(({ level }) => level),
    imse: weighted('imse'),
    imseDecile: highest(all('imseDecile')),
    sfr: weighted('sfr'),
    sfrDecile: highest(all('sfrDecile')),
    pupils: total,
  }
}
