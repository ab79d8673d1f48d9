import { createHash } from 'node:crypto'
import { byCode } from '../../lib/text.js'
import type { LinkDevice } from '../../model/link.js'
import { neighbourKey, type Claim } from './claims.js'
import { macOf, portLabel, type Port } from './ports.js'

/** What the id of a link is made of: an end, by what lasts. */
export interface LastingEnd {
  readonly device: LinkDevice | null
  readonly port: Port | null
  /** What the other end says of this one, when it does. */
  readonly told: Claim | null
}

/** Letters and digits that are not taken for each other (Crockford's base 32). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 8

/** What a box is called by itself and by its neighbours alike: its chassis MAC. Else what tells it best. */
function deviceKey({ device, told }: LastingEnd): string {
  const heard = told === null ? '' : neighbourKey(told)
  if (device === null) return heard
  const mac = macOf(device.chassisMac)
  if (mac !== null) return `mac:${mac}`
  return heard.startsWith('mac:') ? heard : device.identity
}

function portKey({ device, port, told }: LastingEnd): string {
  if (port !== null) return port.name === null ? `#${port.ifIndex ?? ''}` : portLabel(port.name)
  const id = told?.neighbour.remotePortId ?? null
  return device !== null || id === null ? '' : (macOf(id) ?? portLabel(id))
}

function hashed(parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest()
  return `L${[...bytes.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`
}

/**
 * An id for each link, in their order, that stays from night to night: of the chassis of both ends, and the port of the
 * one whose chassis comes first (a port holds one cable). So it does not depend on which end was read, nor on whether
 * the other end still tells its port. Links that would then have the same id (an aggregate, copied chassis ids) are told
 * apart by the other port, then by their order.
 *
 * It changes when a neighbour becomes one of our devices and had told its port by something else than its name.
 */
export function linkIds(links: readonly (readonly [LastingEnd, LastingEnd])[]): string[] {
  const seeds = links.map((ends) => {
    const keys = ends.map((end) => [deviceKey(end), portKey(end)] as const)
    keys.sort(([a, portOfA], [b, portOfB]) => byCode(a, b) || byCode(portOfA, portOfB))
    const [[near, port] = ['', ''], [far, farPort] = ['', '']] = keys
    return { short: [near, port, far], long: [near, port, far, farPort] }
  })
  const shared = counted(seeds.map(({ short }) => JSON.stringify(short)))
  const chosen = seeds.map(({ short, long }) => ((shared.get(JSON.stringify(short)) ?? 0) > 1 ? long : short))
  const used = new Set<string>()
  const alike = new Map<string, number>()
  return chosen.map((seed) => {
    const written = JSON.stringify(seed)
    let nth = alike.get(written) ?? 0
    let id = ''
    do id = hashed(nth++ === 0 ? seed : [...seed, String(nth)])
    while (used.has(id))
    alike.set(written, nth)
    used.add(id)
    return id
  })
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
