import { groupedBy } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { LinkDevice } from '../../model/link.js'
import { byTelling, neighbourKey, type SettledClaim } from './claims.js'
import { macOf, type Port } from './ports.js'

/** What one device says of one cable: its claims on one neighbour at one port, by whatever protocol. */
export interface Half {
  readonly device: LinkDevice
  readonly port: Port | null
  readonly far: LinkDevice | null
  /** In a fixed order; never empty. */
  readonly claims: readonly SettledClaim[]
  /** The far device's ports that are told, by key; point-to-point ones, unless there is no other. */
  readonly told: ReadonlyMap<string, Port>
}

/** How the two halves of a cable were found to be of one cable. */
export type Joining =
  /** At least one says the other's port, and the other does not deny it. */
  | 'agreed'
  /** Neither says the other's port, but no other cable of those two can be meant. */
  | 'only-one-left'
  /** Neither says it, and there are several: taken in the order of their ports. */
  | 'in-order'
  /** One says the other's port; the other says another port of the one. */
  | 'at-odds'

/** A cable: told by one end, or by both. */
export interface Cable {
  readonly one: Half
  readonly other: Half | null
  readonly joining: Joining | null
}

/** The claims put together, one cable for each physical link: both ends' words on it are one cable, not two. */
export function joinClaims(claims: readonly SettledClaim[]): Cable[] {
  const halves = halvesOf(claims)
  const pairs = groupedBy(halves, ({ device, far }) =>
    far === null ? null : [device.identity, far.identity].sort(byCode).join('\u0000'),
  )
  return [...pairs].flatMap(([pair, group]) => {
    if (pair === null) return group.map(alone)
    const sorted = [...group].sort((a, b) => byTelling(first(a), first(b)))
    const [{ device, far } = { device: null, far: null }] = sorted
    if (device === far) return joinLoops(sorted)
    const [lower] = pair.split('\u0000')
    return joinPair(
      sorted.filter((half) => half.device.identity === lower),
      sorted.filter((half) => half.device.identity !== lower),
    )
  })
}

function first({ claims }: Half): SettledClaim {
  const [claim] = claims
  if (claim === undefined) throw new Error('a half without claims')
  return claim
}

function alone(one: Half): Cable {
  return { one, other: null, joining: null }
}

/** A port where one cable at most can be. */
function isSingle(port: Port | null): port is Port {
  return port?.pointToPoint === true
}

/**
 * Claims of one device on one neighbour at one port are one half, whatever number of rows and protocols tell it. At an
 * aggregate, or at no known port, what they say of the far port tells cables apart; and what is also told at a physical
 * port for the same far port (a bridge and its member, an aggregate and its member) is that cable.
 */
function halvesOf(claims: readonly SettledClaim[]): Half[] {
  const cable = ({ device, far, ...claim }: SettledClaim): string =>
    [device.identity, far === null ? `?${neighbourKey(claim)}` : far.identity].join('\u0000')
  const farPort = ({ far, toldAt, neighbour: n }: SettledClaim): string =>
    (far === null ? undefined : toldAt.get(far)?.key) ?? macOf(n.remotePortId) ?? n.remotePortId ?? ''
  const sorted = [...claims].sort(byTelling)
  const atPorts = new Map<string, string>()
  for (const claim of sorted) {
    const where = [cable(claim), farPort(claim)].join('\u0000')
    if (isSingle(claim.port) && farPort(claim) !== '' && !atPorts.has(where)) atPorts.set(where, claim.port.key)
  }
  const groups = groupedBy(sorted, (claim) => {
    const where = [cable(claim), farPort(claim)].join('\u0000')
    const port = isSingle(claim.port) ? claim.port.key : atPorts.get(where)
    return port === undefined ? `${where}\u0000${claim.port?.key ?? ''}` : `${cable(claim)}\u0000at ${port}`
  })
  return [...groups.values()].flatMap((group) => {
    const [claim] = group
    if (claim === undefined) return []
    const port = group.find((each) => isSingle(each.port))?.port ?? claim.port
    return [{ device: claim.device, port, far: claim.far, claims: group, told: toldPorts(group) }]
  })
}

function toldPorts(claims: readonly SettledClaim[]): Map<string, Port> {
  const ports = claims.flatMap(({ far, toldAt }) => {
    const port = far === null ? null : (toldAt.get(far) ?? null)
    return port === null ? [] : [port]
  })
  const single = ports.filter(isSingle)
  return new Map((single.length > 0 ? single : ports).map((port) => [port.key, port]))
}

