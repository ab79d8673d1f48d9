import type { Position } from 'geojson'

/** Metres of a degree of latitude, on the mean sphere. */
const DEGREE_M = 111_195

/** Square of the distance in metres from a position to a segment; the ground is flat at that scale. */
function squaredDistance([lon = 0, lat = 0]: Position, from: Position, to: Position): number {
  const [lon1 = 0, lat1 = 0] = from
  const [lon2 = 0, lat2 = 0] = to
  const across = DEGREE_M * Math.cos((lat1 * Math.PI) / 180)
  const [x, y] = [(lon - lon1) * across, (lat - lat1) * DEGREE_M]
  const [dx, dy] = [(lon2 - lon1) * across, (lat2 - lat1) * DEGREE_M]
  const lengthSquared = dx ** 2 + dy ** 2
  const along = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / lengthSquared))
  return (x - along * dx) ** 2 + (y - along * dy) ** 2
}

/**
 * Douglas and Peucker's line: some of its positions, the first and the last among them, such that none of the others is
 * farther than so many metres from it. With a stack of its own: a coast of 20,000 positions does not deepen the call
 * stack.
 */
export function simplifiedLine(line: readonly Position[], toleranceM: number): Position[] {
  const keep = new Set([0, line.length - 1])
  const spans: (readonly [number, number])[] = [[0, line.length - 1]]
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last] = span
    const [from, to] = [line[first], line[last]]
    if (from === undefined || to === undefined) continue
    let farthest = -1
    let distance = toleranceM ** 2
    for (let i = first + 1; i < last; i++) {
      const here = squaredDistance(line[i] ?? from, from, to)
      if (here > distance) [farthest, distance] = [i, here]
    }
    if (farthest < 0) continue
    keep.add(farthest)
    spans.push([first, farthest], [farthest, last])
  }
  return line.filter((_, i) => keep.has(i))
}
