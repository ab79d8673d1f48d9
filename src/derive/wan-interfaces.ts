import { groupedBy } from '../lib/group.js'
import type { Link, LinkDevice, LinkEnd, LinkPort } from '../model/link.js'
import type { WanConfidence, WanEvidence, WanInterface } from '../model/traffic.js'
import type { WanLink } from '../model/wan-link.js'

/** A device as links are joined from, with its id in the database and the building it is in; null when that is not known. */
export interface WanDevice extends LinkDevice {
  readonly id: number
  readonly building: string | null
}

/** What the configuration says of wide-area interfaces. */
export interface WanRules {
  readonly interfaces: readonly { readonly device: string; readonly ifName: string; readonly link: string | null }[]
  /** Fits the ifAlias of wide-area interfaces; null when none is given. */
  readonly aliasPattern: RegExp | null
}

export interface WanInput {
  readonly devices: readonly WanDevice[]
  /** The physical links of these devices (`deriveLinks`). */
  readonly links: readonly Link[]
  readonly wanLinks: readonly Pick<WanLink, 'id' | 'a' | 'b' | 'status'>[]
  readonly rules: WanRules
  /** The building of an address of the board; null for one that is in none. */
  buildingOf(address: string): string | null
  /** Whether an address is in one of the board's networks. */
  isInside(address: string): boolean
}

/** What was found, and what the configuration names in vain: indexes of its interfaces, and ids of links that are not known. */
export interface WanFound {
  readonly interfaces: readonly WanInterface[]
  readonly unmatched: readonly number[]
  readonly unknownLinks: readonly string[]
}

/** No alias is longer (IF-MIB: 64 octets); a pattern is tried on no more than this of what a device says. */
const LONGEST_ALIAS = 255

/** What an interface has for it so far. */
interface Found {
  readonly device: WanDevice
  readonly port: LinkPort
  readonly evidence: WanEvidence[]
  readonly links: string[]
  confidence: WanConfidence
}

/**
 * The interfaces of a board that lead out of their building: those that the configuration names, those whose alias fits
 * its pattern, and those that hear a device of another building, or a router outside the board's networks. Each with the
 * evidence for it and, where something says so, the wide-area link that it is an end of. In the order of devices and ports.
 */
export function deriveWanInterfaces(input: WanInput): WanFound {
  const { devices, rules, wanLinks } = input
  const found = new Map<LinkPort, Found>()
  const add = (
    device: WanDevice,
    port: LinkPort,
    evidence: WanEvidence,
    confidence: WanConfidence,
    link: string | null,
  ) => {
    const known = found.get(port) ?? { device, port, evidence: [], links: [], confidence }
    found.set(port, known)
    known.evidence.push(evidence)
    if (link !== null) known.links.push(link)
    if (SURENESS[confidence] < SURENESS[known.confidence]) known.confidence = confidence
  }
  const unmatched: number[] = []
  rules.interfaces.forEach((rule, index) => {
    const matches = matching(devices, rule)
    if (matches.length === 0) unmatched.push(index)
    for (const [device, port] of matches) {
      add(device, port, { rule: 'configuration', about: rule.device }, 'said', rule.link)
    }
  })
  addByAlias(input, add)
  addByNeighbour(input, add)
  const known = new Set(wanLinks.map(({ id }) => id))
  const settled = withOnlyLinks([...found.values()], wanLinks)
  const order = new Map(devices.map((device, index) => [device, index]))
  return {
    interfaces: settled
      .sort((a, b) => (order.get(a.device) ?? 0) - (order.get(b.device) ?? 0) || a.port.ifIndex - b.port.ifIndex)
      .map((each) => interfaceOf(each, wanLinks)),
    unmatched,
    unknownLinks: [
      ...new Set(rules.interfaces.flatMap(({ link }) => (link === null || known.has(link) ? [] : [link]))),
    ],
  }
}

const SURENESS: Readonly<Record<WanConfidence, number>> = { said: 0, confirmed: 1, 'one-sided': 2 }

type Add = (
  device: WanDevice,
  port: LinkPort,
  evidence: WanEvidence,
  confidence: WanConfidence,
  link: string | null,
) => void

const same = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase()

/** Whether a line of the configuration names a device: by an address, its serial number or its name. */
export function isNamed(device: WanDevice, wanted: string): boolean {
  return (
    device.managementAddress === wanted ||
    device.addresses.includes(wanted) ||
    same(device.serialNumber, wanted) ||
    same(device.sysName, wanted)
  )
}

/** The interfaces that a line of the configuration names. */
function matching(
  devices: readonly WanDevice[],
  { device: wanted, ifName }: WanRules['interfaces'][number],
): [WanDevice, LinkPort][] {
  const isWanted = (device: WanDevice): boolean => isNamed(device, wanted)
  return devices.filter(isWanted).flatMap((device) => {
    const named = device.interfaces.filter((port) => same(port.ifName, ifName))
    const ports = named.length > 0 ? named : device.interfaces.filter((port) => same(port.ifDescr, ifName))
    return ports.map((port): [WanDevice, LinkPort] => [device, port])
  })
}

