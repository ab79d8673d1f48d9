import type { Rule } from './define-profile.js'

/** A value and where it comes from: an object with its index, or a rule. */
export interface Fact {
  readonly value: string
  readonly evidence: string
}

/** No fact needs more; an agent may send sixty thousand characters, which no pattern should have to search. */
const LONGEST = 1000

/** What is known of one device, by name. */
export class Facts {
  readonly #facts = new Map<string, Fact>()

  /** Notes a fact; the first one of a name stays, and an empty one is none. */
  set(name: string, value: string | null, evidence = name): void {
    const clean =
      value
        ?.slice(0, LONGEST)
        .replace(/^["']+|["']+$/g, '')
        .trim() ?? ''
    if (clean === '' || this.#facts.has(name)) return
    this.#facts.set(name, { value: clean, evidence })
  }

  get(name: string): Fact | null {
    return this.#facts.get(name) ?? null
  }

  /** What the first rule that fits gives; null when none does. `accept` may refuse a value. */
  first(rules: readonly Rule[], accept: (value: string) => boolean = () => true): Fact | null {
    for (const rule of rules) {
      const found = this.apply(rule)
      if (found !== null && accept(found.value)) return found
    }
    return null
  }

  /** What one rule gives; null when its fact is absent or looks otherwise. */
  apply({ from, match, as }: Rule): Fact | null {
    const fact = this.get(from)
    if (fact === null) return null
    if (match === undefined) return as === undefined ? fact : { ...fact, value: as }
    const groups = match.exec(fact.value)
    if (groups === null) return null
    const value = (as ?? (groups.length > 1 ? '$1' : '$&'))
      .replace(/\$(&|\d)/g, (_, group: string) => groups[group === '&' ? 0 : Number(group)] ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    return value === '' ? null : { value, evidence: from === 'sysDescr' ? `sysDescr: ${match.source}` : fact.evidence }
  }
}
