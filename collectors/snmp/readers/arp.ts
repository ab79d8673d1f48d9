import type { AddressSighting } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, mac } from '../wire/value.js'
import { inetAddress, isUnspecific } from './inet-address.js'
import { isStation } from './stations.js'

/** IP-MIB, as RFC 1213 had it: ARP. Index: ipNetToMediaIfIndex, ipNetToMediaNetAddress. */
export const ipNetToMediaTable = defineTable('IP-MIB::ipNetToMediaEntry', '1.3.6.1.2.1.4.22.1', {
  ipNetToMediaPhysAddress: 2,
  ipNetToMediaType: 4,
})

/** IP-MIB, RFC 4293: ARP and IPv6 neighbours. Index: ipNetToPhysicalIfIndex, …NetAddressType, …NetAddress. */
export const ipNetToPhysicalTable = defineTable('IP-MIB::ipNetToPhysicalEntry', '1.3.6.1.2.1.4.35.1', {
  ipNetToPhysicalPhysAddress: 4,
  ipNetToPhysicalType: 6,
  ipNetToPhysicalState: 7,
})

const INVALID = 2 // of both types
const LOCAL = 5 // ipNetToPhysicalType: the device itself
const UNRESOLVED = [5, 7] // ipNetToPhysicalState: invalid(5), incomplete(7)

/** Which machine has which address, as the device has resolved it: each pair once an interface. */
export function addressSightingsOf(
  media: Rows<keyof typeof ipNetToMediaTable.columns>,
  physical: Rows<keyof typeof ipNetToPhysicalTable.columns>,
): AddressSighting[] {
  const found = new Map<string, AddressSighting>()
  const add = (ifIndex: number, address: string | null, physAddress: string | null): void => {
    if (address === null || physAddress === null || !isStation(physAddress)) return
    if (isUnspecific(address) || /^(22[4-9]|23\d|255)\.|^ff/.test(address)) return
    found.set(`${ifIndex} ${address} ${physAddress}`, { address, mac: physAddress, ifIndex })
  }
  for (const [index, row] of physical) {
    const [ifIndex = 0, type = 0, ...octets] = indexNumbers(index)
    const kind = integer(row.ipNetToPhysicalType)
    const isLost = UNRESOLVED.includes(integer(row.ipNetToPhysicalState) ?? 0)
    if (kind === INVALID || kind === LOCAL || isLost) continue
    add(ifIndex, inetAddress(type, octets), mac(row.ipNetToPhysicalPhysAddress))
  }
  for (const [index, row] of media) {
    const [ifIndex = 0, ...octets] = indexNumbers(index)
    if (integer(row.ipNetToMediaType) === INVALID) continue
    add(ifIndex, inetAddress(1, octets), mac(row.ipNetToMediaPhysAddress))
  }
  return [...found.values()]
}
