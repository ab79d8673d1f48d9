import type { LinkLoad } from '../model/records.js'
import type { WanLink } from '../model/wan-link.js'
import type { BuildingDemand } from './demand.js'
import { flowOf, type Flow } from './closing.js'
import { TOLERANCE } from '../model/level.js'
import type { Ways } from './paths.js'
import { fairLevels, type FairLevel } from './share.js'

/** One direction of all links: down flows from the POPs to the schools. */
export interface Direction {
  readonly capacityOf: (link: WanLink) => number | null
  readonly demandOf: (building: string) => number | null
  readonly loadBpsOf: (load: LinkLoad) => number | null
  readonly levels: ReadonlyMap<string, FairLevel>
  readonly flow: Flow
}

function known(
  demands: ReadonlyMap<string, BuildingDemand>,
  bpsOf: (demand: BuildingDemand) => number | null,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  for (const [building, demand] of demands) known.set(building, bpsOf(demand) ?? 0)
  return known
}

/** Shares and flows down, by demand; or, for a standard that only classifies, by number of schools. */
export function directionDown(
  ways: Ways,
  demands: ReadonlyMap<string, BuildingDemand>,
  classifies: boolean,
): Direction {
  const capacityOf = (link: WanLink): number | null => link.capacityDownBps
  const weights = known(demands, (demand) => (classifies ? demand.openSchools : demand.downBps))
  return {
    capacityOf,
    demandOf: (building) => demands.get(building)?.downBps ?? null,
    loadBpsOf: (load) => load.demandDownBps,
    levels: fairLevels({ ways, weights, capacityOf, until: classifies ? Infinity : 1 }),
    flow: flowOf(ways, weights, capacityOf),
  }
}

/** Shares and flows up, by demand. */
export function directionUp(ways: Ways, demands: ReadonlyMap<string, BuildingDemand>): Direction {
  const capacityOf = (link: WanLink): number | null => link.capacityUpBps
  const weights = known(demands, (demand) => demand.upBps)
  return {
    capacityOf,
    demandOf: (building) => demands.get(building)?.upBps ?? null,
    loadBpsOf: (load) => load.demandUpBps,
    levels: fairLevels({ ways, weights, capacityOf, until: 1 }),
    flow: flowOf(ways, weights, capacityOf),
  }
}

/** A building's part of capacity in one direction. */
export interface Share {
  readonly bps: number
  /** Share ÷ demand, exactly 1 when nothing holds the demand; null without a demand to compare with. */
  readonly ratio: number | null
  readonly bottleneck: string | null
}

/**
 * What a building gets of a direction for each unit of `weight`. Null when it asks for nothing, has no path, or its
 * path has a link of unknown capacity: what others leave it is then only an upper bound.
 */
export function shareOf(input: {
  readonly building: string
  readonly weight: number | null
  readonly path: readonly WanLink[]
  readonly direction: Direction
  readonly classifies: boolean
}): Share | null {
  const { building, weight, path, direction, classifies } = input
  const fair = direction.levels.get(building)
  if (!fair || !weight || path.some((link) => direction.capacityOf(link) === null)) return null
  if (classifies) return { bps: fair.level * weight, ratio: null, bottleneck: fair.bottleneck }
  const full = fair.level >= 1 - TOLERANCE
  return full
    ? { bps: weight, ratio: 1, bottleneck: null }
    : { bps: fair.level * weight, ratio: fair.level, bottleneck: fair.bottleneck }
}
