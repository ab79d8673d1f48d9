import type { Messages } from '../../src/i18n/translator.js'
import { printable } from '../../src/lib/text.js'
import type { MapFormat } from '../../src/model/map-format.js'
import { inOrder } from '../ordered.js'
import { buildScene } from '../scene/scene.js'
import { subject } from '../subject.js'
import { readAssets } from './html/assets.js'
import { contentSecurityPolicy, embeddedJson, escaped, filled } from './html/document.js'
import { pageData } from './html/page-data.js'

function fact(label: string, value: string): string {
  return `<span><b>${escaped(label)}</b> ${escaped(printable(value))}</span>`
}

/**
 * The map as one page, `carte.html` or `map.html`, that needs no network: Leaflet, the data and the outline are inside,
 * and its policy forbids the rest. Data enters as JSON and is only ever shown as text.
 */
const html: MapFormat<Messages> = {
  id: 'html',
  async render(input, messages) {
    const { map, format, language } = messages
    const { template, leaflet, script, style } = await readAssets()
    const data = await pageData(inOrder(input), buildScene(input), messages)
    const texts = Object.entries(map).map(([key, text]) => [`t_${key}`, escaped(text)])
    const content = filled(template, {
      ...(Object.fromEntries(texts) as Record<string, string>),
      language: language === 'fr' ? 'fr-CA' : 'en-CA',
      policy: contentSecurityPolicy([leaflet, script], style),
      subject: escaped(subject(input, messages)),
      facts: [
        fact(map.profile, input.profile),
        ...(input.schoolYear === null ? [] : [fact(map.schoolYear, input.schoolYear)]),
        fact(map.generatedAt, format.dateTime(input.generatedAt)),
      ].join('\n'),
      style: `<style>${style}</style>`,
      leaflet: `<script>${leaflet}</script>`,
      script: `<script>${script}</script>`,
      data: `<script type="application/json" id="data">${embeddedJson(data)}</script>`,
    })
    return [{ name: language === 'fr' ? 'carte.html' : 'map.html', content }]
  },
}

export default html
