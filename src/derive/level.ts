import type { BandwidthProfile } from '../model/profile.js'
import type { Level } from '../model/records.js'

/** Shares come from divisions: a ratio this close to a threshold has reached it. */
export const TOLERANCE = 1e-9

const TIGHT_FROM = 0.8
const SHORT_FROM = 0.5

function reaches(value: number, threshold: number): boolean {
  return value >= threshold * (1 - TOLERANCE)
}

/** `ok` from 1, `tight` from 0.8, `short` from 0.5, `critical` under it; `unknown` for null. */
export function levelOfRatio(ratio: number | null): Level {
  if (ratio === null) return 'unknown'
  if (reaches(ratio, 1)) return 'ok'
  if (reaches(ratio, TIGHT_FROM)) return 'tight'
  return reaches(ratio, SHORT_FROM) ? 'short' : 'critical'
}

/** A link's level, by 1 ÷ load. Nothing to carry is `ok`. */
export function levelOfLoad(load: number | null): Level {
  return levelOfRatio(load === null ? null : load === 0 ? 1 : 1 / load)
}

/** The level that stands for a class of a school's speed: good is `ok`, moderate `tight`, bad `critical`. */
export function levelOfClass(bps: number | null, classes: NonNullable<BandwidthProfile['classes']>): Level {
  if (bps === null) return 'unknown'
  if (bps > classes.goodAboveMbps * 1e6) return 'ok'
  return reaches(bps, classes.moderateFromMbps * 1e6) ? 'tight' : 'critical'
}
