import { groupedBy, sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import type { Building, Enrolment, School, SchoolBuilding, SchoolPart } from '../model/organisation.js'
import { splitSchools } from './split.js'

/** Counts of pupils below this one are not published (Loi 25; the ministry's own files withhold them alike). */
export const LEAST_TOLD = 30

/** What pupils are counted from. */
export interface Counted {
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
}

/** The counts that are not published. */
export interface Withheld {
  /** The year of the map. */
  readonly schoolYear: string | null
  /** School years of schools with fewer than 30 pupils, as `schoolInYear` names them. A known zero is such a count too. */
  readonly schoolYears: ReadonlySet<string>
  /** School years of schools, named alike, where some sector has 1 to 29 pupils. */
  readonly sectorYears: ReadonlySet<string>
  /**
   * By school, the buildings whose parts of it are withheld together. Of a school whose own number is told: those of fewer
   * than 30 pupils, and the smallest other one, so that the school's number less the other parts gives none of them back.
   * Of one whose number is withheld: all of them, when there are several.
   */
  readonly cells: ReadonlyMap<string, readonly string[]>
}

/** One school in one year, as a key. */
export function schoolInYear(school: string, schoolYear: string | null): string {
  return `${school} ${schoolYear ?? ''}`
}

type Years = ReadonlyMap<string, number>

function countedYears(enrolment: readonly Enrolment[]): ReadonlyMap<string, Years> {
  return new Map(
    [...groupedBy(enrolment, ({ school }) => school)].map(([school, rows]) => {
      const years = [...groupedBy(rows, ({ schoolYear }) => schoolYear)]
      return [school, new Map(years.map(([year, own]) => [year, sum(own.map(({ pupils }) => pupils))]))]
    }),
  )
}

/**
 * Finds the schools, and the parts of schools, that have fewer than 30 pupils in any year that is known; and, where no
 * enrolment tells their number, the schools that another publication withholds (`unpublished`).
 */
export function findWithheld(
  known: Counted,
  schoolYear: string | null,
  unpublished: readonly { readonly school: string; readonly schoolYear: string }[] = [],
): Withheld {
  const counts = countedYears(known.enrolment)
  const small = [...counts].flatMap(([school, years]) =>
    [...years].flatMap(([year, pupils]) => (pupils < LEAST_TOLD ? [schoolInYear(school, year)] : [])),
  )
  const elsewhere = unpublished
    .filter((row) => counts.get(row.school)?.has(row.schoolYear) !== true)
    .map((row) => schoolInYear(row.school, row.schoolYear))
  const schoolYears = new Set([...small, ...elsewhere])
  const cells = [...partsBySchool(known)].flatMap(([school, own]) => {
    const here = own.filter(({ share }) => share > 0)
    const isSmall = schoolYears.has(schoolInYear(school, schoolYear))
    const cell = isSmall ? here : cellOf(here, [...(counts.get(school)?.values() ?? [])])
    return cell.length < 2 ? [] : [[school, cell.map(({ building }) => building).sort(byCode)] as const]
  })
  return { schoolYear, schoolYears, sectorYears: smallSectors(known.enrolment), cells: new Map(cells) }
}

function smallSectors(enrolment: readonly Enrolment[]): ReadonlySet<string> {
  const small = enrolment.filter(({ pupils }) => pupils > 0 && pupils < LEAST_TOLD)
  return new Set(small.map(({ school, schoolYear }) => schoolInYear(school, schoolYear)))
}

function partsBySchool({ schoolBuildings, buildings }: Counted): ReadonlyMap<string, readonly SchoolPart[]> {
  const parts = splitSchools(schoolBuildings, new Map(buildings.map(({ code, areaM2 }) => [code, areaM2])))
  return groupedBy(parts, ({ school }) => school)
}

/** The parts of fewer than 30 pupils in a year when the school has more, and the smallest other one. */
function cellOf(parts: readonly SchoolPart[], counts: readonly number[]): readonly SchoolPart[] {
  const told = counts.filter((pupils) => pupils >= LEAST_TOLD)
  const isSmall = ({ share }: SchoolPart): boolean => told.some((pupils) => share * pupils < LEAST_TOLD)
  const small = parts.filter(isSmall)
  if (small.length === 0) return []
  const others = parts.filter((part) => !isSmall(part))
  return [...small, ...others.sort((a, b) => a.share - b.share || byCode(a.building, b.building)).slice(0, 1)]
}

/** Of the pupils of parts that are withheld together, what is left to one of them when others have as many as they may. */
const CRUMB = 0.01

/** Ways of putting other counts in place of those that are withheld: two extremes, and one where no two are alike. */
export const ASSUMPTIONS = ['least', 'most', 'mixed'] as const
export type Assumption = (typeof ASSUMPTIONS)[number]

/** Pupils in each building of a withheld school, the nth of them all: 1, 29, or what the ones before and after have not. */
function assumedPupils(assumption: Assumption, nth: number): number {
  if (assumption === 'mixed') return 1 + ((nth * 7) % (LEAST_TOLD - 1))
  return assumption === 'least' ? 1 : LEAST_TOLD - 1
}

/**
 * The same facts with other counts in place of those that are withheld: each school of fewer than 30 pupils, were it empty,
 * has 1 to 29 in each of its buildings; what parts of a larger school that are withheld together hold is, but for crumbs,
 * in the first of their buildings, or in the others, or divided otherwise. The result depends on nothing that is withheld:
 * what is derived from it tells only that a count is.
 */
export function withOtherCounts<T extends Counted>(known: T, withheld: Withheld, assumption: Assumption): T {
  const nth = new Map([...withheld.schoolYears].sort(byCode).map((key, i) => [key, i]))
  const seen = new Set<string>()
  const enrolment = known.enrolment.map((row) => {
    const key = schoolInYear(row.school, row.schoolYear)
    const place = nth.get(key)
    if (place === undefined) return row
    const pupils = seen.has(key) ? 0 : assumedPupils(assumption, place) * (withheld.cells.get(row.school)?.length ?? 1)
    seen.add(key)
    return { ...row, pupils }
  })
  return { ...known, enrolment, schoolBuildings: otherShares(known, withheld, assumption) }
}

function otherShares(known: Counted, withheld: Withheld, assumption: Assumption): readonly SchoolBuilding[] {
  const shares = new Map<string, number>()
  for (const [school, own] of partsBySchool(known)) {
    const cell = withheld.cells.get(school)
    if (cell === undefined) continue
    const isSmall = withheld.schoolYears.has(schoolInYear(school, withheld.schoolYear))
    const together = sum(own.filter(({ building }) => cell.includes(building)).map(({ share }) => share))
    for (const { building, share } of own) {
      const place = cell.indexOf(building)
      const part = isSmall ? 1 / cell.length : partOfCell(place, cell.length, assumption)
      shares.set(`${school} ${building}`, place < 0 ? share : together * part)
    }
  }
  return known.schoolBuildings.map((pair) => {
    const share = shares.get(`${pair.school} ${pair.building}`)
    return share === undefined ? pair : { ...pair, share }
  })
}

/** The part of a building, by its place among those whose parts are withheld together. */
function partOfCell(place: number, size: number, assumption: Assumption): number {
  const others = size - 1
  const crumb = Math.min(CRUMB, 0.5 / size)
  if (assumption === 'mixed') return (place + 1) / ((size * (size + 1)) / 2)
  if (assumption === 'least') return place === 0 ? 1 - crumb * others : crumb
  return place === 0 ? crumb : (1 - crumb) / others
}
