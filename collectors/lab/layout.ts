import type { DeviceDescription, Family } from './description.js'
import type { LabDevice, LabInterface } from './device.js'

/**
 * Lays a described device out: ports given in bulk become interfaces, `{serial}` and the like become values.
 * Nothing is plugged in yet.
 *
 * MAC addresses come from the address, in the locally administered range: 127.98.3.7 is 02:98:03:07:00:00, and its
 * ports count up from there. No maker has them.
 */
export function layOutDevice(described: DeviceDescription, family: Family, contact: string): LabDevice {
  const baseMac = Buffer.from([0x02, ...described.address.split('.').slice(1).map(Number), 0x00, 0x00])
  const fill = filler(described, family, baseMac)
  return {
    address: described.address,
    name: described.name,
    family: described.family,
    behaviour: described.behaviour,
    versions: described.versions,
    delayMs: described.behaviour === 'slow' ? described.delayMs : 0,
    loopsIn: '1.3.6.1.2.1.31.1.1.1', // IF-MIB::ifXEntry
    sysDescr: fill(family.sysDescr),
    sysObjectID: family.sysObjectID,
    sysLocation: described.location,
    sysContact: contact,
    sysServices: family.sysServices,
    baseMac,
    interfaces: layOutInterfaces(family, baseMac),
    components: family.components.map((row) => ({
      ...row,
      serialNumber: fill(row.serialNumber),
      softwareRev: fill(row.softwareRev),
      firmwareRev: fill(row.firmwareRev),
      descr: fill(row.descr),
    })),
    lldp: family.lldp,
    neighbours: [],
    vlans: Object.entries(described.vlans).map(([vlanId, name]) => ({ vlanId: Number(vlanId), name })),
    printer: family.printer === null ? null : { description: family.printer, serialNumber: described.serials[0] ?? '' },
    supplies: described.supplies ?? family.supplies,
    ups:
      family.ups === null
        ? null
        : {
            ...family.ups,
            chargePercent: described.chargePercent,
            minutesLeft: Math.round(described.chargePercent / 2),
          },
    extras: family.extras.map((one) => ({ ...one, oid: fill(one.oid), value: fill(one.value) })),
  }
}

function layOutInterfaces(family: Family, baseMac: Buffer): LabInterface[] {
  const interfaces: LabInterface[] = []
  for (const group of family.ports) {
    for (let at = 0; at < group.count; at++) {
      const name = (pattern: string): string => pattern.replaceAll('{n}', String(group.first + at))
      const ordinal = interfaces.length + 1
      interfaces.push({
        ifIndex: group.ifIndex + at,
        ifName: name(group.ifName),
        ifDescr: name(group.ifDescr ?? group.ifName),
        ifAlias: '',
        ifType: group.ifType,
        mtu: group.mtu,
        speedMbps: group.speedMbps,
        mac: portMac(baseMac, group.ifType === SOFTWARE_LOOPBACK ? null : ordinal),
        up: at < group.up,
        bridged: group.bridged,
        lldpPortNum: family.lldp?.portNumber === 'ordinal' ? ordinal : group.ifIndex + at,
      })
    }
  }
  return interfaces
}

/** IANAifType softwareLoopback(24): it has no MAC. */
const SOFTWARE_LOOPBACK = 24

function portMac(baseMac: Buffer, ordinal: number | null): Buffer {
  if (ordinal === null) return Buffer.alloc(0)
  const mac = Buffer.from(baseMac)
  mac.writeUInt16BE(ordinal, 4)
  return mac
}

/** Replaces `{serial}`, `{serial2}`, `{version}`, `{name}`, `{mac}`, `{macHex}` and `{macIndex}`; anything else in braces is a mistake. */
function filler(described: DeviceDescription, family: Family, baseMac: Buffer): (text: string) => string {
  const octets = [...baseMac].map((octet) => octet.toString(16).padStart(2, '0'))
  const values: Readonly<Record<string, string | undefined>> = {
    serial: described.serials[0],
    serial2: described.serials[1],
    version: described.version ?? family.version,
    name: described.name,
    mac: octets.join(':'),
    macHex: octets.join(''),
    macIndex: [...baseMac].join('.'),
  }
  return (text) =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value = values[key]
      if (value === undefined) throw new Error(`${described.name}: nothing to put for {${key}}`)
      return value
    })
}
