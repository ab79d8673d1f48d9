import type { Neighbour } from '../../model/device.js'
import type { LinkDevice } from '../../model/link.js'
import { macOf } from './ports.js'

/** Which of our devices a neighbour may be. */
export interface Candidates {
  readonly devices: readonly LinkDevice[]
  /**
   * `identifier`: its chassis id, the MAC of its port or its serial. `address`: one of ours has the address that it
   * gives. `name`: only the name is the same.
   */
  readonly by: 'identifier' | 'address' | 'name'
  /** What it calls itself by its MAC is none of that device's, though that device has MACs. */
  readonly contradicted: boolean
  /** Devices that have the address it gives, when they are others than those that its identifier says. */
  readonly elsewhere: readonly LinkDevice[]
}

const NONE: Candidates = { devices: [], by: 'name', contradicted: false, elsewhere: [] }

/** How many devices may share an identifier before it identifies nothing, as the default of a whole series does. */
const MOST_SHARED = 8

/** The first label of a host name, in lower case; an address is kept whole. */
export function hostOf(name: string): string {
  const lower = name.trim().toLowerCase()
  return /^[\d.]+$|[\s:]/.test(lower) ? lower : (lower.split('.')[0] ?? lower)
}

class Index {
  private readonly owners = new Map<string, LinkDevice[]>()

  add(key: string | null, device: LinkDevice): void {
    if (key === null || key === '') return
    const known = this.owners.get(key)
    if (known === undefined) this.owners.set(key, [device])
    else if (known.at(-1) !== device) known.push(device)
  }

  of(key: string | null): readonly LinkDevice[] {
    const owners = key === null ? [] : (this.owners.get(key) ?? [])
    return owners.length > MOST_SHARED ? [] : owners
  }
}

/** `name(SERIAL)`: what some models give as their CDP device id. */
function serialIn(id: string): string {
  return /\(([^()]+)\)$/.exec(id)?.[1] ?? id
}

/**
 * True when a device that is not found by a chassis MAC cannot have it: it tells another one, or has MACs of which none
 * is of the same block of 256. (The MAC of a chassis is often none of its interfaces', but one beside them.)
 */
function hasOtherMacs({ chassisMac, interfaces }: LinkDevice, told: string): boolean {
  if (chassisMac !== null) return true
  const macs = interfaces.flatMap(({ physAddress }) => (physAddress === null ? [] : [physAddress]))
  return macs.length > 0 && !macs.some((mac) => mac.startsWith(told.slice(0, 15)))
}

/**
 * Finds which of a board's devices a neighbour is. The surest comes first: chassis id by its subtype (IEEE 802.1AB
 * 8.5.2), MAC of the port, serial in a CDP device id, management address, and last the name, which only corroborates:
 * configurations are cloned with their names.
 */
export function directoryOf(devices: readonly LinkDevice[]): (neighbour: Neighbour, heardBy: LinkDevice) => Candidates {
  const told = new Set<string>()
  for (const { neighbours } of devices) {
    for (const { remoteChassisId, remotePortId } of neighbours) {
      for (const id of [remoteChassisId, remotePortId]) {
        const mac = macOf(id)
        if (mac !== null) told.add(mac)
      }
    }
  }
  const byChassis = new Index()
  const byMac = new Index()
  const byAddress = new Index()
  const bySerial = new Index()
  const byName = new Index()
  const byHost = new Index()
  for (const device of devices) {
    byChassis.add(macOf(device.chassisMac), device)
    bySerial.add(device.serialNumber, device)
    for (const address of [device.managementAddress, ...device.addresses]) byAddress.add(address, device)
    byName.add(device.sysName?.trim().toLowerCase() ?? null, device)
    byHost.add(device.sysName === null ? null : hostOf(device.sysName), device)
    for (const { physAddress } of device.interfaces) {
      const mac = macOf(physAddress)
      if (mac !== null && told.has(mac)) byMac.add(mac, device)
    }
  }
  const ownersOf = (mac: string | null): readonly LinkDevice[] => {
    const owners = byChassis.of(mac)
    return owners.length > 0 ? owners : byMac.of(mac)
  }
  const named = (name: string | null): readonly LinkDevice[] => {
    if (name === null || name.trim() === '') return []
    const whole = byName.of(name.trim().toLowerCase())
    return whole.length > 0 ? whole : byHost.of(hostOf(name))
  }

  return (n, heardBy) => {
    const chassisMac = n.remoteChassisIdSubtype === 'networkAddress' ? null : macOf(n.remoteChassisId)
    const isText = n.remoteChassisIdSubtype !== 'macAddress' && n.remoteChassisId !== null
    const byId = [
      ownersOf(chassisMac),
      n.remotePortIdSubtype === 'macAddress' ? byMac.of(macOf(n.remotePortId)) : [],
      isText ? bySerial.of(serialIn(n.remoteChassisId)) : [],
    ].find((owners) => owners.length > 0)
    const gives = [...(isText ? [n.remoteChassisId] : []), ...n.remoteAddresses]
    const here = gives.map((address) => byAddress.of(address)).find((owners) => owners.length > 0) ?? []
    const name = n.remoteSysName ?? (isText ? n.remoteChassisId.replace(/\(.*\)$/, '') : null)
    // A neighbour with the device's own name is another box with a copy of its configuration.
    const alike = named(name).filter((one) => one !== heardBy)
    const among = (owners: readonly LinkDevice[], others: readonly LinkDevice[]): readonly LinkDevice[] => {
      const both = owners.filter((owner) => others.includes(owner))
      return owners.length > 1 && both.length > 0 ? both : owners
    }
    const found = (by: Candidates['by'], owners: readonly LinkDevice[]): Candidates => {
      const close = among(among(owners, here), alike)
      const haveOtherMacs = chassisMac !== null && close.every((one) => hasOtherMacs(one, chassisMac))
      const isNamedAlike = close.some((one) => alike.includes(one))
      return {
        devices: close,
        by,
        contradicted: by !== 'identifier' && haveOtherMacs && !(by === 'address' && isNamedAlike),
        elsewhere: by === 'identifier' && here.length > 0 && !close.some((one) => here.includes(one)) ? here : [],
      }
    }
    if (byId !== undefined) return found('identifier', byId)
    if (here.length > 0) return found('address', here)
    return alike.length > 0 ? found('name', alike) : NONE
  }
}
