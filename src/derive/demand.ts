import type { CapacityInput } from '../model/capacity.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { GapReason } from '../model/records.js'
import { codes, knownSum, takeCensus, type Census, type Household, type Tenant } from './census.js'
import { bpsPerUser, minimumBps, stepDownAt } from './rates.js'

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

/** What one school asks for in one building. */
interface PartDemand {
  readonly down: number | null
  readonly up: number | null
}

/** Pupils whose number picks the band, and whose they are: the school's or the board's. */
function sizeOf(tenant: Tenant, profile: BandwidthProfile): { readonly of: string; readonly pupils: number } {
  return profile.sizeOf === 'board'
    ? { of: tenant.board, pupils: tenant.boardPupils }
    : { of: tenant.school, pupils: tenant.known.pupils ?? 0 }
}

function partDemand(tenant: Tenant, input: CapacityInput, direction: 'down' | 'up'): number | null {
  const { profile, usersPerPupil } = input
  const bands = profile[direction]
  if (bands === null && !profile.schoolMinimum) return null
  if (tenant.isEmpty) return profile.classes ? null : 0
  const perUser = bpsPerUser(bands ?? [], sizeOf(tenant, profile).pupils)
  const { pupils } = tenant.known
  const byUsers = perUser === null || pupils === null ? null : pupils * tenant.share * usersPerPupil * perUser
  const minimum = minimumBps(profile, tenant.orders, direction)
  return byUsers === null || minimum === null ? (byUsers ?? minimum) : Math.max(byUsers, minimum)
}

function stepReasons(tenants: readonly Tenant[], profile: BandwidthProfile): GapReason[] {
  if (profile.down.length < 2 && (profile.up?.length ?? 0) < 2) return []
  const sizes = tenants.filter(({ isEmpty }) => !isEmpty).map((tenant) => sizeOf(tenant, profile))
  const bySize = new Map(sizes.map(({ of, pupils }) => [of, pupils]))
  return [...bySize].flatMap(([code, size]): GapReason[] => {
    const step = stepDownAt(profile.down, size) ?? stepDownAt(profile.up ?? [], size)
    if (!step) return []
    const about = [code, String(step.fromPupils), String(step.mbpsBefore), String(step.mbpsAfter)]
    return [{ code: 'profile-step', about }]
  })
}

/** The reasons of a household, then those of the standard. */
function reasonsOf(
  { tenants, reasons }: Household,
  demands: readonly PartDemand[],
  profile: BandwidthProfile,
): readonly GapReason[] {
  const hasRates = profile.down.length > 0
  const silent = hasRates || profile.classes ? [] : tenants.filter((_, i) => demands[i]?.down === null)
  const steps = stepReasons(tenants, profile)
  if (silent.length === 0 && steps.length === 0) return reasons
  return [
    ...reasons,
    ...(silent.length > 0 ? [{ code: 'profile-silent', about: codes(silent) } as const] : []),
    ...steps,
  ]
}

const NO_BOARD: ReadonlyMap<string, number> = new Map()

function byBoard(tenants: readonly Tenant[], demands: readonly PartDemand[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>()
  tenants.forEach(({ board }, i) => parts.set(board, (parts.get(board) ?? 0) + (demands[i]?.down ?? 0)))
  return parts
}

function buildingDemand(household: Household, input: CapacityInput): BuildingDemand {
  const { profile } = input
  const { tenants, schools, pupils, openSchools } = household
  const hasUpRule = profile.up !== null || profile.schoolMinimum !== null
  const demands = tenants.map((tenant) => ({
    down: partDemand(tenant, input, 'down'),
    up: hasUpRule ? partDemand(tenant, input, 'up') : null,
  }))
  const total = (direction: 'down' | 'up'): number | null => {
    if (tenants.length === 0) return profile.classes ? null : 0
    return knownSum(demands.map((demand) => demand[direction]))
  }
  return {
    ...{ schools, pupils, openSchools },
    downBps: total('down'),
    upBps: hasUpRule ? total('up') : null,
    downByBoard: profile.boardMinimumDownMbps === null ? NO_BOARD : byBoard(tenants, demands),
    incomplete: profile.down.length > 0 && household.isUnknown,
    estimated: household.isEstimated,
    reasons: reasonsOf(household, demands, profile),
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

/**
 * What each building's schools need, by building code: users × share × rate, then the minima per school. A school's
 * minimum holds in every building where it teaches. Unknown pupils are left out and `incomplete` says so.
 */
export function deriveDemands(
  input: CapacityInput,
  census: Census = takeCensus(input),
): ReadonlyMap<string, BuildingDemand> {
  const demands = new Map<string, BuildingDemand>()
  for (const [code, household] of census) {
    const demand = buildingDemand(household, input)
    demands.set(code, withEstablishments(demand, input.establishments?.get(code), input.profile))
  }
  return demands
}
