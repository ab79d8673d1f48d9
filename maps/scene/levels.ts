import type { Level } from '../../src/model/records.js'

/** Rounding of sums must not take a full share under 1. */
const EPSILON = 1e-9

/** Level of a ratio of what is given to what is needed: `ok` ≥ 1, `tight` ≥ 0.8, `short` ≥ 0.5, else `critical`. */
export function levelOfRatio(ratio: number): Level {
  if (ratio >= 1 - EPSILON) return 'ok'
  if (ratio >= 0.8 - EPSILON) return 'tight'
  return ratio >= 0.5 - EPSILON ? 'short' : 'critical'
}
