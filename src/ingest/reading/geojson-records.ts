import { folded } from '../../lib/text.js'
import type { InputColumn, ReadGeometry } from '../../model/input-kind.js'
import type { IngestTexts } from './define-input.js'
import { readJsonParts, type JsonPart } from './json-parts.js'
import { Unreadable } from './packed.js'
import { crsName, findProjection, type Projection } from './projections.js'
import { stop, type Fault, type Item, type RawRecord } from './records.js'
import { shown } from './shown.js'

/** What a feature's geometry becomes: `lon` and `lat` of a point, else `geometry`, its text in WGS 84. */
const PLACES = ['lon', 'lat'] as const
const SHAPE = 'geometry'

const ARRAYS = ['features', 'geometries']
const MOST_NAMES = 5000
const PER_TURN = 200
/** Elements that are kept for the second pass, as they are in most files. */
const MOST_KEPT_BYTES = 8 * 1024 ** 2
/** What an element takes however short it is. */
const LEAST_BYTES = 256

/** What a first pass over the file finds: the properties' names, kinds of geometry and the projection. */
interface Outline {
  readonly names: readonly string[]
  readonly hasPoints: boolean
  readonly hasShapes: boolean
  readonly projection: Projection
  /** All features or geometries; null when they are too long to be kept. */
  readonly elements: readonly JsonPart[] | null
}

/**
 * A GeoJSON's features, or the geometries of a collection, as records; the header has all properties' names, then the
 * columns that their places are in. A long file is read twice, as its `crs` and its names may come last: memory holds
 * 8 MiB of it, or one feature. A property that means what such a column means is left aside.
 *
 * Throws Unreadable at what is no GeoJSON, or in coordinates that are not known here.
 *
 * @see RFC 7946
 */
export async function* readGeoJson(
  chunks: AsyncIterable<Buffer>,
  again: () => AsyncIterable<Buffer>,
  columns: readonly InputColumn[],
  texts: IngestTexts,
): AsyncGenerator<readonly Item[]> {
  const { names, hasPoints, hasShapes, projection, elements } = await outlineOf(
    readJsonParts(chunks, ARRAYS, texts),
    texts,
  )
  const places = [...(hasPoints ? PLACES : []), ...(hasShapes ? [SHAPE] : [])]
  const taken = new Set(places.flatMap((place) => meaning(place, columns)))
  const kept = names.filter((name) => !taken.has(folded(name)))
  yield [{ line: 1, fields: [...kept, ...places] }]
  if (projection.isPlane) yield [{ line: 1, remark: texts.reprojected(projection.name) }]
  let items: Item[] = []
  for await (const part of elements ?? readJsonParts(again(), ARRAYS, texts)) {
    if (!part.isElement) continue
    items.push(recordOf(part, kept, places, projection, texts))
    if (items.length < PER_TURN) continue
    yield items
    items = []
  }
  yield items
}

/** A column's name and synonyms, folded: no two headers may mean the same. */
function meaning(place: string, columns: readonly InputColumn[]): string[] {
  const column = columns.find(({ name }) => name === place)
  return [place, ...(column?.synonyms ?? [])].map(folded)
}

async function outlineOf(parts: AsyncIterable<JsonPart>, texts: IngestTexts): Promise<Outline> {
  const names = new Set<string>()
  let hasPoints = false
  let hasShapes = false
  let type: unknown = null
  let projection: Projection | null = findProjection(null)
  let elements: JsonPart[] | null = []
  let bytes = 0
  for await (const part of parts) {
    const { line, member, isElement, value } = part
    if (isElement) {
      bytes += part.bytes + LEAST_BYTES
      if (bytes > MOST_KEPT_BYTES) elements = null
      elements?.push(part)
      const { properties, geometry } = featureOf(value, member)
      for (const name of Object.keys(properties)) names.add(name)
      if (names.size > MOST_NAMES) throw new Unreadable(texts.tooManyColumns(MOST_NAMES), { line })
      if (isPoint(geometry)) hasPoints = true
      else if (geometry !== null) hasShapes = true
    } else if (member === 'type') type = value
    else if (member === 'crs') {
      projection = findProjection(value)
      if (projection === null) throw new Unreadable(texts.crsUnknown(shown(crsName(value))), { line })
    }
  }
  if (type !== 'FeatureCollection' && type !== 'GeometryCollection') throw new Unreadable(texts.notGeoJson, { line: 1 })
  if (projection === null) throw new Error('a projection was neither found nor refused')
  return { names: [...names], hasPoints, hasShapes, projection, elements }
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: unknown
}