/** An alias that fits the pattern; the link is the one whose id is written in it, when there is one. */
function addByAlias({ devices, wanLinks, rules: { aliasPattern } }: WanInput, add: Add): void {
  if (aliasPattern === null) return
  const idOf = new Map(wanLinks.map(({ id }) => [id.toLowerCase(), id]))
  for (const device of devices) {
    for (const port of device.interfaces) {
      const alias = port.ifAlias?.slice(0, LONGEST_ALIAS) ?? ''
      if (alias === '' || !aliasPattern.test(alias)) continue
      const ids = alias.split(/[^\p{L}\p{N}._-]+/u).flatMap((word) => idOf.get(word.toLowerCase()) ?? [])
      add(device, port, { rule: 'alias', about: alias }, 'said', ids.length === 1 ? (ids[0] ?? null) : null)
    }
  }
}

/** Ports that hear another building. A link of which it is not sure what it joins (`ambiguous`) says nothing. */
function addByNeighbour(input: WanInput, add: Add): void {
  const { devices, links, wanLinks, buildingOf } = input
  const byAddress = new Map(devices.map((device) => [device.managementAddress, device]))
  const end = ({ managementAddress, ifIndex }: LinkEnd): [WanDevice, LinkPort] | null => {
    const device = byAddress.get(managementAddress ?? '')
    const port = ifIndex === null ? undefined : device?.interfaces.find((each) => each.ifIndex === ifIndex)
    return device === undefined || port === undefined ? null : [device, port]
  }
  for (const link of links) {
    const confidence = link.confidence === 'confirmed' ? 'confirmed' : 'one-sided'
    if (link.confidence === 'ambiguous') continue
    for (const [near, far] of [
      [link.a, link.b],
      [link.b, link.a],
    ] as const) {
      const here = end(near)
      if (here === null) continue
      const [device, port] = here
      const about = far.sysName ?? far.managementAddress ?? far.chassisId ?? ''
      const there =
        far.managementAddress === null
          ? toldBuilding(far, buildingOf)
          : (byAddress.get(far.managementAddress)?.building ?? null)
      if (there !== null) {
        if (device.building === null || device.building === there) continue
        add(
          device,
          port,
          { rule: 'neighbour-building', about },
          confidence,
          onlyLinkBetween(wanLinks, device.building, there),
        )
      } else if (far.managementAddress === null && isOutside(far, device, port, input)) {
        add(device, port, { rule: 'neighbour-outside', about }, 'one-sided', null)
      }
    }
  }
}

/** The one building that a neighbour's own addresses are in; null when they say none, or several. */
function toldBuilding({ toldAddresses }: LinkEnd, buildingOf: (address: string) => string | null): string | null {
  const buildings = new Set(toldAddresses.map(buildingOf).filter((building) => building !== null))
  return buildings.size === 1 ? ([...buildings][0] ?? null) : null
}

/** A router that gives an address outside the board's networks, heard by a router or a firewall: the provider's, most likely. */
function isOutside(
  { toldAddresses }: LinkEnd,
  device: WanDevice,
  { ifIndex }: LinkPort,
  { isInside }: WanInput,
): boolean {
  if (device.kind !== 'router' && device.kind !== 'firewall') return false
  if (toldAddresses.length === 0 || toldAddresses.some((address) => isInside(address))) return false
  const heard = device.neighbours.filter(({ localIfIndex }) => localIfIndex === ifIndex)
  return heard.some(
    ({ remoteCapabilities: can }) =>
      can.includes('router') && !can.includes('telephone') && !can.includes('wlanAccessPoint'),
  )
}

type KnownLink = WanInput['wanLinks'][number]

function onlyLinkBetween(wanLinks: readonly KnownLink[], one: string, other: string): string | null {
  const between = wanLinks.filter(
    ({ a, b, status }) => status === 'operational' && ((a === one && b === other) || (a === other && b === one)),
  )
  return between.length === 1 ? (between[0]?.id ?? null) : null
}

/** Where one interface alone leads out of a building that has one link alone, it is that link's. */
function withOnlyLinks(found: readonly Found[], wanLinks: readonly KnownLink[]): Found[] {
  for (const [building, ports] of groupedBy(found, ({ device }) => device.building)) {
    const [port] = ports
    const links = wanLinks.filter(({ a, b, status }) => status === 'operational' && (a === building || b === building))
    const [link] = links
    if (port === undefined || link === undefined || ports.length > 1 || links.length > 1 || port.links.length > 0)
      continue
    port.links.push(link.id)
    port.evidence.push({ rule: 'only-link', about: link.id })
  }
  return [...found]
}

function interfaceOf(
  { device, port, evidence, links, confidence }: Found,
  wanLinks: readonly KnownLink[],
): WanInterface {
  const id = links[0] ?? null
  const link = wanLinks.find((each) => each.id === id)
  const end =
    link === undefined || device.building === null
      ? null
      : link.a === device.building
        ? 'a'
        : link.b === device.building
          ? 'b'
          : null
  return {
    deviceId: device.id,
    ifIndex: port.ifIndex,
    port: port.ifName ?? port.ifDescr ?? `#${port.ifIndex}`,
    ifName: port.ifName,
    ifAlias: port.ifAlias,
    link: id,
    linkEnd: end,
    confidence,
    evidence,
  }
}
