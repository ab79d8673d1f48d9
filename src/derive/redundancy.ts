import type { Pop, WanLink } from '../model/wan-link.js'
import { groupedBy } from '../lib/group.js'

interface Edge {
  readonly id: string
  readonly to: string
}

/** All POPs are one place: a building that keeps a way to any of them is not cut off. */
const POPS = ''

interface Visit {
  readonly node: string
  /** The link by which the walk came; a second link between the same two places is another way. */
  readonly by: string | null
  readonly edges: Iterator<Edge>
}

/**
 * Buildings that one failing link, primary or backup, cuts off from every POP. In a failure traffic may take a link
 * either way round, so the ends' order does not count here. A building without any link to lose is not among them.
 *
 * A link is such a one when it is a bridge of the network (Tarjan, 1974: no lower place reaches above it otherwise).
 */
export function singlyLinked(links: readonly WanLink[], pops: readonly Pop[]): ReadonlySet<string> {
  const popIds = new Set(pops.map((pop) => pop.id))
  const place = (end: string): string => (popIds.has(end) ? POPS : end)
  const ends = links
    .filter((link) => link.status === 'operational')
    .flatMap((link) => [
      { from: place(link.a), id: link.id, to: place(link.b) },
      { from: place(link.b), id: link.id, to: place(link.a) },
    ])
  const edgesOf = groupedBy(ends, (end) => end.from)
  const visitOf = (node: string, by: string | null): Visit => ({
    node,
    by,
    edges: (edgesOf.get(node) ?? [])[Symbol.iterator](),
  })

  const order = new Map<string, number>([[POPS, 0]])
  const lowest = new Map<string, number>([[POPS, 0]])
  const parent = new Map<string, string>()
  const sink = (node: string, reached: number): void => {
    lowest.set(node, Math.min(lowest.get(node) ?? reached, reached))
  }
  const stack = [visitOf(POPS, null)]
  for (let visit = stack.at(-1); visit; visit = stack.at(-1)) {
    const next = visit.edges.next()
    if (next.done) {
      stack.pop()
      const above = stack.at(-1)
      if (above) sink(above.node, lowest.get(visit.node) ?? 0)
      continue
    }
    const { id, to } = next.value
    if (id === visit.by) continue
    const seen = order.get(to)
    if (seen !== undefined) {
      sink(visit.node, seen)
      continue
    }
    const number = order.size
    order.set(to, number)
    lowest.set(to, number)
    parent.set(to, visit.node)
    stack.push(visitOf(to, id))
  }

  const cut = new Set<string>()
  for (const [node, number] of order) {
    const above = parent.get(node)
    if (above !== undefined && (cut.has(above) || lowest.get(node) === number)) cut.add(node)
  }
  return cut
}
