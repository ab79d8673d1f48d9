import type { Level } from './records.js'

/** Shares come from divisions: a ratio this close to a threshold has reached it. */
export const TOLERANCE = 1e-9

const TIGHT_FROM = 0.8
const SHORT_FROM = 0.5

/** True when a value is at a threshold, but for rounding. */
export function reaches(value: number, threshold: number): boolean {
  return value >= threshold * (1 - TOLERANCE)
}

/** `ok` from 1, `tight` from 0.8, `short` from 0.5, `critical` under it; `unknown` for null. */
export function levelOfRatio(ratio: number | null): Level {
  if (ratio === null) return 'unknown'
  if (reaches(ratio, 1)) return 'ok'
  if (reaches(ratio, TIGHT_FROM)) return 'tight'
  return reaches(ratio, SHORT_FROM) ? 'short' : 'critical'
}
