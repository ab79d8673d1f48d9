import { readFileSync } from 'node:fs'
import { shipped } from '../lib/paths.js'
import type { BandwidthProfile } from '../model/profile.js'

/** The bandwidth standards that come with the program, in the order of their file. */
export function shippedProfiles(): readonly BandwidthProfile[] {
  return JSON.parse(readFileSync(shipped('data', 'reference', 'bandwidth-profiles.json'), 'utf8')) as BandwidthProfile[]
}
