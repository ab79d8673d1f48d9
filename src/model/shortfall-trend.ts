import type { ShortfallTotal } from './shortfall-totals.js'

/** Equipment of one place (or of all of them) in one category and year, against the year before. */
export interface ShortfallTrend extends Pick<
  ShortfallTotal,
  | 'code'
  | 'name'
  | 'category'
  | 'schoolYear'
  | 'schools'
  | 'unknownSchools'
  | 'pupils'
  | 'target'
  | 'inService'
  | 'shortfall'
  | 'percent'
> {
  /** Shortfall less that of the year before in the list; null for the first year, and where one of the two is not known. */
  readonly shortfallChange: number | null
}
