const PLACEHOLDER =
  /^(?:n\/?a|none|null|unknown|unspecified|not (?:available|applicable|specified|set|supported)|to be filled.*|default string|system serial number|(?:chassis )?serial ?(?:number|num)?|<.*>|\(.*\)|\*+|redacted|private|invalid.*|empty|na|sn|no serial.*|test|string|0123456789|1234567890?|123456789|.*\bmac\b.*)$/i

/**
 * A serial number worth keeping: null for the placeholders that makers leave (`N/A`, zeros, `To be filled by O.E.M.`,
 * one character repeated), which would make two devices one.
 */
export function serialOrNull(serial: string | null): string | null {
  if (serial === null) return null
  const clean = serial.replace(/^["']+|["']+$/g, '').trim()
  const significant = clean.replace(/[^a-z0-9]/gi, '')
  if (significant.length < 3 || PLACEHOLDER.test(clean) || /^(.)\1*$/i.test(significant)) return null
  return clean
}
