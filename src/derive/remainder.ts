import { byCode } from '../lib/text.js'

/** Weights may be headcounts or full-time equivalents: three decimals of them count. */
const PER_UNIT = 1000

/** One of those among whom an amount is divided. */
export interface Party {
  readonly code: string
  /** Zero or more. */
  readonly weight: number
}

/**
 * Divides integer cents in proportion to weights by largest remainder (Hamilton): everybody gets the whole cents of
 * their exact part, and the cents left go one by one to the largest fractions, equal fractions by code. The parts add
 * up to the amount exactly; when all weights are zero they are equal. Nobody gets anything when there is nobody.
 */
export function divideCents(amountCents: number, parties: readonly Party[]): ReadonlyMap<string, number> {
  const weighed = parties.map(({ code, weight }) => ({ code, weight: BigInt(Math.round(weight * PER_UNIT)) }))
  const given = weighed.reduce((total, party) => total + party.weight, 0n)
  const total = given === 0n ? BigInt(parties.length) : given
  const amount = BigInt(amountCents)
  const exact = weighed.map(({ code, weight }) => {
    const product = amount * (given === 0n ? 1n : weight)
    return { code, whole: product / total, fraction: product % total }
  })
  const whole = exact.reduce((sum, part) => sum + part.whole, 0n)
  const left = parties.length === 0 ? 0 : Number(amount - whole)
  const byFraction = exact.toSorted((a, b) =>
    a.fraction === b.fraction ? byCode(a.code, b.code) : a.fraction > b.fraction ? -1 : 1,
  )
  return new Map(byFraction.map(({ code, whole: cents }, i) => [code, Number(cents) + (i < left ? 1 : 0)]))
}
