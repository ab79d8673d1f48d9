import type { LinkEnd } from './link.js'

/** What people call the device at an end: its name, else its address, else what it is told by. */
export function linkDeviceName({ sysName, managementAddress, toldAddresses, chassisId, portId }: LinkEnd): string {
  return sysName ?? managementAddress ?? toldAddresses[0] ?? chassisId ?? portId ?? '?'
}

/**
 * What people call the port at an end; null when nothing is known of it but what the device is already called by. A
 * description says more than a MAC.
 */
export function linkPortName(end: LinkEnd): string | null {
  const { ifName, ifIndex, portIdSubtype, portId, portDescr } = end
  if (ifName !== null) return ifName
  const told = portId === null || (portIdSubtype === 'macAddress' && portDescr !== null) ? portDescr : portId
  if (told !== null) return told === linkDeviceName(end) ? null : told
  return ifIndex === null ? null : `#${ifIndex}`
}

/** An end in one line: device and port. */
export function linkEndName(end: LinkEnd): string {
  return [linkDeviceName(end), linkPortName(end)].filter((part) => part !== null).join(' ')
}
