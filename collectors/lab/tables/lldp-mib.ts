import type { ChassisIdSubtype, PortIdSubtype } from '../../../src/model/device.js'
import type { LabDevice, LabLldp, LabNeighbour } from '../device.js'
import { chassisIdOf, portIdOf } from '../links.js'
import { bits, row, scalar, value } from '../values.js'
import type { LabObject } from '../view.js'
import { managementIfIndex } from './system.js'

const LOCAL = {
  lldpLocChassisIdSubtype: '1.0.8802.1.1.2.1.3.1', // LLDP-MIB::lldpLocChassisIdSubtype
  lldpLocChassisId: '1.0.8802.1.1.2.1.3.2', // LLDP-MIB::lldpLocChassisId
  lldpLocSysName: '1.0.8802.1.1.2.1.3.3', // LLDP-MIB::lldpLocSysName
  lldpLocSysDesc: '1.0.8802.1.1.2.1.3.4', // LLDP-MIB::lldpLocSysDesc
  lldpLocSysCapSupported: '1.0.8802.1.1.2.1.3.5', // LLDP-MIB::lldpLocSysCapSupported
  lldpLocSysCapEnabled: '1.0.8802.1.1.2.1.3.6', // LLDP-MIB::lldpLocSysCapEnabled
  lldpLocPortIdSubtype: '1.0.8802.1.1.2.1.3.7.1.2', // LLDP-MIB::lldpLocPortIdSubtype
  lldpLocPortId: '1.0.8802.1.1.2.1.3.7.1.3', // LLDP-MIB::lldpLocPortId
  lldpLocPortDesc: '1.0.8802.1.1.2.1.3.7.1.4', // LLDP-MIB::lldpLocPortDesc
  lldpLocManAddrIfId: '1.0.8802.1.1.2.1.3.8.1.5', // LLDP-MIB::lldpLocManAddrIfId
} as const

const REMOTE = {
  lldpRemChassisIdSubtype: '1.0.8802.1.1.2.1.4.1.1.4', // LLDP-MIB::lldpRemChassisIdSubtype
  lldpRemChassisId: '1.0.8802.1.1.2.1.4.1.1.5', // LLDP-MIB::lldpRemChassisId
  lldpRemPortIdSubtype: '1.0.8802.1.1.2.1.4.1.1.6', // LLDP-MIB::lldpRemPortIdSubtype
  lldpRemPortId: '1.0.8802.1.1.2.1.4.1.1.7', // LLDP-MIB::lldpRemPortId
  lldpRemPortDesc: '1.0.8802.1.1.2.1.4.1.1.8', // LLDP-MIB::lldpRemPortDesc
  lldpRemSysName: '1.0.8802.1.1.2.1.4.1.1.9', // LLDP-MIB::lldpRemSysName
  lldpRemSysDesc: '1.0.8802.1.1.2.1.4.1.1.10', // LLDP-MIB::lldpRemSysDesc
  lldpRemSysCapSupported: '1.0.8802.1.1.2.1.4.1.1.11', // LLDP-MIB::lldpRemSysCapSupported
  lldpRemSysCapEnabled: '1.0.8802.1.1.2.1.4.1.1.12', // LLDP-MIB::lldpRemSysCapEnabled
  lldpRemManAddrIfSubtype: '1.0.8802.1.1.2.1.4.2.1.3', // LLDP-MIB::lldpRemManAddrIfSubtype
  lldpRemManAddrIfId: '1.0.8802.1.1.2.1.4.2.1.4', // LLDP-MIB::lldpRemManAddrIfId
} as const

/** LldpChassisIdSubtype and LldpPortIdSubtype (LLDP-MIB). */
const CHASSIS_ID_SUBTYPE: Readonly<Record<ChassisIdSubtype, number>> = {
  chassisComponent: 1,
  interfaceAlias: 2,
  portComponent: 3,
  macAddress: 4,
  networkAddress: 5,
  interfaceName: 6,
  local: 7,
}
const PORT_ID_SUBTYPE: Readonly<Record<PortIdSubtype, number>> = {
  interfaceAlias: 1,
  portComponent: 2,
  macAddress: 3,
  networkAddress: 4,
  interfaceName: 5,
  agentCircuitId: 6,
  local: 7,
}
/** Bits of LldpSystemCapabilitiesMap (LLDP-MIB). */
const CAPABILITY: Readonly<Record<LabLldp['capabilities'][number], number>> = {
  bridge: 2,
  wlanAccessPoint: 3,
  router: 4,
  telephone: 5,
  stationOnly: 7,
}

