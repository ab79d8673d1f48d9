import type { Board, Building, School, SchoolPart } from './organisation.js'
import type { Gap, LinkLoad, Shortfall } from './records.js'
import type { Pop, WanLink } from './wan-link.js'
import type { MultiPolygon, Polygon } from 'geojson'

/** A board's territory. French and English ones overlap. */
export interface Territory {
  readonly board: string
  readonly name: string
  readonly language: Board['language']
  readonly geometry: Polygon | MultiPolygon
}

/** All that a map is drawn from: records already derived, nothing to compute but totals. */
export interface MapInput {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  /** Where each school's pupils are. */
  readonly schoolParts: readonly SchoolPart[]
  readonly gaps: readonly Gap[]
  readonly linkLoads: readonly LinkLoad[]
  readonly shortfalls: readonly Shortfall[]
  readonly wanLinks: readonly WanLink[]
  readonly pops: readonly Pop[]
  readonly territories: readonly Territory[]
  /** Devices seen by the last scans, by building code. */
  readonly devices: Readonly<Record<string, { readonly answered: number; readonly failed: number }>>
  readonly profile: string
  readonly schoolYear: string | null
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
