import type { Messages } from '../../../src/i18n/translator.js'
import type { GapProperties } from '../../scene/buildings.js'
import type { PopProperties } from '../../scene/pops.js'
import type { Scene } from '../../scene/scene.js'
import type { SchoolFacts } from '../../scene/schools.js'
import type { TerritoryProperties } from '../../scene/territories.js'
import type { WanLinkProperties } from '../../scene/wan-links.js'
import { categoriesOf, categoryKey } from '../../scene/equipment.js'
import { scenarioOf } from '../../scene/scenario.js'
import type { MapInput } from '../../../src/model/map-format.js'

export type FieldType = 'Text' | 'Integer' | 'Number' | 'Boolean' | 'Date' | 'List'
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
  measured_use: 'Number',
  scenario_level: 'Text',
  scenario_ratio: 'Number',
} as const satisfies Record<keyof GapProperties, FieldType>

const EQUIPMENT = { target: 'Number', in_service: 'Number', shortfall: 'Number' } as const

const SCHOOL = {
  school: 'Text',
  name: 'Text',
  board: 'Text',
  preschool: 'Boolean',
  primary: 'Boolean',
  secondary: 'Boolean',
  vocational: 'Boolean',
  adult: 'Boolean',
  pupils: 'Number',
  suppressed: 'Boolean',
  school_year: 'Text',
  buildings: 'List',
  main_building: 'Text',
  level: 'Text',
  ratio: 'Number',
  bps_per_pupil: 'Integer',
  scenario_level: 'Text',
  scenario_ratio: 'Number',
} as const satisfies Record<keyof SchoolFacts, FieldType>

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
  contract_end: 'Date',
  demand_down_bps: 'Integer',
  demand_up_bps: 'Integer',
  load: 'Number',
  level: 'Text',
  suppressed: 'Boolean',
  route: 'Text',
  measured_since: 'Date',
  measured_until: 'Date',
  measured_days: 'Integer',
  p95_down_bps: 'Integer',
  p95_up_bps: 'Integer',
  use: 'Number',
  headroom_bps: 'Integer',
  months_until_full: 'Number',
  overridden: 'List',
  scenario_load: 'Number',
  scenario_level: 'Text',
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
  'schools.name': 'school_name',
  'schools.pupils': 'school_pupils',
  'schools.level': 'school_level',
  'schools.ratio': 'school_ratio',
  'schools.bps_per_pupil': 'school_bps_per_pupil',
  'schools.scenario_level': 'school_scenario_level',
  'schools.scenario_ratio': 'school_scenario_ratio',
  'wanLinks.scenario_level': 'link_scenario_level',
  'wanLinks.demand_down_bps': 'link_demand_down_bps',
  'wanLinks.demand_up_bps': 'link_demand_up_bps',
  'territories.pupils': 'territory_pupils',
  'territories.level': 'territory_level',
  'schools.suppressed': 'school_suppressed',
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

/** What the columns of a map depend on. */
export interface Columns {
  readonly categories: readonly string[]
  readonly hasScenario: boolean
}

export function columnsOf(input: MapInput): Columns {
  return { categories: categoriesOf(input.shortfalls), hasScenario: scenarioOf(input) !== null }
}

/** The properties of each layer, in the order in which they are written, described in the messages' language. */
export function fieldsOf(
  { categories, hasScenario }: Columns,
  m: Messages,
): Readonly<Record<keyof Scene, readonly Field[]>> {
  const own = (layer: keyof Scene, types: Readonly<Record<string, FieldType>>): Field[] =>
    described(layer, types, m).filter(({ name }) => hasScenario || !name.startsWith('scenario_'))
  const equipment = [...own('buildings', EQUIPMENT), ...categories.flatMap((category) => perCategory(category, m))]
  return {
    buildings: [...own('buildings', BUILDING), ...equipment],
    schools: [...own('schools', SCHOOL), ...equipment],
    wanLinks: own('wanLinks', WAN_LINK),
    territories: own('territories', TERRITORY),
    pops: own('pops', POP),
  }
}
