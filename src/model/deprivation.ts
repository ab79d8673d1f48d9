/** What a published file of the index speaks of: schools' primary pupils, secondary ones, or both together. */
export const DEPRIVATION_LEVELS = ['primary', 'secondary', 'both'] as const
export type DeprivationLevel = (typeof DEPRIVATION_LEVELS)[number]

/** What one file says of one school's deprivation. Everything is null where the ministry withholds it. */
export interface DeprivationFact {
  readonly school: string
  /** `2018-2019`. */
  readonly schoolYear: string
  readonly level: DeprivationLevel
  /** Indice de milieu socio-économique. */
  readonly imse: number | null
  /** 1 to 10; 8 to 10 is disadvantaged. */
  readonly imseDecile: number | null
  /** Seuil de faible revenu. */
  readonly sfr: number | null
  readonly sfrDecile: number | null
  readonly pupils: number | null
}

/**
 * A school's deprivation in a school year, its primary and secondary pupils together. The deciles are the less favoured
 * of its levels', as each level is ranked apart.
 */
export interface Deprivation extends Omit<DeprivationFact, 'level'> {
  readonly levels: readonly DeprivationLevel[]
}
