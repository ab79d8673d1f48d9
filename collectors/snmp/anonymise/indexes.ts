/** Where a table's index holds addresses, part by part. */
type Part =
  /** One number. */
  | 'n'
  | 'mac'
  | 'ip4'
  | 'ip6'
  /** InetAddressType, length, address (RFC 4001). */
  | 'inet'
  /** Length, then as many numbers. */
  | 'counted'
  /** Address family (IANA), its length, which some agents leave out, address: LLDP's management addresses. */
  | 'management'

/** An address that stands in an OID. */
export interface Place {
  readonly kind: 'mac' | 'ip4' | 'ip6'
  /** Where in the OID's numbers it begins. */
  readonly at: number
}

export const LENGTHS = { mac: 6, ip4: 4, ip6: 16 } as const

/** By table; its columns are two numbers further down (entry, column). */
const TABLES: ReadonlyMap<string, readonly Part[]> = new Map<string, readonly Part[]>([
  ['1.3.6.1.2.1.3.1', ['n', 'n', 'ip4']], // RFC1213-MIB::atTable
  ['1.3.6.1.2.1.4.20', ['ip4']], // IP-MIB::ipAddrTable
  ['1.3.6.1.2.1.4.21', ['ip4']], // RFC1213-MIB::ipRouteTable
  ['1.3.6.1.2.1.4.22', ['n', 'ip4']], // IP-MIB::ipNetToMediaTable
  ['1.3.6.1.2.1.4.24.4', ['ip4', 'ip4', 'n', 'ip4']], // IP-FORWARD-MIB::ipCidrRouteTable
  ['1.3.6.1.2.1.4.24.7', ['inet', 'n', 'counted', 'inet']], // IP-FORWARD-MIB::inetCidrRouteTable
  ['1.3.6.1.2.1.4.32', ['n', 'inet']], // IP-MIB::ipAddressPrefixTable
  ['1.3.6.1.2.1.4.34', ['inet']], // IP-MIB::ipAddressTable
  ['1.3.6.1.2.1.4.35', ['n', 'inet']], // IP-MIB::ipNetToPhysicalTable
  ['1.3.6.1.2.1.4.37', ['inet']], // IP-MIB::ipDefaultRouterTable
  ['1.3.6.1.2.1.6.13', ['ip4', 'n', 'ip4']], // TCP-MIB::tcpConnTable
  ['1.3.6.1.2.1.6.19', ['inet', 'n', 'inet']], // TCP-MIB::tcpConnectionTable
  ['1.3.6.1.2.1.6.20', ['inet']], // TCP-MIB::tcpListenerTable
  ['1.3.6.1.2.1.7.5', ['ip4']], // UDP-MIB::udpTable
  ['1.3.6.1.2.1.7.7', ['inet', 'n', 'inet']], // UDP-MIB::udpEndpointTable
  ['1.3.6.1.2.1.17.4.3', ['mac']], // BRIDGE-MIB::dot1dTpFdbTable
  ['1.3.6.1.2.1.17.5.1', ['mac']], // BRIDGE-MIB::dot1dStaticTable
  ['1.3.6.1.2.1.17.7.1.2.2', ['n', 'mac']], // Q-BRIDGE-MIB::dot1qTpFdbTable
  ['1.3.6.1.2.1.17.7.1.2.3', ['n', 'mac']], // Q-BRIDGE-MIB::dot1qTpGroupTable
  ['1.3.6.1.2.1.17.7.1.3.1', ['n', 'mac']], // Q-BRIDGE-MIB::dot1qStaticUnicastTable
  ['1.3.6.1.2.1.17.7.1.3.2', ['n', 'mac']], // Q-BRIDGE-MIB::dot1qStaticMulticastTable
  ['1.3.6.1.2.1.31.1.4', ['n', 'counted']], // IF-MIB::ifRcvAddressTable
  ['1.3.6.1.2.1.55.1.7', ['n', 'ip6']], // IPV6-MIB::ipv6AddrPrefixTable
  ['1.3.6.1.2.1.55.1.8', ['n', 'ip6']], // IPV6-MIB::ipv6AddrTable
  ['1.3.6.1.2.1.55.1.12', ['n', 'ip6']], // IPV6-MIB::ipv6NetToMediaTable
  ['1.3.111.2.802.1.1.4.1.2.2', ['n', 'n', 'mac']], // IEEE8021-Q-BRIDGE-MIB::ieee8021QBridgeTpFdbTable
  ['1.0.8802.1.1.2.1.3.8', ['management']], // LLDP-MIB::lldpLocManAddrTable
  ['1.0.8802.1.1.2.1.4.2', ['n', 'n', 'n', 'management']], // LLDP-MIB::lldpRemManAddrTable
  ['1.3.111.2.802.1.1.13.1.3.8', ['management']], // LLDP-V2-MIB::lldpV2LocManAddrTable
  ['1.3.111.2.802.1.1.13.1.4.2', ['n', 'n', 'n', 'n', 'management']], // LLDP-V2-MIB::lldpV2RemManAddrTable
])

const FAMILIES: Readonly<Record<number, Place['kind']>> = { 1: 'ip4', 2: 'ip6', 6: 'mac' } // IANA AddressFamilyNumbers
const BY_LENGTH: Readonly<Record<number, Place['kind']>> = { 4: 'ip4', 6: 'mac', 8: 'ip4', 16: 'ip6', 20: 'ip6' }

/** The addresses in an OID's index, where the table is one whose index is known. */
export function placesIn(arcs: readonly number[]): Place[] {
  for (let end = 6; end <= 11; end++) {
    const parts = TABLES.get(arcs.slice(0, end).join('.'))
    if (parts !== undefined) return placed(arcs, end + 2, parts)
  }
  return []
}

function placed(arcs: readonly number[], from: number, parts: readonly Part[]): Place[] {
  const places: Place[] = []
  let at = from
  const put = (kind: Place['kind'] | undefined, length: number): void => {
    if (kind !== undefined && isThere(arcs, at, kind)) places.push({ kind, at })
    at += length
  }
  for (const part of parts) {
    if (part === 'n') at++
    else if (part === 'inet' || part === 'counted') {
      at += part === 'inet' ? 2 : 1
      const length = arcs[at - 1] ?? 0
      put(BY_LENGTH[length], length)
    } else if (part === 'management') {
      const kind = FAMILIES[arcs[at] ?? 0]
      const isCounted = kind !== undefined && arcs[at + 1] === LENGTHS[kind] && arcs.length > at + 1 + LENGTHS[kind]
      at += isCounted ? 2 : 1
      put(kind, arcs.length)
    } else put(part, LENGTHS[part])
  }
  return places
}

/** True when as many octets as the address needs stand there. */
export function isThere(arcs: readonly number[], at: number, kind: Place['kind']): boolean {
  const octets = arcs.slice(at, at + LENGTHS[kind])
  return octets.length === LENGTHS[kind] && octets.every((octet) => octet <= 255)
}
