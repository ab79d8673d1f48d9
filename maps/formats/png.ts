import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat } from '../../src/model/map-format.js'
import { FONT } from '../picture/font.js'
import { pictureOf } from '../picture/picture.js'

/** Pixels across: 200 in each inch of an A4 sheet. */
const WIDTH = 2340

/**
 * The picture of `svg` as pixels, `carte.png` or `map.png`. Letters are those of the font that goes with the program,
 * whatever fonts the machine has, so that the same map is the same file everywhere.
 */
const png: MapFormat<Messages> = {
  id: 'png',
  async render(input, messages) {
    const { Resvg } = await import('@resvg/resvg-js')
    const drawn = new Resvg(await pictureOf(input, messages), {
      fitTo: { mode: 'width', value: WIDTH },
      font: { loadSystemFonts: false, fontFiles: [...FONT.files], defaultFontFamily: FONT.family },
    }).render()
    return [{ name: `${messages.mapDictionary.mapFile}.png`, content: drawn.asPng() }]
  },
}

export default png
