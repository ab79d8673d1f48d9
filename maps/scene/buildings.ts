import type { Point } from 'geojson'
import type { MapInput } from '../../src/model/map-format.js'
import type { Building } from '../../src/model/organisation.js'
import type { Gap } from '../../src/model/records.js'
import { groupedBy } from '../../src/lib/group.js'
import { categoriesOf, equipmentOf, type EquipmentProperties } from './equipment.js'
import { decimals, decimalsOrNull, layerOf, rounded, type Layer } from './layer.js'
import { scenarioOf } from './scenario.js'

/** A gap in snake_case: bits per second are whole, pupils have two decimals, ratios four. Lists stay lists. */
export interface GapProperties {
  readonly building: string
  readonly name: string
  readonly municipality: string | null
  readonly mrc: string | null
  readonly region: string | null
  readonly board: string | null
  readonly schools: readonly string[]
  readonly pupils: number | null
  readonly school_year: string | null
  readonly profile: string
  readonly demand_down_bps: number | null
  readonly demand_up_bps: number | null
  readonly share_down_bps: number | null
  readonly share_up_bps: number | null
  readonly ratio: number | null
  readonly level: Gap['level']
  readonly bps_per_pupil: number | null
  readonly path: readonly string[]
  readonly bottleneck: string | null
  readonly oversubscription: number | null
  readonly single_point_of_failure: boolean | null
  readonly incomplete: boolean
  readonly estimated: boolean
  /** On a public map: some figure is withheld, for fewer than 30 pupils. */
  readonly suppressed: boolean
  readonly reasons: Gap['reasons']
  readonly closing: readonly { readonly link: string; readonly from_bps: number; readonly to_bps: number }[]
  /** Devices that the last scans heard, and those that they did not; null when no scan covered the building. */
  readonly devices_answered: number | null
  readonly devices_failed: number | null
  /** What a person corrected (`name`, `coordinates`): that it is so, never who nor why. */
  readonly overridden: readonly string[]
  /** The highest measured use of the links of its path; null when none of them is measured. */
  readonly measured_use: number | null
  /** On a map that has a scenario only. */
  readonly scenario_level?: Gap['level']
  readonly scenario_ratio?: number | null
}

export type BuildingProperties = GapProperties & EquipmentProperties

/** One point per building that has a gap: its bandwidth, its equipment and its devices. */
export function buildBuildings(input: MapInput): Layer<Point, BuildingProperties> {
  const buildings = new Map(input.buildings.map((building) => [building.code, building]))
  const parts = groupedBy(input.schoolParts, ({ building }) => building)
  const shortfalls = groupedBy(input.shortfalls, ({ school }) => school)
  const categories = categoriesOf(input.shortfalls)
  const scenario = scenarioOf(input)
  const scenarioGaps = new Map(scenario?.gaps.map((gap) => [gap.building, gap]))
  return layerOf(
    input.gaps.map((gap) => ({
      id: gap.building,
      geometry: pointOf(buildings.get(gap.building)),
      properties: {
        ...gapProperties(gap, buildings.get(gap.building)),
        devices_answered: input.devices[gap.building]?.answered ?? null,
        devices_failed: input.devices[gap.building]?.failed ?? null,
        overridden: buildings.get(gap.building)?.overridden ?? [],
        measured_use: measuredUse(gap.path, input.measures),
        ...(scenario === null ? {} : scenarioProperties(scenarioGaps.get(gap.building))),
        ...equipmentOf(parts.get(gap.building) ?? [], shortfalls, categories),
      },
    })),
  )
}

function pointOf(building: Building | undefined): Point | null {
  const coordinates = building?.coordinates ?? null
  return coordinates === null ? null : { type: 'Point', coordinates: rounded(coordinates) }
}

function measuredUse(path: readonly string[], measures: MapInput['measures']): number | null {
  const uses = path.flatMap((link) => measures.get(link)?.use ?? [])
  return uses.length === 0 ? null : decimals(Math.max(...uses), 4)
}

function scenarioProperties(gap: Gap | undefined) {
  return { scenario_level: gap?.level ?? ('unknown' as const), scenario_ratio: decimalsOrNull(gap?.ratio ?? null, 4) }
}

function gapProperties(
  gap: Gap,
  building: Building | undefined,
): Omit<GapProperties, 'devices_answered' | 'devices_failed' | 'overridden' | 'measured_use'> {
  return {
    building: gap.building,
    name: gap.name,
    municipality: building?.municipality ?? null,
    mrc: building?.mrc ?? null,
    region: gap.region,
    board: gap.board,
    schools: gap.schools,
    pupils: decimalsOrNull(gap.pupils, 2),
    school_year: gap.schoolYear,
    profile: gap.profile,
    demand_down_bps: decimalsOrNull(gap.demandDownBps, 0),
    demand_up_bps: decimalsOrNull(gap.demandUpBps, 0),
    share_down_bps: decimalsOrNull(gap.shareDownBps, 0),
    share_up_bps: decimalsOrNull(gap.shareUpBps, 0),
    ratio: decimalsOrNull(gap.ratio, 4),
    level: gap.level,
    bps_per_pupil: decimalsOrNull(gap.bpsPerPupil, 0),
    path: gap.path,
    bottleneck: gap.bottleneck,
    oversubscription: decimalsOrNull(gap.oversubscription, 4),
    single_point_of_failure: gap.singlePointOfFailure,
    incomplete: gap.incomplete,
    estimated: gap.estimated,
    suppressed: gap.suppressed ?? false,
    reasons: gap.reasons,
    closing: gap.closing.map(({ link, fromBps, toBps }) => ({
      link,
      from_bps: decimals(fromBps, 0),
      to_bps: decimals(toBps, 0),
    })),
  }
}
