import { sum } from '../../lib/group.js'
import { divideCents } from '../remainder.js'
import type { FixedDue } from './fixed.js'
import type { Parties } from './parties.js'
import type { Weighing } from './weights.js'

/** What a rule asks for, before it is known how much there is. Lists by party have one place for each. */
export interface Plan {
  readonly parties: Parties
  /** Whether amounts come down to boards first. */
  readonly byBoard: boolean
  readonly fixed: readonly FixedDue[]
  readonly proratas: readonly Weighing[]
  /** Sum of the fixed steps, by party. */
  readonly dueCents: readonly number[]
  /** What each party may get at most; null without such a limit. */
  readonly caps: readonly number[] | null
}

/** An amount, shared once among some of the parties. */
export interface Sharing {
  /** Positions of those that take part, rising. */
  readonly active: readonly number[]
  readonly roomCents: number
  /** What fixed steps owe to those that take part. */
  readonly dueCents: number
  /** By party: of the fixed steps, of each prorata, and in all after limits. */
  readonly fixed: readonly number[]
  readonly proratas: readonly (readonly number[])[]
  readonly amounts: readonly number[]
  /** What each prorata divides among all, and, by board, among its schools. */
  readonly restCents: readonly number[]
  readonly boardCents: readonly (readonly number[])[]
  readonly leftCents: number
}

/** A percentage of a rule is known to the ten-thousandth. */
const TEN_THOUSANDTHS = 10_000

/**
 * Brings an amount down to some parties by weight, through their boards when the rule has that stage: exact to the cent
 * among boards, then in each of them. Ties go to the first code.
 */
export function comeDown(
  { parties, byBoard }: Pick<Plan, 'parties' | 'byBoard'>,
  amountCents: number,
  weights: readonly number[],
  among: readonly number[],
): { readonly cents: number[]; readonly boards: readonly number[] } {
  const cents = new Array<number>(weights.length).fill(0)
  const give = (amount: number, members: readonly number[]): void => {
    const parts = divideCents(
      amount,
      members.map((i) => weights[i] ?? 0),
    )
    members.forEach((i, k) => (cents[i] = parts[k] ?? 0))
  }
  if (!byBoard) {
    give(amountCents, among)
    return { cents, boards: [] }
  }
  const members = parties.boards.map((): number[] => [])
  for (const i of among) members[parties.boardOf[i] ?? 0]?.push(i)
  const present = [...members.keys()].filter((b) => (members[b]?.length ?? 0) > 0)
  const parts = divideCents(
    amountCents,
    present.map((b) => sum((members[b] ?? []).map((i) => weights[i] ?? 0))),
  )
  const boards = parties.boards.map(() => 0)
  present.forEach((b, k) => {
    boards[b] = parts[k] ?? 0
    give(parts[k] ?? 0, members[b] ?? [])
  })
  return { cents, boards }
}

function total(values: readonly number[], among: readonly number[]): number {
  let found = 0
  for (const i of among) found += values[i] ?? 0
  return found
}

function addTo(amounts: number[], more: readonly number[], among: readonly number[]): void {
  for (const i of among) amounts[i] = (amounts[i] ?? 0) + (more[i] ?? 0)
}

/** Nobody shares by a need that nobody has; pupils that nobody has share equally. */
function canShare({ rule, weights }: Weighing, among: readonly number[]): boolean {
  return among.length > 0 && (rule.by === 'pupils' || total(weights, among) > 0)
}

function percentParts(proratas: readonly Weighing[]): number[] {
  return proratas.map(({ rule }) => Math.round(rule.percent * TEN_THOUSANDTHS))
}

/**
 * Takes off what is above the caps and shares it again among those with room, by the same proratas, until nobody is above.
 * Gives what is left when nobody has room, or when the rule divides no rest.
 */
function withinCaps(plan: Plan, caps: readonly number[], amounts: number[], active: readonly number[]): number {
  let open = active
  for (;;) {
    let over = 0
    const room: number[] = []
    for (const i of open) {
      const [amount, cap] = [amounts[i] ?? 0, caps[i] ?? 0]
      if (amount < cap) room.push(i)
      else {
        over += amount - cap
        amounts[i] = cap
      }
    }
    if (over === 0) return 0
    const able = plan.proratas.filter((weighing) => canShare(weighing, room))
    if (able.length === 0) return over
    const parts = divideCents(over, percentParts(able))
    able.forEach(({ weights }, k) => addTo(amounts, comeDown(plan, parts[k] ?? 0, weights, room).cents, room))
    open = room
  }
}

/**
 * Shares an amount once: fixed steps first, cut in proportion when they are more than there is; then each prorata's part
 * of the rest; then the caps. Without an amount (null) the fixed steps are what there is.
 */
export function share(plan: Plan, amountCents: number | null, active: readonly number[]): Sharing {
  const dueCents = total(plan.dueCents, active)
  const roomCents = amountCents ?? dueCents
  const isCut = dueCents > roomCents
  const fixed = isCut ? comeDown(plan, roomCents, plan.dueCents, active).cents : plan.parties.all.map(() => 0)
  if (!isCut) addTo(fixed, plan.dueCents, active)
  const percents = percentParts(plan.proratas)
  const rest = isCut ? 0 : roomCents - dueCents
  const parts = divideCents(rest, [...percents, 100 * TEN_THOUSANDTHS - sum(percents)])
  let leftCents = parts.at(-1) ?? 0
  const amounts = [...fixed]
  const came = plan.proratas.map((weighing, k) => {
    const part = parts[k] ?? 0
    if (canShare(weighing, active)) {
      const shared = comeDown(plan, part, weighing.weights, active)
      addTo(amounts, shared.cents, active)
      return shared
    }
    leftCents += part
    return { cents: plan.parties.all.map(() => 0), boards: plan.parties.boards.map(() => 0) }
  })
  if (plan.caps !== null) leftCents += withinCaps(plan, plan.caps, amounts, active)
  return {
    ...{ active, roomCents, dueCents, fixed, amounts, leftCents, restCents: parts.slice(0, -1) },
    proratas: came.map(({ cents }) => cents),
    boardCents: came.map(({ boards }) => boards),
  }
}
