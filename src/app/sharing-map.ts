import type { Geometry } from 'geojson'
import { collectionOf, layerOf, rounded, type Row } from '../../maps/scene/layer.js'
import { assertValidGeoJson } from '../../maps/validate.js'
import { snakeCase } from '../reports/names.js'
import type { Place } from '../derive/spans.js'
import type { Sharing } from './sharing.js'

/**
 * A FeatureCollection of the hulls of clusters and of a line from each building to each of its places, with the columns of
 * the reports as properties; one feature a line.
 *
 * @throws InvalidGeoJsonError when a place is not in Québec.
 * @see RFC 7946
 */
export function sharingGeoJson(
  { rows, clusters }: Pick<Sharing, 'rows' | 'clusters'>,
  placeOf: (building: string) => Place | null,
): string {
  const hulls = clusters.map(({ hull, ...cluster }): Row<Geometry, object> => ({
    id: `cluster-${cluster.cluster}`,
    geometry: hull,
    properties: inSnakeCase(cluster),
  }))
  const lines = rows.map((row): Row<Geometry, object> => {
    const from = placeOf(row.building)
    const to = [row.lon, row.lat]
    return {
      id: `${row.building}-${row.rank}`,
      geometry: from === null ? null : { type: 'LineString', coordinates: [rounded(from), rounded(to)] },
      properties: inSnakeCase(row),
    }
  })
  const collection = collectionOf(layerOf([...hulls, ...lines]))
  assertValidGeoJson('sharing', collection)
  const { features, ...head } = collection
  const text = features.map((feature) => JSON.stringify(feature)).join(',\n')
  return `${JSON.stringify({ ...head, features: [] }).slice(0, -2)}\n${text}\n]}\n`
}

function inSnakeCase(record: object): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]: [string, unknown]) => [snakeCase(key), value]))
}
