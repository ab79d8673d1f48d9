import type { CapacityInput, CapacityResult } from '../model/capacity.js'
import type { BandwidthProfile } from '../model/profile.js'
import { byCode } from '../lib/text.js'
import { takeCensus, type Census } from './census.js'
import { deriveDemands } from './demand.js'
import { directionDown, directionUp } from './direction.js'
import { deriveGap, type GapContext, type Path } from './gap.js'
import { deriveLinkLoads } from './loads.js'
import { findWays, pathOf, type Ways } from './paths.js'
import { singlyLinked } from './redundancy.js'
import { groupedBy } from '../lib/group.js'

/** Buildings behind whose link up, themselves included, some pupils are not known. */
function incompleteBehind(ways: Ways, isIncomplete: (building: string) => boolean): ReadonlySet<string> {
  const marked = new Set<string>()
  for (const building of ways.fromPops.toReversed()) {
    const link = ways.up.get(building)
    if (!link || !(marked.has(building) || isIncomplete(building))) continue
    marked.add(building)
    marked.add(link.b)
  }
  return marked
}

/**
 * Bandwidth of every building: what its schools need by a standard, the path to a POP, the fair share that reaches
 * it, the link that holds it, and what would close the gap; and the load of every link. Both lists are by code, and
 * the same rows in another order give the same result.
 */
export function deriveCapacity(input: CapacityInput): CapacityResult {
  return applyProfile(input, prepare(input))
}

/** The same by several standards, in their order: who is where and which way traffic goes are worked out once. */
export function deriveCapacities(
  input: Omit<CapacityInput, 'profile'>,
  profiles: readonly BandwidthProfile[],
): readonly CapacityResult[] {
  const prepared = prepare(input)
  return profiles.map((profile) => applyProfile({ ...input, profile }, prepared))
}

/** All that is the same whatever the standard. */
interface Prepared extends Pick<GapContext, 'boardOf' | 'linksAt' | 'ways' | 'paths' | 'single'> {
  readonly census: Census
  /** By code. */
  readonly buildings: CapacityInput['buildings']
}

function prepare(input: Omit<CapacityInput, 'profile'>): Prepared {
  const census = takeCensus(input)
  const ways = findWays(input.wanLinks, input.pops)
  const pathWithIds = (building: string): Path => {
    const links = pathOf(building, ways)
    return { links, ids: links.map(({ id }) => id) }
  }
  return {
    census,
    boardOf: boardsOfBuildings(census, new Set(input.boards.map((board) => board.code))),
    linksAt: groupedBy(
      input.wanLinks.flatMap((link) => [link.a, link.b].map((end) => ({ end, link }))),
      (touch) => touch.end,
    ),
    ways,
    paths: new Map(ways.fromPops.map((building) => [building, pathWithIds(building)])),
    single: singlyLinked(input.wanLinks, input.pops),
    buildings: [...input.buildings].sort((a, b) => byCode(a.code, b.code)),
  }
}

/**
 * The board that each building is counted under: its schools' board; when they are of several, or there is none, the
 * board whose code begins like the building's, else the first by code; absent when nothing tells.
 */
function boardsOfBuildings(census: Census, boards: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    [...census].flatMap(([building, { tenants }]): [string, string][] => {
      const named = [...new Set(tenants.map(({ board }) => board))].sort(byCode)
      const [first] = named
      const alike = `${building.slice(0, 3)}000`
      if (first === undefined) return boards.has(alike) ? [[building, alike]] : []
      return [[building, named.length > 1 && named.includes(alike) ? alike : first]]
    }),
  )
}

function applyProfile(input: CapacityInput, prepared: Prepared): CapacityResult {
  const { profile, wanLinks, schoolYear } = input
  const { census, buildings, ways } = prepared
  const demands = deriveDemands(input, census)
  const classifies = profile.classes !== null
  const down = directionDown(ways, demands, classifies)
  const hasUpRule = profile.up !== null || profile.schoolMinimum !== null
  const linkLoads = deriveLinkLoads({ links: wanLinks, ways, demands, profile })
  const context: GapContext = {
    ...prepared,
    profile,
    schoolYear,
    linksImported: input.linksImported ?? wanLinks.length > 0,
    demands,
    measures: input.measures ?? new Map(),
    directions: hasUpRule && !classifies ? [down, directionUp(ways, demands)] : [down],
    loads: new Map(linkLoads.map((load) => [load.link, load])),
    incomplete: incompleteBehind(ways, (building) => demands.get(building)?.incomplete ?? false),
  }
  return { gaps: buildings.map((building) => deriveGap(building, context)), linkLoads }
}
