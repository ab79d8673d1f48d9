/** Megabits per second for each user, from a size (of the board or of the school) upwards. */
export interface RateBand {
  /** The band holds sizes ≥ this number of pupils, up to the next band's. */
  readonly fromPupils: number
  readonly mbpsPerUser: number
}

/**
 * A bandwidth standard as data. All rates in Mbit/s (10⁶ bits per second).
 *
 * Absent parts are null: a standard without upload rule gives no upload demand.
 */
export interface BandwidthProfile {
  readonly id: string
  readonly source: string
  /** Whose size picks the band. */
  readonly sizeOf: 'board' | 'school'
  /** Bands by rising size; empty when the standard has no rate per user. */
  readonly down: readonly RateBand[]
  readonly up: readonly RateBand[] | null
  /** Minimum per school by level of teaching (DfE), Mbit/s. */
  readonly schoolMinimum: {
    readonly primary: { readonly down: number; readonly up: number }
    readonly secondary: { readonly down: number; readonly up: number }
  } | null
  /** Floor once at the board's edge (SETDA), Mbit/s. */
  readonly boardMinimumDownMbps: number | null
  /** Classes of a school's speed that only classify (Giga), Mbit/s; null for a standard that gives a demand. */
  readonly classes: { readonly goodAboveMbps: number; readonly moderateFromMbps: number } | null
}
