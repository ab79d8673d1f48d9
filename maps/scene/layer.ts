import bboxOf from '@turf/bbox'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import { byCode } from '../../src/lib/text.js'

/** One row of a layer before it is drawn; `geometry` is null when nothing says where it is. */
export interface Row<G extends Geometry, P> {
  readonly id: string
  readonly geometry: G | null
  readonly properties: P
}

/** A layer of the map, by id: what can be drawn, and the properties of what cannot. */
export interface Layer<G extends Geometry, P> {
  readonly features: readonly (Feature<G, P> & { readonly id: string })[]
  readonly unlocated: readonly P[]
}

/** A layer of whatever geometry and properties. */
export type AnyLayer = Layer<Geometry, object>

/** Parts rows that have a place from those that have none, both by id. */
export function layerOf<G extends Geometry, P>(rows: readonly Row<G, P>[]): Layer<G, P> {
  const sorted = [...rows].sort((a, b) => byCode(a.id, b.id))
  return {
    features: sorted.flatMap(({ id, geometry, properties }) =>
      geometry === null ? [] : [{ type: 'Feature' as const, id, geometry, properties }],
    ),
    unlocated: sorted.filter(({ geometry }) => geometry === null).map(({ properties }) => properties),
  }
}

const collections = new WeakMap<AnyLayer, FeatureCollection>()

/**
 * The layer's features as a FeatureCollection with its bbox; an empty one has none (RFC 7946, section 5). The same for
 * all the formats that ask for it.
 */
export function collectionOf<G extends Geometry, P extends object>(layer: Layer<G, P>): FeatureCollection<G, P> {
  const collection = (collections.get(layer) as FeatureCollection<G, P> | undefined) ?? collected(layer)
  collections.set(layer, collection as FeatureCollection)
  return collection
}

function collected<G extends Geometry, P extends object>(layer: Layer<G, P>): FeatureCollection<G, P> {
  const features = [...layer.features]
  if (features.length === 0) return { type: 'FeatureCollection', features }
  const [west, south, east, north] = bboxOf({ type: 'FeatureCollection', features: features.map(bare) })
  return { type: 'FeatureCollection', bbox: [west, south, east, north], features }
}

/** All layers in one: `layer` is the first property, and ids are told apart by it. */
export function mergedLayer(layers: readonly { readonly id: string; readonly layer: AnyLayer }[]): AnyLayer {
  const features = layers.flatMap(({ id: name, layer }) =>
    layer.features.map(({ id, geometry, properties }) => ({
      type: 'Feature' as const,
      id: `${name}/${id}`,
      geometry,
      properties: { layer: name, ...properties },
    })),
  )
  return { features, unlocated: [] }
}

function bare<G extends Geometry>({ geometry }: { readonly geometry: G }): Feature<G> {
  return { type: 'Feature', properties: null, geometry }
}

/** A position at 6 decimals, about 0.1 m (RFC 7946, section 11.2). */
export function rounded(position: readonly number[]): Position {
  return position.slice(0, 2).map((value) => decimals(value, 6))
}

/** A number with at most `places` decimals; never −0. */
export function decimals(value: number, places: number): number {
  return Number(value.toFixed(places)) + 0
}

/** As `decimals`, null staying null. */
export function decimalsOrNull(value: number | null, places: number): number | null {
  return value === null ? null : decimals(value, places)
}
