import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat } from '../../src/model/map-format.js'
import { pictureOf } from '../picture/picture.js'

/** The map as a picture for a report, `carte.svg` or `map.svg`: A4, landscape, to be enlarged at will. */
const svg: MapFormat<Messages> = {
  id: 'svg',
  async render(input, messages) {
    return [{ name: `${messages.mapDictionary.mapFile}.svg`, content: await pictureOf(input, messages) }]
  },
}

export default svg
