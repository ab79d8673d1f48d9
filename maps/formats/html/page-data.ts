import { readFile } from 'node:fs/promises'
import type { FeatureCollection, MultiPolygon } from 'geojson'
import { messagesFor, type Messages } from '../../../src/i18n/translator.js'
import { shipped } from '../../../src/lib/paths.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { LEVELS } from '../../../src/model/records.js'
import { categoriesOf, categoryKey } from '../../scene/equipment.js'
import type { Scene } from '../../scene/scene.js'
import { drawable } from './simplify.js'
import { ReasonBook, textsIn } from './texts.js'
import { packedBuildings, packedLinks, packedMeasures, packedRoadmap, TextBook } from './things.js'
import { mainView, otherView, packedView, rowsOf, withoutRepeats } from './views.js'

/** Québec's outline, drawn under everything. */
async function outline(): Promise<MultiPolygon['coordinates']> {
  const text = await readFile(shipped('data', 'reference', 'quebec.geojson'), 'utf8')
  const collection = JSON.parse(text) as FeatureCollection<MultiPolygon>
  return collection.features.flatMap(({ geometry }) => geometry.coordinates)
}

/**
 * All that the page draws and says, as one object for JSON, packed by columns: a thing is told once, views tell only what
 * they change, sentences stand apart from what they are about. maps/page/data.js takes it apart again.
 */
export async function pageData(input: MapInput, scene: Scene, { language }: Messages) {
  const main = mainView(input)
  const known = new Set([
    ...main.buildings.keys(),
    ...input.views.flatMap(({ gaps }) => gaps.map((gap) => gap.building)),
  ])
  const codes = [...known]
  const linkIds = rowsOf(scene.wanLinks).map(({ id }) => id)
  const named = new Set([...input.schools.map(({ code }) => code), ...codes, ...linkIds])
  const reasons = new ReasonBook((code) => named.has(code))
  const texts = new TextBook()
  const territories = rowsOf(scene.territories)
  const order = { codes, linkIds, territories, reasons, isPublic: input.drawing.isPublic }
  const packed = packedView(main, order)
  // One view at a time: nine of them as scenes would fill the memory. What scenarios add is kept.
  const everywhere = { buildings: new Map(main.buildings), places: new Map(main.places) }
  const others = input.views.map((each) => {
    const view = otherView(input, each)
    for (const [code, row] of view.buildings) if (!everywhere.buildings.has(code)) everywhere.buildings.set(code, row)
    for (const [code, place] of view.places) everywhere.places.set(code, place)
    return withoutRepeats(packedView(view, order), packed)
  })
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
    schools: input.schools.map(({ code, name }) => [code, name, input.schoolPupils.get(code) ?? null]),
    buildings: packedBuildings(input, codes, everywhere, texts),
    links: packedLinks(input, scene.wanLinks, texts),
    measures: packedMeasures(input, linkIds),
    views: [packed, ...others],
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
    outline: await outline(),
  }
}
