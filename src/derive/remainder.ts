/** The greatest number that divides all of them; 1 when there is none above zero. */
function commonDivisor(weights: readonly number[]): number {
  let divisor = 0
  for (const weight of weights) {
    if (divisor === 1) return 1
    let [a, b] = [divisor, weight]
    while (b !== 0) [a, b] = [b, a % b]
    divisor = a
  }
  return divisor || 1
}

function divided(product: number, under: number): readonly [whole: number, rest: number] {
  // Both are whole and below 2^53, where the floor of the quotient is right whatever its rounding.
  const whole = Math.floor(product / under)
  return [whole, product - whole * under]
}

function dividedExactly(amount: number, weight: number, under: number): readonly [whole: number, rest: number] {
  const product = BigInt(amount) * BigInt(weight)
  return [Number(product / BigInt(under)), Number(product % BigInt(under))]
}

/**
 * Divides integer cents in proportion to whole weights by largest remainder (Hamilton): everybody gets the whole cents
 * of their exact part, and the cents left go one by one to the largest fractions, equal fractions to who comes first.
 * The parts come in the weights' order and add up to the amount exactly; when all weights are zero they are equal.
 * Nobody gets anything when there is nobody.
 *
 * @param amountCents 0 or more, whole, at most 2^53.
 * @param weights 0 or more, whole, of a sum of at most 2^53. Products may be larger: they are then computed at length.
 */
export function divideCents(amountCents: number, weights: readonly number[]): number[] {
  let [sum, largest] = [0, 0]
  for (const weight of weights) {
    sum += weight
    if (weight > largest) largest = weight
  }
  const isEqual = sum === 0
  const divisor = isEqual ? 1 : commonDivisor(weights)
  const under = isEqual ? weights.length : sum / divisor
  const fits = amountCents * (isEqual ? 1 : largest / divisor) <= Number.MAX_SAFE_INTEGER
  const part = fits
    ? (weight: number) => divided(amountCents * weight, under)
    : (weight: number) => dividedExactly(amountCents, weight, under)
  const [cents, rests]: [number[], number[]] = [[], []]
  let left = weights.length === 0 ? 0 : amountCents
  for (const weight of weights) {
    const [whole, rest] = part(isEqual ? 1 : weight / divisor)
    cents.push(whole)
    rests.push(rest)
    left -= whole
  }
  if (left > 0) {
    // A sort keeps the order of equals.
    const byRest = [...rests.keys()].sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0))
    for (const i of byRest.slice(0, left)) cents[i] = (cents[i] ?? 0) + 1
  }
  return cents
}

/** `value × over ÷ under`, rounded half up; exact for whole numbers, the first two 0 or more and below 2^53. */
export function roundedPart(value: number, over: number, under: number): number {
  const product = value * over
  if (2 * product + under <= Number.MAX_SAFE_INTEGER) return Math.floor((2 * product + under) / (2 * under))
  return Number((2n * BigInt(value) * BigInt(over) + BigInt(under)) / (2n * BigInt(under)))
}
