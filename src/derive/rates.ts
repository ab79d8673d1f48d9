import type { Orders } from '../model/organisation.js'
import type { BandwidthProfile, RateBand } from '../model/profile.js'

const BPS_PER_MBPS = 1e6

/** Megabits as a standard writes them, in whole bits per second (2.8 Mbit/s is 2,800,000, without binary dust). */
export function bpsOf(mbps: number): number {
  return Math.round(mbps * BPS_PER_MBPS)
}

function bandOf(bands: readonly RateBand[], size: number): RateBand | null {
  return bands.findLast((band) => band.fromPupils <= size) ?? bands[0] ?? null
}

/** Bits per second for each user at a size, null when the standard has no rate per user. */
export function bpsPerUser(bands: readonly RateBand[], size: number): number | null {
  const band = bandOf(bands, size)
  return band && bpsOf(band.mbpsPerUser)
}

/** A step of a standard: from `fromPupils` the rate falls so much that fewer pupils would need more. */
export interface ProfileStep {
  readonly fromPupils: number
  readonly mbpsBefore: number
  readonly mbpsAfter: number
}

/**
 * The step that a size suffers from: the last pupil count of a lower band asks for more in all than this size does.
 * Null when no smaller size asks for more.
 */
export function stepDownAt(bands: readonly RateBand[], size: number): ProfileStep | null {
  const band = bandOf(bands, size)
  if (!band) return null
  for (let i = bands.indexOf(band); i > 0; i -= 1) {
    const lower = bands[i - 1]
    const fromPupils = bands[i]?.fromPupils ?? 0
    if (lower && (fromPupils - 1) * lower.mbpsPerUser > size * band.mbpsPerUser) {
      return { fromPupils, mbpsBefore: lower.mbpsPerUser, mbpsAfter: band.mbpsPerUser }
    }
  }
  return null
}

/**
 * The least that a standard asks for a school in one building, bits per second, by the orders taught there; preschool
 * counts as primary, the higher of two orders wins. Null when the standard says nothing of these orders.
 */
export function minimumBps(profile: BandwidthProfile, orders: Orders, direction: 'down' | 'up'): number | null {
  const minimum = profile.schoolMinimum
  if (!minimum) return null
  const asked = [
    orders.preschool || orders.primary ? minimum.primary[direction] : null,
    orders.secondary ? minimum.secondary[direction] : null,
  ].filter((mbps) => mbps !== null)
  return asked.length === 0 ? null : bpsOf(Math.max(...asked))
}
