const NBSP = '\u00a0'
const NNBSP = '\u202f'

/** Puts the no-break spaces of French as written in Canada into a literal text: before « : » « % » « $ », inside « », none before ; ! ?. */
function spaced(literal: string): string {
  return literal
    .replace(/ (?=[:%$»])/g, NBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ (?=[;!?])/g, NNBSP)
}

/**
 * Tag for French text of the interface: typed with ordinary spaces, given no-break ones. Only the literal parts change,
 * never what is put into them (a path or a name from a file stays as it is).
 */
export function fr(literals: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return literals.reduce((text, literal, i) => `${text}${i === 0 ? '' : values[i - 1]}${spaced(literal)}`, '')
}
