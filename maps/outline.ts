import { readFile } from 'node:fs/promises'
import type { FeatureCollection, MultiPolygon } from 'geojson'
import { shipped } from '../src/lib/paths.js'

/** Québec's outline, drawn under everything. */
export async function readOutline(): Promise<MultiPolygon['coordinates']> {
  const text = await readFile(shipped('data', 'reference', 'quebec.geojson'), 'utf8')
  const collection = JSON.parse(text) as FeatureCollection<MultiPolygon>
  return collection.features.flatMap(({ geometry }) => geometry.coordinates)
}
