import { ipAddress } from '../wire/value.js'

/** InetAddressType: what follows the address in the octets of a zoned one is its zone, four octets. */
const LENGTHS: Readonly<Record<number, number>> = { 1: 4, 2: 16, 3: 4, 4: 16 }

/**
 * An InetAddress that stands in an index after its InetAddressType, with its length before it or, as some agents write
 * it, without. A zone is written after `%` (RFC 4007), as a number. Null for a type other than IPv4 and IPv6.
 *
 * @see RFC 4001 (INET-ADDRESS-MIB)
 */
export function inetAddress(type: number, octets: readonly number[]): string | null {
  const length = LENGTHS[type]
  if (length === undefined) return null
  const bytes = octets[0] === octets.length - 1 ? octets.slice(1) : octets
  const address = ipAddress(bytes.slice(0, length))
  if (address === null) return null
  const zone = bytes.slice(length)
  if (zone.length === 0) return address
  if (zone.length !== 4) return null
  const number = zone.reduce((sum, octet) => sum * 256 + octet, 0)
  return number === 0 ? address : `${address}%${number}`
}

/** Addresses that mean no device: unspecified, a device's own loopback. (127.1.0.0 and on are left: a laboratory may be there.) */
export function isUnspecific(address: string): boolean {
  return /^(0\.0\.0\.0|::1?|127\.0\..*)$/.test(address)
}
