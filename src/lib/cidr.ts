import ipaddr from 'ipaddr.js'
import { isIP } from 'node:net'

/** An address as a number: compared whatever its notation. */
export interface AddressNumber {
  readonly family: 4 | 6
  readonly value: bigint
}

/** A network as the numbers of its first and last addresses. */
export interface Cidr {
  readonly family: 4 | 6
  readonly prefix: number
  readonly first: bigint
  readonly last: bigint
}

/** Null when the text is no full IPv4 (four parts: `10.1` is refused) or IPv6 address without zone. */
export function addressNumber(text: string): AddressNumber | null {
  const family = isIP(text)
  if ((family !== 4 && family !== 6) || text.includes('%')) return null
  const bytes = ipaddr.parse(text).toByteArray()
  return { family, value: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) }
}

/** The usual text of an address: dotted IPv4, IPv6 as RFC 5952 writes it. */
export function addressText({ family, value }: AddressNumber): string {
  const length = family === 4 ? 4 : 16
  const bytes = Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 255n))
  return ipaddr.fromByteArray(bytes).toString()
}

/** Reads `10.20.0.0/16`; host bits are dropped. Null when the text is no network. */
export function parseCidr(text: string): Cidr | null {
  const [address = '', bits = '', ...rest] = text.split('/')
  const number = addressNumber(address)
  if (number === null || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return null
  const width = number.family === 4 ? 32 : 128
  const prefix = Number(bits)
  if (prefix > width) return null
  const size = 1n << BigInt(width - prefix)
  const first = (number.value / size) * size
  return { family: number.family, prefix, first, last: first + size - 1n }
}

/** True when the address is inside the network. */
export function contains(cidr: Cidr, address: AddressNumber): boolean {
  return cidr.family === address.family && cidr.first <= address.value && address.value <= cidr.last
}

/**
 * The networks that two lists have in common; null is everywhere. Two networks hold one another or are apart, so what is
 * common to them is the smaller one, or nothing. What is no network has nothing in common with any.
 */
export function commonNetworks(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b
  const common = a.flatMap((one) => b.flatMap((other) => smallerOf(one, other) ?? []))
  return [...new Set(common)]
}

function smallerOf(a: string, b: string): string | null {
  const [x, y] = [parseCidr(a), parseCidr(b)]
  if (x === null || y === null) return null
  if (contains(x, { family: y.family, value: y.first }) && x.prefix <= y.prefix) return b
  return contains(y, { family: x.family, value: x.first }) && y.prefix <= x.prefix ? a : null
}

/** Orders addresses as numbers, IPv4 first; what is no address comes last. */
export function byAddress(a: string, b: string): number {
  const x = addressNumber(a)
  const y = addressNumber(b)
  if (x === null || y === null) return Number(x === null) - Number(y === null)
  if (x.family !== y.family) return x.family - y.family
  return x.value < y.value ? -1 : x.value > y.value ? 1 : 0
}

/** Items by their address as a number, IPv4 first; what has no address comes last. Each address is read once. */
export function sortedByAddress<T>(items: readonly T[], addressOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, at: addressNumber(addressOf(item)) }))
    .sort((a, b) => {
      if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null)
      if (a.at.family !== b.at.family) return a.at.family - b.at.family
      return a.at.value < b.at.value ? -1 : a.at.value > b.at.value ? 1 : 0
    })
    .map(({ item }) => item)
}
