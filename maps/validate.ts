import booleanClockwise from '@turf/boolean-clockwise'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import validator from 'geojson-validation'
import { findCrossing } from './rings.js'

/** What a collection must respect before it is written: RFC 7946, and what a map of Québec adds. */
export type GeoJsonRule =
  'structure' | 'crs' | 'finite' | 'range' | 'quebec' | 'decimals' | 'winding' | 'self-crossing' | 'bbox' | 'identifier'

/** What would have been written is wrong: names the layer, the feature (null for the collection itself) and the rule. */
export class InvalidGeoJsonError extends Error {
  override readonly name = 'InvalidGeoJsonError'
  readonly rule: GeoJsonRule
  readonly feature: string | null

  constructor(layer: string, feature: string | null, rule: GeoJsonRule, detail: string) {
    super(`${layer}${feature === null ? '' : `, feature ${feature}`}: ${rule}: ${detail}`)
    this.rule = rule
    this.feature = feature
  }
}

/** Québec with room around it: offshore POPs and neighbours' ends still fit, swapped or projected coordinates do not. */
const QUEBEC = { west: -81, south: 44, east: -56, north: 64 } as const

type Refuse = (rule: GeoJsonRule, detail: string) => never

/**
 * Throws an InvalidGeoJsonError for the first thing wrong in a collection.
 *
 * geojson-validation checks the structure (types, rings of four closed positions); it lets pass NaN, longitude 400,
 * clockwise rings, bow-ties, `crs` and an inverted bbox, so those are checked here.
 *
 * @see RFC 7946, sections 3.1.6 (rings), 4 (no `crs`), 5 (bbox), 11.2 (decimals)
 */
export function assertValidGeoJson(layer: string, collection: FeatureCollection<Geometry | null>): void {
  if (found.has(collection)) return
  const refuseCollection = refuser(layer, null)
  assertNoCrs(collection, refuseCollection)
  assertStructure({ ...collection, features: [] }, refuseCollection)
  const known = new Set<string | number>()
  for (const [index, feature] of collection.features.entries()) {
    const refuse = refuser(layer, String(feature.id ?? `#${index}`))
    if (feature.id === undefined || feature.id === '') refuse('identifier', 'a feature must have an id')
    else if (known.has(feature.id)) refuse('identifier', 'another feature has the same id')
    else known.add(feature.id)
    assertFeature(feature, refuse)
  }
  assertBbox(collection, refuseCollection)
  found.add(collection)
}

/** Collections that were looked at and are valid: several formats write the same ones. */
const found = new WeakSet<FeatureCollection<Geometry | null>>()

function refuser(layer: string, feature: string | null): Refuse {
  return (rule, detail) => {
    throw new InvalidGeoJsonError(layer, feature, rule, detail)
  }
}

function assertFeature(feature: Feature<Geometry | null>, refuse: Refuse): void {
  assertNoCrs(feature, refuse)
  assertStructure(feature, refuse)
  const { geometry } = feature
  if (geometry === null) return
  assertNoCrs(geometry, refuse)
  for (const position of positionsOf(geometry)) assertPosition(position, refuse)
  for (const polygon of polygonsOf(geometry)) assertPolygon(polygon, refuse)
}

/** Members, types, positions, rings of at least four positions that are closed. */
function assertStructure(object: object, refuse: Refuse): void {
  const [problem] = validator.valid(object, true)
  if (problem !== undefined) refuse('structure', problem)
}

function assertNoCrs(object: object, refuse: Refuse): void {
  if ('crs' in object) refuse('crs', 'coordinates are always WGS 84; there is no crs member')
}

function assertPosition(position: Position, refuse: Refuse): void {
  const [lon = NaN, lat = NaN] = position
  const shown = `[${position.join(', ')}]`
  if (!position.every(Number.isFinite)) refuse('finite', `${shown} is not a position`)
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) refuse('range', `${shown} is not longitude, latitude`)
  if (lon < QUEBEC.west || lon > QUEBEC.east || lat < QUEBEC.south || lat > QUEBEC.north) {
    refuse('quebec', `${shown} is far from Québec`)
  }
  if (!position.every((value) => Number(value.toFixed(6)) === value)) refuse('decimals', `${shown} has over 6 decimals`)
}

function assertPolygon(rings: readonly Position[][], refuse: Refuse): void {
  for (const [index, ring] of rings.entries()) {
    if (booleanClockwise(ring) !== index > 0) {
      refuse('winding', index === 0 ? 'the outer ring runs clockwise' : `hole ${index} runs counterclockwise`)
    }
  }
  const crossing = findCrossing(rings)
  if (crossing !== null) refuse('self-crossing', `rings cross near [${crossing.position.join(', ')}]`)
}

function assertBbox(collection: FeatureCollection<Geometry | null>, refuse: Refuse): void {
  const { bbox, features } = collection
  const positions = features.flatMap(({ geometry }) => (geometry === null ? [] : positionsOf(geometry)))
  if (bbox === undefined) {
    if (positions.length > 0) refuse('bbox', 'the collection has no bbox')
    return
  }
  const [west = NaN, south = NaN, east = NaN, north = NaN] = bbox
  if (bbox.length !== 4 || !(west <= east && south <= north)) {
    refuse('bbox', `[${bbox.join(', ')}] is not west, south, east, north`)
  }
  for (const [lon = NaN, lat = NaN] of positions) {
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) {
      refuse('bbox', `[${lon}, ${lat}] is outside [${bbox.join(', ')}]`)
    }
  }
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
  }
}
