import type { Covers } from './purchase-covers.js'

/** Units that one category lacks, and what they cost. */
export interface Need {
  readonly category: string
  /** 1 or more. */
  readonly units: number
  readonly covers: Covers
}

/**
 * What a need covered whole counts for: a multiple of the units of each, so that parts are whole numbers and their sums
 * exact; billionths where that would pass what a number holds exactly.
 */
function wholeOf(needs: readonly Need[]): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  const multiple = needs.reduce((product, { units }) => (product / divisor(product, units)) * units, 1)
  return multiple * needs.length <= Number.MAX_SAFE_INTEGER ? multiple : 1e9
}

/** More combinations than this are thinned out, and the gap says what that may have lost. */
const MOST_KEPT = 2_000

/** How much is covered for so many cents, and the units chosen in each need so far. */
interface Choice {
  readonly cents: number
  readonly covered: number
  readonly units: number
  readonly before: Choice | null
}

const NOTHING: Choice = { cents: 0, covered: 0, units: 0, before: null }

/** What is worth choosing in one need: more cents always cover more. */
function choicesOf({ units: most, covers }: Need, amountCents: number, whole: number): Choice[] {
  const choices: Choice[] = [NOTHING]
  for (let units = 1; units <= most; units++) {
    const cents = covers.costs[units] ?? Infinity
    if (cents > amountCents) break
    const choice = { cents, covered: Math.floor(units * (whole / most)), units, before: null }
    // As many cents for more units: the fewer are not worth choosing.
    if (choices.at(-1)?.cents === cents) choices.pop()
    choices.push(choice)
  }
  return choices
}

/** By cents, then by what is covered; whatever covers no more than something cheaper is left out. */
function worthwhile(choices: Choice[]): Choice[] {
  choices.sort((a, b) => a.cents - b.cents || b.covered - a.covered)
  let best = -1
  return choices.filter(({ covered }) => covered > best && (best = covered) >= 0)
}

/**
 * How many units to buy in each need, so that the sum of the covered parts (each 0 to 1) is the most that the amount
 * buys, and of those the cheapest.
 *
 * Exact: the worthwhile combinations of all needs but the longest are listed, and the longest completes each by the best
 * that what is left of the amount buys. `gap`: by how much the sum could be more at most, 0 but where there were too many
 * combinations to list (four long needs or more).
 */
export function bestCovering(
  needs: readonly Need[],
  amountCents: number,
): { readonly chosen: ReadonlyMap<string, number>; readonly gap: number } {
  // The shortest first: the list grows as late as it can. Sorting is stable, so the order of needs settles the rest.
  const order = needs.toSorted((a, b) => a.units - b.units)
  const whole = wholeOf(needs)
  let kept: Choice[] = [NOTHING]
  let lost = 0
  order.slice(0, -1).forEach((need) => {
    const own = choicesOf(need, amountCents, whole)
    const all: Choice[] = []
    for (const before of kept) {
      for (const { cents, covered, units } of own) {
        if (before.cents + cents > amountCents) break
        all.push({ cents: before.cents + cents, covered: before.covered + covered, units, before })
      }
    }
    const thinned = thin(worthwhile(all))
    kept = thinned.kept
    lost += thinned.lost
  })
  const last = order.at(-1)
  if (last === undefined) return { chosen: new Map(), gap: 0 }
  const own = choicesOf(last, amountCents, whole)
  let best: Choice = NOTHING
  let at = own.length - 1
  // Both lists rise with cents: as the first takes more, the second is left less.
  for (const before of kept) {
    while (at > 0 && before.cents + (own[at]?.cents ?? 0) > amountCents) at--
    const { cents, covered, units } = own[at] ?? NOTHING
    const choice = { cents: before.cents + cents, covered: before.covered + covered, units, before }
    if (choice.covered > best.covered || (choice.covered === best.covered && choice.cents < best.cents)) best = choice
  }
  return { chosen: unitsChosen(best, order), gap: lost / whole }
}

/** At most so many, evenly by what they cover; what one that is left out covers more than the one that stays is lost at most. */
function thin(choices: Choice[]): { readonly kept: Choice[]; readonly lost: number } {
  if (choices.length <= MOST_KEPT) return { kept: choices, lost: 0 }
  const step = ((choices.at(-1)?.covered ?? 0) - (choices[0]?.covered ?? 0)) / MOST_KEPT
  const kept: Choice[] = []
  let next = -1
  for (const choice of choices) {
    if (choice.covered < next) continue
    kept.push(choice)
    next = choice.covered + step
  }
  return { kept, lost: step }
}

function unitsChosen(best: Choice, order: readonly Need[]): Map<string, number> {
  const chosen = new Map<string, number>()
  let choice: Choice | null = best
  for (const { category } of order.toReversed()) {
    chosen.set(category, choice?.units ?? 0)
    choice = choice?.before ?? null
  }
  return chosen
}
