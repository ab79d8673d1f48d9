import { groupedBy } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import type { LinkConflict, LinkConflictCode, LinkDevice, LinkEnd } from '../../model/link.js'
import { linkEndName } from '../../model/link-name.js'
import type { SettledClaim } from './claims.js'
import { hostOf } from './directory.js'
import { portLabel } from './ports.js'
import { endOf, type Side, type Strand } from './strand.js'

/** Codes that leave a doubt on which device or which cable it is. */
const DOUBTS: ReadonlySet<LinkConflictCode> = new Set([
  'several-on-port',
  'far-side-differs',
  'port-differs',
  'device-ambiguous',
  'name-only',
  'identity-differs',
  'paired-in-order',
])

/** True for a conflict that makes a link ambiguous. */
export function isDoubt({ code }: LinkConflict): boolean {
  return DOUBTS.has(code)
}

function deviceName({ sysName, managementAddress }: Pick<LinkDevice, 'sysName' | 'managementAddress'>): string {
  return sysName ?? managementAddress
}

/** How many names a conflict tells: a person needs a few, and an agent may say thousands. */
const MOST_NAMED = 4

function list(names: Iterable<string>): string {
  const sorted = [...new Set(names)].sort(byCode)
  return [...sorted.slice(0, MOST_NAMED), ...(sorted.length > MOST_NAMED ? ['…'] : [])].join(', ')
}

/**
 * Conflicts of links that meet at one port, where one cable at most can be. When the device itself hears several there,
 * all are in doubt. When it hears one, that one stands if the other end confirms it, and those that only others tell
 * are contradicted.
 */
export function crowdedPorts(strands: readonly Strand[]): Map<Strand, LinkConflict[]> {
  const ends = strands.flatMap((strand) =>
    (['a', 'b'] as const).flatMap((end) => {
      const { device, port } = strand[end]
      if (device === null || port === null || !port.pointToPoint) return []
      return [
        {
          strand,
          end,
          side: strand[end],
          far: strand[end === 'a' ? 'b' : 'a'],
          key: `${device.identity}\u0000${port.key}`,
        },
      ]
    }),
  )
  const conflicts = new Map<Strand, LinkConflict[]>()
  for (const group of groupedBy(ends, ({ key }) => key).values()) {
    const links = new Set(group.map(({ strand }) => strand))
    if (links.size < 2) continue
    const heard = group.filter(({ side }) => side.says !== null)
    const named = namesBut(group)
    const heardNamed = namesBut(heard)
    for (const { strand, end, side } of group) {
      const othersHeard = heard.length - (side.says === null ? 0 : 1)
      if (side.says !== null && othersHeard === 0 && strand.cable.other !== null) continue
      const isContradicted = side.says === null && othersHeard > 0
      const code = isContradicted ? 'far-side-differs' : 'several-on-port'
      const about = (isContradicted ? heardNamed : named)(strand)
      conflicts.set(strand, [...(conflicts.get(strand) ?? []), { code, end, about }])
    }
  }
  return conflicts
}

/** What is at the far ends of some links, but for one of them. */
function namesBut(ends: readonly { readonly strand: Strand; readonly far: Side }[]): (strand: Strand) => string {
  const named = ends.map(({ strand, far }) => ({ strand, name: linkEndName(endOf(far)) }))
  named.sort((one, other) => byCode(one.name, other.name))
  return (strand) => {
    const names: string[] = []
    for (const each of named) {
      if (names.length > MOST_NAMED) break
      if (each.strand !== strand) names.push(each.name)
    }
    return list(names)
  }
}

