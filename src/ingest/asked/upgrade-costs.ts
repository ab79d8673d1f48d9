import type { UpgradeCost } from '../../model/roadmap.js'
import { defineInput } from '../reading/define-input.js'
import { Fields } from '../reading/fields.js'

/** What raising links costs, as quoted for each: a file that the roadmap is given. It is not imported, so no history is kept. */
export default defineInput({
  id: 'upgrade-costs',
  columns: [
    { name: 'link', synonyms: ['lien', 'id', 'identifiant', 'circuit'], required: true },
    { name: 'to_mbps', synonyms: ['vers_mbps', 'débit (Mbit/s)', 'débit', 'rate (Mbps)', 'rate'], required: true },
    { name: 'cost', synonyms: ['coût', 'coût ($)', 'prix', 'price'], required: true },
  ],
  parse(cells, report, texts): UpgradeCost | null {
    const at = new Fields(cells, report, texts)
    const link = at.text('link')
    const toBps = at.text('to_mbps') === undefined ? undefined : at.rateBpsOrNull('to_mbps')
    const costCents = at.text('cost') === undefined ? undefined : at.centsOrNull('cost')
    if (link === undefined || typeof toBps !== 'number' || typeof costCents !== 'number') return null
    return { link, toBps, costCents }
  },
  keyColumns: ['link', 'to_mbps'],
  keyOf: ({ link, toBps }) => `${link} ${toBps}`,
})
