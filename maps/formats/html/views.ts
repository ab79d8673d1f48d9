import type { MapInput, MapView } from '../../../src/model/map-format.js'
import { LEVELS, type Level } from '../../../src/model/records.js'
import { buildBuildings, type BuildingProperties } from '../../scene/buildings.js'
import type { Layer } from '../../scene/layer.js'
import { territoryLevel } from '../../scene/territories.js'
import { buildWanLinks, type WanLinkProperties } from '../../scene/wan-links.js'
import type { Geometry, Position } from 'geojson'
import type { ReasonBook } from './texts.js'

/** A view and its features as every format draws them. */
export interface Seen {
  readonly kind: 'main' | MapView['kind']
  readonly id: string
  readonly label: string | null
  readonly profile: string
  readonly schoolYear: string | null
  readonly gaps: MapInput['gaps']
  readonly buildings: ReadonlyMap<string, BuildingProperties>
  /** Where the buildings that have coordinates are. */
  readonly places: ReadonlyMap<string, Position>
  readonly links: ReadonlyMap<string, WanLinkProperties>
}

/** Every row of a layer, with a place or without. */
export function rowsOf<G extends Geometry, P>({ features, unlocated }: Layer<G, P>): readonly P[] {
  return [...features.map(({ properties }) => properties), ...unlocated]
}

/** The main view, as a scene. */
export function mainView(input: MapInput): Seen {
  const { profile, schoolYear } = input
  return seen(input, { kind: 'main', id: 'main', label: null, profile, schoolYear })
}

/** Another view, as a scene. Equipment and devices are those of the main one: they are not told again. */
export function otherView(input: MapInput, view: MapView): Seen {
  return seen({ ...input, ...view, schoolParts: [], shortfalls: [], devices: {} }, view)
}

function seen(input: MapInput, view: Pick<Seen, 'kind' | 'id' | 'label' | 'profile' | 'schoolYear'>): Seen {
  const { kind, id, label, profile, schoolYear } = view
  const layer = buildBuildings(input)
  return {
    ...{ kind, id, label, profile, schoolYear },
    gaps: input.gaps,
    buildings: new Map(rowsOf(layer).map((row) => [row.building, row])),
    places: new Map(layer.features.map(({ id, geometry }) => [id, geometry.coordinates])),
    links: new Map(rowsOf(buildWanLinks(input)).map((row) => [row.id, row])),
  }
}

/** Kilobits, whole: a page has no use for more, and each digit is repeated by every building of every view. */
export function kilobits(bps: number | null | undefined): number | null {
  return bps === null || bps === undefined ? null : Math.round(bps / 1000)
}

/** Ten-thousandths, whole; never rounded up to a threshold. */
function parts(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.floor(value * 10_000 + 1e-6)
}

/** One digit a thing, its level's place in LEVELS; `-` for what the view does not have. */
function levelsOf(rows: readonly ({ readonly level: Level | null } | undefined)[]): string {
  return rows.map((row) => (row === undefined ? '-' : LEVELS.indexOf(row.level ?? 'unknown'))).join('')
}

/** Singly linked 1, incomplete 2, estimated 4, pupils a lower bound 8: one hexadecimal digit a building. */
function flagsOf(row: BuildingProperties | undefined, isPublic: boolean): string {
  if (row === undefined) return '0'
  const missing = (row.reasons ?? []).some(({ code }) => code === 'enrolment-missing')
  const flags = [row.single_point_of_failure && !isPublic, row.incomplete, row.estimated, missing]
  return flags.reduce((sum, flag, i) => sum + (flag ? 2 ** i : 0), 0).toString(16)
}

/** What a view is packed with: the things of the map, in the order of the page. */
export interface Places {
  readonly codes: readonly string[]
  readonly linkIds: readonly string[]
  readonly territories: readonly { readonly board: string }[]
  readonly reasons: ReasonBook
  readonly isPublic: boolean
}

/** A view as columns, a value a building or a link in the order of the page. Links are told by their place there. */
export function packedView(view: Seen, { codes, linkIds, territories, reasons, isPublic }: Places) {
  const rows = codes.map((code) => view.buildings.get(code))
  const links = linkIds.map((id) => view.links.get(id))
  const linkAt = new Map(linkIds.map((id, i) => [id, i]))
  const at = (id: string | null | undefined): number => (id === null || id === undefined ? -1 : (linkAt.get(id) ?? -1))
  const { kind, id, label, profile, schoolYear } = view
  return {
    kind,
    id,
    label,
    profile,
    schoolYear,
    level: levelsOf(rows),
    flags: rows.map((row) => flagsOf(row, isPublic)).join(''),
    pupils: rows.map((row) => row?.pupils ?? null),
    demand: rows.map((row) => kilobits(row?.demand_down_bps)),
    demandUp: sparse(rows.map((row) => kilobits(row?.demand_up_bps))),
    share: rows.map((row) => kilobits(row?.share_down_bps)),
    shareUp: sparse(rows.map((row) => kilobits(row?.share_up_bps))),
    ratio: rows.map((row) => parts(row?.ratio)),
    bottleneck: rows.map((row) => at(row?.bottleneck)),
    path: rows.map((row) => (row?.path ?? []).map(at).filter((link) => link >= 0)),
    closing: rows.flatMap((row, building) =>
      (row?.closing ?? [])
        .filter(({ link }) => linkAt.has(link))
        .flatMap(({ link, from_bps, to_bps }) => [building, at(link), kilobits(from_bps), kilobits(to_bps)]),
    ),
    reasons: rows.flatMap((row, building) => (row?.reasons ?? []).flatMap((reason) => [building, reasons.row(reason)])),
    linkLevel: levelsOf(links),
    linkDemand: links.map((link) => kilobits(link?.demand_down_bps)),
    linkLoad: links.map((link) => parts(link?.load)),
    territoryLevel: levelsOf(
      territories.map(({ board }) => ({ level: territoryLevel(view.gaps.filter((gap) => gap.board === board)) })),
    ),
  }
}

/** Null for a column where nothing is known. */
function sparse<T>(values: readonly (T | null)[]): readonly (T | null)[] | null {
  return values.every((value) => value === null) ? null : values
}

/** A packed view without the columns that are those of the main one: they are read there. */
export function withoutRepeats<V extends object>(view: V, main: V): Partial<V> {
  const own = Object.entries(view).filter(
    ([key, column]) =>
      typeof column !== 'object' || column === null || JSON.stringify(column) !== JSON.stringify(main[key as keyof V]),
  )
  return Object.fromEntries(own) as Partial<V>
}
