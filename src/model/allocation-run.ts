import type { Allocation, AllocationProblem, FrozenRun } from './allocation.js'
import type { AllocationRule } from './equipment.js'

/** What a run was computed from, and the text of the rule file, which may be lost. */
export type RunInput = FrozenRun['inputs'][number] & { readonly content: string | null }

/** A text that was kept in both languages. */
export type BothLanguages = Readonly<Record<'fr' | 'en', string>>

/** A row of a frozen run. */
export type FrozenRow = Omit<Allocation, 'because'> & { readonly because: BothLanguages }

/** A run as it is handed over to be kept: what its number, its hash and its sums are then made of. */
export interface RunToFreeze extends Omit<FrozenRun, 'run' | 'digest' | 'inputs' | 'sumCents' | 'schools'> {
  /** What the rule did with what schools had left of earlier years. */
  readonly unspent: AllocationRule['unspent']
  /** Categories that the rule names. */
  readonly categories: readonly string[]
  /** Tables of imported facts that were read. */
  readonly reads: readonly string[]
  readonly dueCents: number
  readonly inputs: readonly RunInput[]
  readonly rows: readonly FrozenRow[]
  readonly problems: readonly (Omit<AllocationProblem, 'message'> & { readonly message: BothLanguages })[]
}

/** A run that was read back. */
export interface KeptRun extends RunToFreeze, Omit<FrozenRun, 'inputs'> {
  readonly inputs: readonly RunInput[]
  /** False when what was kept no longer has the hash that it was kept with: somebody changed it since. */
  readonly isIntact: boolean
}
