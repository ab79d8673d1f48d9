import { share, type Plan, type Sharing } from './sharing.js'

/** What is shared, and what bears on who takes part. */
export interface Pot {
  /** Without the reserve; null when nothing was asked: what fixed steps owe is then what there is. */
  readonly cents: number | null
  /** Unspent cents that each party holds and that count in what is shared; null when they do not. */
  readonly held: readonly number[] | null
  /** Less than this is of no use; 0 for no such limit. */
  readonly minimumCents: number
}

/** Why a party gets nothing although the rule would give it something. */
export interface Leaver {
  readonly reason: 'holds-more' | 'too-little'
  /** What its share would have been. */
  readonly wouldBeCents: number
}

export interface Settled {
  readonly sharing: Sharing
  readonly leavers: ReadonlyMap<number, Leaver>
  /** Unspent money that was put in what is shared, and taken off the amounts of those who hold it. */
  readonly recoveredCents: number
}

function holdsMore(sharing: Sharing, held: readonly number[]): number[] {
  return sharing.active.filter((i) => (held[i] ?? 0) > (sharing.amounts[i] ?? 0))
}

/**
 * The smallest of those who would get too little to be of use; of equal ones, the last code. As many at once as the
 * amount is certain not to serve, else one: what it leaves may lift the others.
 */
function tooLittle({ active, amounts, roomCents }: Sharing, minimumCents: number): readonly number[] {
  const getting = active.filter((i) => (amounts[i] ?? 0) > 0)
  const below = getting.filter((i) => (amounts[i] ?? 0) < minimumCents)
  if (below.length === 0) return []
  below.sort((a, b) => (amounts[a] ?? 0) - (amounts[b] ?? 0) || b - a)
  return below.slice(0, Math.max(1, getting.length - Math.floor(roomCents / minimumCents)))
}

/**
 * Shares a pot until who takes part is settled. Who holds more unspent money than its share keeps it, gets nothing and
 * takes no more part, nor does its money; then the smallest amounts below the useful minimum leave, smallest first. After
 * each departure all is shared again from the beginning among those who stay.
 */
export function settle(plan: Plan, { cents, held, minimumCents }: Pot): Settled {
  const leavers = new Map<number, Leaver>()
  let active = plan.parties.all
  for (;;) {
    const heldCents = held === null ? 0 : active.reduce((total, i) => total + (held[i] ?? 0), 0)
    const sharing = share(plan, cents === null ? null : cents + heldCents, active)
    const rich = held === null ? [] : holdsMore(sharing, held)
    const out = rich.length > 0 || minimumCents === 0 ? rich : tooLittle(sharing, minimumCents)
    if (out.length === 0) return { sharing, leavers, recoveredCents: heldCents }
    const reason = rich.length > 0 ? 'holds-more' : 'too-little'
    for (const i of out) leavers.set(i, { reason, wouldBeCents: sharing.amounts[i] ?? 0 })
    active = active.filter((i) => !leavers.has(i))
  }
}
