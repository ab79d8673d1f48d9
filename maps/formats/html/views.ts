import type { MapInput, MapView } from '../../../src/model/map-format.js'
import { groupedBy } from '../../../src/lib/group.js'
import { LEVELS, type Gap, type Level } from '../../../src/model/records.js'
import { territoryLevel } from '../../scene/territories.js'
import type { ReasonBook } from './texts.js'

/** The main view, or another. */
export type Seen = Omit<MapView, 'kind'> & { readonly kind: 'main' | MapView['kind'] }

export function mainView({ profile, schoolYear, gaps, linkLoads }: MapInput): Seen {
  return { kind: 'main', id: 'main', label: null, profile, schoolYear, gaps, linkLoads }
}

/** Kilobits, whole: a page has no use for more, and each digit is repeated by every building of every view. */
export function kilobits(bps: number | null | undefined): number | null {
  return bps === null || bps === undefined ? null : Math.round(bps / 1000)
}

/** Ten-thousandths, whole; never rounded up to a threshold. */
function parts(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.floor(value * 10_000 + 1e-6)
}

/** The ratio that follows from what the page is told, as `parts` writes it. */
function divided(gap: Gap | undefined): number | null {
  const [share, demand] = [kilobits(gap?.shareDownBps), kilobits(gap?.demandDownBps)]
  return share === null || demand === null || demand === 0 ? null : parts(share / demand)
}

/** Place of the bottleneck on the path, one digit of base 36; `-` for none. */
function onPath(bottleneck: string | null | undefined, path: readonly string[]): string {
  const at = bottleneck === null || bottleneck === undefined ? -1 : path.indexOf(bottleneck)
  return at < 0 || at > 35 ? '-' : at.toString(36)
}

/** Row number → what few rows have. */
export function few<T>(values: readonly (T | null)[]): Readonly<Record<number, T>> {
  return Object.fromEntries(values.flatMap((value, i) => (value === null ? [] : [[i, value]])))
}

/** Pupils may be a part of one where a school is split: two decimals. */
function pupilsOf(gap: Gap | undefined): number | null {
  return gap === undefined || gap.pupils === null ? null : Math.round(gap.pupils * 100) / 100
}

/** One digit a thing, its level's place in LEVELS; `-` for what the view does not have. */
function levelsOf(rows: readonly ({ readonly level: Level | null } | undefined)[]): string {
  return rows.map((row) => (row === undefined ? '-' : LEVELS.indexOf(row.level ?? 'unknown'))).join('')
}

/** Singly linked 1, incomplete 2, estimated 4, pupils a lower bound 8: one hexadecimal digit a building. */
function flagsOf(gap: Gap | undefined, isPublic: boolean): string {
  if (gap === undefined) return '0'
  const missing = gap.reasons.some(({ code }) => code === 'enrolment-missing')
  const flags = [gap.singlePointOfFailure && !isPublic, gap.incomplete, gap.estimated, missing]
  return flags.reduce((sum, flag, i) => sum + (flag ? 2 ** i : 0), 0).toString(16)
}

/** What a view is packed with: the things of the map, in the order of the page. */
interface Order {
  readonly codes: readonly string[]
  readonly linkIds: readonly string[]
  /** Capacity downwards of each link, in kbit/s. */
  readonly downKbps: ReadonlyMap<string, number | null>
  readonly territories: readonly { readonly board: string }[]
  readonly reasons: ReasonBook
  readonly isPublic: boolean
}

/** A view as columns, a value a building or a link in the order of the page. Links are told by their place there. */
export function packedView(view: Seen, { codes, linkIds, downKbps, territories, reasons, isPublic }: Order) {
  const gaps = new Map(view.gaps.map((gap) => [gap.building, gap]))
  const loads = new Map(view.linkLoads.map((load) => [load.link, load]))
  const byBoard = groupedBy(view.gaps, ({ board }) => board)
  const rows = codes.map((code) => gaps.get(code))
  const links = linkIds.map((id) => loads.get(id))
  const linkAt = new Map(linkIds.map((id, i) => [id, i]))
  const at = (id: string): number => linkAt.get(id) ?? -1
  const { kind, id, label, profile, schoolYear } = view
  const paths = rows.map((row) => (row?.path ?? []).filter((link) => linkAt.has(link)))
  const closing = rows.flatMap((row, building) =>
    (row?.closing ?? []).filter(({ link }) => linkAt.has(link)).map((each) => ({ building, ...each })),
  )
  return {
    ...{ kind, id, label, profile, schoolYear },
    level: levelsOf(rows),
    flags: rows.map((row) => flagsOf(row, isPublic)).join(''),
    pupils: rows.map(pupilsOf),
    demand: rows.map((row) => kilobits(row?.demandDownBps)),
    demandUp: sparse(rows.map((row) => kilobits(row?.demandUpBps))),
    share: rows.map((row) => kilobits(row?.shareDownBps)),
    shareUp: sparse(rows.map((row) => kilobits(row?.shareUpBps))),
    // Only those that are not what is received downwards by what is needed: the page divides the others.
    ratio: few(rows.map((row) => (parts(row?.ratio) === divided(row) ? null : [parts(row?.ratio)]))),
    bottleneck: rows.map((row, i) => onPath(row?.bottleneck, paths[i] ?? [])).join(''),
    path: paths.map((path) => path.map(at)),
    // Tiers are in whole megabits: three figures less, many thousand times.
    closing: closing.flatMap(({ building, link, toBps }) => [building, at(link), toBps / 1e6]),
    // Where it is not the link's own capacity.
    closingFrom: few(
      closing.map(({ link, fromBps }) => (kilobits(fromBps) === downKbps.get(link) ? null : [kilobits(fromBps)])),
    ),
    reasons: rows.flatMap((row, building) => (row?.reasons ?? []).flatMap((reason) => [building, reasons.row(reason)])),
    linkLevel: levelsOf(links),
    linkDemand: links.map((link) => kilobits(link?.demandDownBps)),
    linkLoad: links.map((link) => parts(link?.load)),
    territoryLevel: levelsOf(territories.map(({ board }) => ({ level: territoryLevel(byBoard.get(board) ?? []) }))),
  }
}

/** Null for a column where nothing is known. */
export function sparse<T>(values: readonly (T | null)[]): readonly (T | null)[] | null {
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
