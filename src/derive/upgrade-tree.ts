import { byCode } from '../lib/text.js'
import { groupedBy, sum } from '../lib/group.js'
import { reaches } from '../model/level.js'
import type { Upgrade } from '../model/roadmap.js'
import type { WanLink } from '../model/wan-link.js'
import { deriveClosing, flowOf, type Flow } from './closing.js'
import type { BuildingDemand } from './demand.js'
import { pathOf, type Ways } from './paths.js'
import { fairLevels } from './share.js'

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

/** What raising some links together would bring. */
export interface Bundle {
  readonly raised: Raised
  readonly upgrades: readonly Upgrade[]
  readonly cost: number
  readonly lifted: readonly string[]
  readonly pupils: number
}

/** One of the two directions, as far as a tree of links is concerned. */
interface Way {
  readonly demands: ReadonlyMap<string, number>
  readonly capacityOf: (link: WanLink) => number | null
}

/** True when `a` brings more pupils for a dollar; the cheaper of two that bring as much. */
function isBetter(a: Bundle, b: Bundle | null): boolean {
  if (b === null) return true
  const [left, right] = [a.pupils * b.cost, b.pupils * a.cost]
  return left === right ? a.cost < b.cost : left > right
}

/** The buildings behind one link at a POP. */
export class UpgradeTree {
  readonly #input: RoadmapInput
  readonly #ways: Ways
  readonly #atOnce: Raised
  readonly #links: ReadonlyMap<string, WanLink>
  /** Buildings that a roadmap can bring to the standard: with a demand, behind links of known capacity. */
  readonly #askers: readonly string[]

  /** `atOnce`: what some links are raised to when they are raised at all, bits per second. */
  constructor(input: RoadmapInput, buildings: readonly string[], atOnce: Raised) {
    this.#input = input
    this.#atOnce = atOnce
    this.#ways = { up: input.ways.up, fromPops: buildings }
    const links = buildings.flatMap((building) => input.ways.up.get(building) ?? [])
    this.#links = new Map(links.map((link) => [link.id, link]))
    const isKnown = (link: WanLink): boolean =>
      link.capacityDownBps !== null && (!input.bothWays || link.capacityUpBps !== null)
    this.#askers = buildings.filter(
      (building) =>
        (input.demands.get(building)?.downBps ?? 0) > 0 && pathOf(building, this.#ways).every((link) => isKnown(link)),
    )
  }

  steps(): Bundle[] {
    const steps: Bundle[] = []
    let raised: Raised = new Map()
    for (;;) {
      const next = this.#next(raised)
      if (next === null) return steps
      steps.push(next)
      raised = next.raised
    }
  }

