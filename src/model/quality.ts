/** What a school may lack. */
export const LACKS = ['coordinates', 'enrolment', 'link', 'capacity', 'network', 'scan'] as const
export type Lack = (typeof LACKS)[number]

/** A school, what it lacks, and where its bandwidth is not known. */
export interface SchoolQuality {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly lacks: readonly Lack[]
  /** Its buildings that lack something. */
  readonly buildings: readonly string[]
  /** Its buildings whose level of bandwidth is `unknown`. */
  readonly unknown: readonly string[]
}

/** How many of a board's schools lack what. */
export interface BoardQuality extends Readonly<Record<Lack, number>> {
  readonly board: string
  readonly name: string | null
  readonly schools: number
  /** Schools that lack nothing, in percent. */
  readonly complete: number
  /** Schools with a building whose level of bandwidth is `unknown`. */
  readonly unknown: number
}

/** What is known from one kind of file. */
export interface KindQuality {
  readonly kind: string
  /** Facts that hold now. */
  readonly facts: number
  /** The last import, ISO 8601, UTC; null when there was none. */
  readonly importedAt: string | null
  /** Whole days since then. */
  readonly days: number | null
  /** Facts that name a school, building, board or POP which nobody has imported. */
  readonly orphans: number
}

/** The whole picture of what was imported. */
export interface Quality {
  readonly kinds: readonly KindQuality[]
  readonly boards: readonly BoardQuality[]
  /** Schools that lack something, or whose level is unknown, by code. */
  readonly schools: readonly SchoolQuality[]
}
