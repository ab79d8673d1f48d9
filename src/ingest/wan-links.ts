import type { LinkStatus, Medium, WanLink } from '../model/wan-link.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'

const media = choicesOf<Medium>({
  fibre: ['fibre optique', 'fiber'],
  microwave: ['micro-ondes', 'hertzien'],
  copper: ['cuivre', 'DSL'],
  coaxial: ['câble coaxial', 'câble'],
  satellite: ['par satellite'],
  cellular: ['cellulaire', 'LTE', '5G'],
})

const statuses = choicesOf<LinkStatus>({
  proposed: ['proposé'],
  planned: ['planifié', 'prévu'],
  underConstruction: ['en construction', 'under construction'],
  operational: ['en service', 'opérationnel', 'active', 'actif'],
  inactive: ['inactif'],
  decommissioned: ['démantelé', 'retiré'],
})

const roles = choicesOf<WanLink['role']>({
  primary: ['principal'],
  backup: ['relève', 'secours'],
})

/**
 * WAN links. `a` is the end towards the school, a building code; `b` the end towards RISQ, a building code or a POP id;
 * *down* flows from b to a. A link is primary unless the file says otherwise; its status must be told.
 *
 * @see Open Fibre Data Standard 0.3, for the words of medium and status
 */
export default defineInput({
  id: 'wan-links',
  columns: [
    { name: 'id', synonyms: ['identifiant', 'lien', 'circuit'], required: true },
    { name: 'name', synonyms: ['nom'], required: false },
    { name: 'provider', synonyms: ['fournisseur'], required: false },
    { name: 'network', synonyms: ['réseau'], required: false },
    { name: 'a', synonyms: ['extrémité a', 'immeuble'], required: true },
    { name: 'b', synonyms: ['extrémité b', 'vers'], required: true },
    { name: 'medium', synonyms: ['média', 'support'], required: false },
    { name: 'capacity_down_mbps', synonyms: ['débit descendant (Mbit/s)', 'descendant_mbps'], required: false },
    { name: 'capacity_up_mbps', synonyms: ['débit montant (Mbit/s)', 'montant_mbps'], required: false },
    { name: 'status', synonyms: ['statut', 'état'], required: true },
    { name: 'role', synonyms: ['rôle'], required: false },
    { name: 'monthly_cost', synonyms: ['coût mensuel'], required: false },
    { name: 'contract_end', synonyms: ['fin de contrat', 'échéance'], required: false },
  ],
  parse(cells, report, texts): WanLink | null {
    const at = new Fields(cells, report, texts)
    const id = at.text('id')
    const a = at.code('a')
    const end = at.text('b')
    const b = end !== undefined && /^\d+$/.test(end) ? at.code('b') : end
    const medium = at.choiceOrNull('medium', media)
    const capacities = at.ratesBpsOrNull('capacity_down_mbps', 'capacity_up_mbps')
    const status = at.choice('status', statuses)
    const role = at.choiceOrNull('role', roles)
    const monthlyCostCents = at.centsOrNull('monthly_cost')
    const contractEnd = at.dateOrNull('contract_end')
    if (a !== undefined && a === b) return at.refuse('b', texts.linkToItself(a)) ?? null
    if (id === undefined || a === undefined || b === undefined || medium === undefined || status === undefined)
      return null
    if (capacities === undefined || role === undefined) return null
    if (monthlyCostCents === undefined || contractEnd === undefined) return null
    return {
      id,
      name: at.textOrNull('name'),
      provider: at.textOrNull('provider'),
      network: at.textOrNull('network'),
      a,
      b,
      medium,
      capacityDownBps: capacities[0],
      capacityUpBps: capacities[1],
      status,
      role: role ?? 'primary',
      monthlyCostCents,
      contractEnd,
    }
  },
  keyColumns: ['id'],
  keyOf: ({ id }) => id,
})