/** What does not fit on one link, seen by itself. */
export function conflictsOf(
  { a, b, cable }: Strand,
  ends: { readonly a: LinkEnd; readonly b: LinkEnd },
): LinkConflict[] {
  const both = (code: LinkConflictCode, isSo: boolean): LinkConflict[] => (isSo ? [{ code, end: null, about: '' }] : [])
  const differ = <T>(one: T | null, other: T | null): boolean => one !== null && other !== null && one !== other
  const isSingle = a.port?.pointToPoint === true && b.port?.pointToPoint === true
  return [
    ...said('b', b, cable.other !== null),
    ...said('a', a, cable.other !== null),
    ...(cable.joining === 'at-odds' ? [...odds('b', b), ...odds('a', a)] : []),
    ...both('paired-in-order', cable.joining === 'in-order'),
    ...both('loop', a.device !== null && a.device === b.device),
    ...both('speed-differs', isSingle && differ(ends.a.speedBps, ends.b.speedBps)),
    ...both('duplex-differs', isSingle && differ(ends.a.duplex, ends.b.duplex)),
  ]
}

/** What does not fit in what the other end says of this one. */
function said(end: 'a' | 'b', { device, port, saidBy }: Side, isJoined: boolean): LinkConflict[] {
  if (saidBy === null) return []
  const { claims, told } = saidBy
  const conflict = (code: LinkConflictCode, about: string | null): LinkConflict[] =>
    about === null || about === '' ? [] : [{ code, end, about }]
  if (device === null) {
    const possible = claims.flatMap(({ candidates: { devices, by, contradicted } }) =>
      devices.length > 1 && !(by === 'name' && contradicted) ? devices : [],
    )
    return [
      ...conflict('device-ambiguous', list(possible.map(({ managementAddress }) => managementAddress))),
      ...conflict('far-port-differs', severalPorts(claims)),
    ]
  }
  const isNameOnly = !isJoined && claims.every(({ candidates }) => candidates.by === 'name')
  const portTold = claims.map(({ neighbour: n }) => n.remotePortId ?? n.remotePortDescr).find((each) => each !== null)
  const otherName = claims
    .map(({ neighbour }) => neighbour.remoteSysName)
    .find((name) => name !== null && !isSameName(name, device.sysName))
  return [
    ...conflict('name-only', isNameOnly ? device.sysName : null),
    ...(isJoined ? [] : conflict('identity-differs', list(claims.flatMap(strangers)))),
    ...conflict('port-unmatched', port === null ? (portTold ?? null) : null),
    ...conflict(
      'far-port-differs',
      told.size > 1 ? list([...told.values()].map(({ name, key }) => name ?? key)) : null,
    ),
    ...(isNameOnly ? [] : conflict('name-differs', otherName ?? null)),
  ]
}

/** Whom else a claim's words mean: devices that have the address told, or the chassis id that is none of the device's. */
function strangers({ candidates: { by, contradicted, elsewhere }, neighbour }: SettledClaim): string[] {
  if (elsewhere.length > 0) return elsewhere.map(deviceName)
  return by === 'address' && contradicted && neighbour.remoteChassisId !== null ? [neighbour.remoteChassisId] : []
}

/** Different ports of one neighbour, told by one protocol; null when there is one at most. */
function severalPorts(claims: readonly SettledClaim[]): string | null {
  const byProtocol = groupedBy(claims, ({ protocol }) => protocol)
  for (const group of byProtocol.values()) {
    const ids = group.flatMap(({ neighbour: { remotePortId } }) => (remotePortId === null ? [] : [remotePortId]))
    if (new Set(ids.map(portLabel)).size > 1) return list(ids)
  }
  return null
}

/** The other end says another port than the one at which this device is. */
function odds(end: 'a' | 'b', { port, saidBy }: Side): LinkConflict[] {
  const told = [...(saidBy?.told.values() ?? [])]
  if (told.length === 0 || port === null || told.some(({ key }) => key === port.key)) return []
  return [{ code: 'port-differs', end, about: list(told.map(({ name, key }) => name ?? key)) }]
}

/** Names with and without their domain are the same, and so is one that a protocol cut short. */
function isSameName(told: string, own: string | null): boolean {
  if (own === null) return true
  const [one, other] = [hostOf(told), hostOf(own)]
  return one === other || (one.length >= 8 && other.startsWith(one)) || (other.length >= 8 && one.startsWith(other))
}
