/** A link to raise, from what it carries down to what it is to carry both ways, and what that costs. */
export interface Upgrade {
  readonly link: string
  readonly fromBps: number
  readonly toBps: number
  /** Cents; where there are no prices, 1: each upgrade is then worth as much. */
  readonly cost: number
}

/** Links that are raised together, and what that brings. Pupils may be a fraction where a school is split over buildings. */
export interface RoadmapStep {
  /** The link at a POP behind which it is: steps behind another one neither need it nor change it. */
  readonly trunk: string
  readonly upgrades: readonly Upgrade[]
  readonly cost: number
  /** The buildings that have their whole demand after this step, and had not before it. */
  readonly buildings: readonly string[]
  /** Their pupils. */
  readonly pupils: number
}

/** What raising links to a rate costs. */
export interface UpgradePrice {
  /** The price holds for rates up to this one. */
  readonly toMbps: number
  /** Dollars for each upgrade. */
  readonly cost: number
  /** Dollars for each kilometre of the link besides. */
  readonly perKm: number
}

/** What raising one link to a rate costs, once: holds for rates up to this one. */
export interface UpgradeCost {
  readonly link: string
  readonly toBps: number
  readonly costCents: number
}

/** One step of the roadmap as it is written: totals are of this step and those before it. */
export interface RoadmapRow {
  /** From 1, the best first. */
  readonly step: number
  readonly upgrades: readonly { readonly link: string; readonly fromBps: number; readonly toBps: number }[]
  readonly buildings: readonly string[]
  /** Null on a public map when the pupils of none of these buildings are told; totals are of those that are. */
  readonly pupils: number | null
  /** Null where neither a file nor the configuration gives prices. */
  readonly costCents: number | null
  readonly upgradesTotal: number
  readonly costTotalCents: number | null
  /** Pupils at the standard, those who were before the first step included. */
  readonly pupilsTotal: number
  /** Of all pupils whose number is known, in %. */
  readonly percent: number
}
