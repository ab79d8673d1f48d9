import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat } from '../../src/model/map-format.js'
import { buildScene } from '../scene/scene.js'
import { dictionaryFile } from './dictionary/dictionary.js'
import { networksOf } from './ofds/networks.js'

/**
 * The links as a network package of the Open Fibre Data Standard 0.3, `carte-ofds.json` or `map-ofds.json`, which
 * `import pops` and `import wan-links` read back.
 *
 * @see Open Fibre Data Standard 0.3, JSON publication format
 */
const ofds: MapFormat<Messages> = {
  id: 'ofds',
  render(input, messages) {
    const networks = networksOf(input, messages)
    return [
      {
        name: `${messages.mapDictionary.mapFile}-ofds.json`,
        content: `${JSON.stringify({ networks }, null, 1)}\n`,
      },
      dictionaryFile(input, buildScene(input), messages),
    ]
  },
}

export default ofds
