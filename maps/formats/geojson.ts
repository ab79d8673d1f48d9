import type { Feature, FeatureCollection } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat, OutputFile } from '../../src/model/map-format.js'
import { collectionOf } from '../scene/layer.js'
import { buildScene } from '../scene/scene.js'
import { assertValidGeoJson } from '../validate.js'
import { dictionaryOf } from './geojson/dictionary.js'

/** One feature a line: the same bytes for the same input, and a version control system shows what changed. */
function textOf(collection: FeatureCollection): string {
  const { features, ...head } = collection
  const lines = features.map((feature: Feature) => JSON.stringify(feature))
  return `${JSON.stringify({ ...head, features: [] }).slice(0, -2)}\n${lines.join(',\n')}\n]}\n`
}

function layerFile(name: string, collection: FeatureCollection): OutputFile {
  assertValidGeoJson(name, collection)
  return { name: `${name}.geojson`, content: textOf(collection) }
}

/**
 * One FeatureCollection a layer (territories only when there are any) and their data dictionary.
 *
 * @see RFC 7946
 */
const geojson: MapFormat<Messages> = {
  id: 'geojson',
  render(input, messages) {
    const scene = buildScene(input)
    const { buildings, wanLinks, territories, pops } = scene
    return [
      layerFile('buildings', collectionOf(buildings)),
      layerFile('wan-links', collectionOf(wanLinks)),
      ...(territories.features.length === 0 ? [] : [layerFile('territories', collectionOf(territories))]),
      layerFile('pops', collectionOf(pops)),
      { name: messages.mapDictionary.fileName, content: dictionaryOf(input, scene, messages) },
    ]
  },
}

export default geojson
