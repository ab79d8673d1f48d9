import type { Messages } from '../../../src/i18n/translator.js'
import { LEVELS, type Level } from '../../../src/model/records.js'
import { levelName } from '../../level-name.js'
import { PAINTS } from '../../palette.js'
import type { NamedLayer } from '../../scene/layers.js'
import { escapedXml } from '../../xml.js'

/** QGIS's name of each level's shape, and how it is turned: those of the page. */
const SHAPES: Readonly<Record<Level | 'pop', readonly [name: string, angle: number]>> = {
  critical: ['triangle', 180],
  short: ['diamond', 0],
  tight: ['square', 0],
  ok: ['circle', 0],
  unlinked: ['cross_fill', 45],
  unknown: ['circle', 0],
  pop: ['hexagon', 0],
}

/** What is drawn last is seen: the worst on top. */
const ORDER: readonly Level[] = ['ok', 'unknown', 'tight', 'unlinked', 'short', 'critical']

function rgba(hex: string, alpha = 255): string {
  return [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16)).join(',') + `,${alpha}`
}

type Kind = 'marker' | 'line' | 'fill'
const CLASSES: Readonly<Record<Kind, string>> = { marker: 'SimpleMarker', line: 'SimpleLine', fill: 'SimpleFill' }

/** Since 3.26, QGIS reads `Option`; before, `prop`: both are written, as QGIS 3.22 does. */
function symbol(kind: Kind, name: string, properties: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(properties)
  return [
    `<symbol type="${kind}" name="${name}" alpha="1" clip_to_extent="1" force_rhr="0">`,
    `<layer class="${CLASSES[kind]}" enabled="1" locked="0" pass="0">`,
    '<Option type="Map">',
    ...pairs.map(([key, value]) => `<Option type="QString" name="${key}" value="${value}"/>`),
    '</Option>',
    ...pairs.map(([key, value]) => `<prop k="${key}" v="${value}"/>`),
    '</layer>',
    '</symbol>',
  ].join('\n')
}

function marker(level: Level | 'pop', name: string, size: number): string {
  const { fill, edge } = PAINTS[level]
  const [shape, angle] = SHAPES[level]
  return symbol('marker', name, {
    name: shape,
    angle,
    color: rgba(fill),
    outline_color: rgba(edge),
    outline_style: 'solid',
    outline_width: 0.3,
    outline_width_unit: 'MM',
    size,
    size_unit: 'MM',
  })
}

function line(level: Level, name: string): string {
  const style = { unlinked: 'dot', unknown: 'dash' }[level as string] ?? 'solid'
  return symbol('line', name, {
    line_color: rgba(level === 'unknown' ? PAINTS.unknown.edge : PAINTS[level].fill),
    line_style: style,
    line_width: { critical: 0.9, short: 0.8, tight: 0.7 }[level as string] ?? 0.5,
    line_width_unit: 'MM',
    capstyle: 'round',
    joinstyle: 'round',
  })
}

function area(level: Level, name: string): string {
  return symbol('fill', name, {
    color: rgba(PAINTS[level].fill, 70),
    style: 'solid',
    outline_color: rgba('#7d8894'),
    outline_style: 'solid',
    outline_width: 0.26,
    outline_width_unit: 'MM',
  })
}

function byLevel(draw: (level: Level, name: string) => string, m: Messages): string[] {
  const isCategory = LEVELS.map((level, i) => {
    const label = escapedXml(levelName(level, m))
    return `<category type="string" value="${level}" label="${label}" symbol="${i}" render="true"/>`
  })
  return [
    '<renderer-v2 type="categorizedSymbol" attr="level" enableorderby="1" forceraster="0" symbollevels="0" referencescale="-1">',
    '<categories>',
    ...isCategory,
    '</categories>',
    '<symbols>',
    ...LEVELS.map((level, i) => draw(level, String(i))),
    '</symbols>',
    '<orderby>',
    `<orderByClause asc="1" nullsFirst="1">array_find(array(${ORDER.map((level) => `'${level}'`).join(',')}),"level")</orderByClause>`,
    '</orderby>',
    '</renderer-v2>',
  ]
}

function renderer(id: NamedLayer['id'], m: Messages): string[] {
  switch (id) {
    case 'buildings':
      return byLevel((level, name) => marker(level, name, 3), m)
    case 'schools':
      return byLevel((level, name) => marker(level, name, 2.4), m)
    case 'wan_links':
      return byLevel(line, m)
    case 'territories':
      return byLevel(area, m)
    case 'pops':
      return [
        '<renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0" referencescale="-1">',
        '<symbols>',
        marker('pop', '0', 3.4),
        '</symbols>',
        '</renderer-v2>',
      ]
  }
}

const GEOMETRY_TYPES: Readonly<Record<NamedLayer['id'], number>> = {
  buildings: 0,
  schools: 0,
  wan_links: 1,
  territories: 2,
  pops: 0,
}

/** How QGIS draws a layer: the page's shapes and colours by level, in QGIS's own style format (QML). */
export function styleOf(id: NamedLayer['id'], m: Messages): string {
  return [
    `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>`,
    '<qgis version="3.22.0" styleCategories="Symbology">',
    ...renderer(id, m),
    '<blendMode>0</blendMode>',
    '<featureBlendMode>0</featureBlendMode>',
    '<layerOpacity>1</layerOpacity>',
    `<layerGeometryType>${GEOMETRY_TYPES[id]}</layerGeometryType>`,
    '</qgis>',
    '',
  ].join('\n')
}
