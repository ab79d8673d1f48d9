import { levelName } from '../../level-name.js'
import type { Messages } from '../../../src/i18n/translator.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { LEVELS } from '../../../src/model/records.js'
import { categoriesOf } from '../../scene/equipment.js'
import type { Scene } from '../../scene/scene.js'
import { fieldsOf, type Field } from './fields.js'

/** Data as text of a Markdown table's cell: on one line, nothing of it read as markup. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#&]/g, '\\$&')
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)]
}

function layerSection(
  file: string,
  geometry: string,
  count: number,
  fields: readonly Field[],
  { mapDictionary: d, format }: Messages,
): string[] {
  return [
    `## ${file}`,
    '',
    d.features(format.number(count), geometry),
    '',
    ...table(
      [d.property, d.type, d.meaning],
      fields.map(({ name, type, meaning }) => [`\`${name}\``, d[`type${type}`], meaning]),
    ),
    '',
  ]
}

function levelSection(m: Messages): string[] {
  const { mapDictionary: d, map } = m
  const rows = LEVELS.map((level) => {
    const name = (level.charAt(0).toUpperCase() + level.slice(1)) as Capitalize<typeof level>
    return [`\`${level}\``, levelName(level, m), map[`range${name}`]]
  })
  return [`## ${d.levels}`, '', ...table([d.value, map.level, d.ratioRange], rows), '']
}

function unlocatedSection({ buildings, wanLinks, territories, pops }: Scene, m: Messages): string[] {
  const rows = [
    ...buildings.unlocated.map(({ building, name }) => ['buildings', building, name]),
    ...wanLinks.unlocated.map(({ id, name }) => ['wan-links', id, name ?? '']),
    ...territories.unlocated.map(({ board, name }) => ['territories', board, name]),
    ...pops.unlocated.map(({ id, name }) => ['pops', id, name]),
  ]
  if (rows.length === 0) return []
  const d = m.mapDictionary
  return [
    `## ${d.unlocated}`,
    '',
    d.unlocatedIntro,
    '',
    ...table(
      [d.layer, m.mapFields.id, m.mapFields.name],
      rows.map((row) => row.map(cell)),
    ),
    '',
  ]
}

/** The data dictionary of the GeoJSON files, in Markdown: each property, the levels, and what has no place on the map. */
export function dictionaryOf(input: MapInput, scene: Scene, m: Messages): string {
  const d = m.mapDictionary
  const fields = fieldsOf(categoriesOf(input.shortfalls), m)
  const { buildings, wanLinks, territories, pops } = scene
  return [
    `# ${d.title}`,
    '',
    d.intro,
    '',
    d.context(cell(input.profile), cell(input.schoolYear ?? '—'), m.format.dateTime(input.generatedAt)),
    '',
    ...layerSection('buildings.geojson', 'Point', buildings.features.length, fields.buildings, m),
    ...layerSection('wan-links.geojson', 'LineString', wanLinks.features.length, fields.wanLinks, m),
    ...(territories.features.length === 0
      ? []
      : layerSection(
          'territories.geojson',
          'Polygon, MultiPolygon',
          territories.features.length,
          fields.territories,
          m,
        )),
    ...layerSection('pops.geojson', 'Point', pops.features.length, fields.pops, m),
    ...levelSection(m),
    ...unlocatedSection(scene, m),
  ].join('\n')
}
