import type { Allocation, AllocationShare } from '../../model/allocation.js'
import { divideCents } from '../remainder.js'
import { becauseOf, type Texts } from './because.js'

/** What each step gave a party. Fixed steps that were cut are cut alike. */
export function sharesOf(
  i: number,
  { plan, settled: { sharing } }: Pick<Texts, 'plan' | 'settled'>,
): AllocationShare[] {
  const { fixed, proratas, dueCents } = plan
  const given = sharing.fixed[i] ?? 0
  const dues = fixed.map(({ cents }) => cents[i] ?? 0)
  const parts = given === dueCents[i] ? dues : given === 0 ? dues.map(() => 0) : divideCents(given, dues)
  return [
    ...fixed.map(({ step, rule }, k) => ({ step, kind: rule.kind, cents: parts[k] ?? 0 })),
    ...proratas.map(({ step, rule }, k) => ({ step, kind: rule.kind, cents: sharing.proratas[k]?.[i] ?? 0 })),
  ]
}

/** What is composed when it is read. One getter for all lines: engines keep objects of one shape small and quick. */
const WHEN_READ = {
  shares: {
    enumerable: true,
    configurable: true,
    get(this: Line) {
      return this.sharesNow()
    },
  },
  because: {
    enumerable: true,
    configurable: true,
    get(this: Line) {
      return this.becauseNow()
    },
  },
}

/** One line of an allocation. Its shares and its sentences are composed when they are read, as most lines are only added up. */
export class Line implements Allocation {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly pupils: number
  readonly floorCents: number
  readonly prorataCents: number
  readonly adjustmentCents: number
  readonly amountCents: number
  readonly carriedCents: number
  declare readonly shares: readonly AllocationShare[]
  declare readonly because: string
  readonly #at: number
  readonly #texts: Texts

  constructor(i: number, amountCents: number, carriedCents: number, texts: Texts) {
    const { parties } = texts.plan
    const { fixed, proratas } = texts.settled.sharing
    const school = parties.schools[i]
    this.school = school?.code ?? ''
    this.name = school?.name ?? ''
    this.board = school?.board ?? ''
    this.pupils = parties.pupils[i] ?? 0
    this.floorCents = fixed[i] ?? 0
    let prorataCents = 0
    for (const cents of proratas) prorataCents += cents[i] ?? 0
    this.prorataCents = prorataCents
    this.adjustmentCents = amountCents - this.floorCents - prorataCents
    this.amountCents = amountCents
    this.carriedCents = carriedCents
    this.#at = i
    this.#texts = texts
    // Own properties, so that they are copied and printed as any other.
    Object.defineProperty(this, 'shares', WHEN_READ.shares)
    Object.defineProperty(this, 'because', WHEN_READ.because)
  }

  sharesNow(): readonly AllocationShare[] {
    return sharesOf(this.#at, this.#texts)
  }

  becauseNow(): string {
    return becauseOf(this.#at, this.#texts)
  }
}
