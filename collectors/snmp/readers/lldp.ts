import type { ChassisIdSubtype, Interface, Neighbour, PortIdSubtype } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineScalars, defineTable, type Rows } from '../wire/table.js'
import { integer, ipAddress, mac, text, type Value } from '../wire/value.js'

/** LLDP-MIB, IEEE 802.1AB-2005: what the device says of itself. */
export const lldpLocalScalars = defineScalars('LLDP-MIB::lldpLocalSystemData', '1.0.8802.1.1.2.1.3', {
  lldpLocChassisIdSubtype: 1,
  lldpLocChassisId: 2,
})

/** LLDP-MIB: its own ports. Index: lldpLocPortNum, which is not an ifIndex. */
export const lldpLocPortTable = defineTable('LLDP-MIB::lldpLocPortEntry', '1.0.8802.1.1.2.1.3.7.1', {
  lldpLocPortIdSubtype: 2,
  lldpLocPortId: 3,
  lldpLocPortDesc: 4,
})

/** LLDP-MIB: what it hears. Index: lldpRemTimeMark, lldpRemLocalPortNum, lldpRemIndex. */
export const lldpRemTable = defineTable('LLDP-MIB::lldpRemEntry', '1.0.8802.1.1.2.1.4.1.1', {
  lldpRemChassisIdSubtype: 4,
  lldpRemChassisId: 5,
  lldpRemPortIdSubtype: 6,
  lldpRemPortId: 7,
  lldpRemPortDesc: 8,
  lldpRemSysName: 9,
})

/** LLDP-MIB: where those can be managed; the address is in the index. */
export const lldpRemManAddrTable = defineTable('LLDP-MIB::lldpRemManAddrEntry', '1.0.8802.1.1.2.1.4.2.1', {
  lldpRemManAddrIfSubtype: 3,
  lldpRemManAddrIfId: 4,
})

const CHASSIS_SUBTYPES: readonly (ChassisIdSubtype | null)[] = [
  null,
  'chassisComponent',
  'interfaceAlias',
  'portComponent',
  'macAddress',
  'networkAddress',
  'interfaceName',
  'local',
]
const PORT_SUBTYPES: readonly (PortIdSubtype | null)[] = [
  null,
  'interfaceAlias',
  'portComponent',
  'macAddress',
  'networkAddress',
  'interfaceName',
  'agentCircuitId',
  'local',
]

/** An id in the form that its subtype gives it: a MAC with colons, an IP address, or text. */
function idOf(subtype: string | null, value: Value | undefined): string | null {
  if (subtype === 'macAddress') return mac(value) ?? text(value)
  if (subtype === 'networkAddress' && Buffer.isBuffer(value)) {
    // First octet: IANA address family, 1 IPv4, 2 IPv6.
    return ipAddress(value.subarray(1)) ?? text(value)
  }
  const written = text(value)
  const isBinary = Buffer.isBuffer(value) && value.length === 6 && (written === null || /[^\x20-\x7e]/.test(written))
  return isBinary ? mac(value) : written
}

/** The MAC that names the box, when its own chassis id is one. */
export function lldpChassisMac(values: ReadonlyMap<string, Value>): string | null {
  const subtype = CHASSIS_SUBTYPES[integer(values.get(lldpLocalScalars.lldpLocChassisIdSubtype)) ?? 0]
  return subtype === 'macAddress' ? mac(values.get(lldpLocalScalars.lldpLocChassisId)) : null
}

/** What translates an LLDP port number. */
export interface PortTranslation {
  readonly interfaces: readonly Interface[]
  readonly localPorts: Rows<keyof typeof lldpLocPortTable.columns>
  /** Bridge port number → ifIndex. */
  readonly bridgePorts: ReadonlyMap<number, number>
}

interface LocalPort {
  readonly ifIndex: number | null
  readonly name: string | null
}

/**
 * LLDP port number → interface. lldpLocPortTable says what the port is called: a name, an alias, a description or a MAC
 * that exactly one interface has. Without that, it is a bridge port's number (IEEE 802.1AB-2005, lldpPortNumber), and
 * last an ifIndex, when there is such an interface.
 */
