import type { ChassisIdSubtype, PortIdSubtype } from '../../src/model/device.js'
import type { HeardDescription } from './description.js'
import type { LabDevice, LabInterface, LabNeighbour } from './device.js'

interface End {
  readonly device: LabDevice
  readonly port: LabInterface
}

/**
 * Plugs the cables in: both ports come up at the slower's speed and are labelled, and each end that speaks LLDP is heard
 * by the other. One list of links makes both sides, so they cannot disagree.
 */
export function connect(
  devices: readonly LabDevice[],
  links: readonly (readonly [string, string])[],
  heard: readonly HeardDescription[],
): LabDevice[] {
  const plugged = new Map<LabInterface, { readonly ifAlias: string; readonly speedMbps: number }>()
  const neighbours = new Map<LabDevice, LabNeighbour[]>(devices.map((device) => [device, []]))
  const plug = (end: End, ifAlias: string, speedMbps: number): void => {
    if (plugged.has(end.port)) throw new Error(`board.yaml: ${end.device.name} ${end.port.ifName} has two cables`)
    plugged.set(end.port, { ifAlias, speedMbps })
  }
  for (const [one, other] of links) {
    const a = findEnd(devices, one)
    const b = findEnd(devices, other)
    const speedMbps = Math.min(a.port.speedMbps, b.port.speedMbps)
    plug(a, `vers ${b.device.name}`, speedMbps)
    plug(b, `vers ${a.device.name}`, speedMbps)
    if (a.device.lldp !== null && b.device.lldp !== null) {
      neighbours.get(a.device)?.push(neighbourOf(a.port, b))
      neighbours.get(b.device)?.push(neighbourOf(b.port, a))
    }
  }
  for (const one of heard) {
    const end = findEnd(devices, one.at)
    plug(end, one.sysName, end.port.speedMbps)
    neighbours.get(end.device)?.push(heardAt(end.port, one))
  }
  return devices.map((device) => ({
    ...device,
    neighbours: neighbours.get(device) ?? [],
    interfaces: device.interfaces.map((port) => {
      const cable = plugged.get(port)
      return cable === undefined ? port : { ...port, ...cable, up: true }
    }),
  }))
}

function findEnd(devices: readonly LabDevice[], end: string): End {
  const [name, ...words] = end.split(' ')
  const ifName = words.join(' ')
  const device = devices.find((one) => one.name === name)
  const port = device?.interfaces.find((one) => one.ifName === ifName)
  if (device === undefined || port === undefined) throw new Error(`board.yaml: no port '${end}'`)
  return { device, port }
}

function neighbourOf(localPort: LabInterface, { device, port }: End): LabNeighbour {
  const chassisIdSubtype = device.lldp?.chassisIdSubtype ?? 'macAddress'
  const portIdSubtype = device.lldp?.portIdSubtype ?? 'interfaceName'
  return {
    lldpPortNum: localPort.lldpPortNum,
    chassisIdSubtype,
    chassisId: chassisIdOf(device),
    portIdSubtype,
    portId: portIdOf(port, portIdSubtype),
    portDescr: port.ifDescr,
    sysName: device.name,
    sysDescr: device.sysDescr,
    capabilities: device.lldp?.capabilities ?? [],
    address: device.address,
  }
}

function heardAt(localPort: LabInterface, heard: HeardDescription): LabNeighbour {
  return {
    lldpPortNum: localPort.lldpPortNum,
    chassisIdSubtype: heard.chassisId.subtype,
    chassisId: identifier(heard.chassisId.subtype, heard.chassisId.value),
    portIdSubtype: heard.portId.subtype,
    portId: identifier(heard.portId.subtype, heard.portId.value),
    portDescr: heard.portDescr,
    sysName: heard.sysName,
    sysDescr: heard.sysDescr,
    capabilities: heard.capabilities,
    address: heard.address,
  }
}

/** What a device calls itself: its MAC, or its network address (family number 1, then four octets), or its name. */
export function chassisIdOf(device: LabDevice): Buffer {
  const subtype = device.lldp?.chassisIdSubtype ?? 'macAddress'
  if (subtype === 'macAddress') return device.baseMac
  return identifier(subtype, subtype === 'networkAddress' ? device.address : device.name)
}

export function portIdOf(port: LabInterface, subtype: PortIdSubtype): Buffer {
  return subtype === 'macAddress' ? port.mac : Buffer.from(port.ifName, 'utf8')
}

/** An identifier as LldpChassisId and LldpPortId encode it for its subtype (LLDP-MIB). */
function identifier(subtype: ChassisIdSubtype | PortIdSubtype, value: string): Buffer {
  if (subtype === 'macAddress') return Buffer.from(value.replaceAll(':', ''), 'hex')
  if (subtype === 'networkAddress') return Buffer.from([1, ...value.split('.').map(Number)])
  return Buffer.from(value, 'utf8')
}
