/** Some of one item of the catalogue, for one school. */
export interface PurchaseLine {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly category: string
  readonly item: string
  readonly quantity: number
  /** Units that one item counts for: by the rule, else by the catalogue. */
  readonly unitsEach: number
  readonly units: number
  readonly priceCents: number
  readonly costCents: number
}

/** What a school's basket does for one category, in units. */
export interface PurchasedCategory {
  readonly category: string
  /** Missing before the basket. */
  readonly shortfall: number
  /** Bought: more than what is missing when items come by several. */
  readonly units: number
  /** Still missing after it. */
  readonly left: number
}

/** A basket for one school that fits its amount, in integer cents. */
export interface PurchasePlan {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly amountCents: number
  readonly costCents: number
  /** Amount less cost: nothing that it could buy would cover more. */
  readonly leftCents: number
  /** Units missing before the basket and after it, all categories together. */
  readonly shortfall: number
  readonly left: number
  /** Mean over the categories that lack something of the part that the basket covers, × 100; null when none lacks anything. */
  readonly percent: number | null
  /** By how much the best basket could be better at most, in points of `percent`: 0 when this one is proved the best. */
  readonly gap: number
  readonly categories: readonly PurchasedCategory[]
  readonly lines: readonly PurchaseLine[]
}
