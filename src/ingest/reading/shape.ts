import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import type { ReadGeometry } from '../../model/input-kind.js'
import type { IngestTexts } from './define-input.js'
import { shown } from './shown.js'

/** Québec's land and waters with a margin: territories go out to sea. */
const EXTENT = { west: -81, east: -55, south: 44, north: 64 } as const

interface Shapes {
  readonly Polygon: Polygon
  readonly MultiPolygon: MultiPolygon
  readonly LineString: LineString
  readonly MultiLineString: MultiLineString
}

/** How many lists stand around a position in each type, and the fewest positions of a line or ring of it. */
const FORMS = {
  Polygon: { depth: 2, fewest: 4, closed: true },
  MultiPolygon: { depth: 3, fewest: 4, closed: true },
  LineString: { depth: 1, fewest: 2, closed: false },
  MultiLineString: { depth: 2, fewest: 2, closed: false },
} as const

/** Why a shape is refused; thrown to leave lists inside lists at once. */
class Refused extends Error {}

/**
 * A GeoJSON geometry of some types, from its text: every position a longitude and a latitude in or near Québec, rings
 * closed. Altitudes are left out: `text` is what remains. `fault` says what is wrong, in the user's language.
 *
 * @see RFC 7946 section 3.1
 */
export function parseShape<Type extends keyof Shapes>(
  text: string,
  types: readonly Type[],
  texts: IngestTexts,
  known: ReadGeometry | null = null,
): { readonly geometry: Shapes[Type]; readonly text: string } | { readonly fault: string } {
  const otherwise = texts.notShape(types.join(', '))
  try {
    const isKnown = known?.text === text
    const read = (isKnown ? known.geometry : JSON.parse(text)) as { type?: unknown; coordinates?: unknown } | null
    const type = types.find((each) => each === read?.type)
    if (type === undefined) return { fault: otherwise }
    const coordinates = within(read?.coordinates, FORMS[type].depth)
    const geometry = { type, coordinates } as unknown as Shapes[Type]
    return { geometry, text: isKnown ? text : JSON.stringify(geometry) }

    function within(value: unknown, depth: number): unknown {
      const { fewest, closed } = FORMS[type as Type]
      if (depth === 0) return positionOf(value)
      if (!Array.isArray(value) || value.length < (depth === 1 ? fewest : 1)) throw new Refused(otherwise)
      const inside = value.map((each) => within(each, depth - 1))
      if (depth === 1 && closed && String(inside[0]) !== String(inside.at(-1))) throw new Refused(texts.ringNotClosed)
      return inside
    }
  } catch (error) {
    if (error instanceof Refused) return { fault: error.message }
    if (error instanceof SyntaxError) return { fault: otherwise }
    throw error
  }

  function positionOf(value: unknown): Position {
    const position = Array.isArray(value) ? (value as unknown[]) : []
    const [lon, lat] = position
    if (typeof lon !== 'number' || typeof lat !== 'number') throw new Refused(otherwise)
    if (lon < EXTENT.west || lon > EXTENT.east || lat < EXTENT.south || lat > EXTENT.north)
      throw new Refused(texts.shapeOutside(shown(`[${lon}, ${lat}]`)))
    return position.length === 2 ? (position as Position) : [lon, lat]
  }
}
