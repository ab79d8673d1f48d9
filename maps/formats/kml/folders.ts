import type { Geometry, Position } from 'geojson'
import type { Messages } from '../../../src/i18n/translator.js'
import { LEVELS, type Level } from '../../../src/model/records.js'
import { levelName } from '../../level-name.js'
import type { NamedLayer } from '../../scene/layers.js'
import { escapedXml } from '../../xml.js'
import type { Field, FieldType } from '../dictionary/fields.js'
import { SIGNS } from './styles.js'

type Values = Readonly<Record<string, unknown>>
type Feature = NamedLayer['layer']['features'][number]

const TYPES: Readonly<Record<FieldType, string>> = {
  Text: 'string',
  Integer: 'double', // KML's int has 32 bits: 10 Gbit/s does not fit.
  Number: 'double',
  Boolean: 'bool',
  Date: 'string',
  List: 'string',
}

/** The columns of a layer, described once; each placemark names them. */
export function schemaOf(id: NamedLayer['id'], fields: readonly Field[]): string {
  const lines = fields.map(({ name, type, meaning }) => {
    const shown = `<displayName>${escapedXml(meaning)}</displayName>`
    return `<SimpleField type="${TYPES[type]}" name="${escapedXml(name)}">${shown}</SimpleField>`
  })
  return [`<Schema name="${id}" id="${id}">`, ...lines, '</Schema>'].join('\n')
}

/** A layer's folder, with one a level that it has, worst first. Schools are there to be shown: buildings say the same. */
export function folderOf(named: NamedLayer, fields: readonly Field[], m: Messages): string {
  const { id, key, layer } = named
  const isShown = id !== 'schools'
  const place = (feature: Feature): string => placemark(feature, { id, fields, isShown })
  const levelFolder = (level: Level): string[] => {
    const own = layer.features.filter(({ properties }) => (properties as Values)['level'] === level)
    if (own.length === 0) return []
    const name = `${SIGNS[level]} ${levelName(level, m)} (${m.format.number(own.length)})`
    return ['<Folder>', head(name, isShown), ...own.map(place), '</Folder>']
  }
  return [
    '<Folder>',
    head(m.mapFiles[key], isShown),
    ...(id === 'pops' ? layer.features.map(place) : LEVELS.flatMap(levelFolder)),
    '</Folder>',
  ].join('\n')
}

function head(name: string, isShown: boolean): string {
  return `<name>${escapedXml(name)}</name>${isShown ? '' : '<visibility>0</visibility>'}`
}

interface Placing {
  readonly id: NamedLayer['id']
  readonly fields: readonly Field[]
  readonly isShown: boolean
}

const STYLES: Readonly<Record<NamedLayer['id'], string>> = {
  buildings: 'place',
  schools: 'place',
  wan_links: 'line',
  territories: 'area',
  pops: 'place',
}

function placemark({ id: code, geometry, properties }: Feature, { id, fields, isShown }: Placing): string {
  const values = properties as Values
  const level = (values['level'] ?? 'pop') as Level | 'pop'
  const name = String(values['name'] ?? code)
  const told = fields.flatMap(({ name: field }) => {
    const value = values[field] ?? null
    if (value === null) return []
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
    return [`<SimpleData name="${escapedXml(field)}">${escapedXml(text)}</SimpleData>`]
  })
  return [
    '<Placemark>',
    head(geometry.type === 'Point' ? `${SIGNS[level]} ${name}` : name, isShown),
    `<styleUrl>#${STYLES[id]}-${level}</styleUrl>`,
    `<ExtendedData><SchemaData schemaUrl="#${id}">${told.join('')}</SchemaData></ExtendedData>`,
    shapeOf(geometry),
    '</Placemark>',
  ].join('\n')
}

const textOf = (positions: readonly Position[]): string =>
  `<coordinates>${positions.map((position) => position.join(',')).join(' ')}</coordinates>`
const many = (shapes: readonly string[]): string => `<MultiGeometry>${shapes.join('')}</MultiGeometry>`
const lineOf = (line: readonly Position[]): string =>
  `<LineString><tessellate>1</tessellate>${textOf(line)}</LineString>`

function areaOf([outer = [], ...holes]: readonly Position[][]): string {
  const ring = (positions: readonly Position[]): string => `<LinearRing>${textOf(positions)}</LinearRing>`
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('')
  return `<Polygon><tessellate>1</tessellate><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner}</Polygon>`
}

function shapeOf(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${textOf([geometry.coordinates])}</Point>`
    case 'LineString':
      return lineOf(geometry.coordinates)
    case 'MultiLineString':
      return many(geometry.coordinates.map(lineOf))
    case 'Polygon':
      return areaOf(geometry.coordinates)
    case 'MultiPolygon':
      return many(geometry.coordinates.map(areaOf))
    case 'MultiPoint':
    case 'GeometryCollection':
      throw new Error(`A KML file of the map holds no ${geometry.type}`)
  }
}
