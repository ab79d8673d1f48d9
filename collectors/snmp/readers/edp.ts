import type { Neighbour } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, mac, text } from '../wire/value.js'
import type { LocalPort } from './lldp-ports.js'

/** EXTREME-EDP-MIB. Index: extremeEdpPortIfIndex, extremeEdpNeighborId (ExtremeDeviceId: 8 octets). */
export const extremeEdpTable = defineTable('EXTREME-EDP-MIB::extremeEdpEntry', '1.3.6.1.4.1.1916.1.13.2.1', {
  extremeEdpNeighborName: 3,
  extremeEdpNeighborSoftwareVersion: 4,
  extremeEdpNeighborSlot: 5,
  extremeEdpNeighborPort: 6,
})

/** Neighbours that speak EDP, in the order of the table. A neighbour's id is two octets, then its MAC. */
export function edpNeighboursOf(
  rows: Rows<keyof typeof extremeEdpTable.columns>,
  local: (ifIndex: number) => LocalPort,
): Neighbour[] {
  return [...rows].map(([index, row]) => {
    const [ifIndex = -1, ...octets] = indexNumbers(index)
    // Some agents write the length of the id before it, which a fixed size needs not (RFC 2578, 7.7).
    const id = octets.length === 9 && octets[0] === 8 ? octets.slice(1) : octets
    const remoteChassisId = id.length === 8 ? mac(Buffer.from(id.slice(2))) : null
    const slot = integer(row.extremeEdpNeighborSlot) ?? 0
    const port = integer(row.extremeEdpNeighborPort)
    const { ifIndex: localIfIndex, name: localPort } = local(ifIndex)
    return {
      protocol: 'edp',
      localIfIndex,
      localPort,
      remoteChassisIdSubtype: remoteChassisId === null ? null : 'macAddress',
      remoteChassisId,
      remotePortIdSubtype: port === null ? null : 'interfaceName',
      remotePortId: port === null ? null : slot > 0 ? `${slot}:${port}` : String(port),
      remotePortDescr: null,
      remoteSysName: text(row.extremeEdpNeighborName),
      remoteDescr: text(row.extremeEdpNeighborSoftwareVersion),
      remoteCapabilities: [],
      remoteAddresses: [],
    }
  })
}
