import type { Level } from './records.js'

/** What pupils are grouped by. */
export const EQUITY_BY = ['board', 'region', 'mrc', 'language', 'decile', 'size', 'remoteness'] as const
export type EquityBy = (typeof EQUITY_BY)[number]

/** Pupils of one school in one building, with what reaches the building. */
export interface EquityUnit {
  readonly school: string
  readonly building: string
  /** May be a fraction where a school is split; null when not known. */
  readonly pupils: number | null
  /** The group that it is in, by each criterion; null when not known. */
  readonly groups: Readonly<Record<EquityBy, string | null>>
  readonly level: Level
  /** Fair share for each known pupil of the building, at most what the standard asks for; null without a link, or when not known. */
  readonly bpsPerPupil: number | null
  readonly ratio: number | null
  /** True when the share may be less: some pupils behind the same links are not known. */
  readonly incomplete: boolean
}

/** How pupils of one group fare; all together in the row whose `by` is `all`. Each pupil counts the same. */
export interface EquityRow {
  readonly by: EquityBy | 'all'
  /** Null for those whose group is not known, and for all. */
  readonly group: string | null
  /** The group in words, in the user's language. */
  readonly name: string
  readonly schools: number
  /** Schools whose pupils are not known: they are in none of the figures that follow. */
  readonly unknownSchools: number
  readonly pupils: number
  readonly pupilsOk: number
  readonly pupilsTight: number
  readonly pupilsShort: number
  readonly pupilsCritical: number
  readonly pupilsUnlinked: number
  readonly pupilsUnknown: number
  /** Of the pupils whose level is known, those without a link included, in %. */
  readonly percentAtStandard: number | null
  /** Mean of share ÷ demand, of the pupils for whom it is known. */
  readonly ratio: number | null
  /** Pupils whose bits per second are known: what the figures that follow are of. */
  readonly pupilsMeasured: number
  /** Half of these pupils have this or less. */
  readonly medianBps: number | null
  /** A tenth of these pupils have this or less. */
  readonly p10Bps: number | null
  readonly p90Bps: number | null
  /** Null too when a tenth has nothing. */
  readonly p90OverP10: number | null
  /** 0 when all have the same, towards 1 when one has all; null when nobody has anything. */
  readonly gini: number | null
  /** Theil's T: 0 when all have the same. */
  readonly theil: number | null
  /** Pupils of the group among the worst tenth of all pupils. */
  readonly worstPupils: number
  /** Of the pupils of the worst tenth, in %. */
  readonly percentOfWorst: number | null
  /** The group's part of the worst tenth ÷ its part of all pupils: above 1, it is there more than its number tells. */
  readonly overRepresentation: number | null
}

/** A building with pupils in the worst tenth of all. */
export interface WorstBuilding {
  readonly building: string
  readonly name: string
  readonly board: string | null
  readonly region: string | null
  readonly pupils: number
  /** Those of them in the worst tenth: less than all where more pupils have this rate than the tenth has room for. */
  readonly worstPupils: number
  readonly bpsPerPupil: number
  readonly ratio: number | null
  readonly level: Level
  readonly bottleneck: string | null
}
