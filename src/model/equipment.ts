import type { DeviceKind } from './device.js'
import type { Sector } from './organisation.js'

/** A lot of equipment of one school. */
export interface EquipmentLot {
  readonly school: string
  readonly category: string
  readonly item: string
  readonly quantity: number
  /** Units that one item counts for: a cart of 24 tablets is 24. */
  readonly unitsEach: number
  /** ISO date; null when not known (the lot then counts as in service, and the shortfall says so). */
  readonly acquiredOn: string | null
  readonly condition: 'good' | 'broken' | 'retired'
  /** Cents for the whole lot; null when not known. */
  readonly costCents: number | null
}

/** An item that a school may choose, in the catalogue of those that are eligible. */
export interface CatalogueItem {
  readonly category: string
  readonly item: string
  /** Units that one item counts for. */
  readonly unitsEach: number
  /** Cents for one item; null when the catalogue does not say. */
  readonly priceCents: number | null
}

/** Orders of teaching for which a ratio may differ. */
export const RATIO_ORDERS = ['preschool', 'primary', 'secondary', 'adult', 'vocational'] as const
export type RatioOrder = (typeof RATIO_ORDERS)[number]

/** Where units of a category are counted: lots of equipment, rows of the device inventory, devices that scans saw. */
export const COUNT_SOURCES = ['lots', 'fleet', 'scanned'] as const
export type CountSource = (typeof COUNT_SOURCES)[number]

/** What is due of one category of equipment, and what counts towards it. */
export interface CategoryRule {
  /** Units for each establishment, whatever its pupils. */
  readonly floor: number
  /** One unit for so many pupils; by order of teaching where it differs (an order that is absent is due none). */
  readonly perPupils: number | Readonly<Partial<Record<RatioOrder, number>>>
  /** Whose pupils count here; null for the rule's own sectors. */
  readonly sectors: readonly Sector[] | null
  readonly rounding: 'up' | 'nearest' | 'down'
  /** Units, after rounding; null for no bound. */
  readonly minimum: number | null
  readonly maximum: number | null
  /** Items that count, and the units that each is worth; null when every item of the category counts for its own. */
  readonly items: Readonly<Record<string, number>> | null
  readonly lifeYears: number
  /** What condition a lot must be in to be in service. */
  readonly conditions: readonly ('good' | 'broken')[]
  readonly counts: readonly CountSource[]
  /** Kinds of scanned device that count, when `counts` names `scanned`. */
  readonly scannedKinds: readonly DeviceKind[]
  /** How a school of several buildings uses it: by the pupils of each, or all in the one that has most. */
  readonly buildings: 'pupils' | 'largest'
  /** What a unit costs to buy, in cents; null when the rule does not say. Needs and renewals are valued by it. */
  readonly unitCostCents: number | null
}

/** A rule file (`regles.yaml`), checked: what is due to a school, and how an envelope is shared. */
export interface EquipmentRules {
  readonly id: string
  /** The rule's own version, in its words; null when it has none. */
  readonly version: string | null
  /** Where the rule comes from, in words: shown with every figure. */
  readonly source: string
  readonly schoolYear: string
  /** Whose 30 September counts: that of the year asked for, or of the year before. */
  readonly enrolment: 'current' | 'previous'
  readonly eligible: { readonly sectors: readonly Sector[]; readonly excludeVocationalOnly: boolean }
  readonly categories: Readonly<Record<string, CategoryRule>>
  /** School year → part of the prorata that is due then, 0 to 1. A year that is not listed is due in full. */
  readonly progression: Readonly<Record<string, number>>
  readonly allocation: AllocationRule
  /** How the training part, an envelope of its own, is shared; null when the rule has none. */
  readonly training: AllocationRule | null
}

/** Parts of a measure that are shared apart, each with its envelope. */
export const ALLOCATION_PARTS = ['equipment', 'training'] as const
export type AllocationPart = (typeof ALLOCATION_PARTS)[number]

/** How an envelope comes down to schools. */
export interface AllocationRule {
  /** In the order in which the envelope comes down: `[school]`, or `[board, school]`. */
  readonly stages: readonly ('board' | 'school')[]
  /** What happens when fixed amounts are more than the envelope: all are cut in proportion, or nothing is computed. */
  readonly beyond: 'cut' | 'refuse'
  readonly steps: readonly AllocationStep[]
  /** Bounds on what a school gets in all, in cents; null for none. */
  readonly limits: {
    readonly maximumPerSchoolCents: number | null
    readonly maximumPerPupilCents: number | null
    /** Less than this is of no use: the school gets nothing, and the others share it. */
    readonly minimumUsefulCents: number | null
  }
  /**
   * What becomes of money that schools did not spend of an earlier envelope: `keep`, it stays theirs beside the new
   * amount; `recover`, it is put back in the envelope, and taken off the new amount of who holds it; `ignore`.
   */
  readonly unspent: 'keep' | 'recover' | 'ignore'
}

/** A fixed amount that the ministry pays a part of: 66.6 is 66.6 %; 100 when the rule does not say. */
interface MinistryShare {
  readonly ministrySharePercent: number
}

/** Where the scale goes up to `upTo` pupils, the bound included: `baseCents + perPupilCents × (pupils − above)`. */
export interface ScaleBand {
  readonly upTo: number
  readonly baseCents: number
  /** May be below zero. */
  readonly perPupilCents: number
  readonly above: number
}

/** Factors on a school's pupils, multiplied together; a school that none concerns weighs 1 a pupil. */
export interface ProrataWeights {
  /** Decile of deprivation, 1 to 10 → factor. */
  readonly deprivation: { readonly index: 'imse' | 'sfr'; readonly deciles: Readonly<Record<string, number>> } | null
  /** Administrative region, as in the file of buildings → factor; or by kilometres to the nearest POP. */
  readonly remoteness: {
    readonly regions: Readonly<Record<string, number>>
    readonly beyondKm: readonly { readonly km: number; readonly factor: number }[]
  } | null
  /** Schools of at most so many pupils. */
  readonly smallSchool: { readonly upTo: number; readonly factor: number } | null
  /** Boards of special status (Cree, Kativik, Littoral). */
  readonly specialStatus: number | null
}

/** Blocks of a rule, in the order in which they take from the envelope. */
export type AllocationStep =
  /** Put aside before anything else: cents, or a part of the envelope. */
  | { readonly kind: 'reserve'; readonly cents: number | null; readonly percent: number | null }
  | ({ readonly kind: 'floor-per-school'; readonly cents: number } & MinistryShare)
  | ({ readonly kind: 'per-pupil'; readonly cents: number } & MinistryShare)
  /** To each board with an eligible school, divided among its schools by pupils. */
  | ({ readonly kind: 'base-per-board'; readonly cents: number } & MinistryShare)
  /** Nothing past the last band. */
  | ({
      readonly kind: 'sliding-scale'
      readonly per: 'building' | 'school'
      readonly bands: readonly ScaleBand[]
    } & MinistryShare)
  /** A part of what is left (100 %: all of it), by weighted pupils or by the cost of what is missing. */
  | {
      readonly kind: 'prorata'
      readonly by: 'pupils' | 'need'
      readonly percent: number
      readonly weights: ProrataWeights
    }
