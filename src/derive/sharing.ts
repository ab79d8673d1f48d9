import { Grid } from '../lib/grid.js'
import { distanceKm } from '../lib/great-circle.js'
import { sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import { levelOfRatio } from '../model/level.js'
import type { Building } from '../model/organisation.js'
import type { Gap } from '../model/records.js'
import type { PlaceKind, SharingRow } from '../model/sharing.js'
import type { Pop, WanLink, WanLinkFacts } from '../model/wan-link.js'
import type { BuildingDemand } from './demand.js'
import { pathOf, type Ways } from './paths.js'
import { Room } from './room.js'
import { lengthKm, placesOf, spanOf, type Place } from './spans.js'

export interface SharingInput {
  readonly buildings: readonly Building[]
  readonly pops: readonly Pop[]
  readonly wanLinks: readonly WanLinkFacts[]
  readonly gaps: readonly Gap[]
  readonly ways: Ways
  readonly demands: ReadonlyMap<string, BuildingDemand>
  /** True when the standard has a rule for upload too. */
  readonly bothWays: boolean
  /** How far a place may be, by great circle. */
  readonly withinKm: number
}

export interface SharingResult {
  /** By building, then from the nearest place to the farthest. */
  readonly rows: readonly SharingRow[]
  /** Buildings in need that have no place within reach. */
  readonly alone: readonly string[]
  /** Buildings in need that have no coordinates. */
  readonly nowhere: readonly string[]
}

/** A place where a new access could end, and how traffic goes on from there. */
interface Candidate {
  readonly kind: PlaceKind
  readonly id: string
  readonly name: string | null
  readonly board: string | null
  readonly at: Place
  readonly km: number
  readonly popKm: number | null
  readonly path: readonly WanLink[]
  /** Of a span, whether its route is not known, so that it is taken as straight; null for the others. */
  readonly isStraight: boolean | null
  readonly incomplete: boolean
}

/** A part of a span that is short enough for the grid, straight. */
interface Piece {
  readonly link: WanLinkFacts
  readonly from: Place
  readonly to: Place
  /** Along the span, from `to` to its end towards RISQ. */
  readonly restKm: number
}

/** What the grid holds: a point, or a straight line. */
interface Found<T> {
  readonly item: T
  readonly id: string
  readonly from: Place
  readonly to: Place
}

interface Near<T> {
  readonly item: T
  readonly id: string
  /** Its nearest point, and how far that is. */
  readonly at: Place
  readonly km: number
}

const CELL_KM = 4
/** How far is looked first: most have something there. */
const NEAR_KM = [1, 4]

/**
 * True for a building to connect: it has no link, or less than it needs with an access of its own that is too narrow. One
 * where nobody is known to need anything is not.
 */
export function isInNeed(gap: Gap): boolean {
  if (gap.pupils === 0) return false
  const [access] = gap.path
  return gap.level === 'unlinked' || (access !== undefined && gap.closing.some(({ link }) => link === access))
}

/**
 * For each building in need, the nearest places that could serve it: the nearest POP; the nearest point of a fibre span in
 * service, and the nearest one of a span with room for the newcomer; the nearest building that has what it needs and whose
 * way to a POP has room, and the nearest such building of another board when that one is of the same.
 *
 * The new access is taken as wide enough. A building that has a link today comes with what those behind it pass on, and
 * its present traffic stays counted where it is: what it would get is a minimum.
 */
export function deriveSharing(input: SharingInput): SharingResult {
  const finder = new PlaceFinder(input)
  const placeOf = new Map(input.buildings.map(({ code, coordinates }) => [code, coordinates]))
  const needy = input.gaps.filter(isInNeed).sort((a, b) => byCode(a.building, b.building))
  const [rows, alone, nowhere]: [SharingRow[], string[], string[]] = [[], [], []]
  for (const gap of needy) {
    const at = placeOf.get(gap.building) ?? null
    if (at === null) nowhere.push(gap.building)
    else {
      const found = finder.rowsFor(gap, at)
      if (found.length === 0) alone.push(gap.building)
      rows.push(...found)
    }
  }
  return { rows, alone, nowhere }
}

class PlaceFinder {
  readonly #input: SharingInput
  readonly #down: Room
  readonly #up: Room | null
  readonly #gaps: ReadonlyMap<string, Gap>
  readonly #lengths: ReadonlyMap<string, number | null>
  readonly #pops = new Grid<Found<Pop>>(CELL_KM)
  /** Those that have what they need, with something left on their way to a POP. */
  readonly #buildings = new Grid<Found<Gap>>(CELL_KM)
  readonly #pieces = new Grid<Found<Piece>>(CELL_KM)
  readonly #roomyPieces = new Grid<Found<Piece>>(CELL_KM)

  constructor(input: SharingInput) {
    this.#input = input
    const own = (bpsOf: (demand: BuildingDemand) => number | null): ReadonlyMap<string, number> =>
      new Map([...input.demands].map(([building, demand]) => [building, bpsOf(demand) ?? 0]))
    const { ways } = input
    this.#down = new Room({ ways, demands: own(({ downBps }) => downBps), capacityOf: (link) => link.capacityDownBps })
    this.#up = input.bothWays
      ? new Room({ ways, demands: own(({ upBps }) => upBps), capacityOf: (link) => link.capacityUpBps })
      : null
    this.#gaps = new Map(input.gaps.map((gap) => [gap.building, gap]))
    const places = placesOf(input)
    const spans = new Map(input.wanLinks.map((link) => [link.id, spanOf(link, places)]))
    this.#lengths = new Map([...spans].map(([id, lines]) => [id, lengthKm(lines)]))
    for (const pop of input.pops) put(this.#pops, pop, pop.id, pop.coordinates)
    for (const { code, coordinates } of input.buildings) {
      const gap = this.#gaps.get(code)
      if (gap?.level === 'ok' && gap.path.length > 0 && this.#isRoomy(pathOf(code, ways)))
        put(this.#buildings, gap, code, coordinates)
    }
    for (const link of input.wanLinks) {
      if (link.medium !== 'fibre' || ways.up.get(link.a)?.id !== link.id) continue
      const isRoomy = this.#isRoomy(pathOf(link.a, ways))
      for (const piece of piecesOf(link, spans.get(link.id) ?? [])) {
        put(this.#pieces, piece, link.id, piece.from, piece.to)
        if (isRoomy) put(this.#roomyPieces, piece, link.id, piece.from, piece.to)
      }
    }
  }

  rowsFor(gap: Gap, at: Place): SharingRow[] {
    const pop = this.#nearest(this.#pops, at, () => true)
    const found = [...(pop === null ? [] : [popCandidate(pop)]), ...this.#spans(gap, at), ...this.#wellServed(gap, at)]
    return found
      .sort((a, b) => a.km - b.km || byCode(a.kind, b.kind) || byCode(a.id, b.id))
      .map((candidate, i) => this.#row(gap, candidate, i + 1))
  }

  /** What is nearest of what is accepted, looked for near first; the first by id of two that are as near. */
  #nearest<T>(grid: Grid<Found<T>>, at: Place, accepts: (item: T) => boolean): Near<T> | null {
    for (const radiusKm of [...NEAR_KM.filter((km) => km < this.#input.withinKm), this.#input.withinKm]) {
      let best: Near<T> | null = null
      for (const { item, id, from, to } of grid.near(at, radiusKm)) {
        const point = nearestOn(from, to, at)
        const km = distanceKm(at, point)
        if (km > radiusKm || (best !== null && (km > best.km || (km === best.km && byCode(id, best.id) >= 0)))) continue
        if (accepts(item)) best = { item, id, at: point, km }
      }
      if (best !== null) return best
    }
    return null
  }

  /** The nearest span; the nearest one with room too, when that is another. */
  #spans({ building }: Gap, at: Place): Candidate[] {
    const leads = ({ link }: Piece): boolean => !this.#goesThrough(link.a, building)
    const nearest = this.#nearest(this.#pieces, at, leads)
    const roomy = this.#nearest(this.#roomyPieces, at, (piece) => {
      return this.#hasRoom(building, pathOf(piece.link.a, this.#input.ways)) && leads(piece)
    })
    const both = [nearest, roomy?.id === nearest?.id ? null : roomy]
    return both.filter((near) => near !== null).map((near) => this.#spanCandidate(near))
  }

  #spanCandidate({ item: { link, to, restKm }, at, km }: Near<Piece>): Candidate {
    const path = pathOf(link.a, this.#input.ways)
    const end = this.#gaps.get(link.a)
    return {
      ...{ kind: 'span', id: link.id, name: link.name, board: end?.board ?? null, at, km, path },
      popKm: this.#popKm(distanceKm(at, to) + restKm, path.slice(1)),
      isStraight: link.route === null,
      incomplete: end?.incomplete ?? false,
    }
  }

  /** The nearest building with room, and the nearest of another board when that one is of the same. */
  #wellServed({ building, board }: Gap, at: Place): Candidate[] {
    const hasRoom = ({ building: other }: Gap): boolean =>
      other !== building &&
      this.#hasRoom(building, pathOf(other, this.#input.ways)) &&
      !this.#goesThrough(other, building)
    const nearest = this.#nearest(this.#buildings, at, hasRoom)
    const isNeighbours = nearest !== null && nearest.item.board !== board
    const other = isNeighbours ? null : this.#nearest(this.#buildings, at, (gap) => gap.board !== board && hasRoom(gap))
    return [nearest, other]
      .filter((near) => near !== null)
      .map(({ item, at: place, km }): Candidate => {
        const path = pathOf(item.building, this.#input.ways)
        return {
          ...{ kind: 'building', id: item.building, name: item.name, board: item.board, at: place, km, path },
          ...{ popKm: this.#popKm(0, path), isStraight: null, incomplete: item.incomplete },
        }
      })
  }

  #isRoomy(path: readonly WanLink[]): boolean {
    return [this.#down, this.#up].every((room) => room === null || (room.spareBps(path) ?? 0) > 0)
  }

  /** True when each link of a path can carry all that would come with a building, both ways. */
  #hasRoom(building: string, path: readonly WanLink[]): boolean {
    return [this.#down, this.#up].every((room) => {
      if (room === null) return true
      const spare = room.spareBps(path)
      return spare !== null && spare >= room.arrivingBps(building)
    })
  }

  /** True when traffic from one building to its POP passes through another: to lead the other there would be a ring. */
  #goesThrough(from: string, building: string): boolean {
    return pathOf(from, this.#input.ways).some(({ a }) => a === building)
  }

  #popKm(first: number, path: readonly WanLink[]): number | null {
    const lengths = path.map(({ id }) => this.#lengths.get(id) ?? null)
    return lengths.includes(null) ? null : first + sum(lengths.filter((km) => km !== null))
  }

  #row(gap: Gap, candidate: Candidate, rank: number): SharingRow {
    const { building } = gap
    const { kind, id, name, board, at, km, popKm, path, isStraight, incomplete } = candidate
    const partOf = (room: Room | null, demand: number | null): number | null => {
      if (room === null || demand === null) return null
      return room.levelFor(room.arrivingBps(building), path)
    }
    const [down, up] = [partOf(this.#down, gap.demandDownBps), partOf(this.#up, gap.demandUpBps)]
    const spareOf = (room: Room | null): number | null => {
      const spare = room?.spareBps(path) ?? null
      return spare === Infinity ? null : spare
    }
    const bpsOf = (level: number | null, demand: number | null): number | null =>
      level === null || demand === null ? null : Math.round(level * demand)
    const levels = this.#up === null ? [down] : [down, up]
    const isKnown = levels.every((level) => level !== null)
    return {
      ...{ building, name: gap.name, board: gap.board, region: gap.region, pupils: gap.pupils, level: gap.level },
      demandDownBps: gap.demandDownBps,
      arrivingDownBps: gap.demandDownBps === null ? null : Math.round(this.#down.arrivingBps(building)),
      ...{ rank, placeKind: kind, place: id, placeName: name, placeBoard: board },
      otherBoard: board !== null && gap.board !== null && board !== gap.board,
      ...{ lon: decimals(at[0], 6), lat: decimals(at[1], 6), distanceKm: decimals(km, 3), isStraight },
      popKm: popKm === null ? null : decimals(popKm, 3),
      ...{ spareDownBps: spareOf(this.#down), spareUpBps: spareOf(this.#up) },
      ...{ wouldGetDownBps: bpsOf(down, gap.demandDownBps), wouldGetUpBps: bpsOf(up, gap.demandUpBps) },
      wouldLevel: levelOfRatio(isKnown ? Math.min(...levels.filter((level) => level !== null)) : null),
      incomplete: incomplete || gap.incomplete,
    }
  }
}

/** Places to 0.1 m, distances to the metre: more would be made up. */
function decimals(value: number, places: number): number {
  return Number(value.toFixed(places)) + 0
}

function popCandidate({ item: { id, name }, at, km }: Near<Pop>): Candidate {
  return {
    ...{ kind: 'pop', id, name, board: null, at, km, popKm: 0, path: [], isStraight: null, incomplete: false },
  }
}

function put<T>(grid: Grid<Found<T>>, item: T, id: string, from: Place | null, to = from): void {
  if (from !== null && to !== null) grid.add({ item, id, from, to }, from, to)
}

/** The lines of a span cut into straight pieces of at most a cell's size. */
function piecesOf(link: WanLinkFacts, lines: readonly (readonly Place[])[]): Piece[] {
  const pieces: Piece[] = []
  let restKm = 0
  for (const line of lines.toReversed()) {
    for (let i = line.length - 1; i > 0; i--) {
      const [from, to] = [line[i - 1], line[i]]
      if (from === undefined || to === undefined) continue
      const count = Math.max(1, Math.ceil(distanceKm(from, to) / CELL_KM))
      const at = (n: number): Place => [
        from[0] + ((to[0] - from[0]) * n) / count,
        from[1] + ((to[1] - from[1]) * n) / count,
      ]
      for (let n = count; n > 0; n--) {
        const piece = { link, from: at(n - 1), to: at(n), restKm }
        pieces.push(piece)
        restKm += distanceKm(piece.from, piece.to)
      }
    }
  }
  return pieces
}

/** The point of a short straight line that is nearest to a place, on the plane that touches the Earth there. */
function nearestOn(from: Place, to: Place, [lon, lat]: Place): Place {
  if (from === to) return from
  const squeeze = Math.cos((lat * Math.PI) / 180)
  const [dx, dy] = [(to[0] - from[0]) * squeeze, to[1] - from[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((lon - from[0]) * squeeze * dx + (lat - from[1]) * dy) / length
  const part = Math.min(1, Math.max(0, along))
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
}