/** When each neighbour was last heard anew: a time mark, the first index of a remote row, seldom 0 on real devices. */
const TIME_MARK = 647_827
const IPV4 = 1
const IF_INDEX_NUMBERING = 2

/** Local system, local ports and neighbours (LLDP-MIB, IEEE 802.1AB-2005); nothing where the MIB is not in view. */
export function lldpObjects(device: LabDevice): LabObject[] {
  const { lldp } = device
  if (lldp === null || !lldp.inView) return []
  const capabilities = capabilityBits(lldp.capabilities)
  return [
    scalar(LOCAL.lldpLocChassisIdSubtype, value.integer(CHASSIS_ID_SUBTYPE[lldp.chassisIdSubtype])),
    scalar(LOCAL.lldpLocChassisId, value.octets(chassisIdOf(device))),
    scalar(LOCAL.lldpLocSysName, value.text(device.name)),
    scalar(LOCAL.lldpLocSysDesc, value.text(device.sysDescr)),
    scalar(LOCAL.lldpLocSysCapSupported, capabilities),
    scalar(LOCAL.lldpLocSysCapEnabled, capabilities),
    ...row(addressIndex(device.address), [[LOCAL.lldpLocManAddrIfId, value.integer(managementIfIndex(device))]]),
    ...device.interfaces
      .filter((port) => port.bridged)
      .flatMap((port) =>
        row(
          [port.lldpPortNum],
          [
            [LOCAL.lldpLocPortIdSubtype, value.integer(PORT_ID_SUBTYPE[lldp.portIdSubtype])],
            [LOCAL.lldpLocPortId, value.octets(portIdOf(port, lldp.portIdSubtype))],
            [LOCAL.lldpLocPortDesc, value.text(port.ifDescr)],
          ],
        ),
      ),
    ...device.neighbours.flatMap((neighbour, at) => remoteRow(neighbour, at + 1)),
  ]
}

function remoteRow(neighbour: LabNeighbour, lldpRemIndex: number): LabObject[] {
  const index = [TIME_MARK, neighbour.lldpPortNum, lldpRemIndex]
  const capabilities = capabilityBits(neighbour.capabilities)
  const columns = row(index, [
    [REMOTE.lldpRemChassisIdSubtype, value.integer(CHASSIS_ID_SUBTYPE[neighbour.chassisIdSubtype])],
    [REMOTE.lldpRemChassisId, value.octets(neighbour.chassisId)],
    [REMOTE.lldpRemPortIdSubtype, value.integer(PORT_ID_SUBTYPE[neighbour.portIdSubtype])],
    [REMOTE.lldpRemPortId, value.octets(neighbour.portId)],
    [REMOTE.lldpRemPortDesc, value.text(neighbour.portDescr)],
    [REMOTE.lldpRemSysName, value.text(neighbour.sysName)],
    [REMOTE.lldpRemSysDesc, value.text(neighbour.sysDescr)],
    [REMOTE.lldpRemSysCapSupported, capabilities],
    [REMOTE.lldpRemSysCapEnabled, capabilities],
  ])
  if (neighbour.address === null) return columns
  return [
    ...columns,
    ...row(
      [...index, ...addressIndex(neighbour.address)],
      [
        [REMOTE.lldpRemManAddrIfSubtype, value.integer(IF_INDEX_NUMBERING)],
        [REMOTE.lldpRemManAddrIfId, value.integer(1)],
      ],
    ),
  ]
}

/** A management address as an index: its kind, its length, its octets. */
function addressIndex(address: string): number[] {
  return [IPV4, 4, ...address.split('.').map(Number)]
}

function capabilityBits(capabilities: LabLldp['capabilities']): Buffer {
  return value.octets(bits(capabilities.map((name) => CAPABILITY[name])))
}
