import type { Neighbour } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineScalars, defineTable, type Rows } from '../wire/table.js'
import { mac, text, type Value } from '../wire/value.js'
import { inetAddress, isUnspecific } from './inet-address.js'
import { capabilitiesOf, chassisIdSubtype, idOf, portIdSubtype } from './lldp-ids.js'
import type { LocalPort } from './lldp-ports.js'

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
  lldpRemSysDesc: 10,
  lldpRemSysCapEnabled: 12,
})

/** LLDP-MIB: where those can be managed; the address is in the index. */
export const lldpRemManAddrTable = defineTable('LLDP-MIB::lldpRemManAddrEntry', '1.0.8802.1.1.2.1.4.2.1', {
  lldpRemManAddrIfSubtype: 3,
  lldpRemManAddrIfId: 4,
})

/** LLDP-V2-MIB, IEEE 802.1AB-2009. Index: lldpV2RemTimeMark, …LocalIfIndex, …LocalDestMACAddress, …Index. */
export const lldpV2RemTable = defineTable('LLDP-V2-MIB::lldpV2RemEntry', '1.3.111.2.802.1.1.13.1.4.1.1', {
  lldpV2RemChassisIdSubtype: 5,
  lldpV2RemChassisId: 6,
  lldpV2RemPortIdSubtype: 7,
  lldpV2RemPortId: 8,
  lldpV2RemPortDesc: 9,
  lldpV2RemSysName: 10,
  lldpV2RemSysDesc: 11,
  lldpV2RemSysCapEnabled: 13,
})

/** LLDP-V2-MIB: where those can be managed; index of lldpV2RemTable, then the address. */
export const lldpV2RemManAddrTable = defineTable('LLDP-V2-MIB::lldpV2RemManAddrEntry', '1.3.111.2.802.1.1.13.1.4.2.1', {
  lldpV2RemManAddrIfSubtype: 3,
})

/** The MAC that names the box, when its own chassis id is one. */
export function lldpChassisMac(values: ReadonlyMap<string, Value>): string | null {
  const subtype = chassisIdSubtype(values.get(lldpLocalScalars.lldpLocChassisIdSubtype))
  return subtype === 'macAddress' ? mac(values.get(lldpLocalScalars.lldpLocChassisId)) : null
}

/** What a row says of the neighbour, whichever of the two MIBs it is of. */
interface Heard {
  readonly chassisSubtype: Value | undefined
  readonly chassisId: Value | undefined
  readonly portSubtype: Value | undefined
  readonly portId: Value | undefined
  readonly portDescr: Value | undefined
  readonly sysName: Value | undefined
  readonly sysDescr: Value | undefined
  readonly capabilities: Value | undefined
}

function neighbour(local: LocalPort, heard: Heard, remoteAddresses: readonly string[]): Neighbour {
  const chassis = chassisIdSubtype(heard.chassisSubtype)
  const port = portIdSubtype(heard.portSubtype)
  return {
    protocol: 'lldp',
    localIfIndex: local.ifIndex,
    localPort: local.name,
    remoteChassisIdSubtype: chassis,
    remoteChassisId: idOf(chassis, heard.chassisId),
    remotePortIdSubtype: port,
    remotePortId: idOf(port, heard.portId),
    remotePortDescr: text(heard.portDescr),
    remoteSysName: text(heard.sysName),
    remoteDescr: text(heard.sysDescr),
    remoteCapabilities: capabilitiesOf(heard.capabilities),
    remoteAddresses,
  }
}

/** Neighbours that speak LLDP, in the order of the table. */
export function lldpNeighboursOf(
  remote: Rows<keyof typeof lldpRemTable.columns>,
  addresses: Rows<keyof typeof lldpRemManAddrTable.columns>,
  translate: (portNumber: number) => LocalPort,
): Neighbour[] {
  const byRemote = managementAddresses([...addresses.keys()], 3)
  return [...remote].map(([index, row]) => {
    const [, portNumber = -1, remoteIndex] = indexNumbers(index)
    const heard = {
      chassisSubtype: row.lldpRemChassisIdSubtype,
      chassisId: row.lldpRemChassisId,
      portSubtype: row.lldpRemPortIdSubtype,
      portId: row.lldpRemPortId,
      portDescr: row.lldpRemPortDesc,
      sysName: row.lldpRemSysName,
      sysDescr: row.lldpRemSysDesc,
      capabilities: row.lldpRemSysCapEnabled,
    }
    return neighbour(translate(portNumber), heard, byRemote.get(`${portNumber}.${remoteIndex}`) ?? [])
  })
}

/** Neighbours of LLDP-V2-MIB, whose local port is an ifIndex (`local`). */
export function lldpV2NeighboursOf(
  remote: Rows<keyof typeof lldpV2RemTable.columns>,
  addresses: Rows<keyof typeof lldpV2RemManAddrTable.columns>,
  local: (ifIndex: number) => LocalPort,
): Neighbour[] {
  const byRemote = managementAddresses([...addresses.keys()], 4)
  return [...remote].map(([index, row]) => {
    const [, ifIndex = -1, ...rest] = indexNumbers(index)
    const heard = {
      chassisSubtype: row.lldpV2RemChassisIdSubtype,
      chassisId: row.lldpV2RemChassisId,
      portSubtype: row.lldpV2RemPortIdSubtype,
      portId: row.lldpV2RemPortId,
      portDescr: row.lldpV2RemPortDesc,
      sysName: row.lldpV2RemSysName,
      sysDescr: row.lldpV2RemSysDesc,
      capabilities: row.lldpV2RemSysCapEnabled,
    }
    return neighbour(local(ifIndex), heard, byRemote.get([ifIndex, ...rest].join('.')) ?? [])
  })
}

/**
 * Addresses by the remote's index without its time mark, which may have moved since. After the `parts` numbers of the
 * remote's index come the address family and the address (with its length before it, or without).
 */
function managementAddresses(indexes: readonly string[], parts: number): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const index of indexes) {
    const numbers = indexNumbers(index)
    // AddressFamilyNumbers has the numbers of InetAddressType for both families.
    const address = inetAddress(numbers[parts] ?? 0, numbers.slice(parts + 1))
    if (address === null || isUnspecific(address)) continue
    const key = numbers.slice(1, parts).join('.')
    const known = found.get(key) ?? []
    if (!known.includes(address)) found.set(key, [...known, address])
  }
  return found
}
