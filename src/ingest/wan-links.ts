import type { WanLinkRow } from '../model/input-kind.js'
import type { LinkStatus, Medium, WanLink } from '../model/wan-link.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'
import { headerLine } from './reading/header-line.js'
import { linkCapacities } from './reading/link-capacities.js'
import { linkPlaces } from './reading/link-places.js'
import { namesIn, plainEnd } from './reading/ofds-cells.js'
import { shown } from './reading/shown.js'

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
 * *down* flows from b to a. An end may be told by its place instead: by coordinates, or by the route of a GeoJSON line
 * or of an Open Fibre Data Standard span. A link is primary unless the file says otherwise; its status must be told.
 *
 * @see Open Fibre Data Standard 0.3, for the words of medium and status, and for spans
 */
export default defineInput({
  id: 'wan-links',
  columns: [
    { name: 'id', synonyms: ['identifiant', 'lien', 'circuit'], required: true },
    { name: 'name', synonyms: ['nom'], required: false },
    { name: 'provider', synonyms: ['fournisseur', 'networkProviders'], required: false },
    { name: 'network', synonyms: ['réseau'], required: false },
    { name: 'a', synonyms: ['extrémité a', 'immeuble', 'start', 'de', 'from'], required: false },
    { name: 'b', synonyms: ['extrémité b', 'vers', 'end', 'to'], required: false },
    { name: 'a_lon', synonyms: ['longitude a'], required: false },
    { name: 'a_lat', synonyms: ['latitude a'], required: false },
    { name: 'b_lon', synonyms: ['longitude b'], required: false },
    { name: 'b_lat', synonyms: ['latitude b'], required: false },
    { name: 'medium', synonyms: ['média', 'support', 'transmissionMedium'], required: false },
    { name: 'capacity_down_mbps', synonyms: ['débit descendant (Mbit/s)', 'descendant_mbps'], required: false },
    { name: 'capacity_up_mbps', synonyms: ['débit montant (Mbit/s)', 'montant_mbps'], required: false },
    {
      name: 'capacity_mbps',
      synonyms: ['débit (Mbit/s)', 'débit symétrique (Mbit/s)', 'bande passante (Mbit/s)', 'bandwidth (Mbps)'],
      required: false,
    },
    { name: 'capacity', synonyms: ['capacité', 'débit', 'bande passante', 'bandwidth'], required: false },
    { name: 'burst_down_mbps', synonyms: ['pointe descendante (Mbit/s)'], required: false },
    { name: 'burst_up_mbps', synonyms: ['pointe montante (Mbit/s)'], required: false },
    { name: 'status', synonyms: ['statut', 'état'], required: true },
    { name: 'role', synonyms: ['rôle'], required: false },
    { name: 'monthly_cost', synonyms: ['coût mensuel'], required: false },
    { name: 'contract_end', synonyms: ['fin de contrat', 'échéance'], required: false },
    { name: 'source', synonyms: ['provenance'], required: false },
    { name: 'geometry', synonyms: ['géométrie', 'route', 'tracé'], required: false },
  ],
  unused: headerLine(`phase,readyForServiceDate,directed,physicalInfrastructureProvider,supplier,deployment,
    deploymentDetails,darkFibre,fibreType,fibreTypeDetails,fibreCount,fibreLength,technologies,capacityDetails,countries,
    featureType`),
  needsOneOf: ['a', 'a_lon', 'geometry'],
  ofds: 'spans',
  parse(cells, report, texts): WanLinkRow | null {
    const isSpan = /^[[{]/.test(cells.medium) || /^[[{]/.test(cells.a)
    const at = new Fields(
      {
        ...cells,
        ...{ a: plainEnd(cells.a), b: plainEnd(cells.b), medium: namesIn(cells.medium) },
        ...{ provider: namesIn(cells.provider), network: namesIn(cells.network) },
      },
      report,
      texts,
    )
    const id = at.text('id')
    const places = linkPlaces(cells, at, texts)
    const a = endOf(at, 'a', plainEnd(cells.a), { hasPlace: hasPlace(places?.a), isSpan, texts })
    const b = endOf(at, 'b', plainEnd(cells.b), { hasPlace: hasPlace(places?.b), isSpan, texts })
    const medium = at.choiceOrNull('medium', media)
    const capacities = linkCapacities(cells, isSpan, report, texts)
    const burstDownBps = at.rateBpsOrNull('burst_down_mbps')
    const burstUpBps = at.rateBpsOrNull('burst_up_mbps')
    const status = at.choice('status', statuses)
    const role = at.choiceOrNull('role', roles)
    const monthlyCostCents = at.centsOrNull('monthly_cost')
    const contractEnd = at.dateOrNull('contract_end')
    if (a !== undefined && a !== '' && a === b) return at.refuse('b', texts.linkToItself(shown(a))) ?? null
    if (id === undefined || a === undefined || b === undefined || places === undefined || medium === undefined)
      return null
    if (capacities === undefined || burstDownBps === undefined || burstUpBps === undefined) return null
    if (status === undefined || role === undefined || monthlyCostCents === undefined || contractEnd === undefined)
      return null
    return {
      id,
      name: at.textOrNull('name'),
      provider: at.textOrNull('provider'),
      network: at.textOrNull('network'),
      a,
      b,
      aAt: places.a,
      bAt: places.b,
      medium,
      ...capacities,
      burstDownBps,
      burstUpBps,
      status,
      role: role ?? 'primary',
      monthlyCostCents,
      contractEnd,
      source: at.textOrNull('source'),
      route: places.route,
    }
  },
  keyColumns: ['id'],
  keyOf: ({ id }) => id,
})

const hasPlace = (place: readonly number[] | null | undefined): boolean => place !== null && place !== undefined

/** An end's code: a building's, or for `b` a POP's; a node's own id, or none, where its place is to tell it. */
function endOf<Name extends string>(
  at: Fields<Name>,
  name: Name & ('a' | 'b'),
  written: string,
  {
    hasPlace,
    isSpan,
    texts,
  }: { readonly hasPlace: boolean; readonly isSpan: boolean; readonly texts: { endMissing: string } },
): string | undefined {
  if (written === '') return hasPlace ? '' : at.refuse(name, texts.endMissing)
  if (hasPlace && isSpan) return written
  return name === 'b' && !/^\d+$/.test(written) ? written : at.code(name)
}
