import type { PopRow, WanLinkRow } from '../model/input-kind.js'
import type { Tx } from '../store/bulk.js'

/** How far a line's end may be from the building or the POP that it leads to. */
const NEAREST_METRES = 250
const METRES_PER_DEGREE = 111_195

/** What makes of a file's rows what the known buildings and POPs say they are; null for a row that says nothing new. */
export async function settledRows(tx: Tx, kind: string): Promise<(row: unknown) => unknown> {
  if (kind === 'wan-links') return linkEnds(tx)
  return kind === 'pops' ? newPops(tx) : (row) => row
}

type Place = readonly [lon: number, lat: number]

interface Known {
  readonly id: string
  readonly isPop: boolean
  readonly at: Place | null
}

/**
 * Names the ends of links that a file tells by their place: the nearest known building or POP within 250 m. A link that
 * starts at a POP and ends at a building is turned round, as `b` is the end towards RISQ. An end that is near nothing
 * keeps what the file says, for orphans to be told.
 */
async function linkEnds(tx: Tx): Promise<(row: unknown) => WanLinkRow> {
  const buildings = await tx.selectFrom('building').select(['code', 'lon', 'lat']).where('until', 'is', null).execute()
  const pops = await tx.selectFrom('pop').select(['pop', 'lon', 'lat']).where('until', 'is', null).execute()
  const known = new Map<string, Known>([
    ...buildings.map(({ code, lon, lat }) => [code, { id: code, isPop: false, at: placeOf(lon, lat) }] as const),
    ...pops.map(({ pop, lon, lat }) => [pop, { id: pop, isPop: true, at: placeOf(lon, lat) }] as const),
  ])
  const find = (id: string, at: Place | null): Known | null =>
    known.get(id) ?? (at === null ? null : nearest(at, [...known.values()]))

  return (told) => {
    const row = told as WanLinkRow
    if (row.aAt === null && row.bAt === null) return row
    const [a, b] = [find(row.a, row.aAt), find(row.b, row.bAt)]
    const ends = [a?.id ?? written(row.a, row.aAt), b?.id ?? written(row.b, row.bAt)] as const
    const [first, last] = a?.isPop === true && b?.isPop === false ? [ends[1], ends[0]] : ends
    return { ...row, a: first, b: last }
  }
}

/**
 * Tells the nodes of an Open Fibre Data Standard network that are new points of presence: one within 250 m of a POP that
 * another file told is that POP, and null is given for it.
 */
async function newPops(tx: Tx): Promise<(row: unknown) => PopRow | null> {
  const pops = await tx.selectFrom('pop').select(['pop', 'lon', 'lat']).where('until', 'is', null).execute()
  const known = pops.map(({ pop, lon, lat }) => ({ id: pop, isPop: true, at: placeOf(lon, lat) }))
  return (told) => {
    const row = told as PopRow
    if (row.isNode !== true || row.coordinates === null || known.some(({ id }) => id === row.id)) return row
    return nearest(row.coordinates, known) === null ? row : null
  }
}

const placeOf = (lon: number | null, lat: number | null): Place | null =>
  lon === null || lat === null ? null : [lon, lat]

function written(id: string, at: Place | null): string {
  return id !== '' || at === null ? id : at.map((degrees) => degrees.toFixed(6)).join(' ')
}

/** The nearest place, the first by id where two are as near. */
function nearest(at: Place, known: readonly Known[]): Known | null {
  let found: Known | null = null
  let least = NEAREST_METRES
  for (const each of known) {
    if (each.at === null) continue
    const metres = distance(at, each.at)
    if (metres > least || (found !== null && metres === least && each.id > found.id)) continue
    found = each
    least = metres
  }
  return found
}

/** Metres on a sphere, as if it were flat: exact enough over a few hundred. */
function distance([lon, lat]: Place, [otherLon, otherLat]: Place): number {
  const x = (otherLon - lon) * Math.cos((lat * Math.PI) / 180)
  return Math.hypot(x, otherLat - lat) * METRES_PER_DEGREE
}
