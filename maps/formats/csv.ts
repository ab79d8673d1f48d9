import { stringify } from 'csv-stringify/sync'
import type { Geometry } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import { inert } from '../../src/lib/text.js'
import type { MapFormat, OutputFile } from '../../src/model/map-format.js'
import { categoriesOf } from '../scene/equipment.js'
import { collectionOf, type Layer } from '../scene/layer.js'
import { buildScene } from '../scene/scene.js'
import { assertValidGeoJson } from '../validate.js'
import { fieldsOf, type Field } from './geojson/fields.js'

type AnyLayer = Layer<Geometry, object>

/** A list is its items apart by spaces; an item that has parts, these apart by colons. */
function cell(value: unknown, separators: readonly string[] = [' ', ':', ',']): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return typeof value === 'string' ? inert(value) : String(value)
  const [separator = ',', ...deeper] = separators
  return (Object.values(value) as unknown[]).map((each) => cell(each, deeper)).join(separator)
}

/** Where a point is, or both ends of a line; an area has no column. */
function placeColumns(layer: AnyLayer): readonly string[] {
  const type = layer.features[0]?.geometry.type
  if (type === 'LineString') return ['lon_a', 'lat_a', 'lon_b', 'lat_b']
  return type === 'Point' ? ['lon', 'lat'] : []
}

function placeOf(geometry: Geometry): readonly string[] {
  if (geometry.type === 'Point') return geometry.coordinates.map(String)
  if (geometry.type !== 'LineString') return []
  return [geometry.coordinates[0], geometry.coordinates.at(-1)].flatMap((position) => (position ?? []).map(String))
}

function layerText(layer: AnyLayer, fields: readonly Field[]): string {
  const places = placeColumns(layer)
  const valuesOf = (row: object): string[] => fields.map(({ name }) => cell(row[name as keyof typeof row]))
  return stringify([
    [...fields.map(({ name }) => name), ...places],
    ...layer.features.map(({ geometry, properties }) => [...valuesOf(properties), ...placeOf(geometry)]),
    ...layer.unlocated.map((row) => [...valuesOf(row), ...places.map(() => '')]),
  ])
}

/** A layer's name in files: `wanLinks` → `wan-links`. */
export function layerFileName(layer: string): string {
  return layer.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
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
    const scene = Object.entries(buildScene(input)) as unknown as readonly (readonly [string, AnyLayer])[]
    const fields = fieldsOf(categoriesOf(input.shortfalls), messages) as Readonly<Record<string, readonly Field[]>>
    const drawn = scene.filter(([name, { features }]) => name !== 'territories' || features.length > 0)
    const files = drawn.map(([name, layer]): OutputFile => {
      assertValidGeoJson(layerFileName(name), collectionOf(layer))
      return { name: `${layerFileName(name)}.csv`, content: layerText(layer, fields[name] ?? []) }
    })
    const rows = drawn.flatMap(([name, layer]) => [
      ...(fields[name] ?? []).map((field) => [
        `${layerFileName(name)}.csv`,
        field.name,
        d[`type${field.type}`],
        field.meaning,
      ]),
      ...placeColumns(layer).map((column) => [`${layerFileName(name)}.csv`, column, d.typeNumber, d.degrees(column)]),
    ])
    const head = ['file', 'column', 'type', 'description']
    return [...files, { name: d.csvFileName, content: stringify([head, ...rows]) }]
  },
}

export default csv
