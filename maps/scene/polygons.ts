import booleanClockwise from '@turf/boolean-clockwise'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { withoutSlips } from '../rings.js'
import { rounded } from './layer.js'

function withoutRepeats(ring: readonly Position[]): readonly Position[] {
  return ring.filter((position, i) => {
    const before = ring[i - 1]
    return before === undefined || before[0] !== position[0] || before[1] !== position[1]
  })
}

/** Null when nothing is left of it at 6 decimals. */
function drawnRing(ring: readonly Position[], hole: boolean): Position[] | null {
  const clean = [...withoutSlips(withoutRepeats(ring.map(rounded)))]
  if (clean.length < 4) return null
  return booleanClockwise(clean) === hole ? clean : clean.reverse()
}

function drawnPolygon(rings: readonly Position[][]): Position[][] | null {
  const [outer, ...holes] = rings
  const shell = outer === undefined ? null : drawnRing(outer, false)
  if (shell === null) return null
  return [shell, ...holes.map((hole) => drawnRing(hole, true)).filter((ring) => ring !== null)]
}

/**
 * A territory as RFC 7946 wants it: 6 decimals, outer rings counterclockwise, holes clockwise (section 3.1.6), without
 * repeated positions nor digitising slips. Null when no area is left.
 */
export function drawnArea(geometry: Polygon | MultiPolygon): Polygon | MultiPolygon | null {
  if (geometry.type === 'Polygon') {
    const coordinates = drawnPolygon(geometry.coordinates)
    return coordinates === null ? null : { type: 'Polygon', coordinates }
  }
  const coordinates = geometry.coordinates.flatMap((polygon) => {
    const drawn = drawnPolygon(polygon)
    return drawn === null ? [] : [drawn]
  })
  return coordinates.length === 0 ? null : { type: 'MultiPolygon', coordinates }
}
