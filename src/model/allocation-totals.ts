/** What amounts are added up by. */
export const ALLOCATION_BY = ['school', 'board', 'region'] as const
export type AllocationBy = (typeof ALLOCATION_BY)[number]

/** What the schools of one board or region get of an envelope, in cents. */
export interface AllocationTotal {
  readonly by: Exclude<AllocationBy, 'school'>
  /** A region's is its name; '' for schools whose region nobody knows. */
  readonly code: string
  readonly name: string
  readonly schools: number
  readonly pupils: number
  readonly floorCents: number
  readonly prorataCents: number
  readonly adjustmentCents: number
  readonly amountCents: number
  readonly carriedCents: number
  /** Amount ÷ pupils, rounded to the cent; null without pupils. */
  readonly perPupilCents: number | null
}
