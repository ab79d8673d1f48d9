import { levelOfRatio, reaches } from '../model/level.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { Level } from '../model/records.js'

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
