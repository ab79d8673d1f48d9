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
  const orders = new Map(schools.map((school) => [school.code, school.orders]))
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
export function announces(orders: Orders, sector: Sector): boolean {
  if (sector === 'youth') return orders.preschool || orders.primary || orders.secondary
  return sector === 'adult' ? orders.adult : orders.vocational
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
  const counted = new Map<string, Partial<Record<Sector, number>>>()
  for (const row of input.enrolment) {
    if (row.schoolYear !== input.schoolYear || !sectors.includes(row.sector)) continue
    const school = counted.get(row.school) ?? {}
    school[row.sector] = (school[row.sector] ?? 0) + row.pupils
    counted.set(row.school, school)
  }
  return new Map(
    input.schools.map(({ code }): [string, KnownPupils] => {
      const bySector = counted.get(code)
      const orders = input.orders.get(code) ?? NO_ORDERS
      const missing = sectors.filter((sector) => bySector?.[sector] === undefined && announces(orders, sector))
      const pupils = bySector ? sectors.reduce((sum, sector) => sum + (bySector[sector] ?? 0), 0) : null
      return [code, { pupils, missing }]
    }),
  )
}
