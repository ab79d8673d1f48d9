import { topology } from '#topojson-server'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Arc, Topology } from 'topojson-specification'
import { crossingsOf } from '../rings.js'
import { simplifiedLine } from './simplified-line.js'

type Area = Polygon | MultiPolygon

/** A border that one area has alone or two share: what is left of it depends on how far it may move. */
interface Border {
  readonly whole: readonly Position[]
  toleranceM: number
  drawn: Position[]
}

/**
 * Areas of one coverage with fewer positions, none of which has moved, so that no border is farther than so many metres
 * from where it was. A border that two areas share stays shared: there is neither gap nor overlap that was not there.
 * Where borders would come to cross, they are drawn finer; the smallest island stays, as four positions at least.
 */
export function simplifiedAreas(areas: readonly Area[], toleranceM: number): Area[] {
  const topo = topology(Object.fromEntries(areas.map((area, i) => [String(i), area])))
  const borders = topo.arcs.map((arc) => drawnAs({ whole: arc, toleranceM, drawn: [] }, toleranceM))
  const rings = ringsOf(topo)
  for (let tooCoarse = coarse(borders, rings); tooCoarse.size > 0; tooCoarse = coarse(borders, rings)) {
    for (const border of tooCoarse) drawnAs(border, border.toleranceM / 2)
  }
  return areas.map((area, i) => {
    const object = topo.objects[String(i)]
    const drawn = (arcs: readonly number[][]): Position[][] => arcs.map((ring) => stitched(ring, borders))
    if (object?.type === 'Polygon') return { type: 'Polygon', coordinates: drawn(object.arcs) }
    if (object?.type === 'MultiPolygon') return { type: 'MultiPolygon', coordinates: object.arcs.map(drawn) }
    return area
  })
}

/** Under a decimetre, which is what six decimals hold, a border is left as it is. */
function drawnAs(border: Border, toleranceM: number): Border {
  border.toleranceM = toleranceM < 0.1 ? 0 : toleranceM
  border.drawn = border.toleranceM === 0 ? [...border.whole] : simplifiedLine(border.whole, toleranceM)
  return border
}

function ringsOf({ objects }: Topology): number[][] {
  return Object.values(objects).flatMap((object) => {
    if (object.type === 'Polygon') return object.arcs
    return object.type === 'MultiPolygon' ? object.arcs.flat() : []
  })
}

/** The borders that cross another or themselves, or that close a ring with less than four positions, and may be finer. */
function coarse(borders: readonly Border[], rings: readonly (readonly number[])[]): Set<Border> {
  const found = new Set<Border>()
  const add = (index: number): void => {
    const border = borders[index < 0 ? ~index : index]
    if (border !== undefined && border.toleranceM > 0) found.add(border)
  }
  for (const { from, to } of crossingsOf(borders.map(({ drawn }) => drawn))) {
    add(from.ring)
    add(to.ring)
  }
  for (const ring of rings) if (stitched(ring, borders).length < 4) ring.forEach(add)
  return found
}

/** The ring that borders make one after the other; a negative index runs backwards (TopoJSON, 2.1.4). */
function stitched(ring: readonly number[], borders: readonly Border[]): Position[] {
  return ring.flatMap((index, i) => {
    const arc: Arc = borders[index < 0 ? ~index : index]?.drawn ?? []
    const line = index < 0 ? arc.toReversed() : arc
    return i === 0 ? line : line.slice(1)
  })
}
