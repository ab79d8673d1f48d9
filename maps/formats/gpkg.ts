import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import { openSqlite } from '../../src/lib/sqlite.js'
import type { MapFormat, MapInput } from '../../src/model/map-format.js'
import { collectionOf } from '../scene/layer.js'
import { layersOf } from '../scene/layers.js'
import { buildScene, type Scene } from '../scene/scene.js'
import { assertValidGeoJson } from '../validate.js'
import { dictionaryFile } from './dictionary/dictionary.js'
import { columnsOf, fieldsOf } from './dictionary/fields.js'
import { metadataOf } from './gpkg/metadata.js'
import { TABLES } from './gpkg/schema.js'
import { writeLayer } from './gpkg/table.js'

/**
 * The file's bytes: SQLite writes it in a folder of its own, which does not outlive the call. Its instants are those of
 * the input, rows come in one order, and nothing is written twice: the same input gives the same pages.
 */
async function bytesOf(scene: Scene, input: MapInput, m: Messages): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'cartable-gpkg-'))
  try {
    const path = join(folder, 'map.gpkg')
    const database = await openSqlite(path, 'create')
    try {
      await database.exec(TABLES)
      await database.exec('BEGIN')
      const fields = fieldsOf(columnsOf(input), m)
      for (const layer of layersOf(scene)) {
        await writeLayer(database, { layer, fields: fields[layer.key], at: input.generatedAt, m })
      }
      await database.run(
        `INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
         VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)`,
        [instant(input.generatedAt)],
      )
      await database.run(
        `INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://purl.org/dc/terms/', 'text/xml', ?)`,
        [metadataOf(input, m)],
      )
      await database.run(`INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)`, [
        instant(input.generatedAt),
      ])
      await database.exec('COMMIT')
      await database.exec('VACUUM')
    } finally {
      await database.close()
    }
    return await readFile(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** As GeoPackage writes instants: ISO 8601, UTC, to the millisecond. */
function instant(at: string): string {
  return new Date(at).toISOString()
}

/**
 * One GeoPackage, `carte.gpkg` or `map.gpkg`: a table a layer with its spatial index, its columns described, and the
 * style by which QGIS draws it.
 *
 * @see OGC 12-128r17 (GeoPackage 1.3)
 */
const gpkg: MapFormat<Messages> = {
  id: 'gpkg',
  async render(input, messages) {
    const scene = buildScene(input)
    for (const { file, layer } of layersOf(scene)) assertValidGeoJson(file, collectionOf(layer) as FeatureCollection)
    return [
      { name: `${messages.mapDictionary.mapFile}.gpkg`, content: await bytesOf(scene, input, messages) },
      dictionaryFile(input, scene, messages),
    ]
  },
}

export default gpkg
