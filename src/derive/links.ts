import { addressNumber } from '../lib/cidr.js'
import { groupedBy } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import { LINK_PROTOCOLS, type Link, type LinkConflict, type LinkDevice, type LinkEvidence } from '../model/link.js'
import { claimsOf } from './links/claims.js'
import { conflictsOf, crowdedPorts, isDoubt } from './links/conflicts.js'
import { linkIds } from './links/identity.js'
import { joinClaims, type Cable, type Half } from './links/join.js'
import type { Port } from './links/ports.js'
import { endOf, type Side, type Strand } from './links/strand.js'

/**
 * The physical links between the devices of each board, and to their neighbours that are not ours: one for each cable,
 * whoever says so. Time and memory grow with the number of interfaces and neighbours; neither order changes the result.
 * Links are in the order of their first end's address and port.
 *
 * A board is by itself: its addresses are its own, and no cable leaves it.
 */
export function deriveLinks(devices: Iterable<LinkDevice>): Link[] {
  const boards = [...groupedBy(devices, ({ board }) => board)].sort(([a], [b]) => byCode(a, b))
  return boards.flatMap(([board, ours]) => linksOfBoard(board, ours))
}

function linksOfBoard(board: string, devices: readonly LinkDevice[]): Link[] {
  const place = new Map(devices.map((device) => [device, placeOf(device)]))
  const keyOf = ({ device, port, saidBy }: Side): string =>
    [
      device === null ? '~' : (place.get(device) ?? ''),
      String(port?.ifIndex ?? '~').padStart(10, '0'),
      port?.name ?? '',
      JSON.stringify(saidBy?.claims.map(({ neighbour }) => neighbour) ?? null),
    ].join('\u0000')
  const strands = joinClaims(claimsOf(devices))
    .map((cable) => {
      const sides = sidesOf(cable).map((side) => ({ side, key: keyOf(side) }))
      sides.sort((one, other) => byCode(one.key, other.key))
      return { sides, key: sides.map(({ key }) => key).join('\u0000'), cable }
    })
    .sort((one, other) => byCode(one.key, other.key))
    .flatMap(({ sides: [a, b], cable }): Strand[] => (a && b ? [{ a: a.side, b: b.side, cable }] : []))
  const ids = linkIds(
    strands.map(({ a, b }) => [
      { ...a, told: a.saidBy?.claims[0] ?? null },
      { ...b, told: b.saidBy?.claims[0] ?? null },
    ]),
  )
  const crowded = crowdedPorts(strands)
  return strands.map((strand, i) => linkOf(strand, ids[i] ?? '', board, crowded.get(strand) ?? []))
}

/** Orders devices by address as a number, then by identity. */
function placeOf({ managementAddress, identity }: LinkDevice): string {
  const number = addressNumber(managementAddress)
  const place = number === null ? '9' : `${number.family}${number.value.toString(16).padStart(32, '0')}`
  return `${place} ${managementAddress} ${identity}`
}

/** Both ends. A device knows its own port best; an aggregate gives way to the member that the other end tells. */
function sidesOf({ one, other }: Cable): [Side, Side] {
  const portOf = (says: Half | null, saidBy: Half | null): Port | null => {
    const told = [...(saidBy?.told.values() ?? [])].sort((a, b) => byCode(a.key, b.key))[0] ?? null
    const own = says?.port ?? null
    return own === null || (!own.pointToPoint && told?.pointToPoint === true) ? told : own
  }
  return [
    { device: one.device, port: portOf(one, other), says: one, saidBy: other },
    { device: one.far, port: portOf(other, one), says: other, saidBy: one },
  ]
}

function linkOf(strand: Strand, id: string, board: string, crowded: readonly LinkConflict[]): Link {
  const { a, b, cable } = strand
  const halves = [cable.one, ...(cable.other === null ? [] : [cable.other])]
  const ends = { a: endOf(a), b: endOf(b) }
  const conflicts = [...crowded, ...conflictsOf(strand, ends)]
  const speeds = [ends.a.speedBps, ends.b.speedBps].filter((speed) => speed !== null)
  return {
    id,
    board,
    ...ends,
    confidence: conflicts.some(isDoubt) ? 'ambiguous' : cable.other === null ? 'one-sided' : 'confirmed',
    evidence: evidenceOf(strand),
    speedBps: speeds.length === 0 ? null : Math.min(...speeds),
    conflicts,
    firstSeen: halves
      .flatMap(({ claims }) => claims.map(({ neighbour }) => neighbour.firstSeen))
      .reduce((first, each) => (each < first ? each : first)),
    lastSeen: halves.map(({ device }) => device.lastSeen).reduce((last, each) => (each > last ? each : last)),
  }
}

function evidenceOf({ a, b }: Strand): LinkEvidence[] {
  return LINK_PROTOCOLS.flatMap((protocol): LinkEvidence[] => {
    const says = (half: Half | null): string | null =>
      half?.claims.some((claim) => claim.protocol === protocol) === true ? half.device.lastSeen : null
    const byA = says(a.says)
    const byB = says(b.says)
    if (byA === null && byB === null) return []
    const side = byA === null ? 'b' : byB === null ? 'a' : 'both'
    return [{ protocol, side, when: [byA ?? '', byB ?? ''].sort(byCode)[1] ?? '' }]
  })
}
