import type { LineString, MultiLineString } from 'geojson'
import { sum } from '../lib/group.js'
import { distanceKm } from '../lib/great-circle.js'
import type { Building } from '../model/organisation.js'
import type { Pop, WanLinkFacts } from '../model/wan-link.js'

/** Degrees, WGS 84. */
export type Place = readonly [lon: number, lat: number]

/** Where the ends of links are, by building code or POP id; a building wins over a POP of the same id. */
export type Places = ReadonlyMap<string, Place | null>

export function placesOf(known: { readonly buildings: readonly Building[]; readonly pops: readonly Pop[] }): Places {
  return new Map([
    ...known.pops.map(({ id, coordinates }) => [id, coordinates] as const),
    ...known.buildings.map(({ code, coordinates }) => [code, coordinates] as const),
  ])
}

/**
 * Where a link goes: its imported route, else the straight line between its ends; empty when neither is known. A route of
 * several lines keeps them apart: what is between them is not known.
 */
export function spanOf(link: Pick<WanLinkFacts, 'a' | 'b' | 'route'>, places: Places): readonly (readonly Place[])[] {
  if (link.route !== null) {
    // Checked when it was imported: a line or several, of at least two positions each.
    const route = JSON.parse(link.route) as LineString | MultiLineString
    const lines = route.type === 'LineString' ? [route.coordinates] : route.coordinates
    return lines.map((line) => line.map(([lon = 0, lat = 0]): Place => [lon, lat]))
  }
  const [a, b] = [places.get(link.a) ?? null, places.get(link.b) ?? null]
  return a === null || b === null ? [] : [[a, b]]
}

/** Kilometres along some lines; null for none. */
export function lengthKm(lines: readonly (readonly Place[])[]): number | null {
  if (lines.length === 0) return null
  return sum(lines.map((line) => sum(line.slice(1).map((to, i) => distanceKm(line[i] ?? to, to)))))
}
