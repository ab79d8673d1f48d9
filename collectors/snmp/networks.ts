import type { Credential } from '../../src/model/credential.js'
import { addressNumber, contains, parseCidr, type AddressNumber } from '../../src/lib/cidr.js'

/** The credentials that may be sent to an address, in their order: those without networks, or with one that holds it. */
export function allowedFor(address: string, credentials: readonly Credential[]): Credential[] {
  const number = addressNumber(address.replace(/%.*$/, ''))
  return credentials.filter(({ networks }) => networks === null || networks.some((cidr) => holds(cidr, number)))
}

function holds(text: string, address: AddressNumber | null): boolean {
  const cidr = parseCidr(text)
  return cidr !== null && address !== null && contains(cidr, address)
}
