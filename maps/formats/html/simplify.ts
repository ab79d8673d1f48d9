import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
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

/** Less than the width of a line at the zoom of a town. */
const LINE_TOLERANCE_M = 20

/** A link's way as lines light enough to draw; two ends stay as they are. */
export function drawableLine(geometry: LineString | MultiLineString): Position[][] {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  return lines.map((line) => (line.length <= 2 ? line : simplifiedLine(line, LINE_TOLERANCE_M)))
}
