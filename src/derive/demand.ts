import type { CapacityInput } from '../model/capacity.js'
import type { Orders, School } from '../model/organisation.js'
import { SECTORS } from '../model/organisation.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { GapReason } from '../model/records.js'
import { byCode } from '../lib/text.js'
import { knownPupils, ordersBySchool, type KnownPupils } from './enrolment.js'
import { groupedBy, sum } from '../lib/group.js'
import { bpsPerUser, minimumBps, stepDownAt } from './rates.js'
import type { SchoolPart } from '../model/organisation.js'
import { splitSchools } from './split.js'

/** What the schools of one building need. Nulls are what is not known, or what the standard does not say. */
export interface BuildingDemand {
  readonly schools: readonly string[]
  /** Known pupils; null when none of the schools' is known; 0 where there is no school. */
  readonly pupils: number | null
  readonly downBps: number | null
  readonly upBps: number | null
  /** Schools that may have pupils here: what a standard that only classifies shares capacity by. */
  readonly openSchools: number
  /** The part of `downBps` that is each board's, 0 where it is not known; empty for a standard without floor per board. */
  readonly downByBoard: ReadonlyMap<string, number>
  readonly incomplete: boolean
  readonly estimated: boolean
  readonly reasons: readonly GapReason[]
}

/** One school in one building, with all that its demand depends on but the standard. */
interface Tenant extends SchoolPart {
  readonly board: string
  readonly known: KnownPupils
  /** Known pupils of the whole board. */
  readonly boardPupils: number
}

/** Who is in each building, by its code, in the order of codes: the same whatever the standard. */
export type Census = ReadonlyMap<string, readonly Tenant[]>

/** Pupils whose number picks the band, and whose they are: the school's or the board's. */
function sizeOf(tenant: Tenant, profile: BandwidthProfile): { readonly of: string; readonly pupils: number } {
  return profile.sizeOf === 'board'
    ? { of: tenant.board, pupils: tenant.boardPupils }
    : { of: tenant.school, pupils: tenant.known.pupils ?? 0 }
}

interface PartDemand {
  readonly down: number | null
  readonly up: number | null
}

function isEmpty({ known, share }: Tenant): boolean {
  return share === 0 || (known.pupils === 0 && known.missing.length === 0)
}

function isUnknown(tenant: Tenant): boolean {
  return !isEmpty(tenant) && (tenant.known.pupils === null || tenant.known.missing.length > 0)
}

function pupilsHere(tenant: Tenant): number | null {
  if (isEmpty(tenant)) return 0
  return tenant.known.pupils === null ? null : tenant.known.pupils * tenant.share
}

function partDemand(tenant: Tenant, input: CapacityInput, direction: 'down' | 'up'): number | null {
  const { profile, usersPerPupil } = input
  const bands = profile[direction]
  if (bands === null && !profile.schoolMinimum) return null
  if (isEmpty(tenant)) return profile.classes ? null : 0
  const perUser = bpsPerUser(bands ?? [], sizeOf(tenant, profile).pupils)
  const { pupils } = tenant.known
  const byUsers = perUser === null || pupils === null ? null : pupils * tenant.share * usersPerPupil * perUser
  const minimum = minimumBps(profile, tenant.orders, direction)
  return byUsers === null || minimum === null ? (byUsers ?? minimum) : Math.max(byUsers, minimum)
}

function known(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null)
  return told.length === 0 ? null : sum(told)
}

function codes(tenants: readonly Tenant[]): string[] {
  return tenants.map((tenant) => tenant.school)
}

function stepReasons(tenants: readonly Tenant[], profile: BandwidthProfile): GapReason[] {
  if (profile.down.length < 2 && (profile.up?.length ?? 0) < 2) return []
  const sizes = tenants.filter((tenant) => !isEmpty(tenant)).map((tenant) => sizeOf(tenant, profile))
  const bySize = new Map(sizes.map(({ of, pupils }) => [of, pupils]))
  return [...bySize].flatMap(([code, size]): GapReason[] => {
    const step = stepDownAt(profile.down, size) ?? stepDownAt(profile.up ?? [], size)
    if (!step) return []
    const about = [code, String(step.fromPupils), String(step.mbpsBefore), String(step.mbpsAfter)]
    return [{ code: 'profile-step', about }]
  })
}

