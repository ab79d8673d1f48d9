import type { PopRow } from '../model/input-kind.js'
import type { Pop } from '../model/wan-link.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { namesIn } from './reading/ofds-cells.js'
import { shown } from './reading/shown.js'

const kinds = choicesOf<Pop['kind']>({
  pop: ['point de présence', 'PdP'],
  'data-centre': ['centre de données', 'data center', 'dataCentre', 'dataCenter'],
  ixp: ["point d'échange", 'internet exchange', 'internetExchange'],
})

/**
 * Points of presence, where WAN links end towards RISQ. An id is any text that no building code can be. Those of a
 * package of the Open Fibre Data Standard are its nodes that have such a type.
 */
export default defineInput({
  id: 'pops',
  columns: [
    { name: 'id', synonyms: ['identifiant', 'pop', 'code'], required: true },
    { name: 'name', synonyms: ['nom'], required: true },
    { name: 'network', synonyms: ['réseau'], required: false },
    { name: 'kind', synonyms: ['type', 'genre'], required: true },
    { name: 'lon', synonyms: ['longitude', 'COORD_X_LL84'], required: false },
    { name: 'lat', synonyms: ['latitude', 'COORD_Y_LL84'], required: false },
  ],
  signs: { name: /\b(?:pops?|pdp|points? de presence|points? of presence)\b/ },
  ofds: 'nodes',
  parse(cells, report, texts): PopRow | null {
    const isNode = cells.kind.startsWith('[')
    const at = new Fields(isNode ? { ...cells, kind: popType(cells.kind) } : cells, report, texts)
    const text = at.text('id')
    const id = text !== undefined && /^\d+$/.test(text) ? at.refuse('id', texts.popLikeBuilding(shown(text))) : text
    const name = at.text('name')
    const kind = at.choice('kind', kinds)
    const coordinates = at.coordinatesOrNull('lon', 'lat')
    if (id === undefined || name === undefined || kind === undefined || coordinates === undefined) return null
    return { id, name, network: at.textOrNull('network'), kind, coordinates, ...(isNode ? { isNode } : {}) }
  },
  keyColumns: ['id'],
  keyOf: ({ id }) => id,
})

/** Of the types of a node, the one that is a point of presence; all of them when none is. */
function popType(types: string): string {
  const names = namesIn(types)
  return names.split(', ').find((name) => kinds.find(name) !== null) ?? names
}
