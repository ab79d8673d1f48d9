type Place = readonly [lon: number, lat: number]

/** Twice the area of a triangle, positive when it runs counterclockwise. */
function turn([ax, ay]: Place, [bx, by]: Place, [cx, cy]: Place): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/**
 * The corners of the convex hull of some places, counterclockwise, the first not repeated; one or two when they are at one
 * place or on one line.
 *
 * @see Andrew, 1979 (monotone chain)
 */
export function convexHull(places: readonly Place[]): readonly Place[] {
  const sorted = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (from: readonly Place[]): Place[] => {
    const chain: Place[] = []
    for (const place of from) {
      for (;;) {
        const [b, a] = [chain.at(-1), chain.at(-2)]
        if (a === undefined || b === undefined || turn(a, b, place) > 0) break
        chain.pop()
      }
      const last = chain.at(-1)
      if (last === undefined || last[0] !== place[0] || last[1] !== place[1]) chain.push(place)
    }
    return chain
  }
  const [lower, upper] = [half(sorted), half(sorted.toReversed())]
  return lower.length < 2 ? lower : [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

/** True when a place is in a hull, or on its border. */
export function holdsPlace(hull: readonly Place[], place: Place): boolean {
  const [first, second] = hull
  if (first === undefined) return false
  if (second === undefined) return first[0] === place[0] && first[1] === place[1]
  if (!hull.every((corner, i) => turn(corner, hull[(i + 1) % hull.length] ?? first, place) >= 0)) return false
  // On the line of a hull without area, a place may still be beyond its ends.
  const isBetween = (axis: 0 | 1): boolean => {
    const values = hull.map((corner) => corner[axis])
    return place[axis] >= Math.min(...values) && place[axis] <= Math.max(...values)
  }
  return isBetween(0) && isBetween(1)
}
