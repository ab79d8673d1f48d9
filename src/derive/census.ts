import type { CapacityInput } from '../model/capacity.js'
import type { Orders, School, SchoolPart } from '../model/organisation.js'
import { SECTORS } from '../model/organisation.js'
import type { GapReason } from '../model/records.js'
import { byCode } from '../lib/text.js'
import { groupedBy, sum } from '../lib/group.js'
import { knownPupils, ordersBySchool, type KnownPupils } from './enrolment.js'
import { splitSchools } from './split.js'

/** One school in one building, with all that its demand depends on but the standard. */
export interface Tenant extends SchoolPart {
  readonly board: string
  readonly known: KnownPupils
  /** Known pupils of the whole board. */
  readonly boardPupils: number
  /** True when nobody is here: no part of the school, or a known zero. */
  readonly isEmpty: boolean
  /** True when some of its pupils may be here, and their number is not known. */
  readonly isUnknown: boolean
}

/** Who is in a building, whatever the standard. */
export interface Household {
  readonly tenants: readonly Tenant[]
  readonly schools: readonly string[]
  /** Known pupils; null when none of the schools' is known; 0 where there is no school. */
  readonly pupils: number | null
  /** Schools that may have pupils here. */
  readonly openSchools: number
  /** True when some pupils are not known. */
  readonly isUnknown: boolean
  /** True when a school of several buildings was split without a file that says how. */
  readonly isEstimated: boolean
  /** Who is not known, and what was estimated. */
  readonly reasons: readonly GapReason[]
}

/** Who is in each building, by its code, in the order of codes. */
export type Census = ReadonlyMap<string, Household>

/** Counts who is where, once for all the standards that are applied to it. */
export function takeCensus(input: Omit<CapacityInput, 'profile'>): Census {
  const orders = ordersBySchool(input.schools, input.schoolBuildings)
  const pupils = knownPupils({ ...input, orders, sectors: SECTORS })
  const sizes = boardSizes(input.schools, pupils)
  const schools = new Map(input.schools.map((school) => [school.code, school]))
  const areas = new Map(input.buildings.map((building) => [building.code, building.areaM2]))
  const pairs = input.schoolBuildings.filter((pair) => schools.has(pair.school) && areas.has(pair.building))
  const tenants = splitSchools(pairs, areas).map((part): Tenant => {
    const board = schools.get(part.school)?.board ?? ''
    const known = pupils.get(part.school) ?? { pupils: null, missing: [] }
    const isEmpty = part.share === 0 || (known.pupils === 0 && known.missing.length === 0)
    return {
      ...part,
      orders: anyOrder(part.orders) ? part.orders : (orders.get(part.school) ?? part.orders),
      ...{ board, known, isEmpty },
      boardPupils: sizes.get(board) ?? 0,
      isUnknown: !isEmpty && (known.pupils === null || known.missing.length > 0),
    }
  })
  const byBuilding = groupedBy(tenants, (tenant) => tenant.building)
  return new Map([...areas.keys()].sort(byCode).map((code) => [code, household(byBuilding.get(code) ?? [])]))
}

function household(tenants: readonly Tenant[]): Household {
  const unknown = tenants.filter(({ isUnknown }) => isUnknown)
  const guessed = tenants.filter(({ method, share }) => (method === 'area' || method === 'equal') && share > 0)
  return {
    tenants,
    schools: codes(tenants),
    pupils: tenants.length === 0 ? 0 : knownSum(tenants.map(pupilsHere)),
    openSchools: tenants.filter(({ isEmpty }) => !isEmpty).length,
    isUnknown: unknown.length > 0,
    isEstimated: guessed.length > 0,
    reasons: [
      ...(tenants.every(({ isEmpty }) => isEmpty) ? [{ code: 'no-pupils', about: [] } as const] : []),
      ...(unknown.length > 0 ? [{ code: 'enrolment-missing', about: codes(unknown) } as const] : []),
      ...guessed.map(({ school, method }) => ({ code: 'share-estimated', about: [school, method] }) as const),
    ],
  }
}

function pupilsHere({ isEmpty, known, share }: Tenant): number | null {
  if (isEmpty) return 0
  return known.pupils === null ? null : known.pupils * share
}

/** The sum of what is known; null when nothing is. */
export function knownSum(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null)
  return told.length === 0 ? null : sum(told)
}

/** The codes of some schools. */
export function codes(tenants: readonly Tenant[]): string[] {
  return tenants.map(({ school }) => school)
}

/** Known pupils of each board: what the bands of a standard by district are read at. */
function boardSizes(schools: readonly School[], pupils: ReadonlyMap<string, KnownPupils>): ReadonlyMap<string, number> {
  const byBoard = groupedBy(schools, (school) => school.board)
  return new Map([...byBoard].map(([board, own]) => [board, sum(own.map(({ code }) => pupils.get(code)?.pupils ?? 0))]))
}

function anyOrder(orders: Orders): boolean {
  return Object.values(orders).some(Boolean)
}