/** A cable from a device to itself is told at both its ports; a port that hears itself is told once. */
function joinLoops(halves: readonly Half[]): Cable[] {
  const cables = groupedBy(halves, ({ port, told }) =>
    [port?.key ?? '', [...told.keys()][0] ?? ''].sort(byCode).join('\u0000'),
  )
  return [...cables.values()].flatMap(([one, other, ...rest]) => [
    ...(one === undefined
      ? []
      : [{ one, other: other ?? null, joining: other === undefined ? null : ('agreed' as const) }]),
    ...rest.map(alone),
  ])
}

/** Joins what two devices say of the cables between them; both lists are in a fixed order. */
function joinPair(ones: readonly Half[], others: readonly Half[]): Cable[] {
  const cables: Cable[] = []
  const taken = new Set<Half>()
  const onesAt = groupedBy(ones, ({ port }) => port?.key ?? null)
  const othersAt = groupedBy(others, ({ port }) => port?.key ?? null)
  const take = (one: Half, other: Half, joining: Joining): void => {
    taken.add(one).add(other)
    cables.push({ one, other, joining })
  }
  const meet = (joining: Joining, fits: (one: Half, other: Half) => boolean): void => {
    const from = (half: Half, at: ReadonlyMap<string | null, readonly Half[]>): Half | undefined =>
      taken.has(half)
        ? undefined
        : [...half.told.keys()].flatMap((key) => at.get(key) ?? []).find((each) => !taken.has(each) && fits(half, each))
    for (const one of ones) {
      const other = from(one, othersAt)
      if (other !== undefined) take(one, other, joining)
    }
    for (const other of others) {
      const one = from(other, onesAt)
      if (one !== undefined) take(one, other, joining)
    }
  }
  meet('agreed', (half, each) => half.port !== null && each.told.has(half.port.key))
  meet('agreed', (half, each) => !denies(each, half))
  meet('at-odds', () => true)
  const left = (halves: readonly Half[]): readonly Half[] => halves.filter((half) => !taken.has(half))
  for (const cable of joinRest(left(ones), left(others))) take(cable.one, cable.other, cable.joining)
  return [...cables, ...left(ones).map(alone), ...left(others).map(alone)]
}

/** True when a half says another port than that at which the other half is. */
function denies(half: Half, other: Half): boolean {
  return isSingle(other.port) && tellsPort(half) && !half.told.has(other.port.key)
}

function tellsPort({ told }: Half): boolean {
  return [...told.values()].some(isSingle)
}

/** Halves that name no port of each other: joined when neither contradicts, told apart by what they know. */
function joinRest(
  ones: readonly Half[],
  others: readonly Half[],
): { readonly one: Half; readonly other: Half; readonly joining: Joining }[] {
  const kind = (half: Half): string => `${isSingle(half.port)} ${tellsPort(half)}`
  const fits = (one: Half, other: Half): boolean => !denies(one, other) && !denies(other, one)
  const onesOf = groupedBy(ones, kind)
  const waiting = groupedBy(others, kind)
  const found = (half: Half, groups: ReadonlyMap<string, readonly Half[]>): (readonly Half[])[] =>
    [...groups.keys()].sort(byCode).flatMap((key) => {
      const group = groups.get(key) ?? []
      const [sample] = group
      return sample !== undefined && fits(half, sample) ? [group] : []
    })
  const count = (groups: readonly (readonly Half[])[]): number => groups.reduce((n, group) => n + group.length, 0)
  const choices = new Map(
    [...waiting].map(([key, [sample]]) => [key, sample === undefined ? 0 : count(found(sample, onesOf))]),
  )
  const most = count([...waiting.values()])
  const next = new Map<readonly Half[], number>()
  return ones.flatMap((one) => {
    const groups = found(one, waiting)
    const isOnly = most > 0 && count(groups) === 1
    const group = groups.find((each) => (next.get(each) ?? 0) < each.length)
    if (group === undefined) return []
    const at = next.get(group) ?? 0
    next.set(group, at + 1)
    const other = group[at]
    if (other === undefined) return []
    return [{ one, other, joining: isOnly && choices.get(kind(other)) === 1 ? 'only-one-left' : 'in-order' }]
  })
}
