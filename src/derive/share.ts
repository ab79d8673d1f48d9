import type { WanLink } from '../model/wan-link.js'
import type { Ways } from './paths.js'

/** How far a building grew: its share is `level` × its weight. */
export interface FairLevel {
  /** Infinite when neither a demand nor a known capacity ends the growth. */
  readonly level: number
  /** The link whose filling stopped the growth; null when the building stopped by itself. */
  readonly bottleneck: string | null
}

/** Buildings that stop at the same level, by their weight together. */
export interface Group {
  readonly level: number
  readonly weight: number
}

export interface FairInput {
  readonly ways: Ways
  /** Demand of each building, or what else capacity is divided by; absent or 0 takes nothing. */
  readonly weights: ReadonlyMap<string, number>
  /** Bits per second in one direction; null when not known, and then the link holds nobody back. */
  readonly capacityOf: (link: WanLink) => number | null
  /** Where growth ends by itself: 1 when weights are demands, Infinity when they only divide. */
  readonly until: number
}

/** Groups by rising level, those of one level together. */
export function merged(groups: readonly Group[]): Group[] {
  const rising = groups.filter((group) => group.weight > 0).sort((a, b) => a.level - b.level)
  const result: Group[] = []
  for (const group of rising) {
    const last = result.at(-1)
    if (last?.level === group.level) result[result.length - 1] = { ...group, weight: last.weight + group.weight }
    else result.push(group)
  }
  return result
}

/** The level at which a link is full, or null when all behind it have what they stop at before that. */
export function fillingLevel(rising: readonly Group[], capacity: number): number | null {
  // Weights are added from the top, never subtracted, so that a small last group keeps all its digits.
  const growing: number[] = []
  rising.reduceRight((total, group, i) => (growing[i] = total + group.weight), 0)
  let rest = capacity
  for (const [i, group] of rising.entries()) {
    const weight = growing[i] ?? 0
    if (group.level * weight > rest) return Math.max(0, rest) / weight
    rest -= group.level * group.weight
  }
  return null
}

/** What is left of the groups behind a link that is full at a level: those above it come down to it. */
function held(rising: readonly Group[], level: number): Group[] {
  const below = rising.filter((group) => group.level < level)
  const weight = rising.reduce((total, group) => (group.level < level ? total : total + group.weight), 0)
  return [...below, { level, weight }]
}

/** The level at which each link fills, by the building whose link up it is; absent when it does not fill. */
function fillLinks({ ways, weights, capacityOf, until }: FairInput): ReadonlyMap<string, number> {
  const behind = new Map<string, Group[]>()
  const filled = new Map<string, number>()
  for (const building of ways.fromPops.toReversed()) {
    const link = ways.up.get(building)
    if (!link) continue
    const own = { level: until, weight: weights.get(building) ?? 0 }
    const rising = merged([...(behind.get(building) ?? []), own])
    behind.delete(building)
    const capacity = capacityOf(link)
    const level = capacity === null ? null : fillingLevel(rising, capacity)
    if (level !== null) filled.set(building, level)
    const passed = level === null ? rising : held(rising, level)
    const others = behind.get(link.b)
    if (others) others.push(...passed)
    else behind.set(link.b, passed)
  }
  return filled
}

/**
 * Demand-weighted max-min fairness along the paths: all buildings grow in proportion to their weight; a full link
 * stops those behind it that still grow, and the others go on.
 *
 * As paths are trees, the filling is done from the schools to the POPs: at each link, those that nothing below holds
 * under the link's filling level come down to it. The result is that of filling all links at once, because a link
 * that is full at a level takes nothing from those who stopped under that level.
 *
 * @see Bertsekas and Gallager, Data Networks, § 6.5.2
 */
export function fairLevels(input: FairInput): ReadonlyMap<string, FairLevel> {
  const filled = fillLinks(input)
  const levels = new Map<string, FairLevel>()
  for (const building of input.ways.fromPops) {
    const link = input.ways.up.get(building)
    if (!link) continue
    const above = levels.get(link.b) ?? { level: input.until, bottleneck: null }
    const level = filled.get(building)
    levels.set(building, level !== undefined && level <= above.level ? { level, bottleneck: link.id } : above)
  }
  return levels
}
