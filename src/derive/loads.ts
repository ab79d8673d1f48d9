import type { LinkLoad } from '../model/records.js'
import type { BandwidthProfile } from '../model/profile.js'
import type { WanLink } from '../model/wan-link.js'
import { byCode } from '../lib/text.js'
import type { BuildingDemand } from './demand.js'
import { groupedBy, sum } from '../lib/group.js'
import { levelOfRatio } from '../model/level.js'
import { levelOfLoad } from './level.js'
import { pathOf, type Ways } from './paths.js'
import { bpsOf } from './rates.js'

type Demands = ReadonlyMap<string, BuildingDemand>

/** Known demands of all buildings behind each link; a link behind which none is known is absent. */
function behindLinks(ways: Ways, demandOf: (building: string) => number | null): Map<string, number> {
  const byLink = new Map<string, number>()
  const collected = new Map<string, number>()
  for (const building of ways.fromPops.toReversed()) {
    const link = ways.up.get(building)
    const own = demandOf(building)
    const passing = collected.get(building)
    if (!link || (own === null && passing === undefined)) continue
    const total = (own ?? 0) + (passing ?? 0)
    byLink.set(link.id, total)
    collected.set(link.b, (collected.get(link.b) ?? 0) + total)
  }
  return byLink
}

/** A board's buildings that leave by the same last link, and the links that all of them take: its edge there. */
interface Exit {
  readonly demandBps: number
  readonly edge: readonly string[]
}

function exitOf(buildings: readonly string[], board: string, demands: Demands, ways: Ways): Exit {
  const passing = new Map<string, number>()
  for (const building of buildings) {
    for (const link of pathOf(building, ways)) passing.set(link.id, (passing.get(link.id) ?? 0) + 1)
  }
  return {
    demandBps: sum(buildings.map((building) => demands.get(building)?.downByBoard.get(board) ?? 0)),
    edge: [...passing].filter(([, count]) => count === buildings.length).map(([link]) => link),
  }
}

/**
 * What a standard's floor per board adds to the links at the board's edge, by link id.
 *
 * The edge is where the whole board passes: from the last place where its buildings' paths meet to the POP. When its
 * buildings leave by several last links, what is missing is divided over these by demand. Access links inside the
 * board and the buildings' own demands stay as they are: the floor counts once.
 */
function floorsAtEdges(demands: Demands, ways: Ways, floorBps: number): ReadonlyMap<string, number> {
  const members = [...demands].flatMap(([building, demand]) => {
    const exit = pathOf(building, ways).at(-1)?.id
    return exit === undefined ? [] : [...demand.downByBoard.keys()].map((board) => ({ board, building, exit }))
  })
  const added = new Map<string, number>()
  for (const [board, own] of groupedBy(members, (member) => member.board)) {
    const exits = [...groupedBy(own, (member) => member.exit).values()].map((group) =>
      exitOf(
        group.map((member) => member.building),
        board,
        demands,
        ways,
      ),
    )
    const total = sum(exits.map((exit) => exit.demandBps))
    const missing = Math.max(0, floorBps - total)
    for (const exit of exits) {
      const part = total > 0 ? exit.demandBps / total : 1 / exits.length
      for (const link of exit.edge) added.set(link, (added.get(link) ?? 0) + missing * part)
    }
  }
  return added
}

function loadOf(demand: number | null, capacity: number | null): number | null {
  if (demand === 0) return 0
  return demand === null || capacity === null ? null : demand / capacity
}

function linkLoad(link: WanLink, down: number | null, up: number | null): LinkLoad {
  const loads = [loadOf(down, link.capacityDownBps), ...(up === null ? [] : [loadOf(up, link.capacityUpBps)])]
  const known = loads.filter((load) => load !== null)
  const worst = known.length === loads.length ? Math.max(...known) : null
  const finite = worst === Infinity ? null : worst
  return {
    link: link.id,
    demandDownBps: down,
    demandUpBps: up,
    load: finite,
    level: worst === Infinity ? levelOfRatio(0) : levelOfLoad(worst),
  }
}

/**
 * One load per link, by id, in service or not. A link that no path takes has no known demand. A link of no capacity
 * that should carry something has a null load and the level `critical`.
 */
export function deriveLinkLoads(input: {
  readonly links: readonly WanLink[]
  readonly ways: Ways
  readonly demands: Demands
  readonly profile: BandwidthProfile
}): readonly LinkLoad[] {
  const { ways, demands, profile } = input
  const down = behindLinks(ways, (building) => demands.get(building)?.downBps ?? null)
  const up = behindLinks(ways, (building) => demands.get(building)?.upBps ?? null)
  if (profile.boardMinimumDownMbps !== null) {
    for (const [link, bps] of floorsAtEdges(demands, ways, bpsOf(profile.boardMinimumDownMbps))) {
      down.set(link, (down.get(link) ?? 0) + bps)
    }
  }
  return [...input.links]
    .sort((a, b) => byCode(a.id, b.id))
    .map((link) => linkLoad(link, down.get(link.id) ?? null, up.get(link.id) ?? null))
}
