import type { Shortfall } from './records.js'

/** What shortfalls are added up by. */
export const SHORTFALL_BY = ['school', 'building', 'board', 'region'] as const
export type ShortfallBy = (typeof SHORTFALL_BY)[number]

/**
 * Equipment of one building, board or region in one category and year. A school that has more than its target covers
 * nobody else's lack: `percent` is (target − shortfall) ÷ target. Schools whose pupils nobody knows are counted apart.
 */
export interface ShortfallTotal extends Pick<
  Shortfall,
  'category' | 'schoolYear' | 'inService' | 'pastLife' | 'broken' | 'percent' | 'pupilsPerDevice' | 'costCents'
> {
  readonly by: Exclude<ShortfallBy, 'school'>
  readonly code: string
  readonly name: string
  /** Null but for a building. */
  readonly board: string | null
  readonly schools: number
  /** Of those, the ones whose pupils, target and shortfall nobody knows. */
  readonly unknownSchools: number
  readonly pupils: number | null
  readonly target: number | null
  readonly shortfall: number | null
}
