import type { LineString, MultiLineString, Position } from 'geojson'
import type { MapInput } from '../../src/model/map-format.js'
import type { LinkLoad } from '../../src/model/records.js'
import type { LinkMeasure } from '../../src/model/traffic.js'
import type { WanLink } from '../../src/model/wan-link.js'
import { decimalsOrNull, layerOf, rounded, type Layer } from './layer.js'
import { routeOf } from './route.js'
import { scenarioOf } from './scenario.js'

/** A link's own columns, then what it carries: bits per second are whole, `load` (demand ÷ capacity) has four decimals. */
export interface WanLinkProperties {
  readonly id: string
  readonly name: string | null
  readonly provider: string | null
  readonly network: string | null
  readonly a: string
  readonly b: string
  readonly medium: WanLink['medium']
  readonly capacity_down_bps: number | null
  readonly capacity_up_bps: number | null
  readonly status: WanLink['status']
  readonly role: WanLink['role']
  readonly monthly_cost_cents: number | null
  readonly contract_end: string | null
  readonly demand_down_bps: number | null
  readonly demand_up_bps: number | null
  readonly load: number | null
  readonly level: LinkLoad['level']
  /** Whether the line is the one that the file tells, or goes straight from end to end; null when none is drawn. */
  readonly route: 'imported' | 'straight' | null
  /** First and last local day that count in the measure, and how many there are; null when nobody measures the link. */
  readonly measured_since: string | null
  readonly measured_until: string | null
  readonly measured_days: number | null
  readonly p95_down_bps: number | null
  readonly p95_up_bps: number | null
  readonly use: number | null
  readonly headroom_bps: number | null
  /** One decimal. */
  readonly months_until_full: number | null
  /** On a public map: its demand is withheld, for fewer than 30 pupils. */
  readonly suppressed: boolean
  /** What a person corrected (`name`): that it is so, never who nor why. */
  readonly overridden: readonly string[]
  /** On a map that has a scenario only. */
  readonly scenario_load?: number | null
  readonly scenario_level?: LinkLoad['level']
}

type WanLinkInput = Pick<MapInput, 'wanLinks' | 'linkLoads' | 'buildings' | 'pops' | 'measures' | 'views' | 'drawing'>

/**
 * One line per link: its route where the file tells one and the map is not for everybody, else straight from `a` to `b`
 * (a building, or for want of one, a POP). Without route nor both ends it has no place.
 */
export function buildWanLinks(input: WanLinkInput): Layer<LineString | MultiLineString, WanLinkProperties> {
  const loads = new Map(input.linkLoads.map((load) => [load.link, load]))
  const scenario = scenarioOf(input)
  const scenarioLoads = new Map(scenario?.linkLoads.map((load) => [load.link, load]))
  const places = new Map([
    ...input.pops.map(({ id, coordinates }) => [id, coordinates] as const),
    ...input.buildings.map(({ code, coordinates }) => [code, coordinates] as const),
  ])
  const place = (end: string): Position | null => {
    const coordinates = places.get(end) ?? null
    return coordinates === null ? null : rounded(coordinates)
  }
  return layerOf(
    input.wanLinks.map((link) => {
      const route = input.drawing.isPublic ? null : routeOf(link.route)
      const geometry = route ?? lineOf(place(link.a), place(link.b))
      const load = scenarioLoads.get(link.id)
      return {
        id: link.id,
        geometry,
        properties: {
          ...linkProperties(link, loads.get(link.id)),
          route: geometry === null ? null : route === null ? 'straight' : 'imported',
          ...measured(input.measures.get(link.id)),
          overridden: link.overridden ?? [],
          ...(scenario === null
            ? {}
            : {
                scenario_load: decimalsOrNull(load?.load ?? null, 4),
                scenario_level: load?.level ?? 'unknown',
              }),
        },
      }
    }),
  )
}

function lineOf(a: Position | null, b: Position | null): LineString | null {
  return a === null || b === null ? null : { type: 'LineString', coordinates: [a, b] }
}

function measured(measure: LinkMeasure | undefined) {
  return {
    measured_since: measure?.since ?? null,
    measured_until: measure?.until ?? null,
    measured_days: measure?.days ?? null,
    p95_down_bps: decimalsOrNull(measure?.p95DownBps ?? null, 0),
    p95_up_bps: decimalsOrNull(measure?.p95UpBps ?? null, 0),
    use: decimalsOrNull(measure?.use ?? null, 4),
    headroom_bps: decimalsOrNull(measure?.headroomBps ?? null, 0),
    months_until_full: decimalsOrNull(measure?.monthsUntilFull ?? null, 1),
  }
}

function linkProperties(link: WanLink, load: LinkLoad | undefined) {
  return {
    id: link.id,
    name: link.name,
    provider: link.provider,
    network: link.network,
    a: link.a,
    b: link.b,
    medium: link.medium,
    capacity_down_bps: link.capacityDownBps,
    capacity_up_bps: link.capacityUpBps,
    status: link.status,
    role: link.role,
    monthly_cost_cents: link.monthlyCostCents,
    contract_end: link.contractEnd,
    demand_down_bps: decimalsOrNull(load?.demandDownBps ?? null, 0),
    demand_up_bps: decimalsOrNull(load?.demandUpBps ?? null, 0),
    load: decimalsOrNull(load?.load ?? null, 4),
    level: load?.level ?? 'unknown',
    suppressed: load?.suppressed ?? false,
  } as const
}
