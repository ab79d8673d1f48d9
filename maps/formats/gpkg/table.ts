import type { Messages } from '../../../src/i18n/translator.js'
import type { Sqlite, SqliteValue } from '../../../src/lib/sqlite.js'
import { collectionOf } from '../../scene/layer.js'
import type { NamedLayer } from '../../scene/layers.js'
import type { Field, FieldType } from '../dictionary/fields.js'
import { extentOf, geometryBlob, type Extent } from './geometry.js'
import { quoted, spatialIndex } from './schema.js'
import { styleOf } from './style.js'

const TYPES: Readonly<Record<FieldType, string>> = {
  Text: 'TEXT',
  Integer: 'INTEGER',
  Number: 'REAL',
  Boolean: 'BOOLEAN',
  Date: 'DATE',
  List: 'TEXT',
}

const GEOMETRIES: Readonly<Record<NamedLayer['key'], string>> = {
  buildings: 'POINT',
  schools: 'POINT',
  wanLinks: 'MULTILINESTRING',
  territories: 'MULTIPOLYGON',
  pops: 'POINT',
}

/** SQLite takes 32,766 values in a statement at most. */
const MOST_VALUES = 30_000

interface LayerToWrite {
  readonly layer: NamedLayer
  readonly fields: readonly Field[]
  readonly at: string
  readonly m: Messages
}

/** One layer as a table: rows, spatial index, description of each column, style. A list is JSON, and is told so. */
export async function writeLayer(database: Sqlite, { layer: named, fields, at, m }: LayerToWrite): Promise<void> {
  const { id, key, layer } = named
  const last = new Date(at).toISOString()
  const columns = fields.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`)
  await database.exec(
    `CREATE TABLE ${quoted(id)} (${['"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', `"geom" ${GEOMETRIES[key]}`, ...columns].join(', ')});
     CREATE VIRTUAL TABLE ${quoted(`rtree_${id}_geom`)} USING rtree(id, minx, maxx, miny, maxy);`,
  )
  await database.run(`INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)`, [
    id,
    m.mapFiles[key],
    m.mapFiles[`${key}About`],
    last,
    ...spanOf(named),
  ])
  await database.run(`INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)`, [id, GEOMETRIES[key]])
  await database.run(
    `INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')`,
    [id],
  )
  const rows = layer.features.map(({ geometry, properties }, i) => {
    const values = properties as Readonly<Record<string, unknown>>
    return [i + 1, geometryBlob(geometry), ...fields.map(({ name }) => valueOf(values[name] ?? null))]
  })
  await insert(database, quoted(id), rows)
  const boxes = layer.features.map(({ geometry }, i) => {
    const [minX, minY, maxX, maxY] = extentOf(geometry)
    return [i + 1, minX, maxX, minY, maxY]
  })
  await insert(database, quoted(`rtree_${id}_geom`), boxes)
  await database.exec(spatialIndex(id))
  const described = fields.map(({ name, type, meaning }) => [
    id,
    name,
    name,
    null,
    meaning,
    type === 'List' ? 'application/json' : null,
    null,
  ])
  await insert(database, 'gpkg_data_columns', described)
  await database.run(
    `INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
       styleSLD, useAsDefault, description, owner, ui, update_time)
     VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', NULL, ?)`,
    [id, m.mapFiles[key], styleOf(id, m), m.mapFiles[`${key}About`], last],
  )
}

function spanOf({ layer }: NamedLayer): Extent | readonly null[] {
  const { bbox } = collectionOf(layer)
  return bbox === undefined ? [null, null, null, null] : (bbox as unknown as Extent)
}

function valueOf(value: unknown): SqliteValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as SqliteValue)
}

async function insert(database: Sqlite, table: string, rows: readonly (readonly SqliteValue[])[]): Promise<void> {
  const width = rows[0]?.length ?? 1
  const most = Math.floor(MOST_VALUES / width)
  const row = `(${Array.from({ length: width }, () => '?').join(', ')})`
  for (let from = 0; from < rows.length; from += most) {
    const part = rows.slice(from, from + most)
    await database.run(`INSERT INTO ${table} VALUES ${part.map(() => row).join(', ')}`, part.flat())
  }
}
