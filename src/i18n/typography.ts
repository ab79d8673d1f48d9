const NBSP = '\u00a0'

/** Puts the no-break spaces of French as written in Canada into a literal text: before « : » « % » « $ », inside « », none before ; ! ?. */
function spaced(literal: string): string {
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

/** The form of a word that a written number calls for in French, where zero and one take the singular. */
export function accord(written: string, one: string, many: string): string {
  return /^[01]([,\u00a0]\d|$)/.test(written) && !/^1\u00a0/.test(written) ? one : many
}

/** The form of a word that a written number calls for in English, where one alone takes the singular. */
export function agree(written: string, one: string, many: string): string {
  return written === '1' ? one : many
}
