import type { Network } from '../model/organisation.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'

const roles = choicesOf<NonNullable<Network['role']>>({
  lan: ['réseau local', 'filaire'],
  wifi: ['wi-fi', 'sans fil'],
  management: ['gestion'],
  wan: ['réseau étendu'],
})

/** A board's networks and the building where each one is. Nested networks are normal; one given twice is not. */
export default defineInput({
  id: 'networks',
  columns: [
    { name: 'cidr', synonyms: ['réseau', 'network', 'sous-réseau', 'subnet', 'prefix', 'préfixe'], required: true },
    { name: 'building', synonyms: ['CD_IMM', 'immeuble', 'code_immeuble'], required: false },
    { name: 'role', synonyms: ['rôle', 'usage'], required: false },
  ],
  parse(cells, report, texts): Network | null {
    const at = new Fields(cells, report, texts)
    const cidr = at.cidr('cidr')
    const building = at.codeOrNull('building')
    const role = at.choiceOrNull('role', roles)
    if (cidr === undefined || building === undefined || role === undefined) return null
    return { cidr, building, role }
  },
  keyColumns: ['cidr'],
  keyOf: ({ cidr }) => cidr,
})
