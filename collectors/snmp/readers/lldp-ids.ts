import type { ChassisIdSubtype, PortIdSubtype, SystemCapability } from '../../../src/model/device.js'
import { integer, ipAddress, mac, text, type Value } from '../wire/value.js'

/** LldpChassisIdSubtype (LLDP-MIB, IEEE 802.1AB-2005), by number. */
const CHASSIS_SUBTYPES: readonly (ChassisIdSubtype | null)[] = [
  null,
  'chassisComponent',
  'interfaceAlias',
  'portComponent',
  'macAddress',
  'networkAddress',
  'interfaceName',
  'local',
]
/** LldpPortIdSubtype (LLDP-MIB), by number. */
const PORT_SUBTYPES: readonly (PortIdSubtype | null)[] = [
  null,
  'interfaceAlias',
  'portComponent',
  'macAddress',
  'networkAddress',
  'interfaceName',
  'agentCircuitId',
  'local',
]

/** The subtype of a chassis id by name; null when it is none of the standard's. */
export function chassisIdSubtype(value: Value | undefined): ChassisIdSubtype | null {
  return CHASSIS_SUBTYPES[integer(value) ?? 0] ?? null
}

/** The subtype of a port id by name; null when it is none of the standard's. */
export function portIdSubtype(value: Value | undefined): PortIdSubtype | null {
  return PORT_SUBTYPES[integer(value) ?? 0] ?? null
}

/** An id in the form that its subtype gives it: a MAC with colons, an IP address, or text. */
export function idOf(subtype: string | null, value: Value | undefined): string | null {
  if (subtype === 'macAddress') return mac(value) ?? text(value)
  if (subtype === 'networkAddress' && Buffer.isBuffer(value)) {
    // First octet: IANA address family, 1 IPv4, 2 IPv6.
    return ipAddress(value.subarray(1)) ?? text(value)
  }
  const written = text(value)
  const isBinary = Buffer.isBuffer(value) && value.length === 6 && (written === null || /[^\x20-\x7e]/.test(written))
  return isBinary ? mac(value) : written
}

/** LldpSystemCapabilitiesMap (LLDP-MIB), by bit. */
const CAPABILITIES: readonly SystemCapability[] = [
  'other',
  'repeater',
  'bridge',
  'wlanAccessPoint',
  'router',
  'telephone',
  'docsisCableDevice',
  'stationOnly',
]

/**
 * What a system says that it does (lldpRemSysCapEnabled); empty when it says nothing. The map has one octet, of which
 * some agents send more; some write it as text, `28 00`.
 */
export function capabilitiesOf(value: Value | undefined): SystemCapability[] {
  if (!Buffer.isBuffer(value)) return []
  const [, digits] = /^([0-9a-f]{2})( |$)/i.exec(value.toString('latin1')) ?? []
  const octet = digits === undefined ? (value[0] ?? 0) : Number.parseInt(digits, 16)
  return CAPABILITIES.filter((_, bit) => (octet & (0x80 >> bit)) !== 0)
}
