import type { Neighbour } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, ipAddress, mac, text, type Value } from '../wire/value.js'
import type { LocalPort } from './lldp-ports.js'

/** CISCO-CDP-MIB. Index: cdpCacheIfIndex, cdpCacheDeviceIndex. */
export const cdpCacheTable = defineTable('CISCO-CDP-MIB::cdpCacheEntry', '1.3.6.1.4.1.9.9.23.1.2.1.1', {
  cdpCacheAddressType: 3,
  cdpCacheAddress: 4,
  cdpCacheDeviceId: 6,
  cdpCacheDevicePort: 7,
  cdpCachePlatform: 8,
  cdpCacheSysName: 17,
})

/** FOUNDRY-SN-SWITCH-GROUP-MIB: what hears FDP, and CDP too. Index: snFdpCacheIfIndex, snFdpCacheDeviceIndex. */
export const snFdpCacheTable = defineTable(
  'FOUNDRY-SN-SWITCH-GROUP-MIB::snFdpCacheEntry',
  '1.3.6.1.4.1.1991.1.1.3.20.1.2.1.1',
  {
    snFdpCacheDeviceId: 3,
    snFdpCacheAddressType: 4,
    snFdpCacheAddress: 5,
    snFdpCacheDevicePort: 7,
    snFdpCachePlatform: 8,
    snFdpCacheVendorId: 10,
  },
)

const IP = 1 // CiscoNetworkProtocol, and snFdpCacheAddressType
const HEARD_BY_CDP = 2 // snFdpCacheVendorId

interface Heard {
  readonly deviceId: Value | undefined
  readonly port: Value | undefined
  readonly platform: Value | undefined
  readonly sysName?: Value | undefined
  readonly addressType: Value | undefined
  readonly address: Value | undefined
}

function neighbour(protocol: 'cdp' | 'fdp', local: LocalPort, heard: Heard): Neighbour {
  const deviceId = text(heard.deviceId)
  const deviceMac = mac(heard.deviceId)
  const isIp = integer(heard.addressType) === IP && Buffer.isBuffer(heard.address)
  const address = isIp ? ipAddress(heard.address) : null
  const port = text(heard.port)
  // `name.domain(serial)`: some models add their serial number to the device id.
  const named = deviceMac === null ? (deviceId?.replace(/\(.*\)$/, '') ?? null) : null
  return {
    protocol,
    localIfIndex: local.ifIndex,
    localPort: local.name,
    remoteChassisIdSubtype: deviceMac !== null ? 'macAddress' : deviceId !== null ? 'local' : null,
    remoteChassisId: deviceMac ?? deviceId,
    remotePortIdSubtype: port === null ? null : 'interfaceName',
    remotePortId: port,
    remotePortDescr: null,
    remoteSysName: text(heard.sysName) ?? named,
    remoteDescr: text(heard.platform),
    remoteCapabilities: [],
    remoteAddresses: address === null || address === '0.0.0.0' ? [] : [address],
  }
}

/** Neighbours that speak CDP, in the order of the table. */
export function cdpNeighboursOf(
  rows: Rows<keyof typeof cdpCacheTable.columns>,
  local: (ifIndex: number) => LocalPort,
): Neighbour[] {
  return [...rows].map(([index, row]) =>
    neighbour('cdp', local(indexNumbers(index)[0] ?? -1), {
      deviceId: row.cdpCacheDeviceId,
      port: row.cdpCacheDevicePort,
      platform: row.cdpCachePlatform,
      sysName: row.cdpCacheSysName,
      addressType: row.cdpCacheAddressType,
      address: row.cdpCacheAddress,
    }),
  )
}

/** Neighbours that a Foundry hears, each by the protocol that it speaks, in the order of the table. */
export function fdpNeighboursOf(
  rows: Rows<keyof typeof snFdpCacheTable.columns>,
  local: (ifIndex: number) => LocalPort,
): Neighbour[] {
  return [...rows].map(([index, row]) => {
    const protocol = integer(row.snFdpCacheVendorId) === HEARD_BY_CDP ? 'cdp' : 'fdp'
    return neighbour(protocol, local(indexNumbers(index)[0] ?? -1), {
      deviceId: row.snFdpCacheDeviceId,
      port: row.snFdpCacheDevicePort,
      platform: row.snFdpCachePlatform,
      addressType: row.snFdpCacheAddressType,
      address: row.snFdpCacheAddress,
    })
  })
}
