import type { Interface, Neighbour } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, ipAddress, mac, text } from '../wire/value.js'

/** CISCO-CDP-MIB. Index: cdpCacheIfIndex, cdpCacheDeviceIndex. */
export const cdpCacheTable = defineTable('CISCO-CDP-MIB::cdpCacheEntry', '1.3.6.1.4.1.9.9.23.1.2.1.1', {
  cdpCacheAddressType: 3,
  cdpCacheAddress: 4,
  cdpCacheDeviceId: 6,
  cdpCacheDevicePort: 7,
  cdpCacheSysName: 17,
})

const IP = 1 // CiscoNetworkProtocol

/** Neighbours that speak CDP, in the order of the table. */
export function cdpNeighboursOf(
  rows: Rows<keyof typeof cdpCacheTable.columns>,
  interfaces: readonly Interface[],
): Neighbour[] {
  const byIfIndex = new Map(interfaces.map((one) => [one.ifIndex, one]))
  return [...rows].map(([index, row]) => {
    const ifIndex = indexNumbers(index)[0] ?? -1
    const local = byIfIndex.get(ifIndex)
    const deviceId = text(row.cdpCacheDeviceId)
    const deviceMac = mac(row.cdpCacheDeviceId)
    const address =
      integer(row.cdpCacheAddressType) === IP && Buffer.isBuffer(row.cdpCacheAddress)
        ? ipAddress(row.cdpCacheAddress)
        : null
    const port = text(row.cdpCacheDevicePort)
    return {
      protocol: 'cdp',
      localIfIndex: local === undefined ? null : ifIndex,
      localPort: local?.ifName ?? local?.ifDescr ?? null,
      remoteChassisIdSubtype: deviceMac !== null ? 'macAddress' : deviceId !== null ? 'local' : null,
      remoteChassisId: deviceMac ?? deviceId,
      remotePortIdSubtype: port === null ? null : 'interfaceName',
      remotePortId: port,
      remotePortDescr: null,
      // `name.domain(serial)`: some models add their serial number to the device id.
      remoteSysName:
        text(row.cdpCacheSysName) ?? (deviceMac === null ? (deviceId?.replace(/\(.*\)$/, '') ?? null) : null),
      remoteAddresses: address === null || address === '0.0.0.0' ? [] : [address],
    }
  })
}

/**
 * LLDP and CDP neighbours together: one that is heard by both on the same port is one neighbour. LLDP says more, so it
 * stays, with the addresses of both.
 */
export function mergeNeighbours(lldp: readonly Neighbour[], cdp: readonly Neighbour[]): Neighbour[] {
  const merged = [...new Map(lldp.map((one) => [identity(one), one])).values()]
  for (const heard of cdp) {
    const at = merged.findIndex((known) => known.localIfIndex === heard.localIfIndex && isSame(known, heard))
    const known = merged[at]
    if (known === undefined) merged.push(heard)
    else {
      const remoteAddresses = [...new Set([...known.remoteAddresses, ...heard.remoteAddresses])]
      merged[at] = { ...known, remoteAddresses }
    }
  }
  return merged
}

/** Agents list one neighbour several times: for each of its addresses, or again after it restarted. */
function identity(one: Neighbour): string {
  return JSON.stringify([one.localIfIndex, one.localPort, one.remoteChassisId, one.remotePortId, one.remoteSysName])
}

function isSame(a: Neighbour, b: Neighbour): boolean {
  if (a.localIfIndex === null) return false
  const host = (name: string | null): string | null => name?.split('.')[0]?.toLowerCase() ?? null
  const isSameName = a.remoteSysName !== null && host(a.remoteSysName) === host(b.remoteSysName)
  const isSameChassis = a.remoteChassisId !== null && a.remoteChassisId === b.remoteChassisId
  return isSameName || isSameChassis || a.remoteAddresses.some((address) => b.remoteAddresses.includes(address))
}
