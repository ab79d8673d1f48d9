import { Grid } from '../lib/grid.js'
import { distanceKm } from '../lib/great-circle.js'
import { groupedBy, sum } from '../lib/group.js'
import { convexHull, holdsPlace } from '../lib/hull.js'
import { byCode } from '../lib/text.js'
import type { SharingCluster, SharingRow } from '../model/sharing.js'
import type { Place } from './spans.js'

interface Member {
  readonly row: SharingRow
  readonly at: Place
}

/** Members in the order in which the shortest tree takes them, each with what it adds: to one before it, or to the place. */
interface Tree {
  readonly km: number
  /** Without the place: the edges between members that join them all with the least length. */
  readonly edges: readonly { readonly a: Member; readonly b: Member; readonly km: number }[]
}

/** No extension is shorter: what is at the very place still takes a connection. */
const LEAST_KM = 0.1

/**
 * Buildings in need that one extension would serve together, two or more: those for which the same place is the nearest that
 * gives them what they need (for want of such a one, the nearest), and that are joined by steps of at most `joinKm`. A group whose convex hull holds a building of another group is cut at its
 * longest step, until none does. The most pupils for a kilometre of the shortest tree to the place come first.
 */
export function deriveClusters(
  rows: readonly SharingRow[],
  placeOf: (building: string) => Place | null,
  joinKm: number,
): readonly SharingCluster[] {
  const members = [...groupedBy(rows, ({ building }) => building).values()].flatMap((places): Member[] => {
    const row = places.find(({ wouldLevel }) => wouldLevel === 'ok') ?? places[0]
    const at = row === undefined ? null : placeOf(row.building)
    return row === undefined || at === null ? [] : [{ row, at }]
  })
  const byPlace = groupedBy(members, ({ row }) => `${row.placeKind} ${row.place}`)
  const groups = [...byPlace.values()].flatMap((together) => joined(together, joinKm))
  const clusters = apart(groups, members).flatMap((group) => (group.length > 1 ? [clusterOf(group)] : []))
  clusters.sort(
    (a, b) =>
      b.pupilsPerKm - a.pupilsPerKm || b.pupils - a.pupils || byCode(a.buildings[0] ?? '', b.buildings[0] ?? ''),
  )
  return clusters.map((cluster, i) => ({ ...cluster, cluster: i + 1 }))
}

/** Groups of members that steps of at most so many kilometres join. */
function joined(members: readonly Member[], joinKm: number): Member[][] {
  const grid = new Grid<Member>(joinKm)
  for (const member of members) grid.add(member, member.at)
  const left = new Set(members)
  const groups: Member[][] = []
  for (const first of members) {
    if (!left.delete(first)) continue
    const group = [first]
    // The group grows while it is walked.
    for (const member of group) {
      for (const other of grid.near(member.at, joinKm)) {
        if (left.has(other) && distanceKm(member.at, other.at) <= joinKm) {
          left.delete(other)
          group.push(other)
        }
      }
    }
    groups.push(group)
  }
  return groups
}

/** Cuts groups until the hull of none holds a member of another. */
function apart(groups: readonly (readonly Member[])[], all: readonly Member[]): (readonly Member[])[] {
  const done: (readonly Member[])[] = []
  const open = [...groups]
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const own = new Set(group)
    const hull = convexHull(group.map(({ at }) => at))
    const [lons, lats] = [hull.map(([lon]) => lon), hull.map(([, lat]) => lat)]
    const box = { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) }
    const isInside = ({ at }: Member): boolean =>
      at[0] >= box.west && at[0] <= box.east && at[1] >= box.south && at[1] <= box.north && holdsPlace(hull, at)
    // Two buildings at the very same place cannot be kept apart.
    const isHeld = group.length > 1 && all.some((other) => !own.has(other) && isInside(other))
    if (isHeld) open.push(...cut(group))
    else done.push(group)
  }
  return done
}

/** A group in two, without the longest step of its shortest tree. */
function cut(group: readonly Member[]): Member[][] {
  const { edges } = shortestTree(group, (member) => (member === group[0] ? 0 : Infinity))
  const [longest, ...kept] = edges.toSorted((a, b) => b.km - a.km)
  if (longest === undefined) return [[...group]]
  const near = groupedBy(
    kept.flatMap(({ a, b }) => [
      { from: a, to: b },
      { from: b, to: a },
    ]),
    ({ from }) => from,
  )
  const side = new Set([longest.a])
  // The set grows while it is walked.
  for (const member of side) for (const { to } of near.get(member) ?? []) side.add(to)
  return [[...side], group.filter((member) => !side.has(member))]
}

/**
 * The shortest tree of straight lines that joins members to their place, which is so many kilometres from each (Prim).
 *
 * @see Prim, 1957
 */
function shortestTree(members: readonly Member[], kmToPlace: (member: Member) => number): Tree {
  const left = new Map(members.map((member) => [member, { km: kmToPlace(member), to: null as Member | null }]))
  const edges: { a: Member; b: Member; km: number }[] = []
  let total = 0
  while (left.size > 0) {
    let next: Member | null = null
    for (const [member, { km }] of left) if (next === null || km < (left.get(next)?.km ?? Infinity)) next = member
    if (next === null) break
    const { km, to } = left.get(next) ?? { km: 0, to: null }
    left.delete(next)
    total += km
    if (to !== null) edges.push({ a: to, b: next, km })
    for (const [member, best] of left) {
      const step = distanceKm(next.at, member.at)
      if (step < best.km) left.set(member, { km: step, to: next })
    }
  }
  return { km: total, edges }
}

function clusterOf(group: readonly Member[]): SharingCluster {
  const members = group.toSorted((a, b) => byCode(a.row.building, b.row.building))
  const rows = members.map(({ row }) => row)
  const [first] = rows
  const pupils = sum(rows.map((row) => row.pupils ?? 0))
  const treeKm = shortestTree(members, ({ row }) => row.distanceKm).km
  return {
    cluster: 0,
    placeKind: first?.placeKind ?? 'pop',
    place: first?.place ?? '',
    placeName: first?.placeName ?? null,
    placeBoard: first?.placeBoard ?? null,
    buildings: rows.map(({ building }) => building),
    boards: [...new Set(rows.flatMap(({ board }) => board ?? []))].sort(byCode),
    pupils,
    unknownPupils: rows.filter((row) => row.pupils === null).length,
    demandDownBps: sum(rows.map(({ demandDownBps }) => demandDownBps ?? 0)),
    treeKm,
    pupilsPerKm: pupils / Math.max(treeKm, LEAST_KM),
    hull: hullOf(members.map(({ at: [lon, lat] }) => [sixDecimals(lon), sixDecimals(lat)])),
  }
}

function sixDecimals(degrees: number): number {
  return Number(degrees.toFixed(6)) + 0
}

/** A convex hull as GeoJSON: a polygon's ring is closed, and counterclockwise (RFC 7946, section 3.1.6). */
function hullOf(places: readonly Place[]): SharingCluster['hull'] {
  const corners = convexHull(places).map(([lon, lat]) => [lon, lat])
  const [first = []] = corners
  if (corners.length === 1) return { type: 'Point', coordinates: first }
  if (corners.length === 2) return { type: 'LineString', coordinates: corners }
  return { type: 'Polygon', coordinates: [[...corners, first]] }
}
