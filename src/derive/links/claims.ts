import type { LinkDevice, LinkProtocol, SeenNeighbour } from '../../model/link.js'
import { byCode } from '../../lib/text.js'
import { groupedBy } from '../../lib/group.js'
import { directoryOf, type Candidates } from './directory.js'
import { macOf, portTable, type Port } from './ports.js'

/**
 * What one device says of one cable. Every kind of evidence comes down to this: a kind that is added makes more claims,
 * and what joins them stays as it is.
 */
export interface Claim {
  readonly device: LinkDevice
  /** Where the device hears it; null when it does not say at which of its ports. */
  readonly port: Port | null
  readonly protocol: LinkProtocol
  readonly neighbour: SeenNeighbour
  readonly candidates: Candidates
  /** Everything that is told, as one text to sort by. */
  readonly order: string
  /** The port that is told, at each device that it may be of; null when none of its ports can be meant. */
  readonly toldAt: ReadonlyMap<LinkDevice, Port | null>
}

/** A claim whose far end is settled. */
export interface SettledClaim extends Claim {
  /** Null when it is none of our devices, or when it is not known which. */
  readonly far: LinkDevice | null
  /** The far device answers with a claim on this very cable. */
  readonly answered: boolean
}

/**
 * Everything that the devices of one board say, with the devices and ports that they mean. Devices are taken one by one,
 * so that the tables of ports live no longer than they are used.
 */
export function claimsOf(devices: readonly LinkDevice[]): SettledClaim[] {
  const candidatesOf = directoryOf(devices)
  const claims = devices.flatMap((device) => {
    if (device.neighbours.length === 0) return []
    const { own } = portTable(device)
    return device.neighbours.map((neighbour) => {
      const port = own(neighbour)
      return {
        device,
        port,
        protocol: neighbour.protocol,
        neighbour,
        candidates: candidatesOf(neighbour, device),
        order: orderOf(port, neighbour),
        toldAt: new Map<LinkDevice, Port | null>(),
      }
    })
  })
  const meant = groupedBy(
    claims.flatMap((claim) => claim.candidates.devices.map((device) => ({ claim, device }))),
    ({ device }) => device,
  )
  for (const [device, group] of meant) {
    const { told } = portTable(device)
    for (const { claim } of group) claim.toldAt.set(device, told(claim.neighbour))
  }
  return settle(claims)
}

/**
 * Chooses among the devices that a claim may mean: the one that answers with a claim on the same port, else the only one
 * there is. A name that nothing bears out, and that the MAC contradicts, is nobody's.
 */
function settle(claims: readonly Claim[]): SettledClaim[] {
  const key = (...parts: readonly (LinkDevice | Port | null)[]): string =>
    parts.map((part) => (part === null ? '' : 'identity' in part ? part.identity : part.key)).join('\u0000')
  const said = new Set<string>()
  for (const { device, port, toldAt } of claims) {
    for (const [far, told] of toldAt) {
      said.add(key(device, port, far, told))
      // For an answer that has no port to compare with.
      if (told !== null) said.add(key(device, far, told))
      if (port !== null) said.add(key(device, port, far))
    }
  }
  const answers = ({ device, port, toldAt }: Claim, far: LinkDevice): boolean => {
    const told = toldAt.get(far) ?? null
    if (far === device && told?.key === port?.key) return false
    if (told === null) return port !== null && said.has(key(far, device, port))
    if (port === null) return said.has(key(far, told, device))
    return [key(far, told, device, port), key(far, told, device, null), key(far, null, device, port)].some((answer) =>
      said.has(answer),
    )
  }
  return claims.map((claim) => {
    const { devices, by, contradicted } = claim.candidates
    const answering = devices.filter((device) => answers(claim, device))
    if (answering.length === 1) return { ...claim, far: answering[0] ?? null, answered: true }
    const isNobody = by === 'name' && contradicted
    return { ...claim, far: devices.length === 1 && !isNobody ? (devices[0] ?? null) : null, answered: false }
  })
}

/** What tells a neighbour that is not ours from any other. */
export function neighbourKey({ neighbour: n }: Pick<Claim, 'neighbour'>): string {
  const subtype = n.remoteChassisIdSubtype
  if (n.remoteChassisId !== null) {
    const mac = subtype === 'networkAddress' ? null : macOf(n.remoteChassisId)
    if (mac !== null) return `mac:${mac}`
    return `${subtype === 'networkAddress' ? 'address' : 'id'}:${n.remoteChassisId.toLowerCase()}`
  }
  if (n.remoteSysName !== null) return `name:${n.remoteSysName.toLowerCase()}`
  return n.remotePortId === null ? '' : `port:${macOf(n.remotePortId) ?? n.remotePortId}`
}

/** Orders what one device tells, whatever the order in which it was read. */
export function byTelling(one: Claim, other: Claim): number {
  return byCode(one.order, other.order)
}

function orderOf(port: Port | null, n: SeenNeighbour): string {
  return JSON.stringify([
    String(port?.ifIndex ?? '~').padStart(10, '0'),
    n.localPort,
    n.protocol,
    n.remoteChassisIdSubtype,
    n.remoteChassisId,
    n.remotePortIdSubtype,
    n.remotePortId,
    n.remoteSysName,
    n.remotePortDescr,
    n.remoteAddresses,
    n.firstSeen,
  ])
}