function reasonsOf(tenants: readonly Tenant[], demands: readonly PartDemand[], profile: BandwidthProfile): GapReason[] {
  const hasRates = profile.down.length > 0
  const unknown = tenants.filter(isUnknown)
  const silent = tenants.filter((tenant, i) => !hasRates && !profile.classes && demands[i]?.down === null)
  const guessed = tenants.filter(({ method, share }) => (method === 'area' || method === 'equal') && share > 0)
  return [
    ...(tenants.every(isEmpty) ? [{ code: 'no-pupils', about: [] } as const] : []),
    ...(unknown.length > 0 ? [{ code: 'enrolment-missing', about: codes(unknown) } as const] : []),
    ...guessed.map(({ school, method }) => ({ code: 'share-estimated', about: [school, method] }) as const),
    ...(silent.length > 0 ? [{ code: 'profile-silent', about: codes(silent) } as const] : []),
    ...stepReasons(tenants, profile),
  ]
}

const NO_BOARD: ReadonlyMap<string, number> = new Map()

function byBoard(tenants: readonly Tenant[], demands: readonly PartDemand[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>()
  tenants.forEach(({ board }, i) => parts.set(board, (parts.get(board) ?? 0) + (demands[i]?.down ?? 0)))
  return parts
}

function buildingDemand(tenants: readonly Tenant[], input: CapacityInput): BuildingDemand {
  const { profile } = input
  const hasUpRule = profile.up !== null || profile.schoolMinimum !== null
  const none = profile.classes ? null : 0
  const demands = tenants.map((tenant) => ({
    down: partDemand(tenant, input, 'down'),
    up: partDemand(tenant, input, 'up'),
  }))
  const reasons = reasonsOf(tenants, demands, profile)
  return {
    schools: codes(tenants),
    pupils: tenants.length === 0 ? 0 : known(tenants.map(pupilsHere)),
    downBps: tenants.length === 0 ? none : known(demands.map((demand) => demand.down)),
    upBps: !hasUpRule ? null : tenants.length === 0 ? none : known(demands.map((demand) => demand.up)),
    openSchools: tenants.filter((tenant) => !isEmpty(tenant)).length,
    downByBoard: profile.boardMinimumDownMbps === null ? NO_BOARD : byBoard(tenants, demands),
    incomplete: profile.down.length > 0 && tenants.some(isUnknown),
    estimated: reasons.some((reason) => reason.code === 'share-estimated'),
    reasons,
  }
}

/** A building where an establishment is that is no board's: its pupils are not known, and add to those that are. */
function withEstablishments(
  demand: BuildingDemand,
  establishments: readonly string[] | undefined,
  profile: BandwidthProfile,
): BuildingDemand {
  if (establishments === undefined) return demand
  const reason: GapReason = { code: 'outside-boards', about: establishments }
  const incomplete = demand.incomplete || profile.down.length > 0
  if (demand.schools.length > 0) return { ...demand, incomplete, reasons: [...demand.reasons, reason] }
  const unknown = { pupils: null, downBps: null, upBps: null, openSchools: establishments.length }
  return { ...demand, ...unknown, incomplete, reasons: [reason] }
}

/** Known pupils of each board: what the bands of a standard by district are read at. */
function boardSizes(schools: readonly School[], pupils: ReadonlyMap<string, KnownPupils>): ReadonlyMap<string, number> {
  const byBoard = groupedBy(schools, (school) => school.board)
  return new Map([...byBoard].map(([board, own]) => [board, sum(own.map(({ code }) => pupils.get(code)?.pupils ?? 0))]))
}

function anyOrder(orders: Orders): boolean {
  return Object.values(orders).some(Boolean)
}

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
    return {
      ...part,
      orders: anyOrder(part.orders) ? part.orders : (orders.get(part.school) ?? part.orders),
      board,
      known: pupils.get(part.school) ?? { pupils: null, missing: [] },
      boardPupils: sizes.get(board) ?? 0,
    }
  })
  const byBuilding = groupedBy(tenants, (tenant) => tenant.building)
  return new Map([...areas.keys()].sort(byCode).map((code) => [code, byBuilding.get(code) ?? []]))
}

/**
 * What each building's schools need, by building code: users × share × rate, then the minima per school. A school's
 * minimum holds in every building where it teaches. Unknown pupils are left out and `incomplete` says so.
 */
export function deriveDemands(
  input: CapacityInput,
  census: Census = takeCensus(input),
): ReadonlyMap<string, BuildingDemand> {
  return new Map(
    [...census].map(([code, tenants]) => {
      const demand = buildingDemand(tenants, input)
      return [code, withEstablishments(demand, input.establishments?.get(code), input.profile)]
    }),
  )
}
