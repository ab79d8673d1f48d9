import type { Board, Building, School, SchoolPart } from './organisation.js'
import type { Gap, LinkLoad, Shortfall } from './records.js'
import type { RoadmapRow } from './roadmap.js'
import type { LinkMeasure } from './traffic.js'
import type { Pop, WanLinkFacts } from './wan-link.js'
import type { MultiPolygon, Polygon } from 'geojson'

/** A board's territory. French and English ones overlap. */
export interface Territory {
  readonly board: string
  readonly name: string
  readonly language: Board['language']
  readonly geometry: Polygon | MultiPolygon
}

/** A school's part in a building; its share is null on a public map where it would give a small count back. */
export type MapSchoolPart = Omit<SchoolPart, 'share'> & { readonly share: number | null }

/** The same buildings and links seen otherwise: by another standard, or as a scenario would have them. */
export interface MapView {
  readonly kind: 'profile' | 'scenario'
  /** Unique on a map, fit for an address: a standard's id, `scenario`. */
  readonly id: string
  /** What the user calls a scenario; null for a standard. */
  readonly label: string | null
  readonly profile: string
  readonly schoolYear: string | null
  readonly gaps: readonly Gap[]
  readonly linkLoads: readonly LinkLoad[]
}

/** How a map's files are written. */
export interface MapDrawing {
  /** For everybody: nothing that the law or security forbid is drawn. */
  readonly isPublic: boolean
  /** All layers in one file, in the formats that can. */
  readonly merged: boolean
  /** How far a border may move, in metres; null leaves each position. */
  readonly toleranceM: number | null
}

export const PLAIN_DRAWING: MapDrawing = { isPublic: false, merged: false, toleranceM: null }

/** A background of tiles in Web Mercator, asked of a server by the page: `{z}`, `{x}` and `{y}` in `url` say which. */
export interface MapTiles {
  readonly url: string
  readonly attribution: string
}

/** All that a map is drawn from: records already derived, nothing to compute but totals. */
export interface MapInput {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  /** Where each school's pupils are. */
  readonly schoolParts: readonly MapSchoolPart[]
  readonly gaps: readonly Gap[]
  readonly linkLoads: readonly LinkLoad[]
  readonly shortfalls: readonly Shortfall[]
  /** Other views of the same buildings, to switch to and to compare with; the main one is `gaps` and `linkLoads`. */
  readonly views: readonly MapView[]
  /** Upgrades ranked by pupils for a dollar; empty when the standard only classifies, or none is needed. */
  readonly roadmap: readonly RoadmapRow[]
  /** What was measured of links, by link id; a link that nobody measures is not there. */
  readonly measures: ReadonlyMap<string, LinkMeasure>
  /** Pupils of each school in the map's year, by code; null when none is known. */
  readonly schoolPupils: ReadonlyMap<string, number | null>
  /** Schools whose pupils are known and withheld, on a public map. */
  readonly suppressedSchools?: ReadonlySet<string>
  /** Gaps of all buildings, which totals of a territory are of, where a filter leaves fewer in `gaps`. */
  readonly allGaps?: readonly Gap[]
  readonly wanLinks: readonly WanLinkFacts[]
  readonly pops: readonly Pop[]
  readonly territories: readonly Territory[]
  /** Devices seen by the last scans, by building code. */
  readonly devices: Readonly<Record<string, { readonly answered: number; readonly failed: number }>>
  readonly profile: string
  readonly schoolYear: string | null
  readonly drawing: MapDrawing
  /** Absent unless the configuration names a server: the page then asks nothing of any. */
  readonly tiles?: MapTiles | undefined
  /** ISO 8601, UTC: an argument, so that the same input gives the same bytes. */
  readonly generatedAt: string
}

/** A file to write, relative to the folder that the user named. */
export interface OutputFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** A format of map: one file each in maps/formats/, found by folder, offered by `map --format`. */
export interface MapFormat<Messages> {
  readonly id: string
  /** Throws when what it would write is not valid: nothing wrong reaches the disk. */
  render(input: MapInput, messages: Messages): readonly OutputFile[] | Promise<readonly OutputFile[]>
}
