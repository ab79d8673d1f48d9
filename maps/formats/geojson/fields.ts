import type { Messages } from '../../../src/i18n/translator.js'
import type { GapProperties } from '../../scene/buildings.js'
import type { PopProperties } from '../../scene/pops.js'
import type { TerritoryProperties } from '../../scene/territories.js'
import type { WanLinkProperties } from '../../scene/wan-links.js'
import { categoryKey } from '../../scene/equipment.js'

type FieldType = 'Text' | 'Integer' | 'Number' | 'Boolean' | 'List'
type FieldText = keyof Messages['mapFields']

/** A property of a layer, its type, and its description in the catalogue. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly meaning: string
}

const BUILDING = {
  building: 'Text',
  name: 'Text',
  municipality: 'Text',
  mrc: 'Text',
  region: 'Text',
  board: 'Text',
  schools: 'List',
  pupils: 'Number',
  school_year: 'Text',
  profile: 'Text',
  demand_down_bps: 'Integer',
  demand_up_bps: 'Integer',
  share_down_bps: 'Integer',
  share_up_bps: 'Integer',
  ratio: 'Number',
  level: 'Text',
  bps_per_pupil: 'Integer',
  path: 'List',
  bottleneck: 'Text',
  oversubscription: 'Number',
  single_point_of_failure: 'Boolean',
  incomplete: 'Boolean',
  estimated: 'Boolean',
  suppressed: 'Boolean',
  reasons: 'List',
  closing: 'List',
  devices_answered: 'Integer',
  devices_failed: 'Integer',
  overridden: 'List',
  target: 'Number',
  in_service: 'Number',
  shortfall: 'Number',
} as const satisfies Record<keyof GapProperties | 'target' | 'in_service' | 'shortfall', FieldType>

const WAN_LINK = {
  id: 'Text',
  name: 'Text',
  provider: 'Text',
  network: 'Text',
  a: 'Text',
  b: 'Text',
  medium: 'Text',
  capacity_down_bps: 'Integer',
  capacity_up_bps: 'Integer',
  status: 'Text',
  role: 'Text',
  monthly_cost_cents: 'Integer',
  contract_end: 'Text',
  demand_down_bps: 'Integer',
  demand_up_bps: 'Integer',
  load: 'Number',
  level: 'Text',
  suppressed: 'Boolean',
  overridden: 'List',
} as const satisfies Record<keyof WanLinkProperties, FieldType>

const TERRITORY = {
  board: 'Text',
  name: 'Text',
  language: 'Text',
  pupils: 'Number',
  level: 'Text',
  suppressed: 'Boolean',
} as const satisfies Record<keyof TerritoryProperties, FieldType>

const POP = { id: 'Text', name: 'Text', network: 'Text', kind: 'Text' } as const satisfies Record<
  keyof PopProperties,
  FieldType
>

/** Where the same word means something else than in `buildings`. */
const OTHERWISE: Readonly<Record<string, FieldText>> = {
  'wanLinks.demand_down_bps': 'link_demand_down_bps',
  'wanLinks.demand_up_bps': 'link_demand_up_bps',
  'territories.pupils': 'territory_pupils',
  'territories.level': 'territory_level',
  'wanLinks.suppressed': 'link_suppressed',
  'territories.suppressed': 'territory_suppressed',
}

function described(layer: string, types: Readonly<Record<string, FieldType>>, m: Messages): Field[] {
  return Object.entries(types).map(([name, type]) => {
    const text = m.mapFields[OTHERWISE[`${layer}.${name}`] ?? (name as FieldText)]
    return { name, type, meaning: String(text) }
  })
}

function perCategory(category: string, m: Messages): Field[] {
  const key = `category-${category}`
  const label = key in m.map ? m.map[key as keyof Messages['map']] : category
  const suffix = categoryKey(category)
  return [
    { name: `target_${suffix}`, type: 'Number', meaning: m.mapFields.target_category(label) },
    { name: `in_service_${suffix}`, type: 'Number', meaning: m.mapFields.in_service_category(label) },
    { name: `shortfall_${suffix}`, type: 'Number', meaning: m.mapFields.shortfall_category(label) },
  ]
}

/** The properties of each layer, in the order in which they are written, described in the messages' language. */
export function fieldsOf(categories: readonly string[], m: Messages) {
  return {
    buildings: [
      ...described('buildings', BUILDING, m),
      ...categories.flatMap((category) => perCategory(category, m)),
    ] satisfies Field[],
    wanLinks: described('wanLinks', WAN_LINK, m),
    territories: described('territories', TERRITORY, m),
    pops: described('pops', POP, m),
  }
}
