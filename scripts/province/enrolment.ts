import type { Organisme } from './sites.js'

const YEARS = ['2021-2022', '2022-2023'] as const

/**
 * Pupils of the schools that teach the young, for two years: some 200 in a primary school, 550 in a secondary one, few
 * very small and few very large ones; a school in fifty is not counted. Adult and vocational centres have no row, as in
 * the open files.
 */
export function shareOut(schools: readonly Organisme[], random: () => number): string[][] {
  return schools.flatMap(({ code, primary, secondary }) => {
    const spread = Math.exp((random() + random() + random() - 1.5) * 1.3)
    const isCounted = (primary || secondary) && random() >= 0.02
    const pupils = Math.max(4, Math.round((secondary ? (primary ? 380 : 620) : 260) * spread))
    const growth = 0.96 + random() * 0.1
    if (!isCounted) return []
    return YEARS.map((year, i) => [code, year, 'youth', String(Math.round(pupils * growth ** i))])
  })
}
