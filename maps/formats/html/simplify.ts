import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'

/** Square of the distance from a position to a segment, in degrees, longitude shortened to what it is at 50° north. */
function squaredDistance(position: Position, from: Position, to: Position): number {
  const [x, y] = flat(position)
  const [x1, y1] = flat(from)
  const [x2, y2] = flat(to)
  const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const along = lengthSquared === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / lengthSquared
  const t = Math.max(0, Math.min(1, along))
  return (x - x1 - t * (x2 - x1)) ** 2 + (y - y1 - t * (y2 - y1)) ** 2
}

function flat([lon = 0, lat = 0]: Position): readonly [number, number] {
  return [lon * 0.643, lat]
}

/** Douglas and Peucker's line, with a stack of its own: a coast of 20,000 positions does not deepen the call stack. */
function simplifiedRing(ring: readonly Position[], tolerance: number): Position[] {
  const keep = new Set([0, ring.length - 1])
  const spans: (readonly [number, number])[] = [[0, ring.length - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last] = span
    const [from, to] = [ring[first], ring[last]]
    if (from === undefined || to === undefined) continue
    let farthest = -1
    let distance = tolerance ** 2
    for (let i = first + 1; i < last; i++) {
      const here = squaredDistance(ring[i] ?? from, from, to)
      if (here > distance) [farthest, distance] = [i, here]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    spans.push([first, farthest], [farthest, last])
  }
  return ring.filter((_, i) => keep.has(i))
}

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
  for (let tolerance = 0.0005; ; tolerance *= 2) {
    const light = areas.map((area) =>
      polygonsOf(area)
        .map((rings) => rings.map((ring) => simplifiedRing(ring, tolerance)).filter((ring) => ring.length >= 4))
        .filter((rings) => rings.length > 0),
    )
    if (light.flat(3).length <= BUDGET || tolerance > 1) {
      return light.map((area) => area.map((rings) => rings.map((ring) => ring.map(coarse))))
    }
  }
}

function coarse([lon = 0, lat = 0]: Position): Position {
  return [Number(lon.toFixed(4)), Number(lat.toFixed(4))]
}

/** About 20 metres, in degrees: less than the width of a line at the zoom of a town. */
const LINE_TOLERANCE = 0.0002

/** A link's way as lines light enough to draw; two ends stay as they are. */
export function drawableLine(geometry: LineString | MultiLineString): Position[][] {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  return lines.map((line) => (line.length <= 2 ? line : simplifiedRing(line, LINE_TOLERANCE)))
}
