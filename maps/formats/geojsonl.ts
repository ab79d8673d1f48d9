import type { Feature, FeatureCollection } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat, OutputFile } from '../../src/model/map-format.js'
import { collectionOf, mergedLayer, type AnyLayer } from '../scene/layer.js'
import { layersOf } from '../scene/layers.js'
import { buildScene } from '../scene/scene.js'
import { assertValidGeoJson } from '../validate.js'
import { dictionaryFile } from './dictionary/dictionary.js'

function layerFile(name: string, layer: AnyLayer): OutputFile {
  assertValidGeoJson(name, collectionOf(layer) as FeatureCollection)
  const lines = layer.features.map((feature: Feature<Feature['geometry'], object>) => `${JSON.stringify(feature)}\n`)
  return { name: `${name}.geojsonl`, content: lines.join('') }
}

/**
 * Newline-delimited GeoJSON: one feature a line, one file a layer, or one of all layers whose features say theirs; read
 * as it comes by ogr2ogr (GeoJSONSeq), DuckDB, tippecanoe or jq. An empty layer is an empty file.
 *
 * @see RFC 7946; without the record separators of RFC 8142, which those readers do not ask for
 */
const geojsonl: MapFormat<Messages> = {
  id: 'geojsonl',
  render(input, messages) {
    const scene = buildScene(input)
    const layers = layersOf(scene)
    return [
      ...(input.drawing.merged
        ? [layerFile(messages.mapDictionary.mapFile, mergedLayer(layers))]
        : layers.map(({ file, layer }) => layerFile(file, layer))),
      dictionaryFile(input, scene, messages),
    ]
  },
}

export default geojsonl
