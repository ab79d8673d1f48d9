/** Units of one school and category whose life ends in one school year. */
export interface RenewalRow {
  readonly board: string
  readonly school: string
  readonly name: string
  readonly category: string
  /** The school year in which they reach their end; null for those whose date nobody knows. */
  readonly schoolYear: string | null
  /** True when they reached it before the day that was asked about. */
  readonly overdue: boolean
  readonly units: number
  /** To buy as many: by the rule's cost of a unit, else by what the lots cost; null when neither tells. */
  readonly costCents: number | null
}
