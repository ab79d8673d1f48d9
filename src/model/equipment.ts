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

/** A rule file (`regles-combo.yaml`), checked: what is due to a school, and how an envelope is shared. */
export interface EquipmentRules {
  readonly id: string
  /** Where the rule comes from, in words: shown with every figure. */
  readonly source: string
  readonly schoolYear: string
  readonly eligible: { readonly sectors: readonly string[]; readonly excludeVocationalOnly: boolean }
  readonly categories: Readonly<
    Record<string, { readonly floor: number; readonly perPupils: number; readonly lifeYears: number }>
  >
  /** School year → part of the prorata that is due then, 0 to 1. A year that is not listed is due in full. */
  readonly progression: Readonly<Record<string, number>>
  readonly allocation: {
    /** In the order in which the envelope comes down: `[school]`, or `[board, school]`. */
    readonly stages: readonly ('board' | 'school')[]
    readonly steps: readonly AllocationStep[]
  }
}

export type AllocationStep = { readonly floorPerSchoolCents: number } | { readonly prorata: { readonly by: 'pupils' } }
