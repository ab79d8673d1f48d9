import type { LabDevice } from '../device.js'
import { row, scalar, value } from '../values.js'
import type { LabObject } from '../view.js'

const BRIDGE = {
  dot1dBaseBridgeAddress: '1.3.6.1.2.1.17.1.1', // BRIDGE-MIB::dot1dBaseBridgeAddress
  dot1dBaseNumPorts: '1.3.6.1.2.1.17.1.2', // BRIDGE-MIB::dot1dBaseNumPorts
  dot1dBaseType: '1.3.6.1.2.1.17.1.3', // BRIDGE-MIB::dot1dBaseType
  dot1dBasePort: '1.3.6.1.2.1.17.1.4.1.1', // BRIDGE-MIB::dot1dBasePort
  dot1dBasePortIfIndex: '1.3.6.1.2.1.17.1.4.1.2', // BRIDGE-MIB::dot1dBasePortIfIndex
  dot1qVlanStaticName: '1.3.6.1.2.1.17.7.1.4.3.1.1', // Q-BRIDGE-MIB::dot1qVlanStaticName
  dot1qVlanStaticRowStatus: '1.3.6.1.2.1.17.7.1.4.3.1.5', // Q-BRIDGE-MIB::dot1qVlanStaticRowStatus
} as const

const TRANSPARENT_ONLY = 2
const ROW_ACTIVE = 1

/** dot1dBase (RFC 4188) and the static VLANs (RFC 4363) of a device that has some; nothing for any other. */
export function bridgeObjects(device: LabDevice): LabObject[] {
  if (device.vlans.length === 0) return []
  const ports = device.interfaces.filter((one) => one.bridged)
  return [
    scalar(BRIDGE.dot1dBaseBridgeAddress, value.octets(device.baseMac)),
    scalar(BRIDGE.dot1dBaseNumPorts, value.integer(ports.length)),
    scalar(BRIDGE.dot1dBaseType, value.integer(TRANSPARENT_ONLY)),
    ...ports.flatMap((port, at) =>
      row(
        [at + 1],
        [
          [BRIDGE.dot1dBasePort, value.integer(at + 1)],
          [BRIDGE.dot1dBasePortIfIndex, value.integer(port.ifIndex)],
        ],
      ),
    ),
    ...device.vlans.flatMap(({ vlanId, name }) =>
      row(
        [vlanId],
        [
          [BRIDGE.dot1qVlanStaticName, value.text(name)],
          [BRIDGE.dot1qVlanStaticRowStatus, value.integer(ROW_ACTIVE)],
        ],
      ),
    ),
  ]
}
