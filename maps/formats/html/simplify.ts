import type { MultiPolygon, Polygon, Position } from 'geojson'
import { simplifiedLine } from '../../scene/simplified-line.js'

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

/** Positions for all the territories of a page: about 300 kB. */
const BUDGET = 20_000

/**
 * Areas as polygons of rings light enough to draw: as fine as the budget of positions allows, at four decimals. Only for
 * drawing: neighbours' borders may part by less than a pixel, and what is smaller than the tolerance goes.
 */
export function drawable(areas: readonly (Polygon | MultiPolygon)[]): Position[][][][] {
  for (let toleranceM = 50; ; toleranceM *= 2) {
    const light = areas.map((area) =>
      polygonsOf(area)
        .map((rings) => rings.map((ring) => simplifiedLine(ring, toleranceM)).filter((ring) => ring.length >= 4))
        .filter((rings) => rings.length > 0),
    )
    if (light.flat(3).length <= BUDGET || toleranceM > 1e5) {
      return light.map((area) => area.map((rings) => rings.map((ring) => ring.map(coarse))))
    }
  }
}

function coarse([lon = 0, lat = 0]: Position): Position {
  return [Number(lon.toFixed(4)), Number(lat.toFixed(4))]
}
