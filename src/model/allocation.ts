import type { AllocationPart, AllocationStep } from './equipment.js'

/** What one step of a rule gives one school. */
export interface AllocationShare {
  /** Position of the step in the rule, from 0. */
  readonly step: number
  readonly kind: AllocationStep['kind']
  readonly cents: number
}

/** What one school gets of an envelope, in integer cents. */
export interface Allocation {
  readonly school: string
  readonly name: string
  readonly board: string
  /** Eligible pupils of the year that the rule counts. */
  readonly pupils: number
  /** Of fixed steps: floor, amount per pupil, base of the board, scale. */
  readonly floorCents: number
  /** Of steps that divide what is left. */
  readonly prorataCents: number
  /** What limits and the recovery of unspent money add or take; the three add up to the amount. */
  readonly adjustmentCents: number
  readonly amountCents: number
  /**
   * Unspent money of an earlier envelope that stays the school's, beside the amount: what it has to spend is both. Under
   * `recover` it is a part of its share already, and the amount is what the share adds.
   */
  readonly carriedCents: number
  readonly shares: readonly AllocationShare[]
  /** One or two sentences with the arithmetic, in the user's language. */
  readonly because: string
}

/** A school that gets nothing because nobody knows its pupils (`out`), or whose count lacks a sector (`partial`), or what concerns no school. */
export interface AllocationProblem {
  readonly school: string | null
  readonly kind: 'out' | 'partial' | 'note'
  readonly message: string
}

/** An envelope, shared. */
export interface AllocationResult {
  readonly part: AllocationPart
  readonly schoolYear: string
  /** Whose 30 September divided it. */
  readonly enrolmentYear: string
  /** What was asked to be shared; what fixed steps owe in all when nothing was asked. */
  readonly envelopeCents: number
  /** By school code. */
  readonly allocations: readonly Allocation[]
  readonly problems: readonly AllocationProblem[]
  /** What fixed steps come to: more than the envelope less its reserve, all are cut in proportion. */
  readonly dueCents: number
  readonly reserveCents: number
  /** What limits, or a rule that divides no rest, leave to nobody: envelope = amounts + reserve + this. */
  readonly unallocatedCents: number
  /** Unspent money that was shared with the envelope, and taken off the amounts of the schools that hold it. */
  readonly recoveredCents: number
  /** What each stage of the rule handed out, in its order. */
  readonly stages: readonly { readonly stage: 'board' | 'school'; readonly sumCents: number }[]
  /** What each step gave or put aside, in the rule's order, before limits and unspent money. */
  readonly steps: readonly { readonly kind: AllocationStep['kind']; readonly sumCents: number }[]
}

/** One school between two allocations: two rules, two years, or a frozen run and what is due now. Null where it is in one only. */
export interface AllocationChange {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly pupilsBefore: number | null
  readonly pupilsAfter: number | null
  readonly beforeCents: number
  readonly afterCents: number
  /** After less before. */
  readonly changeCents: number
}

/** An allocation that was kept with what it was computed from. */
export interface FrozenRun {
  readonly run: number
  /** ISO date and time, UTC. */
  readonly at: string
  readonly who: string
  readonly why: string | null
  readonly part: AllocationPart
  readonly rules: string
  readonly rulesVersion: string | null
  readonly rulesSource: string
  readonly schoolYear: string
  readonly enrolmentYear: string
  readonly envelopeCents: number
  readonly reserveCents: number
  readonly unallocatedCents: number
  readonly recoveredCents: number
  /** Sum of the amounts. */
  readonly sumCents: number
  readonly schools: number
  /** The frozen run that this one adjusts a posteriori; null when it is none's. */
  readonly against: number | null
  /** What it was computed from: the rule file, then every imported file that it read. */
  readonly inputs: readonly { readonly kind: string; readonly file: string; readonly sha256: string }[]
  /** SHA-256 of what was shared, its inputs and its rows as they were kept: whoever has them can check that nothing changed since. */
  readonly digest: string
}

/** What a school spent of a measure, as a board's ledger tells. */
export interface Spending {
  readonly school: string
  readonly schoolYear: string
  readonly part: AllocationPart
  /** Null for spending that the file puts in no category (training). */
  readonly category: string | null
  readonly amountCents: number
  /** ISO date; null when not told. */
  readonly date: string | null
  /** Number of the invoice or of the entry; null when not told. */
  readonly reference: string | null
}

/** Reddition de comptes: what one school got, spent and has left in a year, in cents. */
export interface AccountabilityRow {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly schoolYear: string
  readonly part: AllocationPart
  readonly allocatedCents: number
  /** Left from earlier years. */
  readonly carriedCents: number
  readonly spentCents: number
  /** Allocated + carried − spent; below zero when more was spent. */
  readonly unspentCents: number
  /** Spent ÷ (allocated + carried) × 100; null when there was nothing to spend. */
  readonly percent: number | null
}

/** What one school spent in one category in a year. */
export interface SpendingByCategory {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly schoolYear: string
  readonly part: AllocationPart
  readonly category: string | null
  readonly spentCents: number
  /** Of all that the school spent in the year and part, × 100. */
  readonly percent: number | null
}
