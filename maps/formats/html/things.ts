import type { MapInput } from '../../../src/model/map-format.js'
import type { Geometry, Position } from 'geojson'
import { groupedBy } from '../../../src/lib/group.js'
import { categoriesOf, categoryKey } from '../../scene/equipment.js'
import type { Scene } from '../../scene/scene.js'
import { decimals, decimalsOrNull, type Layer } from '../../scene/layer.js'
import { drawableLine } from './simplify.js'
import { few, kilobits, sparse } from './views.js'

/** Texts that many rows share, each written once; a row has its place, −1 for none. */
export class TextBook {
  readonly texts: string[] = []
  readonly #places = new Map<string, number>()

  place(text: string | null | undefined): number {
    if (text === null || text === undefined) return -1
    const place = this.#places.get(text) ?? this.texts.push(text) - 1
    this.#places.set(text, place)
    return place
  }
}

/** Every row of a layer, with a place or without. */
export function rowsOf<G extends Geometry, P>({ features, unlocated }: Layer<G, P>): readonly P[] {
  return [...features.map(({ properties }) => properties), ...unlocated]
}

/** Degrees as whole hundred-thousandths, about a metre. */
const fine = ([lon = 0, lat = 0]: Position): readonly [number, number] => [Math.round(lon * 1e5), Math.round(lat * 1e5)]

/** What is true of buildings in every view, as columns; those of scenarios alone are last. */
export function packedBuildings(
  input: MapInput,
  codes: readonly string[],
  layers: readonly Scene['buildings'][],
  texts: TextBook,
) {
  const places = new Map(
    layers.flatMap(({ features }) => features.map(({ id, geometry }) => [id, geometry.coordinates])),
  )
  const known = new Map(layers.flatMap(rowsOf).map((row) => [row.building, row]))
  const rows = codes.flatMap((code) => known.get(code) ?? [])
  const schoolAt = new Map(input.schools.map(({ code }, i) => [code, i]))
  const parts = groupedBy(input.schoolParts, ({ building }) => building)
  const categories = categoriesOf(input.shortfalls)
  const figures = ['target', 'in_service', 'shortfall'] as const
  return {
    code: codes,
    name: rows.map(({ name }) => name),
    municipality: rows.map(({ municipality }) => texts.place(municipality)),
    mrc: rows.map(({ mrc }) => texts.place(mrc)),
    region: rows.map(({ region }) => texts.place(region)),
    board: rows.map(({ board }) => texts.place(board)),
    // Place of each school, and its part in the building in ten-thousandths where it is in others too: null where it is withheld.
    schools: rows.map(({ building, schools }) =>
      (schools ?? []).flatMap((code): (number | readonly (number | null)[])[] => {
        const at = schoolAt.get(code)
        const part = parts.get(building)?.find(({ school }) => school === code)
        if (at === undefined) return []
        if (part === undefined || part.share === 1) return [at]
        return [[at, part.share === null ? null : Math.round(part.share * 10_000)]]
      }),
    ),
    place: codes.map((code) => {
      const place = places.get(code)
      return place === undefined ? null : fine(place)
    }),
    devices: few(
      rows.map(({ devices_answered: answered, devices_failed: failed }) =>
        answered === null || answered === undefined ? null : [answered, failed ?? 0],
      ),
    ),
    overridden: few(rows.map(({ overridden }) => ((overridden ?? []).length === 0 ? null : overridden))),
    equipment: Object.fromEntries(
      ['', ...categories.map((category) => `_${categoryKey(category)}`)].flatMap((suffix) =>
        figures.map((figure) => [
          `${figure}${suffix}`,
          sparse(rows.map((row) => row[`${figure}${suffix}` as 'target'] ?? null)),
        ]),
      ),
    ),
  }
}

/** Wide-area links as columns; `placed` are the buildings and POPs whose place the page has. A public page has neither costs nor what the file says of its sources. */
export function packedLinks(input: MapInput, layer: Scene['wanLinks'], placed: ReadonlySet<string>, texts: TextBook) {
  const rows = rowsOf(layer)
  const { isPublic } = input.drawing
  const facts = new Map(input.wanLinks.map((link) => [link.id, link]))
  const lines = new Map(
    layer.features.map(({ id, geometry, properties: { a, b } }) => {
      const drawn = drawableLine(geometry)
      // 0: from one end straight to the other, whose places the page has.
      const isStraight = drawn.length === 1 && drawn[0]?.length === 2 && placed.has(a) && placed.has(b)
      return [id, isStraight ? 0 : drawn.map((line) => line.map(fine))]
    }),
  )
  return {
    id: rows.map(({ id }) => id),
    name: rows.map(({ name }) => name ?? null),
    a: rows.map(({ a }) => a),
    b: rows.map(({ b }) => b),
    provider: rows.map(({ provider }) => texts.place(provider)),
    network: rows.map(({ network }) => texts.place(network)),
    medium: rows.map(({ medium }) => texts.place(medium)),
    status: rows.map(({ status }) => texts.place(status)),
    role: rows.map(({ role }) => texts.place(role)),
    contractEnd: few(rows.map(({ contract_end }) => (isPublic ? null : contract_end))),
    source: few(rows.map(({ id }) => (isPublic ? null : (facts.get(id)?.source ?? null)))),
    down: rows.map(({ capacity_down_bps }) => kilobits(capacity_down_bps)),
    up: rows.map(({ capacity_up_bps }) => kilobits(capacity_up_bps)),
    cost: rows.map(({ monthly_cost_cents }) => (isPublic ? null : (monthly_cost_cents ?? null))),
    overridden: few(rows.map(({ overridden }) => ((overridden ?? []).length === 0 ? null : overridden))),
    place: rows.map(({ id }) => lines.get(id) ?? null),
  }
}

/** What was measured of links: 95th percentiles down and up, use in ten-thousandths, headroom, months, days. */
export function packedMeasures(input: MapInput, linkIds: readonly string[]) {
  return few(
    linkIds.map((id) => {
      const measure = input.measures.get(id)
      if (measure === undefined) return null
      const { p95DownBps, p95UpBps, use, headroomBps, monthsUntilFull, since, until, days } = measure
      const part = use === null ? null : Math.round(use * 10_000)
      return [
        kilobits(p95DownBps),
        kilobits(p95UpBps),
        part,
        kilobits(headroomBps),
        monthsUntilFull,
        since,
        until,
        days,
      ]
    }),
  )
}

/** Steps of the roadmap: links with rates from and to, places of the buildings lifted, and the totals so far. */
export function packedRoadmap(input: MapInput, codes: readonly string[], linkIds: readonly string[]) {
  const buildingAt = new Map(codes.map((code, i) => [code, i]))
  const linkAt = new Map(linkIds.map((id, i) => [id, i]))
  return input.roadmap.map((row) => ({
    links: row.upgrades.flatMap(({ link, fromBps, toBps }) => {
      const at = linkAt.get(link)
      return at === undefined ? [] : [at, kilobits(fromBps), kilobits(toBps)]
    }),
    buildings: row.buildings.flatMap((code) => buildingAt.get(code) ?? []),
    pupils: decimalsOrNull(row.pupils, 2),
    pupilsTotal: decimals(row.pupilsTotal, 2),
    upgrades: row.upgradesTotal,
    percent: Math.floor(row.percent * 10) / 10,
    cost: input.drawing.isPublic ? null : row.costTotalCents,
  }))
}
