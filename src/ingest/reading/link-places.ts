import type { IngestTexts } from './define-input.js'
import type { Fields } from './fields.js'
import { nodePlace } from './ofds-cells.js'
import { parseShape } from './shape.js'

type PlaceName = 'a_lon' | 'a_lat' | 'b_lon' | 'b_lat' | 'geometry'
type Place = readonly [lon: number, lat: number]

/** Where the ends of a link are, null when the file does not say, and its route as GeoJSON text. */
export interface LinkPlaces {
  readonly a: Place | null
  readonly b: Place | null
  readonly route: string | null
}

/** Coordinates of each end win over those of the node of a span, and these over the first and last positions of the route. */
export function linkPlaces(
  cells: Readonly<Record<'a' | 'b' | 'geometry', string>>,
  at: Pick<Fields<PlaceName>, 'coordinatesOrNull' | 'refuse'>,
  texts: IngestTexts,
): LinkPlaces | undefined {
  const a = at.coordinatesOrNull('a_lon', 'a_lat')
  const b = at.coordinatesOrNull('b_lon', 'b_lat')
  if (a === undefined || b === undefined) return undefined
  if (cells.geometry === '') return { a: a ?? placeOf(cells.a), b: b ?? placeOf(cells.b), route: null }
  const shape = parseShape(cells.geometry, ['LineString', 'MultiLineString'], texts)
  if ('fault' in shape) return at.refuse('geometry', shape.fault)
  const { geometry } = shape
  const positions = geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()
  return {
    a: a ?? placeOf(cells.a) ?? (positions[0] as unknown as Place),
    b: b ?? placeOf(cells.b) ?? (positions.at(-1) as unknown as Place),
    route: shape.text,
  }
}

function placeOf(cell: string): Place | null {
  const [lon, lat] = (nodePlace(cell) ?? []) as readonly unknown[]
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null
}
