import { parseMac } from '../lib/mac.js'
import { groupedBy } from '../lib/group.js'
import type { Identifier, SeenThing } from '../model/fleet.js'
import { natureOfMac } from './fleet-identifiers.js'
import type { SeenComponent, SeenDevice, SeenInterface, SeenNeighbour } from '../model/seen.js'

/** What was read on the network. */
export interface SeenFacts {
  readonly devices: readonly SeenDevice[]
  readonly components: readonly SeenComponent[]
  /** Those whose MAC is worth keeping are enough: what rows and neighbours name. */
  readonly interfaces: readonly SeenInterface[]
  readonly neighbours: readonly SeenNeighbour[]
  /** Where a device is; null when nothing places it. */
  buildingOf(device: SeenDevice): string | null
}

/**
 * Everything that is on the network, once each: the devices that answer, with every serial and MAC that they show, then
 * what they hear at their ports (LLDP, CDP) and that never answered itself, a telephone for instance.
 *
 * A device that no longer answers but is still heard was seen when it was heard. What is heard is placed where the
 * device that hears it is.
 */
export function deriveSeen(facts: SeenFacts): SeenThing[] {
  const { devices, neighbours, buildingOf } = facts
  const known = new Known(facts)
  const heardAt = new Map<number, string>()
  const strangers = new Strangers()
  const byId = new Map(devices.map((device) => [device.id, device]))
  for (const neighbour of neighbours) {
    const by = byId.get(neighbour.device)
    if (by === undefined || by.isGone) continue
    const at = by.isWhole ? by.lastSeen : neighbour.since
    const device = known.find(neighbour)
    if (device === null) strangers.add({ neighbour, by, at })
    else if (device !== 'several' && (heardAt.get(device) ?? '') < at) heardAt.set(device, at)
  }
  const answering = devices.map((device): SeenThing => {
    const heard = heardAt.get(device.id) ?? ''
    return {
      id: `device ${device.id}`,
      managementAddress: device.managementAddress,
      sysName: device.saidName ?? device.sysName,
      vendor: device.vendor,
      model: device.model,
      building: buildingOf(device),
      lastSeen: heard > device.lastSeen ? heard : device.lastSeen,
      isGone: device.isGone,
      isIgnored: device.isIgnored,
      isPlacedByHand: device.saidBuilding !== null,
      heardAt: null,
      ...known.identifiersOf(device),
    }
  })
  return [...answering, ...strangers.all().map((heard, i) => strangerThing(heard, i, buildingOf))]
}

/** The devices, by all that designates them. */
class Known {
  readonly #components: ReadonlyMap<number, readonly SeenComponent[]>
  readonly #interfaces: ReadonlyMap<number, readonly SeenInterface[]>
  readonly #byToken = new Map<string, number | 'several'>()

  constructor({ devices, components, interfaces }: SeenFacts) {
    this.#components = groupedBy(components, ({ device }) => device)
    this.#interfaces = groupedBy(interfaces, ({ device }) => device)
    for (const device of devices) {
      const macs = [device.chassisMac, ...this.#interfacesOf(device.id).map(({ mac }) => mac)]
      const tokens = [
        ...macs.flatMap((mac) => (mac === null ? [] : [`mac ${mac}`])),
        // Another box has the address, and the name, of one that is gone.
        ...(device.isGone ? [] : [device.managementAddress, ...device.addresses].map((each) => `address ${each}`)),
        ...(device.isGone || device.sysName === null ? [] : [`name ${device.sysName.toLowerCase()}`]),
      ]
      for (const token of new Set(tokens)) this.#byToken.set(token, this.#byToken.has(token) ? 'several' : device.id)
    }
  }

  /** The device that a neighbour is: by MAC, else by address, else by a name that one device alone has. */
  find(neighbour: SeenNeighbour): number | 'several' | null {
    const found = tokensOf(neighbour).map((token) => this.#byToken.get(token))
    return found.find((each) => typeof each === 'number') ?? (found.includes('several') ? 'several' : null)
  }

  identifiersOf({ id, serialNumber, serialObject, chassisMac }: SeenDevice): Pick<SeenThing, 'serials' | 'macs'> {
    const object = serialObject?.split(': ')[0] ?? 'serialNumber'
    const own = serialNumber === null ? [] : [{ value: serialNumber, from: { kind: 'device', object } } as const]
    const parts = (this.#components.get(id) ?? [])
      .filter((part) => part.serialNumber !== serialNumber)
      .map((part) => ({
        value: part.serialNumber,
        from: {
          kind: 'component',
          object: `entPhysicalSerialNum.${part.entPhysicalIndex}`,
          class: part.class,
        } as const,
      }))
    const chassis: Identifier[] =
      chassisMac === null ? [] : [{ value: chassisMac, from: { kind: 'device', object: 'chassis' } }]
    const interfaces = this.#interfacesOf(id).map(({ name, mac }) => ({
      value: mac,
      from: { kind: 'interface', name } as const,
    }))
    return { serials: [...own, ...parts], macs: [...chassis, ...interfaces] }
  }

