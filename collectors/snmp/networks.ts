import ipaddr from 'ipaddr.js'
import type { Credential } from '../../src/model/credential.js'

/** The credentials that may be sent to an address, in their order: those without networks, or with one that holds it. */
export function allowedFor(address: string, credentials: readonly Credential[]): Credential[] {
  const parsed = ipaddr.process(address)
  return credentials.filter(({ networks }) => networks === null || networks.some((cidr) => holds(cidr, parsed)))
}

function holds(cidr: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const [network, bits] = ipaddr.parseCIDR(cidr)
  return network.kind() === address.kind() && address.match(network, bits)
}
