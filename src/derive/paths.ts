import type { Pop, WanLink } from '../model/wan-link.js'
import { byCode } from '../lib/text.js'
import { groupedBy } from '../lib/group.js'

/**
 * Every building's way to a POP. As a path goes on as its next building's does, the ways together are trees whose
 * roots are POPs: each building has one link up.
 */
export interface Ways {
  /** The link that a building's path takes first, by building; absent when it has no way to a POP. */
  readonly up: ReadonlyMap<string, WanLink>
  /** The buildings that have a way, every one after the building that its link leads to. */
  readonly fromPops: readonly string[]
}

/** True for a link that carries traffic every day. */
export function isInService(link: WanLink): boolean {
  return link.status === 'operational' && link.role === 'primary'
}

interface Candidate {
  readonly link: WanLink
  /** Narrowest capacity from here to the POP, bits per second. */
  readonly width: number
}

function better(a: Candidate, b: Candidate | undefined): boolean {
  return !b || a.width > b.width || (a.width === b.width && byCode(a.link.id, b.link.id) < 0)
}

/**
 * Finds each building's path over primary links in service, from their end `a` to their end `b`: fewest links, then
 * the widest bottleneck down, then the smaller link id. A link of unknown capacity is the last choice.
 */
export function findWays(links: readonly WanLink[], pops: readonly Pop[]): Ways {
  const into = groupedBy(links.filter(isInService), (link) => link.b)
  const width = new Map(pops.map((pop) => [pop.id, Infinity]))
  const up = new Map<string, WanLink>()
  const fromPops: string[] = []
  let layer: readonly string[] = [...width.keys()]
  while (layer.length > 0) {
    const found = new Map<string, Candidate>()
    for (const node of layer) {
      for (const link of into.get(node) ?? []) {
        if (width.has(link.a)) continue
        const candidate = { link, width: Math.min(link.capacityDownBps ?? 0, width.get(node) ?? 0) }
        if (better(candidate, found.get(link.a))) found.set(link.a, candidate)
      }
    }
    layer = [...found.keys()].sort(byCode)
    for (const [node, candidate] of found) {
      width.set(node, candidate.width)
      up.set(node, candidate.link)
    }
    fromPops.push(...layer)
  }
  return { up, fromPops }
}

/** The links of a building's path, its own access first; empty when it has no way to a POP. */
export function pathOf(building: string, ways: Ways): readonly WanLink[] {
  const path: WanLink[] = []
  for (let link = ways.up.get(building); link; link = ways.up.get(link.b)) path.push(link)
  return path
}
