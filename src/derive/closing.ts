import type { Closing } from '../model/records.js'
import type { WanLink } from '../model/wan-link.js'
import { TOLERANCE } from '../model/level.js'
import { pathOf, type Ways } from './paths.js'

/** Bits per second that links are sold at; past the last, whole multiples of it. */
const TIERS = [100e6, 1e9, 10e9, 100e9] as const
const LAST_TIER = 100e9

/** What would flow in one direction if each link carried all that reaches it and fits. */
export interface Flow {
  readonly capacityOf: (link: WanLink) => number | null
  /** At a building, before its link up: its own demand and what its neighbours below pass on. */
  readonly inflow: ReadonlyMap<string, number>
}

function passed(flow: number, capacity: number | null): number {
  return capacity === null ? flow : Math.min(flow, capacity)
}

/** Full demands, cut only by the links on their way; a link of unknown capacity cuts nothing. */
export function flowOf(
  ways: Ways,
  demands: ReadonlyMap<string, number>,
  capacityOf: (link: WanLink) => number | null,
): Flow {
  const inflow = new Map<string, number>()
  for (const building of ways.fromPops.toReversed()) {
    const link = ways.up.get(building)
    if (!link) continue
    const flow = (inflow.get(building) ?? 0) + (demands.get(building) ?? 0)
    inflow.set(building, flow)
    inflow.set(link.b, (inflow.get(link.b) ?? 0) + passed(flow, capacityOf(link)))
  }
  return { inflow, capacityOf }
}

/** What each link of a path would carry if none on the path held anything back. */
function openFlows(path: readonly WanLink[], { inflow, capacityOf }: Flow): number[] {
  let gained = 0
  return path.map((link) => {
    const flow = inflow.get(link.a) ?? 0
    const open = flow + gained
    gained = open - passed(flow, capacityOf(link))
    return open
  })
}

/** The lowest rate sold that carries so many bits per second. */
export function tierFor(bps: number): number {
  return TIERS.find((tier) => tier >= bps * (1 - TOLERANCE)) ?? Math.ceil(bps / LAST_TIER - TOLERANCE) * LAST_TIER
}

/**
 * The smallest set of links to raise so that a building has its whole demand, each to the lowest tier that suffices.
 *
 * A link of the path must be raised exactly when it cannot carry what comes to it once the rest of the path is wide
 * enough: the building's demand, and those of all others behind the link, as far as their own links let them through.
 * `fromBps` and `toBps` are of the direction that lacks, down first when both do.
 */
export function deriveClosing(building: string, ways: Ways, flows: readonly Flow[]): readonly Closing[] {
  const path = pathOf(building, ways)
  const needs = flows.map((flow) => ({ capacityOf: flow.capacityOf, bps: openFlows(path, flow) }))
  return path.flatMap((link, i): Closing[] => {
    const short = needs.filter((need) => {
      const capacity = need.capacityOf(link)
      return capacity !== null && capacity < (need.bps[i] ?? 0) * (1 - TOLERANCE)
    })
    const [first] = short
    if (!first) return []
    const needed = Math.max(...short.map((need) => need.bps[i] ?? 0))
    return [{ link: link.id, fromBps: first.capacityOf(link) ?? 0, toBps: tierFor(needed) }]
  })
}
