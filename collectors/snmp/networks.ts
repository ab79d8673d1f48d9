import type { Credential } from '../../src/model/credential.js'
import { addressNumber, contains, parseCidr, type Cidr } from '../../src/lib/cidr.js'

/** The credentials that may be sent to an address, in their order: those without networks, or with one that holds it. */
export function allowedFor(address: string, credentials: readonly Credential[]): Credential[] {
  return scopesOf(credentials)(address)
}

/** As `allowedFor`, for many addresses: the networks are read once. */
export function scopesOf(credentials: readonly Credential[]): (address: string) => Credential[] {
  const scopes = credentials.map((credential) => ({
    credential,
    networks: credential.networks?.flatMap((text) => parseCidr(text) ?? []) ?? null,
  }))
  const isLimited = scopes.some(({ networks }) => networks !== null)
  return (address) => {
    const number = isLimited ? addressNumber(address.replace(/%.*$/, '')) : null
    const isIn = (cidr: Cidr): boolean => number !== null && contains(cidr, number)
    return scopes.flatMap(({ credential, networks }) => (networks?.some(isIn) === false ? [] : [credential]))
  }
}
