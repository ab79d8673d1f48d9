import { messagesFor, type Messages } from '../../../src/i18n/translator.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { LEVELS } from '../../../src/model/records.js'
import { readOutline } from '../../outline.js'
import { buildBuildings } from '../../scene/buildings.js'
import { categoriesOf, categoryKey } from '../../scene/equipment.js'
import type { Scene } from '../../scene/scene.js'
import { drawable } from './simplify.js'
import { ReasonBook, textsIn } from './texts.js'
import { packedBuildings, packedLinks, packedMeasures, packedRoadmap, rowsOf, TextBook } from './things.js'
import { kilobits, mainView, packedView, withoutRepeats } from './views.js'

/**
 * All that the page draws and says, as one object for JSON, packed by columns: a thing is told once, views tell only what
 * they change, sentences stand apart from what they are about. maps/page/data.js takes it apart again.
 */
export async function pageData(input: MapInput, scene: Scene, { language }: Messages) {
  const mapped = new Set(rowsOf(scene.buildings).map(({ building }) => building))
  const added = input.views.flatMap(({ gaps }) => gaps.filter(({ building }) => !mapped.has(building)))
  const layers = [scene.buildings, ...(added.length === 0 ? [] : [buildBuildings({ ...input, gaps: added })])]
  const codes = [...new Set(layers.flatMap(rowsOf).map(({ building }) => building))]
  const linkIds = rowsOf(scene.wanLinks).map(({ id }) => id)
  const downKbps = new Map(rowsOf(scene.wanLinks).map((row) => [row.id, kilobits(row.capacity_down_bps)]))
  const named = new Set([...input.schools.map(({ code }) => code), ...codes, ...linkIds])
  const reasons = new ReasonBook((code) => named.has(code))
  const placed = new Set([...layers, scene.pops].flatMap(({ features }) => features.map(({ id }) => id)))
  const texts = new TextBook()
  const territories = rowsOf(scene.territories)
  const order = { codes, linkIds, downKbps, territories, reasons, isPublic: input.drawing.isPublic }
  const main = packedView(mainView(input), order)
  const others = input.views.map((view) => withoutRepeats(packedView(view, order), main))
  const areas = drawable(scene.territories.features.map(({ geometry }) => geometry))
  return {
    language,
    texts: { fr: textsIn(messagesFor('fr')), en: textsIn(messagesFor('en')) },
    levels: LEVELS,
    isPublic: input.drawing.isPublic,
    schoolYear: input.schoolYear,
    generatedAt: input.generatedAt,
    tiles: input.tiles ?? null,
    categories: categoriesOf(input.shortfalls).map((category) => ({ category, suffix: categoryKey(category) })),
    boards: Object.fromEntries(input.boards.map(({ code, name }) => [code, name])),
    schools: input.schools.map(({ code, name }) => [
      ...[code, name, input.schoolPupils.get(code) ?? null],
      ...(input.suppressedSchools?.has(code) === true ? [1] : []),
    ]),
    buildings: packedBuildings(input, codes, layers, texts),
    links: packedLinks(input, scene.wanLinks, placed, texts),
    measures: packedMeasures(input, linkIds),
    views: [main, ...others],
    roadmap: packedRoadmap(input, codes, linkIds),
    reasons: { rows: reasons.rows, fr: reasons.fr, en: reasons.en },
    territories: territories.map(({ board, name, language, pupils }, i) => [
      board,
      name,
      language,
      pupils,
      areas[i] ?? null,
    ]),
    pops: [
      ...scene.pops.features.map(({ properties: { id, name, network, kind }, geometry }) => [
        id,
        name,
        network,
        kind,
        geometry.coordinates,
      ]),
      ...scene.pops.unlocated.map(({ id, name, network, kind }) => [id, name, network, kind, null]),
    ],
    shared: texts.texts,
    outline: await readOutline(),
  }
}
