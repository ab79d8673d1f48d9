import { groupedBy } from '../../src/lib/group.js'
import { byCode } from '../../src/lib/text.js'
import type { MapInput } from '../../src/model/map-format.js'
import { GROUND } from '../palette.js'
import type { Scene } from '../scene/scene.js'
import type { Wanted } from './labels.js'
import type { View } from './sheet.js'

type Building = Scene['buildings']['features'][number]

/** Past so many buildings, theirs are not the names that one looks for. */
const FEW_BUILDINGS = 30
const MOST_MUNICIPALITIES = 60

/**
 * The names that a map would like to show, the most important first: points of presence, boards where there are several,
 * municipalities by their pupils, then buildings by theirs where they are few.
 */
export function wantedNames(
  scene: Scene,
  input: MapInput,
  view: View,
  radiusOf: (building: Building) => number,
): Wanted[] {
  const buildings = scene.buildings.features.toSorted(
    (a, b) => (b.properties.pupils ?? 0) - (a.properties.pupils ?? 0) || byCode(a.id, b.id),
  )
  const at = ({ geometry }: Building) => view.toPoint(geometry.coordinates)
  const isFew = buildings.length <= FEW_BUILDINGS
  const pops = scene.pops.features.map(({ geometry, properties }): Wanted => ({
    words: properties.name,
    at: view.toPoint(geometry.coordinates),
    ...{ size: 11, weight: 600, fill: GROUND.ink, beside: 6 },
  }))
  return [
    ...pops,
    ...boardNames(buildings, input, view),
    ...municipalities(buildings)
      .slice(0, MOST_MUNICIPALITIES)
      .map(([name, main]): Wanted => ({
        words: name,
        at: at(main),
        ...{ size: 12, weight: 600, fill: GROUND.soft, beside: radiusOf(main) },
      })),
    ...(isFew ? buildings : []).map((building): Wanted => ({
      words: building.properties.name,
      at: at(building),
      ...{ size: 10, weight: 400, fill: GROUND.ink, beside: radiusOf(building) },
    })),
  ]
}

/** Each municipality at its largest building, by the pupils of all of them. Buildings come by pupils already. */
function municipalities(buildings: readonly Building[]): (readonly [name: string, main: Building])[] {
  const groups = groupedBy(buildings, ({ properties }) => properties.municipality)
  return [...groups]
    .flatMap(([name, own]) => {
      const [main] = own
      const pupils = own.reduce((sum, { properties }) => sum + (properties.pupils ?? 0), 0)
      return name === null || main === undefined ? [] : [{ name, main, pupils }]
    })
    .sort((a, b) => b.pupils - a.pupils || byCode(a.name, b.name))
    .map(({ name, main }) => [name, main] as const)
}

/** What all boards are called alike says nothing beside a territory. */
const COMMON =
  /^(?:centre de services scolaire|commission scolaire)\s+(?:de la |des |du |de l['’]|de |d['’])?|\s+school board$/gi

function boardNames(buildings: readonly Building[], { boards }: MapInput, view: View): Wanted[] {
  const groups = groupedBy(buildings, ({ properties }) => properties.board)
  const several = [...groups].flatMap(([code, own]) => {
    const board = boards.find((each) => each.code === code)
    return board === undefined ? [] : [{ board, own }]
  })
  if (several.length < 2) return []
  return several
    .sort((a, b) => b.own.length - a.own.length || byCode(a.board.code, b.board.code))
    .map(({ board, own }): Wanted => {
      const mean = (axis: 0 | 1): number =>
        own.reduce((sum, { geometry }) => sum + (geometry.coordinates[axis] ?? 0), 0) / own.length
      const name = board.name.replace(COMMON, '') || board.name
      return {
        words: name.charAt(0).toUpperCase() + name.slice(1),
        at: view.toPoint([mean(0), mean(1)]),
        ...{ size: 14, weight: 600, fill: GROUND.soft, beside: 0 },
      }
    })
}
