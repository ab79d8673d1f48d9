import { levelName } from '../../level-name.js'
import type { Messages } from '../../../src/i18n/translator.js'
import type { MapInput, OutputFile } from '../../../src/model/map-format.js'
import { LEVELS } from '../../../src/model/records.js'
import { layersOf, type NamedLayer } from '../../scene/layers.js'
import { scenarioOf } from '../../scene/scenario.js'
import type { Scene } from '../../scene/scene.js'
import { columnsOf, fieldsOf, type Field } from './fields.js'

/** Data as text of a Markdown table's cell: on one line, nothing of it read as markup. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#&]/g, '\\$&')
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)]
}

const GEOMETRIES: Readonly<Record<NamedLayer['key'], string>> = {
  buildings: 'Point',
  schools: 'Point',
  wanLinks: 'LineString, MultiLineString',
  territories: 'Polygon, MultiPolygon',
  pops: 'Point',
}

function layerSection({ key, id, layer }: NamedLayer, fields: readonly Field[], m: Messages): string[] {
  const { mapDictionary: d, format } = m
  return [
    `## ${id}`,
    '',
    d.features(format.number(layer.features.length), GEOMETRIES[key]),
    ...(key === 'schools' ? [d.schoolPlace] : []),
    ...(key === 'wanLinks' ? [d.linkLine] : []),
    '',
    ...table(
      [d.property, d.type, d.meaning],
      fields.map(({ name, type, meaning }) => [`\`${name}\``, d[`type${type}`], meaning]),
    ),
    '',
  ]
}

function filesSection(layers: readonly NamedLayer[], { mapDictionary: d }: Messages): string[] {
  const rows = layers.map(({ id, file }) => [`\`${id}\``, `\`${file}.geojson\``, `\`${file}.geojsonl\``])
  return [d.files, '', ...table([d.layer, 'GeoJSON', 'GeoJSONL'], rows), '', d.otherFiles, '']
}

function levelSection(m: Messages): string[] {
  const { mapDictionary: d, map } = m
  const rows = LEVELS.map((level) => {
    const name = (level.charAt(0).toUpperCase() + level.slice(1)) as Capitalize<typeof level>
    return [`\`${level}\``, levelName(level, m), map[`range${name}`]]
  })
  return [`## ${d.levels}`, '', ...table([d.value, map.level, d.ratioRange], rows), '']
}

function unlocatedSection({ buildings, schools, wanLinks, territories, pops }: Scene, m: Messages): string[] {
  const rows = [
    ...buildings.unlocated.map(({ building, name }) => ['buildings', building, name]),
    ...schools.unlocated.map(({ school, name }) => ['schools', school, name]),
    ...wanLinks.unlocated.map(({ id, name }) => ['wan_links', id, name ?? '']),
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

/**
 * The data dictionary of a map, in Markdown: each property, the levels, and what has no place on the map. It is the same
 * whatever the format that it goes with.
 */
export function dictionaryFile(input: MapInput, scene: Scene, m: Messages): OutputFile {
  const d = m.mapDictionary
  const fields = fieldsOf(columnsOf(input), m)
  const layers = layersOf(scene)
  const scenario = scenarioOf(input)
  const lines = [
    `# ${d.title}`,
    '',
    d.intro,
    '',
    d.context(cell(input.profile), cell(input.schoolYear ?? '—'), m.format.dateTime(input.generatedAt)),
    ...(scenario === null
      ? []
      : [d.scenario(cell(scenario.label ?? scenario.id), cell(scenario.profile), cell(scenario.schoolYear ?? '—'))]),
    '',
    ...filesSection(layers, m),
    ...layers.flatMap((each) => layerSection(each, fields[each.key], m)),
    ...levelSection(m),
    ...unlocatedSection(scene, m),
  ]
  return { name: d.fileName, content: lines.join('\n') }
}
