/** Dotted object identifiers, without a leading point. */

/** Negative, zero or positive as `a` comes before, is, or comes after `b` in the order of the MIB tree. */
export function compareOids(a: string, b: string): number {
  if (a === b) return 0
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    let left = 0
    let right = 0
    for (; i < a.length && a.charCodeAt(i) !== 46; i++) left = left * 10 + a.charCodeAt(i) - 48
    for (; j < b.length && b.charCodeAt(j) !== 46; j++) right = right * 10 + b.charCodeAt(j) - 48
    if (left !== right) return left - right
    i++
    j++
  }
  return a.length - i - (b.length - j)
}

/** What follows `subtree` in `oid`, without the point; null when `oid` is not below it. */
export function indexBelow(oid: string, subtree: string): string | null {
  return oid.length > subtree.length && oid.startsWith(subtree) && oid.charCodeAt(subtree.length) === 46
    ? oid.slice(subtree.length + 1)
    : null
}

/** True of a text longer than an object identifier may be: 128 sub-identifiers of ten digits (RFC 2578, section 3.5). */
export function isTooLong(length: number): boolean {
  return length > 128 * 11
}

/** The sub-identifiers of an index. */
export function indexNumbers(index: string): number[] {
  return index.split('.').map(Number)
}
