import type { CapacityInput, CapacityResult } from '../model/capacity.js'
import { byCode } from '../lib/text.js'
import { deriveDemands } from './demand.js'
import { directionDown, directionUp } from './direction.js'
import { deriveGap, type GapContext } from './gap.js'
import { deriveLinkLoads } from './loads.js'
import { findWays, type Ways } from './paths.js'
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
  const demands = deriveDemands(input)
  const ways = findWays(input.wanLinks, input.pops)
  const classifies = input.profile.classes !== null
  const down = directionDown(ways, demands, classifies)
  const hasUpRule = input.profile.up !== null || input.profile.schoolMinimum !== null
  const linkLoads = deriveLinkLoads({ links: input.wanLinks, ways, demands, profile: input.profile })
  const context: GapContext = {
    profile: input.profile,
    schoolYear: input.schoolYear,
    boardOf: new Map(input.schools.map((school) => [school.code, school.board])),
    boards: new Set(input.boards.map((board) => board.code)),
    linksAt: groupedBy(
      input.wanLinks.flatMap((link) => [link.a, link.b].map((end) => ({ end, link }))),
      (touch) => touch.end,
    ),
    ways,
    linksImported: input.linksImported ?? input.wanLinks.length > 0,
    demands,
    directions: hasUpRule && !classifies ? [down, directionUp(ways, demands)] : [down],
    loads: new Map(linkLoads.map((load) => [load.link, load])),
    single: singlyLinked(input.wanLinks, input.pops),
    incomplete: incompleteBehind(ways, (building) => demands.get(building)?.incomplete ?? false),
  }
  const buildings = [...input.buildings].sort((a, b) => byCode(a.code, b.code))
  return { gaps: buildings.map((building) => deriveGap(building, context)), linkLoads }
}
