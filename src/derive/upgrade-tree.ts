import { byCode } from '../lib/text.js'
import { groupedBy, sum } from '../lib/group.js'
import { TOLERANCE } from '../model/level.js'
import type { Upgrade } from '../model/roadmap.js'
import type { WanLink } from '../model/wan-link.js'
import { tierFor } from './closing.js'
import type { BuildingDemand } from './demand.js'
import type { Ways } from './paths.js'

/** What the roadmap is made from. */
export interface RoadmapInput {
  readonly ways: Ways
  readonly demands: ReadonlyMap<string, BuildingDemand>
  /** True when the standard has a rule for upload too. */
  readonly bothWays: boolean
  /** What raising a link to some bits per second costs, more than nothing. */
  readonly costOf: (link: WanLink, toBps: number) => number
}

/** Capacities as raised so far, bits per second, by link id. */
export type Raised = ReadonlyMap<string, number>

/** What raising some links together brings. */
export interface Bundle {
  readonly upgrades: readonly Upgrade[]
  readonly cost: number
  readonly lifted: readonly string[]
  readonly pupils: number
}

/** One direction at a building's link up, bits per second. */
interface Way {
  readonly demand: number
  /** As it is today; infinite when it is not known: it then holds nobody back. */
  readonly capacityBps: number
  /** What comes to the link: the building's demand, and what its neighbours below pass on. */
  inflow: number
}

/** A building, its link up, and what passes there with the links as raised so far. */
interface Node {
  readonly building: string
  readonly link: WanLink
  readonly parent: Node | null
  readonly ways: readonly Way[]
  /** True when the capacity of every link to the POP is known. */
  readonly behindKnown: boolean
  /** True when a roadmap can bring it to the standard: with a demand, behind links of known capacity. */
  readonly asks: boolean
  readonly pupils: number
  /** 0 while the link is as it is today. */
  raisedBps: number
  /** True when more comes to the link than it carries, one way or the other: nobody behind it has their whole demand. */
  isFull: boolean
  /** True when no link of its path is full. */
  isOpen: boolean
  /** Pupils, here and below, whom no link below this one holds back. */
  free: number
  /** What it was, while something is tried. */
  before: Noted | null
}

/** What a trial changes of a building. */
interface Noted {
  readonly raisedBps: number
  readonly isFull: boolean
  readonly free: number
  readonly down: number
  readonly up: number
}

interface Raise {
  readonly node: Node
  readonly toBps: number
}

/** Buildings whose gaps are closed together, what that costs and how many pupils it brings to the standard. */
interface Candidate {
  readonly nodes: readonly Node[]
  readonly cost: number
  readonly pupils: number
}

/** True when `a` brings more pupils for a dollar; the cheaper of two that bring as much. */
function isBetter(a: Candidate, b: Candidate | null): boolean {
  if (b === null) return true
  const [left, right] = [a.pupils * b.cost, b.pupils * a.cost]
  return left === right ? a.cost < b.cost : left > right
}

function capacityOf({ capacityBps }: Way, { raisedBps }: Node): number {
  return Math.max(capacityBps, raisedBps)
}

function isOver(inflow: number, capacity: number): boolean {
  return capacity < inflow * (1 - TOLERANCE)
}

function freeThrough({ isFull, free }: Node): number {
  return isFull ? 0 : free
}

/**
 * The buildings behind one link at a POP.
 *
 * A building has its whole demand when no link of its path is full. What closing its gap changes is on its path alone: it
 * is tried there, and put back, without looking at the rest of the tree.
 */
export class UpgradeTree {
  readonly #input: RoadmapInput
  readonly #atOnce: Raised
  /** Each after the one that its link leads to; the first is at the POP. */
  readonly #nodes: readonly Node[]

  /** `atOnce`: what some links are raised to when they are raised at all, bits per second. */
  constructor(input: RoadmapInput, buildings: readonly string[], atOnce: Raised) {
    this.#input = input
    this.#atOnce = atOnce
    const nodes = new Map<string, Node>()
    for (const building of buildings) {
      const link = input.ways.up.get(building)
      if (link !== undefined) nodes.set(building, nodeOf(building, link, nodes.get(link.b) ?? null, input))
    }
    this.#nodes = [...nodes.values()]
  }

