import type { LinkEnd } from './link.js'

/** What people call the device at an end: its name, else its address, else what it is told by. */
export function linkDeviceName({ sysName, managementAddress, toldAddresses, chassisId, portId }: LinkEnd): string {
  return sysName ?? managementAddress ?? toldAddresses[0] ?? chassisId ?? portId ?? '?'
}

/** What people call the port at an end; null when nothing is known of it. A description says more than a MAC. */
export function linkPortName({ ifName, ifIndex, portIdSubtype, portId, portDescr }: LinkEnd): string | null {
  if (ifName !== null) return ifName
  if (portId !== null && !(portIdSubtype === 'macAddress' && portDescr !== null)) return portId
  return portDescr ?? (ifIndex === null ? null : `#${ifIndex}`)
}
