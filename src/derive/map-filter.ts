import type { MapInput, MapView } from '../model/map-format.js'
import type { Orders } from '../model/organisation.js'
import type { Gap, Level, LinkLoad } from '../model/records.js'
import { retotalled } from './roadmap-totals.js'

/** What of a map is drawn; null draws all. A building is drawn when it fits each part that is not null. */
export interface MapFilter {
  /** Board codes. */
  readonly boards: ReadonlySet<string> | null
  /** Administrative regions, as the buildings name them. */
  readonly regions: ReadonlySet<string> | null
  /** Levels by the map's own standard. */
  readonly levels: ReadonlySet<Level> | null
  /** Orders of teaching: some school of the building gives one of them there. */
  readonly orders: ReadonlySet<keyof Orders> | null
  /** Degrees, WGS 84; what has no coordinates is not drawn. */
  readonly bbox: readonly [west: number, south: number, east: number, north: number] | null
}

/** Everything is drawn. */
export const NO_FILTER: MapFilter = { boards: null, regions: null, levels: null, orders: null, bbox: null }

/**
 * The part of a map that a filter draws. Figures stay those derived from everything: totals of territories are of all their
 * buildings (`allGaps`), a link's demand is of all that is behind it.
 *
 * Of links, those on a drawn building's path in some view, or that touch one; of POPs, those that these reach; of
 * territories and boards, those of drawn buildings; of schools, those in drawn buildings. Buildings at the far end of a
 * drawn link are kept for its line alone. Of the roadmap, the steps that lift a drawn building, with the pupils of drawn
 * buildings, and the upgrades of drawn links; a step that loses some of its upgrades loses its cost.
 */
export function filteredMap(input: MapInput, filter: MapFilter): MapInput {
  if (Object.values(filter).every((part) => part === null)) return input
  const gaps = input.gaps.filter(fits(input, filter))
  const drawn = new Set(gaps.map(({ building }) => building))
  const views = input.views.map((view): MapView => ({ ...view, gaps: view.gaps.filter(isIn(drawn)) }))
  const paths = new Set([gaps, ...views.map((view) => view.gaps)].flat().flatMap(({ path }) => path))
  const wanLinks = input.wanLinks.filter(({ id, a, b }) => paths.has(id) || drawn.has(a) || drawn.has(b))
  const links = new Set(wanLinks.map(({ id }) => id))
  const ends = new Set(wanLinks.flatMap(({ a, b }) => [a, b]))
  const boards = new Set(gaps.map(({ board }) => board))
  const schools = new Set(gaps.flatMap((gap) => gap.schools))
  const isLinkIn = ({ link }: LinkLoad): boolean => links.has(link)
  return {
    ...input,
    boards: input.boards.filter(({ code }) => boards.has(code)),
    schools: input.schools.filter(({ code }) => schools.has(code)),
    buildings: input.buildings.filter(({ code }) => drawn.has(code) || ends.has(code)),
    schoolParts: input.schoolParts.filter(isIn(drawn)),
    gaps,
    allGaps: input.allGaps ?? input.gaps,
    linkLoads: input.linkLoads.filter(isLinkIn),
    shortfalls: input.shortfalls.filter(({ school }) => schools.has(school)),
    views: views.map((view) => ({ ...view, linkLoads: view.linkLoads.filter(isLinkIn) })),
    roadmap: retotalled(
      input.roadmap.map((row) => {
        const upgrades = row.upgrades.filter(({ link }) => links.has(link))
        return upgrades.length === row.upgrades.length ? row : { ...row, upgrades, costCents: null }
      }),
      gaps,
    ),
    measures: new Map([...input.measures].filter(([link]) => links.has(link))),
    schoolPupils: new Map([...input.schoolPupils].filter(([school]) => schools.has(school))),
    wanLinks,
    pops: input.pops.filter(({ id }) => ends.has(id)),
    territories: input.territories.filter(({ board }) => boards.has(board)),
    devices: Object.fromEntries(Object.entries(input.devices).filter(([building]) => drawn.has(building))),
  }
}

function isIn(drawn: ReadonlySet<string>): (row: { readonly building: string }) => boolean {
  return ({ building }) => drawn.has(building)
}

function fits(input: MapInput, filter: MapFilter): (gap: Gap) => boolean {
  const places = new Map(input.buildings.map(({ code, coordinates }) => [code, coordinates]))
  const teaching = filter.orders === null ? null : giving(filter.orders, input)
  return ({ building, board, region, level }) =>
    isAmong(filter.boards, board) &&
    isAmong(filter.regions, region) &&
    isAmong(filter.levels, level) &&
    isAmong(teaching, building) &&
    isInside(filter.bbox, places.get(building) ?? null)
}

function isAmong<T>(wanted: ReadonlySet<T> | null, value: T | null): boolean {
  return wanted === null || (value !== null && wanted.has(value))
}

/** Buildings where one of these orders is given: by what is known of the school there, else of the school. */
function giving(wanted: ReadonlySet<keyof Orders>, { schools, schoolParts }: MapInput): ReadonlySet<string> {
  const ordersOf = new Map(schools.map(({ code, orders }) => [code, orders]))
  const gives = (orders: Orders | undefined): boolean => [...wanted].some((order) => orders?.[order] === true)
  const isTold = (orders: Orders): boolean => Object.values(orders).some(Boolean)
  const there = schoolParts.filter(({ school, orders }) => gives(isTold(orders) ? orders : ordersOf.get(school)))
  return new Set(there.map(({ building }) => building))
}

function isInside(bbox: MapFilter['bbox'], coordinates: readonly [lon: number, lat: number] | null): boolean {
  if (bbox === null) return true
  if (coordinates === null) return false
  const [west, south, east, north] = bbox
  const [lon, lat] = coordinates
  return lon >= west && lon <= east && lat >= south && lat <= north
}
