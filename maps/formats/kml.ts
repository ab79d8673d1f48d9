import type { FeatureCollection } from 'geojson'
import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat } from '../../src/model/map-format.js'
import { collectionOf } from '../scene/layer.js'
import { layersOf } from '../scene/layers.js'
import { buildScene } from '../scene/scene.js'
import { assertValidGeoJson } from '../validate.js'
import { escapedXml } from '../xml.js'
import { dictionaryFile } from './dictionary/dictionary.js'
import { columnsOf, fieldsOf } from './dictionary/fields.js'
import { folderOf, schemaOf } from './kml/folders.js'
import { stylesOf } from './kml/styles.js'

/**
 * One KML file, `carte.kml` or `map.kml`, for Google Earth: a folder a layer and in it one a level, to show or hide. It
 * fetches nothing: a place is a label that begins with its level's shape, in its level's colour.
 *
 * @see OGC 12-007r2 (KML 2.3, whose 2.2 part it keeps to)
 */
const kml: MapFormat<Messages> = {
  id: 'kml',
  render(input, messages) {
    const scene = buildScene(input)
    const layers = layersOf(scene)
    for (const { file, layer } of layers) assertValidGeoJson(file, collectionOf(layer) as FeatureCollection)
    const { mapFiles: t, mapDictionary: d } = messages
    const fields = fieldsOf(columnsOf(input), messages)
    const about = `${t.description(input.profile, input.schoolYear ?? '—')} ${t.source}`
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<kml xmlns="http://www.opengis.net/kml/2.2">',
      '<Document>',
      `<name>${escapedXml(t.title)}</name>`,
      '<open>1</open>',
      `<description>${escapedXml(about)}</description>`,
      ...stylesOf(),
      ...layers.map(({ key, id }) => schemaOf(id, fields[key])),
      ...layers.map((layer) => folderOf(layer, fields[layer.key], messages)),
      '</Document>',
      '</kml>',
      '',
    ]
    return [{ name: `${d.mapFile}.kml`, content: lines.join('\n') }, dictionaryFile(input, scene, messages)]
  },
}

export default kml