  #next(raised: Raised): Bundle | null {
    const served = this.#served(raised)
    const short = this.#askers.filter((building) => !served.has(building))
    const flows = this.#flows(raised)
    const closings = new Map(short.map((building) => [building, deriveClosing(building, this.#ways, flows)]))
    let best: Bundle | null = null
    const consider = (buildings: readonly string[]): void => {
      const bundle = this.#complete(buildings, raised, served)
      if (bundle.pupils > 0 && isBetter(bundle, best)) best = bundle
    }
    for (const building of short) consider([building])
    const sharers = groupedBy(
      [...closings].flatMap(([building, links]) => links.map(({ link }) => ({ link, building }))),
      ({ link }) => link,
    )
    for (const [, sharing] of sharers) {
      if (sharing.length > 1)
        consider(
          this.#likeliest(
            sharing.map(({ building }) => building),
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
  #likeliest(
    buildings: readonly string[],
    closings: ReadonlyMap<string, readonly { readonly link: string; readonly toBps: number }[]>,
  ): string[] {
    const paid = new Set<string>()
    const left = new Set(buildings)
    const taken: string[] = []
    let best: readonly string[] = []
    let [pupils, cost, most] = [0, 0, 0]
    const own = (building: string): number =>
      sum(
        (closings.get(building) ?? []).map(({ link, toBps }) =>
          paid.has(link) ? 0 : this.#costOf(link, this.#tier(link, toBps)),
        ),
      )
    while (left.size > 0) {
      let next = { building: '', worth: -1, cost: 0 }
      for (const building of left) {
        const price = own(building)
        const worth = price === 0 ? Infinity : this.#pupils(building) / price
        if (worth > next.worth) next = { building, worth, cost: price }
      }
      left.delete(next.building)
      taken.push(next.building)
      for (const { link } of closings.get(next.building) ?? []) paid.add(link)
      pupils += this.#pupils(next.building)
      cost += next.cost
      if (pupils / cost > most) {
        most = pupils / cost
        best = [...taken]
      }
    }
    return [...best]
  }

  /** Raises what some buildings need, and what those need that would lose by it, until all of them have what they need. */
  #complete(buildings: readonly string[], before: Raised, servedBefore: ReadonlySet<string>): Bundle {
    const raised = new Map(before)
    let served = servedBefore
    let needy = buildings
    while (needy.length > 0) {
      const flows = this.#flows(raised)
      for (const building of needy) {
        for (const { link, toBps } of deriveClosing(building, this.#ways, flows)) {
          raised.set(link, Math.max(this.#tier(link, toBps), raised.get(link) ?? 0))
        }
      }
      served = this.#served(raised)
      needy = [...new Set([...buildings, ...servedBefore])].filter((building) => !served.has(building))
    }
    const upgrades = [...raised].flatMap(([link, toBps]): Upgrade[] => {
      const known = this.#links.get(link)
      const fromBps = before.get(link) ?? known?.capacityDownBps ?? 0
      return before.get(link) === toBps ? [] : [{ link, fromBps, toBps, cost: this.#costOf(link, toBps) }]
    })
    const lifted = [...served].filter((building) => !servedBefore.has(building)).sort(byCode)
    return {
      raised,
      upgrades: upgrades.sort((a, b) => byCode(a.link, b.link)),
      cost: sum(upgrades.map(({ cost }) => cost)),
      lifted,
      pupils: sum(lifted.map((building) => this.#pupils(building))),
    }
  }

  #tier(link: string, toBps: number): number {
    return Math.max(toBps, this.#atOnce.get(link) ?? 0)
  }

  #costOf(link: string, toBps: number): number {
    const known = this.#links.get(link)
    return known === undefined ? 0 : this.#input.costOf(known, toBps)
  }

  #pupils(building: string): number {
    return this.#input.demands.get(building)?.pupils ?? 0
  }

  #directions(raised: Raised): readonly Way[] {
    const { demands, bothWays } = this.#input
    const own = (bpsOf: (demand: BuildingDemand) => number | null): ReadonlyMap<string, number> =>
      new Map(this.#ways.fromPops.map((building) => [building, demandOf(demands.get(building), bpsOf)]))
    const over = (capacity: number | null, link: WanLink): number | null =>
      capacity === null ? null : Math.max(capacity, raised.get(link.id) ?? 0)
    return [
      { demands: own(({ downBps }) => downBps), capacityOf: (link) => over(link.capacityDownBps, link) },
      ...(bothWays
        ? [{ demands: own(({ upBps }) => upBps), capacityOf: (link: WanLink) => over(link.capacityUpBps, link) }]
        : []),
    ]
  }

  /** Those that have their whole demand, both ways. */
  #served(raised: Raised): ReadonlySet<string> {
    const levels = this.#directions(raised).map(({ demands: weights, capacityOf }) =>
      fairLevels({ ways: this.#ways, weights, capacityOf, until: 1 }),
    )
    return new Set(
      this.#askers.filter((building) => levels.every((level) => reaches(level.get(building)?.level ?? 0, 1))),
    )
  }

  #flows(raised: Raised): readonly Flow[] {
    return this.#directions(raised).map(({ demands, capacityOf }) => flowOf(this.#ways, demands, capacityOf))
  }
}

function demandOf(demand: BuildingDemand | undefined, bpsOf: (demand: BuildingDemand) => number | null): number {
  return demand === undefined ? 0 : (bpsOf(demand) ?? 0)
}