export function portTranslator({ interfaces, localPorts, bridgePorts }: PortTranslation) {
  const byIfIndex = new Map(interfaces.map((one) => [one.ifIndex, one]))
  const byName = uniquely(interfaces, (one) => one.ifName)
  const byDescr = uniquely(interfaces, (one) => one.ifDescr)
  const byAlias = uniquely(interfaces, (one) => one.ifAlias)
  const byMac = uniquely(interfaces, (one) => one.physAddress)
  return (portNumber: number): LocalPort => {
    const row = localPorts.get(String(portNumber)) ?? {}
    const subtype = PORT_SUBTYPES[integer(row.lldpLocPortIdSubtype) ?? 0] ?? null
    const id = idOf(subtype, row.lldpLocPortId)
    const descr = text(row.lldpLocPortDesc)
    const named = [
      subtype === 'macAddress' ? byMac.get(id ?? '') : undefined,
      ...(subtype === 'interfaceAlias' ? [byAlias.get(id ?? '')] : []),
      byName.get(id ?? ''),
      byDescr.get(id ?? ''),
      subtype === 'local' && /^\d+$/.test(id ?? '') ? byIfIndex.get(Number(id)) : undefined,
      byName.get(descr ?? ''),
      byDescr.get(descr ?? ''),
      byAlias.get(id ?? ''),
    ].find((one) => one !== undefined)
    const bridged = byIfIndex.get(bridgePorts.get(portNumber) ?? -1)
    const found = named ?? bridged ?? byIfIndex.get(portNumber)
    return found === undefined
      ? { ifIndex: null, name: subtype === 'macAddress' ? descr : (id ?? descr) }
      : { ifIndex: found.ifIndex, name: found.ifName ?? found.ifDescr ?? id }
  }
}

function uniquely(interfaces: readonly Interface[], key: (one: Interface) => string | null): Map<string, Interface> {
  const found = new Map<string, Interface>()
  const twice = new Set<string>()
  for (const one of interfaces) {
    const value = key(one)
    if (value === null) continue
    if (found.has(value)) twice.add(value)
    found.set(value, one)
  }
  for (const value of twice) found.delete(value)
  return found
}

/** Neighbours that speak LLDP, in the order of the table. */
export function lldpNeighboursOf(
  remote: Rows<keyof typeof lldpRemTable.columns>,
  addresses: Rows<keyof typeof lldpRemManAddrTable.columns>,
  translate: ReturnType<typeof portTranslator>,
): Neighbour[] {
  const byRemote = managementAddresses([...addresses.keys()])
  return [...remote].map(([index, row]) => {
    const chassisSubtype = CHASSIS_SUBTYPES[integer(row.lldpRemChassisIdSubtype) ?? 0] ?? null
    const portSubtype = PORT_SUBTYPES[integer(row.lldpRemPortIdSubtype) ?? 0] ?? null
    const [, portNumber = -1, remoteIndex = -1] = indexNumbers(index)
    const local = translate(portNumber)
    return {
      protocol: 'lldp',
      localIfIndex: local.ifIndex,
      localPort: local.name,
      remoteChassisIdSubtype: chassisSubtype,
      remoteChassisId: idOf(chassisSubtype, row.lldpRemChassisId),
      remotePortIdSubtype: portSubtype,
      remotePortId: idOf(portSubtype, row.lldpRemPortId),
      remotePortDescr: text(row.lldpRemPortDesc),
      remoteSysName: text(row.lldpRemSysName),
      remoteAddresses: byRemote.get(`${portNumber}.${remoteIndex}`) ?? [],
    }
  })
}

/** Addresses that mean no device: unspecified, a device's own loopback. (127.1.0.0 and on are left: a laboratory may be there.) */
const UNSPECIFIC = /^(0\.0\.0\.0|::1?|127\.0\..*)$/

/** Index: lldpRemTimeMark, lldpRemLocalPortNum, lldpRemIndex, address family, address (with its length before, or without). */
function managementAddresses(indexes: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const index of indexes) {
    const [, portNumber, remoteIndex, , ...octets] = indexNumbers(index)
    const address = ipAddress(octets[0] === octets.length - 1 ? octets.slice(1) : octets)
    if (address === null || UNSPECIFIC.test(address)) continue
    const key = `${portNumber}.${remoteIndex}`
    const known = found.get(key) ?? []
    if (!known.includes(address)) found.set(key, [...known, address])
  }
  return found
}
