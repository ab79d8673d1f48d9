import type { Allocation, AllocationChange } from '../model/allocation.js'
import { byCode } from '../lib/text.js'
import { dispersionOf, partInWorst, worstTenthOf } from './dispersion.js'

/** One line of either side; a line that was kept says as much. */
export type ComparedLine = Pick<Allocation, 'school' | 'name' | 'board' | 'pupils' | 'amountCents' | 'carriedCents'>

/** Two allocations, school by school, by code. A school of one side only has 0 on the other, and no pupils there. */
export function allocationChanges(
  before: readonly ComparedLine[],
  after: readonly ComparedLine[],
): readonly AllocationChange[] {
  const [was, is] = [before, after].map((lines) => new Map(lines.map((line) => [line.school, line])))
  const schools = new Map([...before, ...after].map((line) => [line.school, line]))
  return [...schools.values()]
    .sort((a, b) => byCode(a.school, b.school))
    .map(({ school, name, board }) => {
      const [old, now] = [was?.get(school), is?.get(school)]
      const [beforeCents, afterCents] = [old?.amountCents ?? 0, now?.amountCents ?? 0]
      const pupils = { pupilsBefore: old?.pupils ?? null, pupilsAfter: now?.pupils ?? null }
      return { school, name, board, ...pupils, beforeCents, afterCents, changeCents: afterCents - beforeCents }
    })
}

/** Who wins and who loses between two allocations, and how much, in cents; both sums are 0 or more. */
export interface ChangeSums {
  readonly winners: number
  readonly wonCents: number
  readonly losers: number
  readonly lostCents: number
  readonly unchanged: number
}

export function changeSums(changes: readonly AllocationChange[]): ChangeSums {
  const found = { winners: 0, wonCents: 0, losers: 0, lostCents: 0, unchanged: 0 }
  for (const { changeCents } of changes) {
    if (changeCents > 0) {
      found.winners++
      found.wonCents += changeCents
    } else if (changeCents < 0) {
      found.losers++
      found.lostCents -= changeCents
    } else found.unchanged++
  }
  return found
}

/** How evenly an envelope falls on pupils. Each pupil has what the school has to spend, divided by its pupils. */
export interface AllocationEquity {
  /** Schools without pupils are not in it. */
  readonly pupils: number
  /** Cents per pupil: of all, and of the tenth of the pupils who have least; parts of a cent kept. Null without pupils. */
  readonly meanCents: number | null
  readonly worstTenthCents: number | null
  /** 0 when each pupil has the same; null when nobody has anything. */
  readonly gini: number | null
}

/** Equity of amounts (and of what schools keep of earlier ones) between pupils. */
export function allocationEquity(lines: readonly ComparedLine[]): AllocationEquity {
  const values = lines
    .filter(({ pupils }) => pupils > 0)
    .map(({ pupils, amountCents, carriedCents }) => ({ value: (amountCents + carriedCents) / pupils, weight: pupils }))
  const { weight, gini } = dispersionOf(values)
  const worst = worstTenthOf(values)
  const cents = values.reduce((total, each) => total + each.value * each.weight, 0)
  if (worst === null) return { pupils: 0, meanCents: null, worstTenthCents: null, gini: null }
  const parts = values.map(({ value, weight: pupils }) => ({ value, weight: pupils * partInWorst(value, worst) }))
  const held = parts.reduce((total, each) => total + each.value * each.weight, 0)
  const people = parts.reduce((total, each) => total + each.weight, 0)
  return { pupils: weight, meanCents: cents / weight, worstTenthCents: held / people, gini }
}
