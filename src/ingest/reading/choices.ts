import { folded } from '../../lib/text.js'

/** The words of an enumeration: its own, and what else people write for them. */
export interface Choices<T extends string> {
  /** The word that a text means, whatever its case and accents; null when it means none. */
  find(text: string): T | null
  /** All words for a message, each with the first other way to write it: `youth (jeunes), adult (adultes)`. */
  readonly listed: string
}

/** An enumeration from its words, each with its synonyms. */
export function choicesOf<T extends string>(words: Readonly<Record<T, readonly string[]>>): Choices<T> {
  const entries = Object.entries(words) as [T, readonly string[]][]
  const exact = new Map<string, T>(entries.map(([word]) => [word, word]))
  const loose = new Map<string, T>(
    entries.flatMap(([word, synonyms]) => [word, ...synonyms].map((text): [string, T] => [folded(text), word])),
  )
  return {
    find: (text) => exact.get(text) ?? loose.get(folded(text)) ?? null,
    listed: entries.map(([word, [first]]) => (first === undefined ? word : `${word} (${first})`)).join(', '),
  }
}
