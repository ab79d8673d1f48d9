import type { LabDevice } from '../device.js'
import { row, scalar, value } from '../values.js'
import type { LabObject } from '../view.js'

const SYSTEM = {
  sysDescr: '1.3.6.1.2.1.1.1', // SNMPv2-MIB::sysDescr
  sysObjectID: '1.3.6.1.2.1.1.2', // SNMPv2-MIB::sysObjectID
  sysUpTime: '1.3.6.1.2.1.1.3', // SNMPv2-MIB::sysUpTime
  sysContact: '1.3.6.1.2.1.1.4', // SNMPv2-MIB::sysContact
  sysName: '1.3.6.1.2.1.1.5', // SNMPv2-MIB::sysName
  sysLocation: '1.3.6.1.2.1.1.6', // SNMPv2-MIB::sysLocation
  sysServices: '1.3.6.1.2.1.1.7', // SNMPv2-MIB::sysServices
} as const

const ADDRESS = {
  ipAdEntAddr: '1.3.6.1.2.1.4.20.1.1', // IP-MIB::ipAdEntAddr
  ipAdEntIfIndex: '1.3.6.1.2.1.4.20.1.2', // IP-MIB::ipAdEntIfIndex
  ipAdEntNetMask: '1.3.6.1.2.1.4.20.1.3', // IP-MIB::ipAdEntNetMask
} as const

/** Hundredths of a second since the start: fixed, so that two walks of the lab are equal. */
const UPTIME = 1_234_567_00

/** The system group (RFC 3418), and the management address in ipAddrTable (RFC 4293). */
export function systemObjects(device: LabDevice): LabObject[] {
  return [
    scalar(SYSTEM.sysDescr, value.text(device.sysDescr)),
    scalar(SYSTEM.sysObjectID, value.oid(device.sysObjectID)),
    scalar(SYSTEM.sysUpTime, value.timeTicks(UPTIME)),
    scalar(SYSTEM.sysContact, value.text(device.sysContact)),
    scalar(SYSTEM.sysName, value.text(device.name)),
    scalar(SYSTEM.sysLocation, value.text(device.sysLocation)),
    scalar(SYSTEM.sysServices, value.integer(device.sysServices)),
    ...row(device.address.split('.').map(Number), [
      [ADDRESS.ipAdEntAddr, value.ipAddress(device.address)],
      [ADDRESS.ipAdEntIfIndex, value.integer(managementIfIndex(device))],
      [ADDRESS.ipAdEntNetMask, value.ipAddress('255.255.255.240')],
    ]),
  ]
}

/** The interface that holds the address: the one outside the bridge if there is one, else the first. */
export function managementIfIndex(device: LabDevice): number {
  const [first] = device.interfaces
  return (device.interfaces.find((one) => !one.bridged && one.mac.length > 0) ?? first)?.ifIndex ?? 1
}
