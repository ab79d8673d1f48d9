import { sum } from '../lib/group.js'

/** A value, and how many have it. */
export interface Weighted {
  readonly value: number
  /** 0 or more. */
  readonly weight: number
}

/** How unequal some values are, each counted as often as its weight tells. Null when there are none; so are those that need a mean above 0. */
export interface Dispersion {
  readonly weight: number
  readonly median: number | null
  readonly p10: number | null
  readonly p90: number | null
  readonly gini: number | null
  readonly theil: number | null
}

/** Weights come from divisions: a sum this close to a part of the whole has reached it. */
const TOLERANCE = 1e-9

/** The least value that a part of the whole weight has, or less; null for no weight. */
export function quantile(rising: readonly Weighted[], part: number): number | null {
  const wanted = part * sum(rising.map(({ weight }) => weight)) * (1 - TOLERANCE)
  let reached = 0
  for (const { value, weight } of rising) {
    reached += weight
    if (weight > 0 && reached >= wanted) return value
  }
  return null
}

/**
 * Quantiles, Gini's coefficient (half the mean difference of two, by the mean) and Theil's T of some values, none below 0.
 *
 * @see Theil, Economics and Information Theory, 1967
 */
export function dispersionOf(values: readonly Weighted[]): Dispersion {
  const rising = values.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value)
  const weight = sum(rising.map((each) => each.weight))
  const total = sum(rising.map((each) => each.weight * each.value))
  const mean = total / weight
  // Twice the area under Lorenz's curve: of each value, its width by the heights at both of its ends.
  let [reached, area] = [0, 0]
  for (const each of rising) {
    const before = reached
    reached += each.weight * each.value
    area += (each.weight / weight) * ((before + reached) / total)
  }
  const entropy = rising.map(({ value, weight: own }) => {
    const part = value / mean
    return part === 0 ? 0 : (own / weight) * part * Math.log(part)
  })
  return {
    weight,
    median: quantile(rising, 0.5),
    p10: quantile(rising, 0.1),
    p90: quantile(rising, 0.9),
    gini: total > 0 ? Math.max(0, 1 - area) : null,
    theil: total > 0 ? Math.max(0, sum(entropy)) : null,
  }
}

/** How far into the values of some the worst tenth of them goes: all below a value, and a part of those that have it. */
export interface WorstTenth {
  readonly limit: number
  /** Of those who have the limit, 0 to 1. */
  readonly partAtLimit: number
}

/** The tenth of the whole weight that has least; null for no weight. Those who have as much are in it in the same proportion. */
export function worstTenthOf(values: readonly Weighted[]): WorstTenth | null {
  const rising = values.filter(({ weight }) => weight > 0).sort((a, b) => a.value - b.value)
  const limit = quantile(rising, 0.1)
  if (limit === null) return null
  const weightOf = (list: readonly Weighted[]): number => sum(list.map(({ weight }) => weight))
  const below = weightOf(rising.filter(({ value }) => value < limit))
  const there = weightOf(rising.filter(({ value }) => value === limit))
  return { limit, partAtLimit: Math.min(1, Math.max(0, (weightOf(rising) / 10 - below) / there)) }
}

/** How much of those who have a value is in the worst tenth, 0 to 1. */
export function partInWorst(value: number, { limit, partAtLimit }: WorstTenth): number {
  return value < limit ? 1 : value === limit ? partAtLimit : 0
}
