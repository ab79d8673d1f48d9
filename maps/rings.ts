import type { Position } from 'geojson'

/** A segment in whole millionths of a degree: differences and cross products are exact integers below 2⁵³. */
interface Segment {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly west: number
  readonly east: number
  readonly ring: number
  readonly index: number
  /** Segments of the ring, to know the neighbours across its closing; infinite when the line is not closed. */
  readonly count: number
}

const MICRO = 1e6
const minY = (s: Segment): number => Math.min(s.y1, s.y2)
const maxY = (s: Segment): number => Math.max(s.y1, s.y2)

function segmentsOf(rings: readonly (readonly Position[])[]): Segment[] {
  const segments: Segment[] = []
  for (const [ring, positions] of rings.entries()) {
    const [first, last] = [positions[0], positions.at(-1)]
    const count = first?.[0] === last?.[0] && first?.[1] === last?.[1] ? positions.length - 1 : Infinity
    let [x1, y1] = [NaN, NaN]
    for (const [i, [lon = NaN, lat = NaN]] of positions.entries()) {
      const [x2, y2] = [Math.round(lon * MICRO), Math.round(lat * MICRO)]
      if (i > 0) {
        const [west, east] = x1 < x2 ? [x1, x2] : [x2, x1]
        segments.push({ x1, y1, x2, y2, west, east, ring, index: i - 1, count })
      }
      x1 = x2
      y1 = y2
    }
  }
  return segments
}

/** Twice the signed area of the triangle: on which side of `s` the point lies. */
function side(s: Segment, x: number, y: number): number {
  return Math.sign((s.x2 - s.x1) * (y - s.y1) - (s.y2 - s.y1) * (x - s.x1))
}

/** Adjacent segments always share a position; they only go wrong by turning back on themselves. */
function turnsBack(a: Segment, b: Segment): boolean {
  const dot = (a.x2 - a.x1) * (b.x2 - b.x1) + (a.y2 - a.y1) * (b.y2 - b.y1)
  return dot < 0 && side(a, b.x1, b.y1) === 0 && side(a, b.x2, b.y2) === 0
}

function crosses(a: Segment, b: Segment): boolean {
  if (a.ring === b.ring) {
    const apart = Math.abs(a.index - b.index)
    if (apart === 1 || apart === a.count - 1) return turnsBack(a, b)
  }
  const b1 = side(a, b.x1, b.y1)
  const b2 = side(a, b.x2, b.y2)
  const a1 = side(b, a.x1, a.y1)
  const a2 = side(b, a.x2, a.y2)
  if (b1 === 0 && b2 === 0) {
    // On one line: they cross when they share more than a point.
    const overlapX = Math.min(a.east, b.east) - Math.max(a.west, b.west)
    const overlapY = Math.min(maxY(a), maxY(b)) - Math.max(minY(a), minY(b))
    return overlapX >= 0 && overlapY >= 0 && overlapX + overlapY > 0
  }
  return b1 * b2 < 0 && a1 * a2 < 0
}

/** Two segments that cross, by ring and by index of their first position. In one ring, `from` comes before `to`. */
export interface Crossing {
  readonly position: Position
  readonly from: { readonly ring: number; readonly index: number }
  readonly to: { readonly ring: number; readonly index: number }
}

/**
 * A place where a polygon's rings cross themselves or each other; null when they do not. Positions are taken at 6
 * decimals, and the test is then exact.
 *
 * Rings that only touch at a position pass: real territories meet themselves so. A sweep from west to east compares
 * each segment with those that it overlaps: 20,000 positions take some tens of milliseconds; only thousands of
 * segments that each span the whole ring would bring back the square.
 *
 * @see OGC 06-103r4, 6.1.11 (Polygon)
 */
export function findCrossing(rings: readonly (readonly Position[])[]): Crossing | null {
  for (const crossing of crossingsOf(rings)) return crossing
  return null
}

/** All such places among rings or lines, from west to east. */
export function* crossingsOf(rings: readonly (readonly Position[])[]): Generator<Crossing> {
  const segments = segmentsOf(rings).sort((a, b) => a.west - b.west)
  const active: Segment[] = []
  for (const segment of segments) {
    const [west, south, north] = [segment.west, minY(segment), maxY(segment)]
    let kept = 0
    for (const other of active) {
      if (other.east < west) continue
      active[kept++] = other
      if (maxY(other) < south || minY(other) > north) continue
      if (crosses(other, segment)) yield crossingOf(other, segment)
    }
    active.length = kept
    active.push(segment)
  }
}

function crossingOf(a: Segment, b: Segment): Crossing {
  const [from, to] = a.ring < b.ring || (a.ring === b.ring && a.index < b.index) ? [a, b] : [b, a]
  return { position: [to.x1 / MICRO, to.y1 / MICRO], from, to }
}

/** Positions and extent (about 100 m) up to which a loop is a digitising slip. */
const SLIP = { positions: 20, degrees: 0.001 } as const

function isSlip(loop: readonly Position[]): boolean {
  const spread = (axis: 0 | 1): number => {
    const values = loop.map((position) => position[axis] ?? NaN)
    return Math.max(...values) - Math.min(...values)
  }
  return loop.length <= SLIP.positions && spread(0) <= SLIP.degrees && spread(1) <= SLIP.degrees
}

/**
 * A closed ring without its small loops and spikes, where the line turns back on itself over less than about 100 m: the
 * ministry's own territories have some. A larger crossing is left as it is, for the validator to refuse.
 */
export function withoutSlips(ring: readonly Position[]): readonly Position[] {
  const crossing = findCrossing([ring])
  if (crossing === null) return ring
  const { from, to } = crossing
  const loop = ring.slice(from.index + 1, to.index + 1)
  if (!isSlip(loop)) return ring
  return withoutSlips([...ring.slice(0, from.index + 1), ...ring.slice(to.index + 1)])
}
