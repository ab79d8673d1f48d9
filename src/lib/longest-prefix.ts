import { addressNumber, parseCidr } from './cidr.js'

/** Networks of one family and one prefix length, by their first address. */
interface Length<T> {
  readonly family: 4 | 6
  readonly prefix: number
  readonly size: bigint
  readonly values: Map<bigint, T>
}

/**
 * Finds what the longest network that holds an address stands for; null when none holds it, or it is no address. Of two
 * alike the first counts, and what is no network counts for nothing. An address costs a look-up for each prefix length,
 * however many networks there are.
 */
export function longestPrefix<T>(networks: Iterable<readonly [cidr: string, value: T]>): (address: string) => T | null {
  const lengths = new Map<string, Length<T>>()
  for (const [cidr, value] of networks) {
    const parsed = parseCidr(cidr)
    if (parsed === null) continue
    const { family, prefix, first, last } = parsed
    const key = `${family}/${prefix}`
    const length = lengths.get(key) ?? { family, prefix, size: last - first + 1n, values: new Map<bigint, T>() }
    lengths.set(key, length)
    if (!length.values.has(first)) length.values.set(first, value)
  }
  const longestFirst = [...lengths.values()].sort((a, b) => b.prefix - a.prefix)
  return (address) => {
    const number = longestFirst.length === 0 ? null : addressNumber(address)
    if (number === null) return null
    for (const { family, size, values } of longestFirst) {
      if (family !== number.family) continue
      const first = number.value - (number.value % size)
      const value = values.get(first)
      if (value !== undefined) return value
    }
    return null
  }
}
