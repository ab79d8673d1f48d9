import type { MultiPolygon, Polygon } from 'geojson'
import type { Territory } from '../model/map-format.js'
import type { Db } from './database.js'

/** Territories as they stand now, by board. */
export async function listTerritories(db: Db): Promise<Territory[]> {
  const rows = await db.selectFrom('territory').selectAll().where('until', 'is', null).orderBy('board').execute()
  return rows.map(({ board, name, language, geometry }) => ({
    board,
    name,
    language: language as Territory['language'],
    geometry: JSON.parse(geometry) as Polygon | MultiPolygon,
  }))
}
