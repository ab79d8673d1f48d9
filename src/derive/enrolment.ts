import type { Enrolment, Orders, School, SchoolBuilding, Sector } from '../model/organisation.js'
import { joinedOrders, NO_ORDERS, SECTORS } from '../model/organisation.js'

/** What is known of a school's pupils in a year. */
export interface KnownPupils {
  /** Sum over the sectors that have a row; null when none has. Zero is a count. */
  readonly pupils: number | null
  /** Sectors that the school's orders of teaching announce and that no row counts: the sum is then a lower bound. */
  readonly missing: readonly Sector[]
}

/** The orders of a school and of all its buildings together, by school code. */
export function ordersBySchool(
  schools: readonly School[],
  schoolBuildings: readonly SchoolBuilding[],
): ReadonlyMap<string, Orders> {
  const orders = new Map<string, Orders>()
  for (const school of schools) orders.set(school.code, school.orders)
  for (const pair of schoolBuildings) {
    orders.set(pair.school, joinedOrders(orders.get(pair.school) ?? NO_ORDERS, pair.orders))
  }
  return orders
}

/** True for a centre that gives vocational training and nothing else. */
export function isVocationalOnly(orders: Orders): boolean {
  return orders.vocational && !orders.preschool && !orders.primary && !orders.secondary && !orders.adult
}

/** True when a school of these orders may have pupils of a sector. */
export function teaches(orders: Orders, sector: Sector): boolean {
  if (sector === 'preschool') return orders.preschool
  if (sector === 'youth') return orders.preschool || orders.primary || orders.secondary
  return sector === 'adult' ? orders.adult : orders.vocational
}

/** True for a school whose pupils of youth are all of preschool: a row of that sector counts them. */
function isPreschoolOnly({ preschool, primary, secondary }: Orders): boolean {
  return preschool && !primary && !secondary
}

/** Pupils of one school and year, by sector; a sector without any row is not there. */
export type SectorCounts = Partial<Readonly<Record<Sector, number>>>

/**
 * The sectors that a school of these orders should have a row of, and has none. Preschool is among them only where the
 * rows of youth, which may hold it, are not looked at; youth is not, where its pupils are all counted as preschool.
 */
export function missingSectors(orders: Orders, counts: SectorCounts, sectors: readonly Sector[]): readonly Sector[] {
  return sectors.filter((sector) => {
    if (counts[sector] !== undefined || !teaches(orders, sector)) return false
    if (sector === 'preschool') return !sectors.includes('youth')
    return sector !== 'youth' || counts.preschool === undefined || !isPreschoolOnly(orders)
  })
}

/** Pupils of every school that has a row in a school year, by school code. */
export function pupilsBySector(
  enrolment: readonly Enrolment[],
  schoolYear: string | null,
): ReadonlyMap<string, SectorCounts> {
  const counted = new Map<string, Partial<Record<Sector, number>>>()
  for (const row of enrolment) {
    if (row.schoolYear !== schoolYear) continue
    const school = counted.get(row.school) ?? {}
    school[row.sector] = (school[row.sector] ?? 0) + row.pupils
    counted.set(row.school, school)
  }
  return counted
}

/** What is known of one school's pupils over some sectors. */
export function knownOver(orders: Orders, counts: SectorCounts, sectors: readonly Sector[]): KnownPupils {
  let pupils: number | null = null
  for (const sector of sectors) {
    const own = counts[sector]
    if (own !== undefined) pupils = (pupils ?? 0) + own
  }
  // A school of preschool alone, counted apart, has nobody in youth: that is known.
  const isNobody = counts.preschool !== undefined && isPreschoolOnly(orders) && sectors.includes('youth')
  return { pupils: pupils ?? (isNobody ? 0 : null), missing: missingSectors(orders, counts, sectors) }
}

/** Pupils of every school in a school year over some sectors, by school code. */
export function knownPupils(input: {
  readonly schools: readonly School[]
  readonly orders: ReadonlyMap<string, Orders>
  readonly enrolment: readonly Enrolment[]
  readonly schoolYear: string | null
  readonly sectors: readonly string[]
}): ReadonlyMap<string, KnownPupils> {
  const sectors = SECTORS.filter((sector) => input.sectors.includes(sector))
  const counted = pupilsBySector(input.enrolment, input.schoolYear)
  const known = new Map<string, KnownPupils>()
  for (const { code } of input.schools) {
    known.set(code, knownOver(input.orders.get(code) ?? NO_ORDERS, counted.get(code) ?? {}, sectors))
  }
  return known
}
