import type { MultiPolygon, Polygon } from 'geojson'
import type { MapInput, Territory } from '../../src/model/map-format.js'
import type { Gap, Level } from '../../src/model/records.js'
import { groupedBy } from '../../src/lib/group.js'
import { byCode } from '../../src/lib/text.js'
import { decimalsOrNull, layerOf, type Layer } from './layer.js'
import { levelOfRatio } from '../../src/model/level.js'
import { drawnArea } from './polygons.js'
import { simplifiedAreas } from './simplified-areas.js'

export interface TerritoryProperties {
  readonly board: string
  readonly name: string
  readonly language: Territory['language']
  /** Pupils known in the board's buildings, two decimals; null when none is known. */
  readonly pupils: number | null
  readonly level: Level
  /** On a public map: pupils of some building are withheld, and counted in neither. */
  readonly suppressed: boolean
}

/** One area per territory, with the pupils and the level of its board's buildings. */
export function buildTerritories(
  input: Pick<MapInput, 'territories' | 'gaps' | 'allGaps' | 'drawing'>,
): Layer<Polygon | MultiPolygon, TerritoryProperties> {
  const gaps = groupedBy(input.allGaps ?? input.gaps, ({ board }) => board)
  return layerOf(
    drawnTerritories(input.territories, input.drawing.toleranceM).map(({ board, name, language, geometry }) => {
      const own = gaps.get(board) ?? []
      const properties = {
        board,
        name,
        language,
        pupils: pupilsOf(own),
        level: territoryLevel(own),
        suppressed: own.some(isWithheld),
      }
      return { id: board, geometry, properties }
    }),
  )
}

/** Each language network is a coverage of its own: their territories overlap, and share no border in truth. */
function drawnTerritories(territories: readonly Territory[], toleranceM: number | null) {
  const drawn = territories
    .map((territory) => ({ ...territory, geometry: drawnArea(territory.geometry) }))
    .sort((a, b) => byCode(a.board, b.board))
  if (toleranceM === null) return drawn
  return [...groupedBy(drawn, ({ language }) => language).values()].flatMap((coverage) => {
    const placed = coverage.flatMap(({ geometry }) => geometry ?? [])
    const areas = simplifiedAreas(placed, toleranceM).map(drawnArea)
    return coverage.map((each) => ({ ...each, geometry: each.geometry === null ? null : (areas.shift() ?? null) }))
  })
}

function isWithheld({ pupils, suppressed }: Gap): boolean {
  return pupils === null && suppressed === true
}

function pupilsOf(gaps: readonly Gap[]): number | null {
  const known = gaps.flatMap(({ pupils }) => pupils ?? [])
  return decimalsOrNull(known.length === 0 ? null : known.reduce((sum, pupils) => sum + pupils, 0), 2)
}

/**
 * Level of a territory: the part of its buildings' demand that is met, all in one. A building without link meets none
 * of its own, and what one has beyond its demand does not serve another.
 */
export function territoryLevel(gaps: readonly Gap[]): Level {
  const needing = gaps.filter(
    ({ demandDownBps, ratio, level }) => (demandDownBps ?? 0) > 0 && (level === 'unlinked' || ratio !== null),
  )
  const linked = needing.filter(({ level }) => level !== 'unlinked')
  if (linked.length === 0) return needing.length === 0 ? 'unknown' : 'unlinked'
  const demandBps = needing.reduce((sum, gap) => sum + (gap.demandDownBps ?? 0), 0)
  const metBps = linked.reduce((sum, gap) => sum + (gap.demandDownBps ?? 0) * Math.min(1, gap.ratio ?? 0), 0)
  return levelOfRatio(metBps / demandBps)
}
