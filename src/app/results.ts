import { deriveCapacities } from '../derive/capacity.js'
import { groupedBy } from '../lib/group.js'
import type { Messages } from '../i18n/translator.js'
import type { CapacityInput, CapacityResult } from '../model/capacity.js'
import { UserError } from '../model/errors.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { Gap } from '../model/records.js'
import type { LinkMeasure } from '../model/traffic.js'
import type { Config } from './config/load.js'
import { lastSchoolYear, type Known } from './known.js'
import { measureLinks } from './link-measures.js'
import { readProfile } from './reference.js'
import type { Session } from './session.js'

/** The year asked for, if any. @throws UserError naming the years that there are, when nobody is counted in that one. */
export function checkedYear({ enrolment }: Known, year: string | undefined, m: Messages): string | undefined {
  const years = [...new Set(enrolment.map(({ schoolYear }) => schoolYear))].sort()
  if (year === undefined || years.includes(year)) return year
  const hint = years.length === 0 ? m.results.noEnrolmentHint : m.results.unknownYearHint(years.join(', '))
  throw new UserError(m.results.unknownYear(year), hint)
}

/** What was derived by a standard, for a year. */
export interface GapsBy extends CapacityResult {
  readonly profile: BandwidthProfile
  readonly schoolYear: string | null
}

/** Bandwidth of every building by a standard; the profile and year default to the configuration and the last known. */
export async function findGaps(
  session: Session,
  known: Known,
  asked: { readonly profile?: string | undefined; readonly year?: string | undefined },
): Promise<GapsBy> {
  const { profile: id = session.config.bandwidth.profile, year } = asked
  const [result] = await findGapsBy(session, known, { profiles: [readProfile(id, session.config, session.m)], year })
  if (result === undefined) throw new Error(`no result by ${id}`)
  return result
}

/** By which standards, for which year, and what was measured of links where it is known already. */
export interface AskedGaps {
  readonly profiles: readonly BandwidthProfile[]
  readonly year?: string | undefined
  readonly measures?: ReadonlyMap<string, LinkMeasure>
}

/** The same by several standards, in their order. */
export async function findGapsBy(
  { config, store, m }: Session,
  known: Known,
  { profiles, year, measures }: AskedGaps,
): Promise<readonly GapsBy[]> {
  const schoolYear = checkedYear(known, year, m) ?? lastSchoolYear(known.enrolment)
  const facts = capacityFacts(config, known, schoolYear)
  const measured = measures ?? (await measureLinks(store.db, known.wanLinks))
  const results = deriveCapacities({ ...facts, measures: measured }, profiles)
  return profiles.flatMap((profile, i) => {
    const result = results[i]
    return result === undefined ? [] : [{ ...result, gaps: result.gaps.map(inWholeBits), profile, schoolYear }]
  })
}

/** What bandwidth is derived from, by a standard and for a year. */
export function capacityInput(
  config: Config,
  known: Known,
  { profile, schoolYear }: { readonly profile: BandwidthProfile; readonly schoolYear: string | null },
): CapacityInput {
  return { ...capacityFacts(config, known, schoolYear), profile }
}

function capacityFacts({ bandwidth }: Config, known: Known, schoolYear: string | null): Omit<CapacityInput, 'profile'> {
  const inBuilding = groupedBy(known.establishments, ({ building }) => building)
  const establishments = new Map([...inBuilding].map(([building, all]) => [building, all.map(({ code }) => code)]))
  return { ...known, schoolYear, establishments, usersPerPupil: bandwidth.usersPerPupil }
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