  #interfacesOf(id: number): readonly SeenInterface[] {
    return this.#interfaces.get(id) ?? []
  }
}

/** Something heard at a port, by whom, and when last. */
interface Heard {
  readonly neighbour: SeenNeighbour
  readonly by: SeenDevice
  readonly at: string
}

/** What is heard and is no known device: one group for what shares a MAC, an address, or a name at one port. */
class Strangers {
  readonly #byKey = new Map<string, { readonly heard: Heard[]; readonly keys: string[] }>()

  add(heard: Heard): void {
    const { device, port, sysName, chassisId } = heard.neighbour
    const name = `at ${device} ${port} ${sysName?.toLowerCase() ?? chassisId.value ?? ''}`
    const keys = [...tokensOf(heard.neighbour).filter((token) => !token.startsWith('name ')), name]
    const [group = { heard: [], keys: [] }, ...others] = new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []))
    for (const other of others) {
      group.heard.push(...other.heard)
      keys.push(...other.keys)
    }
    group.heard.push(heard)
    for (const key of keys) {
      group.keys.push(key)
      this.#byKey.set(key, group)
    }
  }

  /** In the order in which each was first heard of. */
  all(): readonly (readonly Heard[])[] {
    return [...new Set(this.#byKey.values())].map(({ heard }) => heard)
  }
}

/** The MAC addresses that a neighbour tells of itself; a Cisco telephone's name holds its own (`SEP001122334455`). */
export function macsHeard({ chassisId, portId, sysName }: SeenNeighbour): readonly string[] {
  const told = [chassisId, portId].flatMap(({ subtype, value }) => (subtype === 'macAddress' ? [value ?? ''] : []))
  const named = [chassisId.value, sysName].map((text) => /^SEP([0-9A-F]{12})$/i.exec(text ?? '')?.[1] ?? '')
  const macs = [...told, ...named].flatMap((text) => parseMac(text) ?? [])
  return [...new Set(macs)].filter((mac) => natureOfMac(mac) !== 'none')
}

function tokensOf(neighbour: SeenNeighbour): readonly string[] {
  const { chassisId, addresses, sysName } = neighbour
  const address = chassisId.subtype === 'networkAddress' && chassisId.value !== null ? [chassisId.value] : []
  return [
    ...macsHeard(neighbour).map((mac) => `mac ${mac}`),
    ...[...address, ...addresses].map((each) => `address ${each}`),
    ...(sysName === null ? [] : [`name ${sysName.toLowerCase()}`]),
  ]
}

function strangerThing(heard: readonly Heard[], position: number, buildingOf: SeenFacts['buildingOf']): SeenThing {
  const last = heard.reduce((latest, each) => (each.at > latest.at ? each : latest))
  const macs = new Map<string, Identifier>()
  for (const { neighbour, by } of heard)
    for (const value of macsHeard(neighbour)) {
      const from = { kind: 'heard', protocol: neighbour.protocol, port: neighbour.port ?? '?', by: nameOf(by) } as const
      if (!macs.has(value)) macs.set(value, { value, from })
    }
  const { neighbour, by } = last
  const { chassisId, addresses, sysName } = neighbour
  return {
    id: `heard ${position}`,
    managementAddress: addresses[0] ?? (chassisId.subtype === 'networkAddress' ? chassisId.value : null),
    sysName: sysName ?? (chassisId.subtype === 'macAddress' ? null : chassisId.value),
    vendor: null,
    model: null,
    building: buildingOf(by),
    lastSeen: last.at,
    isGone: false,
    isIgnored: false,
    isPlacedByHand: by.saidBuilding !== null,
    serials: [],
    macs: [...macs.values()],
    heardAt: { protocol: neighbour.protocol, port: neighbour.port ?? '?', by: nameOf(by) },
  }
}

/** How a device is named in evidence: its address, then its name. */
function nameOf({ managementAddress, sysName, saidName }: SeenDevice): string {
  const name = saidName ?? sysName
  return name === null ? managementAddress : `${managementAddress} (${name})`
}