function featureOf(value: unknown, member: string): Feature {
  if (member === 'geometries') return { properties: {}, geometry: value }
  const { properties, geometry } = (value ?? {}) as { readonly properties?: unknown; readonly geometry?: unknown }
  const isObject = typeof properties === 'object' && properties !== null && !Array.isArray(properties)
  return { properties: isObject ? (properties as Record<string, unknown>) : {}, geometry: geometry ?? null }
}

function isPoint(geometry: unknown): geometry is { readonly coordinates?: unknown } {
  return typeof geometry === 'object' && geometry !== null && 'type' in geometry && geometry.type === 'Point'
}

function recordOf(
  { line, member, value }: JsonPart,
  names: readonly string[],
  places: readonly string[],
  projection: Projection,
  texts: IngestTexts,
): RawRecord | Fault {
  const { properties, geometry } = featureOf(value, member)
  const placed = place(geometry, projection)
  if (placed === null) return { ...stop(line, texts.notDegrees), stops: false }
  const fields = names.map((name) => textOf(properties[name]))
  const cells = places.map((name) => placed.cells[name] ?? '')
  return { line, fields: [...fields, ...cells], ...(placed.geometry === null ? {} : { geometry: placed.geometry }) }
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}

interface Placed {
  readonly cells: Readonly<Record<string, string>>
  readonly geometry: ReadGeometry | null
}

/** The cells of a geometry; null when its coordinates are no degrees once reprojected. */
function place(geometry: unknown, projection: Projection): Placed | null {
  if (geometry === null) return { cells: {}, geometry: null }
  try {
    if (isPoint(geometry)) {
      const [lon, lat] = position(geometry.coordinates, projection)
      return { cells: { lon: String(lon), lat: String(lat) }, geometry: null }
    }
    const shape = reprojected(geometry, projection)
    const text = JSON.stringify(shape)
    return { cells: { [SHAPE]: text }, geometry: { text, geometry: shape } }
  } catch (error) {
    if (error instanceof NotDegrees) return null
    throw error
  }
}

class NotDegrees extends Error {}

/** A geometry with all its positions in degrees; heights are left out, as are other members than RFC 7946's. */
function reprojected(geometry: unknown, projection: Projection): unknown {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) throw new NotDegrees()
  if ('geometries' in geometry && Array.isArray(geometry.geometries)) {
    return { type: geometry.type, geometries: geometry.geometries.map((one) => reprojected(one, projection)) }
  }
  const { coordinates } = geometry as { readonly coordinates?: unknown }
  return { type: geometry.type, coordinates: positions(coordinates, projection) }
}

/** An array of positions, or of such arrays; JSON's depth is bounded by who read it. */
function positions(coordinates: unknown, projection: Projection): unknown {
  if (!Array.isArray(coordinates)) throw new NotDegrees()
  return typeof coordinates[0] === 'number'
    ? position(coordinates, projection)
    : coordinates.map((inner) => positions(inner, projection))
}

function position(coordinates: unknown, { unproject, isPlane }: Projection): readonly [lon: number, lat: number] {
  const given: unknown[] = Array.isArray(coordinates) ? coordinates : []
  const [x, y] = given
  if (typeof x !== 'number' || typeof y !== 'number') throw new NotDegrees()
  const [lon, lat] = unproject(x, y)
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new NotDegrees()
  // Seven decimals are a centimetre: what is left of a plane's metres.
  if (isPlane) return [Number(lon.toFixed(7)), Number(lat.toFixed(7))]
  return given.length === 2 ? (given as [number, number]) : [lon, lat]
}
