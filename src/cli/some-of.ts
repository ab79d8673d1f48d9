import { printable } from '../lib/text.js'

const MOST_NAMED = 10

/** Codes for a sentence: the first ones, and an ellipsis where there are more. */
export function someOf(codes: readonly string[]): string {
  const named = codes.slice(0, MOST_NAMED).map(printable).join(', ')
  return codes.length > MOST_NAMED ? `${named}, …` : named
}