  steps(): Bundle[] {
    const steps: Bundle[] = []
    for (;;) {
      this.#settle()
      const best = this.#best()
      if (best === null) return steps
      steps.push(this.#take(best))
    }
  }

  /** What passes everywhere, with the links as raised so far. */
  #settle(): void {
    for (const node of this.#nodes) {
      node.free = node.pupils
      for (const way of node.ways) way.inflow = way.demand
    }
    for (const node of this.#nodes.toReversed()) {
      node.isFull = node.ways.some((way) => isOver(way.inflow, capacityOf(way, node)))
      if (node.parent === null) continue
      node.parent.free += freeThrough(node)
      node.ways.forEach((way, i) => {
        const above = node.parent?.ways[i]
        if (above !== undefined) above.inflow += passed(node, way)
      })
    }
  }

  /** Those that ask and do not have their whole demand. */
  #short(): readonly Node[] {
    for (const node of this.#nodes) node.isOpen = !node.isFull && (node.parent?.isOpen ?? true)
    return this.#nodes.filter(({ asks, isOpen }) => asks && !isOpen)
  }

  #best(): Candidate | null {
    const closings = new Map<Node, readonly Raise[]>()
    let best: Candidate | null = null
    const consider = (nodes: readonly Node[]): readonly Raise[] => {
      const { raises, pupils } = this.#tried(nodes)
      const candidate = { nodes, pupils, cost: sum(raises.map((raise) => this.#costOf(raise))) }
      if (pupils > 0 && isBetter(candidate, best)) best = candidate
      return raises
    }
    for (const node of this.#short()) closings.set(node, consider([node]))
    const sharers = groupedBy(
      [...closings].flatMap(([node, raises]) => raises.map(({ node: { link } }) => ({ link, node }))),
      ({ link }) => link,
    )
    for (const sharing of sharers.values()) {
      if (sharing.length > 1)
        consider(
          this.#likeliest(
            sharing.map(({ node }) => node),
            closings,
          ),
        )
    }
    return best
  }

  /**
   * Of the buildings that share a link to raise, those that bring most for a dollar together: the cheapest for its pupils
   * first, each charged only for what those before it do not raise already, as long as that gets better.
   */
  #likeliest(sharing: readonly Node[], closings: ReadonlyMap<Node, readonly Raise[]>): readonly Node[] {
    const bills = sharing.map((node) => {
      const lines = (closings.get(node) ?? []).map((raise) => ({ at: raise.node, cost: this.#costOf(raise) }))
      return { node, lines, cost: sum(lines.map(({ cost }) => cost)) }
    })
    const linesAt = groupedBy(
      bills.flatMap((bill) => bill.lines.map(({ at, cost }) => ({ at, cost, bill }))),
      ({ at }) => at,
    )
    const left = new Set(bills)
    const taken: Node[] = []
    let [pupils, cost, most, best] = [0, 0, 0, 0]
    const worthOf = (bill: { readonly node: Node; readonly cost: number }): number =>
      bill.cost === 0 ? Infinity : bill.node.pupils / bill.cost
    while (left.size > 0) {
      let [next] = left
      for (const bill of left) if (next === undefined || worthOf(bill) > worthOf(next)) next = bill
      if (next === undefined) break
      left.delete(next)
      taken.push(next.node)
      pupils += next.node.pupils
      cost += next.cost
      for (const { at } of next.lines) {
        for (const line of linesAt.get(at) ?? []) line.bill.cost -= line.cost
        linesAt.delete(at)
      }
      if (pupils / cost > most) [most, best] = [pupils / cost, taken.length]
    }
    return taken.slice(0, best)
  }

  /** What closing some gaps together would raise, and how many more pupils would then have their whole demand. */
  #tried(nodes: readonly Node[]): { readonly raises: readonly Raise[]; readonly pupils: number } {
    const [root] = this.#nodes
    if (root === undefined) return { raises: [], pupils: 0 }
    const served = freeThrough(root)
    const touched: Node[] = []
    for (const node of nodes) this.#close(node, touched)
    const pupils = freeThrough(root) - served
    const raises: Raise[] = []
    for (const node of touched) {
      if (node.raisedBps !== node.before?.raisedBps) raises.push({ node, toBps: node.raisedBps })
      putBack(node)
    }
    return { raises, pupils }
  }

  /**
   * Raises each link of a path that cannot carry what comes to it once those below it are wide enough. The buildings that
   * are changed for the first time are added to `touched`, with what they were.
   */
  #close(from: Node, touched: Node[]): void {
    const gained = from.ways.map(() => 0)
    let freed = 0
    for (let node: Node | null = from; node !== null; node = node.parent) {
      if (node.before === null) {
        touched.push(node)
        note(node)
      }
      const freeBefore = freeThrough(node)
      let needed = 0
      for (const [i, way] of node.ways.entries()) {
        const passedBefore = passed(node, way)
        way.inflow += gained[i] ?? 0
        gained[i] = way.inflow - passedBefore
        if (isOver(way.inflow, capacityOf(way, node))) needed = Math.max(needed, way.inflow)
      }
      if (needed > 0) {
        node.raisedBps = Math.max(tierFor(needed), this.#atOnce.get(node.link.id) ?? 0, node.raisedBps)
      }
      node.isFull = false
      node.free += freed
      freed = node.free - freeBefore
    }
  }

  /** Closes gaps for good. */
  #take({ nodes }: Candidate): Bundle {
    const short = this.#short()
    const touched: Node[] = []
    for (const node of nodes) this.#close(node, touched)
    const upgrades = touched.flatMap((node): Upgrade[] => {
      const { link, before, raisedBps: toBps } = node
      node.before = null
      const raisedBps = before?.raisedBps ?? 0
      const fromBps = raisedBps || (link.capacityDownBps ?? 0)
      return toBps === raisedBps ? [] : [{ link: link.id, fromBps, toBps, cost: this.#costOf({ node, toBps }) }]
    })
    const left = new Set(this.#short())
    const lifted = short.filter((node) => !left.has(node))
    return {
      upgrades: upgrades.sort((a, b) => byCode(a.link, b.link)),
      cost: sum(upgrades.map(({ cost }) => cost)),
      lifted: lifted.map(({ building }) => building).sort(byCode),
      pupils: sum(lifted.map(({ pupils }) => pupils)),
    }
  }

  #costOf({ node, toBps }: Raise): number {
    return this.#input.costOf(node.link, toBps)
  }
}

function passed(node: Node, way: Way): number {
  return Math.min(way.inflow, capacityOf(way, node))
}

function note(node: Node): void {
  const { raisedBps, isFull, free, ways } = node
  node.before = { raisedBps, isFull, free, down: ways[0]?.inflow ?? 0, up: ways[1]?.inflow ?? 0 }
}

/** A building is again what it was when it was noted. */
function putBack(node: Node): void {
  const { before, ways } = node
  if (before === null) return
  node.raisedBps = before.raisedBps
  node.isFull = before.isFull
  node.free = before.free
  if (ways[0] !== undefined) ways[0].inflow = before.down
  if (ways[1] !== undefined) ways[1].inflow = before.up
  node.before = null
}

function nodeOf(building: string, link: WanLink, parent: Node | null, { demands, bothWays }: RoadmapInput): Node {
  const demand = demands.get(building)
  const [down, up] = [link.capacityDownBps, link.capacityUpBps]
  const isKnown = down !== null && (!bothWays || up !== null)
  const wayOf = (bps: number | null, capacity: number | null): Way => ({
    demand: bps ?? 0,
    capacityBps: capacity ?? Infinity,
    inflow: 0,
  })
  const behindKnown = isKnown && (parent === null || parent.behindKnown)
  const asks = (demand?.downBps ?? 0) > 0 && behindKnown
  return {
    ...{ building, link, parent, asks, behindKnown, pupils: asks ? (demand?.pupils ?? 0) : 0 },
    ways: [wayOf(demand?.downBps ?? null, down), ...(bothWays ? [wayOf(demand?.upBps ?? null, up)] : [])],
    ...{ raisedBps: 0, isFull: false, isOpen: true, free: 0, before: null },
  }
}
