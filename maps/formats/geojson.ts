import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat, OutputFile } from '../../src/model/map-format.js'
import { collectionOf, mergedLayer } from '../scene/layer.js'
import { layersOf } from '../scene/layers.js'
import { buildScene } from '../scene/scene.js'
import { assertValidGeoJson } from '../validate.js'
import { dictionaryFile } from './dictionary/dictionary.js'

/** One feature a line: the same bytes for the same input, and a version control system shows what changed. */
function textOf(collection: FeatureCollection<Geometry, object>): string {
  const { features, ...head } = collection
  const lines = features.map((feature: Feature<Geometry, object>) => JSON.stringify(feature))
  return `${JSON.stringify({ ...head, features: [] }).slice(0, -2)}\n${lines.join(',\n')}\n]}\n`
}

function layerFile(name: string, collection: FeatureCollection<Geometry, object>): OutputFile {
  assertValidGeoJson(name, collection as FeatureCollection)
  return { name: `${name}.geojson`, content: textOf(collection) }
}

/**
 * One FeatureCollection a layer (territories only when there are any), or one of all layers whose features say theirs;
 * and their data dictionary.
 *
 * @see RFC 7946
 */
const geojson: MapFormat<Messages> = {
  id: 'geojson',
  render(input, messages) {
    const scene = buildScene(input)
    const layers = layersOf(scene)
    return [
      ...(input.drawing.merged
        ? [layerFile(messages.mapDictionary.mapFile, collectionOf(mergedLayer(layers)))]
        : layers.map(({ file, layer }) => layerFile(file, collectionOf(layer)))),
      dictionaryFile(input, scene, messages),
    ]
  },
}

export default geojson
