import type { Generated } from '#kysely'

/** An allocation that was kept. No row of it is ever changed. */
export interface AllocationRunTable {
  id: Generated<number>
  at: string
  who: string
  why: string | null
  part: string
  rules: string
  rules_version: string | null
  rules_source: string
  /** What the rule does with what was not spent before: `ignore`, `keep` or `recover`. */
  unspent: string
  /** Ids of the rule's categories, as a JSON array. */
  categories: string
  /** Imported tables that were read, as a JSON array. */
  reads: string
  school_year: string
  enrolment_year: string
  envelope_cents: number
  due_cents: number
  reserve_cents: number
  unallocated_cents: number
  recovered_cents: number
  sum_cents: number
  schools: number
  against: number | null
  /** JSON array of what the derivation said of schools left out, each in both languages. */
  problems: string
  digest: string
}

/** What a run was computed from, in the order of `position`. */
export interface AllocationInputTable {
  id: Generated<number>
  run_id: number
  position: number
  kind: string
  /** Without its folder. */
  file: string
  sha256: string
  /** The rule file's text; null for any other. */
  content: string | null
}

/** What one school got of a run. */
export interface AllocationRowTable {
  id: Generated<number>
  run_id: number
  school: string
  name: string
  board: string
  pupils: number
  floor_cents: number
  prorata_cents: number
  adjustment_cents: number
  amount_cents: number
  carried_cents: number
  /** JSON array of `AllocationShare`. */
  shares: string
  because_fr: string
  because_en: string
}
