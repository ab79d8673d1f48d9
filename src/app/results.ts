import { deriveAllocation, type AllocationResult } from '../derive/allocation.js'
import { deriveCapacity } from '../derive/capacity.js'
import { deriveShortfalls } from '../derive/shortfalls.js'
import { groupedBy } from '../lib/group.js'
import type { Messages } from '../i18n/translator.js'
import type { CapacityInput, CapacityResult } from '../model/capacity.js'
import { UserError } from '../model/errors.js'
import type { EquipmentRules } from '../model/equipment.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { Gap, Shortfall } from '../model/records.js'
import type { Config } from './config/load.js'
import { lastSchoolYear, type Known } from './known.js'
import { readProfile } from './reference.js'
import type { Session } from './session.js'

/** The year asked for, if any. @throws UserError naming the years that there are, when nobody is counted in that one. */
function checkedYear({ enrolment }: Known, year: string | undefined, m: Messages): string | undefined {
  const years = [...new Set(enrolment.map(({ schoolYear }) => schoolYear))].sort()
  if (year === undefined || years.includes(year)) return year
  const hint = years.length === 0 ? m.results.noEnrolmentHint : m.results.unknownYearHint(years.join(', '))
  throw new UserError(m.results.unknownYear(year), hint)
}

/** Bandwidth of every building by a standard; the profile and year default to the configuration and the last known. */
export async function findGaps(
  { config, m }: Session,
  known: Known,
  asked: { readonly profile?: string | undefined; readonly year?: string | undefined },
): Promise<CapacityResult & { readonly profile: BandwidthProfile; readonly schoolYear: string | null }> {
  const profile = readProfile(asked.profile ?? config.bandwidth.profile, config, m)
  const schoolYear = checkedYear(known, asked.year, m) ?? lastSchoolYear(known.enrolment)
  const result = deriveCapacity(capacityInput(config, known, { profile, schoolYear }))
  return { ...result, gaps: result.gaps.map(inWholeBits), profile, schoolYear }
}

/** What bandwidth is derived from, by a standard and for a year. */
export function capacityInput(
  { bandwidth }: Config,
  known: Known,
  by: { readonly profile: BandwidthProfile; readonly schoolYear: string | null },
): CapacityInput {
  const inBuilding = groupedBy(known.establishments, ({ building }) => building)
  const establishments = new Map([...inBuilding].map(([building, all]) => [building, all.map(({ code }) => code)]))
  return { ...known, ...by, establishments, usersPerPupil: bandwidth.usersPerPupil }
}

/** Rates are derived as fractions and shown as whole bits per second: no reader has a use for more. */
function inWholeBits(gap: Gap): Gap {
  const whole = (bps: number | null): number | null => (bps === null ? null : Math.round(bps))
  return {
    ...gap,
    demandDownBps: whole(gap.demandDownBps),
    demandUpBps: whole(gap.demandUpBps),
    shareDownBps: whole(gap.shareDownBps),
    shareUpBps: whole(gap.shareUpBps),
    bpsPerPupil: whole(gap.bpsPerPupil),
  }
}

/** Equipment against the rules, for every eligible school and category. */
export function findShortfalls(
  { m }: Session,
  known: Known,
  rules: EquipmentRules,
  year: string | undefined,
): readonly Shortfall[] {
  return deriveShortfalls(
    { ...known, rules, schoolYear: checkedYear(known, year, m) ?? lastSchoolYear(known.enrolment) ?? rules.schoolYear },
    m,
  )
}

/**
 * Shares an envelope by the rules.
 *
 * @throws UserError when no school has an enrolment to share by.
 */
export function shareEnvelope(
  { m }: Session,
  known: Known,
  rules: EquipmentRules,
  asked: { readonly envelopeCents: number; readonly year: string | undefined },
): AllocationResult {
  const schoolYear = checkedYear(known, asked.year, m) ?? lastSchoolYear(known.enrolment) ?? rules.schoolYear
  const result = deriveAllocation({ ...known, rules, schoolYear, envelopeCents: asked.envelopeCents }, m)
  if (result.allocations.length === 0)
    throw new UserError(m.results.nobodyToShare(schoolYear), m.results.nobodyToShareHint)
  return result
}
