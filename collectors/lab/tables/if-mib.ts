import type { LabDevice, LabInterface } from '../device.js'
import { row, scalar, value } from '../values.js'
import type { LabObject } from '../view.js'

const IF = {
  ifNumber: '1.3.6.1.2.1.2.1', // IF-MIB::ifNumber
  ifIndex: '1.3.6.1.2.1.2.2.1.1', // IF-MIB::ifIndex
  ifDescr: '1.3.6.1.2.1.2.2.1.2', // IF-MIB::ifDescr
  ifType: '1.3.6.1.2.1.2.2.1.3', // IF-MIB::ifType
  ifMtu: '1.3.6.1.2.1.2.2.1.4', // IF-MIB::ifMtu
  ifSpeed: '1.3.6.1.2.1.2.2.1.5', // IF-MIB::ifSpeed
  ifPhysAddress: '1.3.6.1.2.1.2.2.1.6', // IF-MIB::ifPhysAddress
  ifAdminStatus: '1.3.6.1.2.1.2.2.1.7', // IF-MIB::ifAdminStatus
  ifOperStatus: '1.3.6.1.2.1.2.2.1.8', // IF-MIB::ifOperStatus
  ifLastChange: '1.3.6.1.2.1.2.2.1.9', // IF-MIB::ifLastChange
  ifInOctets: '1.3.6.1.2.1.2.2.1.10', // IF-MIB::ifInOctets
  ifOutOctets: '1.3.6.1.2.1.2.2.1.16', // IF-MIB::ifOutOctets
  ifName: '1.3.6.1.2.1.31.1.1.1.1', // IF-MIB::ifName
  ifHCInOctets: '1.3.6.1.2.1.31.1.1.1.6', // IF-MIB::ifHCInOctets
  ifHCOutOctets: '1.3.6.1.2.1.31.1.1.1.10', // IF-MIB::ifHCOutOctets
  ifHighSpeed: '1.3.6.1.2.1.31.1.1.1.15', // IF-MIB::ifHighSpeed
  ifAlias: '1.3.6.1.2.1.31.1.1.1.18', // IF-MIB::ifAlias
  dot3StatsDuplexStatus: '1.3.6.1.2.1.10.7.2.1.19', // EtherLike-MIB::dot3StatsDuplexStatus
} as const

/** ifSpeed's greatest value: a faster interface gives this, and its speed in ifHighSpeed (RFC 2863). */
const MAX_GAUGE32 = 4_294_967_295
const ETHERNET_CSMACD = 6
const UP = 1
const DOWN = 2
const DUPLEX = { unknown: 1, fullDuplex: 3 } as const

/** ifTable and ifXTable (RFC 2863), and the duplex of Ethernet ports (RFC 3635). */
export function interfaceObjects(device: LabDevice): LabObject[] {
  return [
    scalar(IF.ifNumber, value.integer(device.interfaces.length)),
    ...device.interfaces.flatMap((one) => interfaceRow(one, device.baseMac[3] ?? 0)),
  ]
}

function interfaceRow(one: LabInterface, seed: number): LabObject[] {
  const octets = one.up ? BigInt(one.ifIndex) * 1_000_003n + BigInt(seed) * 5_000_000_000n : 0n
  const duplex = one.up ? DUPLEX.fullDuplex : DUPLEX.unknown
  return row(
    [one.ifIndex],
    [
      [IF.ifIndex, value.integer(one.ifIndex)],
      [IF.ifDescr, value.text(one.ifDescr)],
      [IF.ifType, value.integer(one.ifType)],
      [IF.ifMtu, value.integer(one.mtu)],
      [IF.ifSpeed, value.gauge32(Math.min(one.speedMbps * 1_000_000, MAX_GAUGE32))],
      [IF.ifPhysAddress, value.octets(one.mac)],
      [IF.ifAdminStatus, value.integer(UP)],
      [IF.ifOperStatus, value.integer(one.up ? UP : DOWN)],
      [IF.ifLastChange, value.timeTicks(one.up ? 4_200 : 0)],
      [IF.ifInOctets, value.counter32(Number(octets % 4_294_967_296n))],
      [IF.ifOutOctets, value.counter32(Number((octets / 3n) % 4_294_967_296n))],
      [IF.ifName, value.text(one.ifName)],
      [IF.ifHCInOctets, value.counter64(octets)],
      [IF.ifHCOutOctets, value.counter64(octets / 3n)],
      [IF.ifHighSpeed, value.gauge32(one.speedMbps)],
      [IF.ifAlias, value.text(one.ifAlias)],
      ...(one.ifType === ETHERNET_CSMACD ? [[IF.dot3StatsDuplexStatus, value.integer(duplex)] as const] : []),
    ],
  )
}
