import type { LineString, Position } from 'geojson'
import type { MapInput } from '../../src/model/map-format.js'
import type { LinkLoad } from '../../src/model/records.js'
import type { WanLink } from '../../src/model/wan-link.js'
import { decimalsOrNull, layerOf, rounded, type Layer } from './layer.js'

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
  /** On a public map: its demand is withheld, for fewer than 30 pupils. */
  readonly suppressed: boolean
  /** What a person corrected (`name`): that it is so, never who nor why. */
  readonly overridden: readonly string[]
}

/** One straight line per link, from `a` to `b`: a building, or for want of one, a POP. Without either end it has no place. */
export function buildWanLinks(
  input: Pick<MapInput, 'wanLinks' | 'linkLoads' | 'buildings' | 'pops'>,
): Layer<LineString, WanLinkProperties> {
  const loads = new Map(input.linkLoads.map((load) => [load.link, load]))
  const places = new Map([
    ...input.pops.map(({ id, coordinates }) => [id, coordinates] as const),
    ...input.buildings.map(({ code, coordinates }) => [code, coordinates] as const),
  ])
  const place = (end: string): Position | null => {
    const coordinates = places.get(end) ?? null
    return coordinates === null ? null : rounded(coordinates)
  }
  return layerOf(
    input.wanLinks.map((link) => ({
      id: link.id,
      geometry: lineOf(place(link.a), place(link.b)),
      properties: properties(link, loads.get(link.id)),
    })),
  )
}

function lineOf(a: Position | null, b: Position | null): LineString | null {
  return a === null || b === null ? null : { type: 'LineString', coordinates: [a, b] }
}

function properties(link: WanLink, load: LinkLoad | undefined): WanLinkProperties {
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
    overridden: link.overridden ?? [],
  }
}
