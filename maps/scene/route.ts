import type { LineString, MultiLineString, Position } from 'geojson'
import { rounded } from './layer.js'

/**
 * A link's route, from the GeoJSON text of its file, at 6 decimals and without repeated positions; null when there is
 * none, or nothing of it is a line.
 */
export function routeOf(text: string | null): LineString | MultiLineString | null {
  if (text === null) return null
  const lines = linesOf(text)
    .map((line) => withoutRepeats(line.map(rounded)))
    .filter((line) => line.length >= 2)
  const [only] = lines
  if (only === undefined) return null
  return lines.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: lines }
}

function linesOf(text: string): Position[][] {
  try {
    const { type, coordinates } = JSON.parse(text) as Partial<LineString | MultiLineString>
    if (type === 'LineString') return [coordinates as Position[]]
    return type === 'MultiLineString' ? (coordinates as Position[][]) : []
  } catch {
    return []
  }
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter((position, i) => i === 0 || String(position) !== String(line[i - 1]))
}
