import type { Messages } from '../../src/i18n/translator.js'
import type { MapFormat } from '../../src/model/map-format.js'
import { buildScene } from '../scene/scene.js'
import { subject } from '../subject.js'
import { readAssets } from './html/assets.js'
import { contentSecurityPolicy, embeddedJson, escaped, filled } from './html/document.js'
import { pageData } from './html/page-data.js'

/**
 * The map as one page, `carte.html` or `map.html`, that needs no network: Leaflet, the data, both languages and the
 * outline are inside, and its policy forbids the rest, but for a server of tiles that the configuration names. Data
 * enters as JSON and is only ever shown as text.
 */
const html: MapFormat<Messages> = {
  id: 'html',
  async render(input, messages) {
    const { map, language } = messages
    const { template, leaflet, script, style } = await readAssets()
    const data = await pageData(input, buildScene(input), messages)
    const texts = Object.entries(map).map(([key, text]) => [`t_${key}`, escaped(text)])
    const content = filled(template, {
      ...(Object.fromEntries(texts) as Record<string, string>),
      language: language === 'fr' ? 'fr-CA' : 'en-CA',
      policy: contentSecurityPolicy([leaflet, script], style, input.tiles?.url),
      subject: escaped(subject(input, messages)),
      style: `<style>${style}</style>`,
      leaflet: `<script>${leaflet}</script>`,
      script: `<script>${script}</script>`,
      data: `<script type="application/json" id="data">${embeddedJson(data)}</script>`,
    })
    return [{ name: language === 'fr' ? 'carte.html' : 'map.html', content }]
  },
}

export default html
