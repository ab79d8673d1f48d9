import type { Board, Building, Enrolment, School, SchoolBuilding } from './organisation.js'
import type { BandwidthProfile } from './profile.js'
import type { Gap, LinkLoad } from './records.js'
import type { LinkMeasure } from './traffic.js'
import type { Pop, WanLink } from './wan-link.js'

/** Everything that demand, path and share are derived from. Order of rows never matters. */
export interface CapacityInput {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  /** Establishments that are no board's, by the code of their building: their pupils are not known. */
  readonly establishments?: ReadonlyMap<string, readonly string[]>
  readonly wanLinks: readonly WanLink[]
  readonly pops: readonly Pop[]
  /** False when no link was ever imported; true when those that were are all left out. Without it, what `wanLinks` says. */
  readonly linksImported?: boolean
  /** What was measured of links, by link id. */
  readonly measures?: ReadonlyMap<string, LinkMeasure>
  readonly profile: BandwidthProfile
  /** SETDA's users are pupils + staff + guests: how many users a pupil stands for. */
  readonly usersPerPupil: number
  /** The year whose enrolment counts; null when there is no enrolment at all. */
  readonly schoolYear: string | null
}

/** One gap per building and one load per link, both by code. */
export interface CapacityResult {
  readonly gaps: readonly Gap[]
  readonly linkLoads: readonly LinkLoad[]
}
