const NBSP = '\u00a0'

/** Puts the no-break spaces of French as written in Canada into a literal text: before « : » « % » « $ », inside « », none before ; ! ?. */
export function spaced(literal: string): string {
  return literal
    .replace(/ (?=[:%$»])/g, NBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ (?=[;!?])/g, '')
}

/**
 * Tag for French text of the interface: typed with ordinary spaces, given no-break ones. Only the literal parts change,
 * never what is put into them (a path or a name from a file stays as it is).
 */
export function fr(literals: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return literals.reduce((text, literal, i) => `${text}${i === 0 ? '' : values[i - 1]}${spaced(literal)}`, '')
}

/**
 * The form of a word that a number calls for in French, where all below two is singular. The number is as it is written
 * in fr-CA: `0`, `1`, `0,5`, `1,5` against `2`, `10`, `1 000`.
 */
export function accord(written: string, one: string, many: string): string {
  return /^[01](,\d+)?$/.test(written) ? one : many
}

/** The form of a word that a number, as it is written in en-CA, calls for in English, where one alone is singular. */
export function agree(written: string, one: string, many: string): string {
  return written === '1' ? one : many
}
