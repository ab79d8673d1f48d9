import type { Geometry, LineString, MultiLineString, Position } from 'geojson'
import type { Messages } from '../../../src/i18n/translator.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { LEVELS } from '../../../src/model/records.js'
import { levelName } from '../../level-name.js'
import { readOutline } from '../../outline.js'
import type { BuildingProperties } from '../../scene/buildings.js'
import { categoriesOf, categoryKey } from '../../scene/equipment.js'
import type { Layer } from '../../scene/layer.js'
import type { Scene } from '../../scene/scene.js'
import { drawable } from './simplify.js'

/**
 * A layer as columns and rows: half the size of objects. `places` holds, row by row, the coordinates of what is drawn,
 * or null; the page puts the three back together.
 */
interface Packed {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly places: readonly unknown[]
}

function pack<G extends Geometry, P extends object>(layer: Layer<G, P>, placeOf: (geometry: G) => unknown): Packed {
  const properties = [...layer.features.map((feature) => feature.properties), ...layer.unlocated]
  return {
    columns: Object.keys(properties[0] ?? {}),
    rows: properties.map((row) => Object.values(row) as unknown[]),
    places: [...layer.features.map(({ geometry }) => placeOf(geometry)), ...layer.unlocated.map(() => null)],
  }
}

/** A line in parts is drawn as one: what joins them is where the file says nothing. */
function inOnePiece(line: LineString | MultiLineString): Position[] {
  return line.type === 'LineString' ? line.coordinates : line.coordinates.flat()
}

/** The buildings with their reasons in words, and names in place of codes. */
function worded({ features, unlocated }: Scene['buildings'], input: MapInput, { gaps }: Messages) {
  const names = new Map([...input.schools, ...input.buildings].map(({ code, name }) => [code, name]))
  for (const { id, name } of input.wanLinks) names.set(id, name ?? id)
  const word = (properties: BuildingProperties) => ({
    ...properties,
    // A neighbour's unknown pupils make the share a bound, not this building's own count.
    pupils_at_least: properties.reasons.some(({ code }) => code === 'enrolment-missing'),
    reasons: properties.reasons.map(({ code, about }) => gaps[code](about.map((each) => names.get(each) ?? each))),
  })
  return {
    features: features.map((feature) => ({ ...feature, properties: word(feature.properties) })),
    unlocated: unlocated.map(word),
  }
}

/** All that the page draws and says, as one object for JSON. */
export async function pageData(input: MapInput, scene: Scene, messages: Messages) {
  const areas = drawable(scene.territories.features.map(({ geometry }) => geometry))
  let area = 0
  return {
    language: messages.language,
    texts: { ...messages.map, ...messages.words },
    levels: LEVELS,
    levelNames: Object.fromEntries(LEVELS.map((level) => [level, levelName(level, messages)])),
    categories: categoriesOf(input.shortfalls).map((category) => ({ category, suffix: categoryKey(category) })),
    schools: Object.fromEntries(input.schools.map(({ code, name }) => [code, name])),
    boards: Object.fromEntries(input.boards.map(({ code, name }) => [code, name])),
    buildings: pack(worded(scene.buildings, input, messages), ({ coordinates }) => coordinates),
    wanLinks: pack(scene.wanLinks, inOnePiece),
    territories: pack(scene.territories, () => areas[area++]),
    pops: pack(scene.pops, ({ coordinates }) => coordinates),
    outline: await readOutline(),
  }
}
