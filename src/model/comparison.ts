import type { Gap, Level } from './records.js'

/** One building by one of several standards. */
export type ByStandard = Pick<Gap, 'profile' | 'demandDownBps' | 'demandUpBps' | 'ratio' | 'level' | 'bottleneck'>

/** One building by several standards side by side. */
export interface ComparedGap extends Pick<Gap, 'building' | 'name' | 'board' | 'region' | 'pupils' | 'schoolYear'> {
  /** In the order in which they were asked for. */
  readonly standards: readonly ByStandard[]
}

/**
 * What becomes of a building between two states of the network.
 *
 * - `better`, `worse`: its level, or its ratio in the same level.
 * - `opens`: pupils where there was no building, or nobody in it; `empties`: nobody where there were pupils.
 * - `differs`: something else does: its pupils, or what is known of it.
 */
export const GAP_CHANGES = ['better', 'worse', 'opens', 'empties', 'differs'] as const
export type GapChangeKind = (typeof GAP_CHANGES)[number]

/** A building that differs between two states; null in a state where it is not there, or where it is not known. */
export interface GapChange extends Pick<Gap, 'building' | 'name' | 'board' | 'region' | 'profile'> {
  readonly change: GapChangeKind
  readonly pupilsBefore: number | null
  readonly pupilsAfter: number | null
  readonly demandDownBpsBefore: number | null
  readonly demandDownBpsAfter: number | null
  readonly shareDownBpsBefore: number | null
  readonly shareDownBpsAfter: number | null
  readonly ratioBefore: number | null
  readonly ratioAfter: number | null
  readonly levelBefore: Level | null
  readonly levelAfter: Level | null
  readonly bottleneckBefore: string | null
  readonly bottleneckAfter: string | null
}

/** How many have what a standard asks for. */
export interface StandardTotal {
  /** Buildings with pupils, be their number known or not, and those of them that have it. */
  readonly buildings: number
  readonly buildingsOk: number
  /** Known pupils, and those of them who have it. */
  readonly pupils: number
  readonly pupilsOk: number
}
