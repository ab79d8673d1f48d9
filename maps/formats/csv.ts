import { stringify } from 'csv-stringify/sync'
import type { FeatureCollection, Geometry } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import { inert } from '../../src/lib/text.js'
import type { MapFormat, OutputFile } from '../../src/model/map-format.js'
import { collectionOf, type AnyLayer } from '../scene/layer.js'
import { layersOf, type NamedLayer } from '../scene/layers.js'
import { buildScene } from '../scene/scene.js'
import { assertValidGeoJson } from '../validate.js'
import { columnsOf, fieldsOf, type Field } from './dictionary/fields.js'

/** A list is its items apart by spaces; an item that has parts, these apart by colons. */
function cell(value: unknown, separators: readonly string[] = [' ', ':', ',']): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return typeof value === 'string' ? inert(value) : String(value)
  const [separator = ',', ...deeper] = separators
  return (Object.values(value) as unknown[]).map((each) => cell(each, deeper)).join(separator)
}

/** Where a point is, or both ends of a line; an area has no column. */
function placeColumns(key: NamedLayer['key']): readonly string[] {
  if (key === 'territories') return []
  return key === 'wanLinks' ? ['lon_a', 'lat_a', 'lon_b', 'lat_b'] : ['lon', 'lat']
}

function placeOf(geometry: Geometry): readonly string[] {
  if (geometry.type === 'Point') return geometry.coordinates.map(String)
  const line = geometry.type === 'LineString' ? geometry.coordinates : []
  const positions = geometry.type === 'MultiLineString' ? geometry.coordinates.flat() : line
  return positions.length === 0
    ? []
    : [positions[0], positions.at(-1)].flatMap((position) => (position ?? []).map(String))
}

function layerText(layer: AnyLayer, fields: readonly Field[], places: readonly string[]): string {
  const valuesOf = (row: object): string[] => fields.map(({ name }) => cell(row[name as keyof typeof row]))
  return stringify([
    [...fields.map(({ name }) => name), ...places],
    ...layer.features.map(({ geometry, properties }) => [...valuesOf(properties), ...placeOf(geometry)]),
    ...layer.unlocated.map((row) => [...valuesOf(row), ...places.map(() => '')]),
  ])
}

/**
 * One CSV a layer, as Données Québec asks: UTF-8, comma, decimal point, raw values in SI units or cents, empty for unknown,
 * true and false. Points have columns `lon` and `lat`, lines those of their two ends; what has no place is there without.
 * A table says what each column means.
 */
const csv: MapFormat<Messages> = {
  id: 'csv',
  render(input, messages) {
    const { mapDictionary: d } = messages
    const fields = fieldsOf(columnsOf(input), messages)
    const layers = layersOf(buildScene(input))
    const files = layers.map(({ key, file, layer }): OutputFile => {
      assertValidGeoJson(file, collectionOf(layer) as FeatureCollection)
      return { name: `${file}.csv`, content: layerText(layer, fields[key], placeColumns(key)) }
    })
    const rows = layers.flatMap(({ key, file }) => [
      ...fields[key].map(({ name, type, meaning }) => [`${file}.csv`, name, d[`type${type}`], meaning]),
      ...placeColumns(key).map((column) => [`${file}.csv`, column, d.typeNumber, d.degrees(column)]),
    ])
    const head = ['file', 'column', 'type', 'description']
    return [...files, { name: d.csvFileName, content: stringify([head, ...rows]) }]
  },
}

export default csv
