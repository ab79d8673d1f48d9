import type { LineString, Point, Polygon } from 'geojson'
import type { Level } from './records.js'

/** What a building can be served from: a POP, a point of a fibre span in service, a building that is well served. */
export type PlaceKind = 'pop' | 'span' | 'building'

/** A place from which a building without a link, or whose access is too narrow, could be served. */
export interface SharingRow {
  readonly building: string
  readonly name: string
  readonly board: string | null
  readonly region: string | null
  readonly pupils: number | null
  readonly level: Level
  readonly demandDownBps: number | null
  /** What would come to the place: the building's demand, and what those whose path goes through it pass on. */
  readonly arrivingDownBps: number | null
  /** From 1, the nearest first. */
  readonly rank: number
  readonly placeKind: PlaceKind
  /** POP id, link id, building code. */
  readonly place: string
  readonly placeName: string | null
  /** Of a building, and of a span's end towards the school; null for a POP. */
  readonly placeBoard: string | null
  /** True when the place is another board's: what is shared is then shared between boards. */
  readonly otherBoard: boolean
  /** Where the new access would end, degrees. */
  readonly lon: number
  readonly lat: number
  /** By great circle, from the building to the place. */
  readonly distanceKm: number
  /** Of a span, whether its route is not known, so that it is taken as straight; null for other places. */
  readonly isStraight: boolean | null
  /** From the place to its POP along known spans; 0 at a POP, null when the length of one is not known. */
  readonly popKm: number | null
  /** What the links from the place to the POP can still carry down; null at a POP, or when a capacity is not known. */
  readonly spareDownBps: number | null
  /** Null too when the standard has no rule for upload. */
  readonly spareUpBps: number | null
  /** The building's own part of a fair share there; null when its demand or a capacity is not known. */
  readonly wouldGetDownBps: number | null
  readonly wouldGetUpBps: number | null
  readonly wouldLevel: Level
  /** True when pupils that are not known would share the way. */
  readonly incomplete: boolean
}

/** Two buildings in need or more that one extension of a network would serve together. */
export interface SharingCluster {
  /** From 1, the most pupils for a kilometre first. */
  readonly cluster: number
  readonly placeKind: PlaceKind
  readonly place: string
  readonly placeName: string | null
  readonly placeBoard: string | null
  readonly buildings: readonly string[]
  /** The boards of these buildings. */
  readonly boards: readonly string[]
  /** Known pupils. */
  readonly pupils: number
  /** Buildings whose pupils are not known: they count for none. */
  readonly unknownPupils: number
  readonly demandDownBps: number
  /** Of the shortest tree of straight lines that joins them to the place. */
  readonly treeKm: number
  /** A tree under 100 m counts as 100 m. */
  readonly pupilsPerKm: number
  /** GeoJSON of the convex hull of the buildings, 6 decimals; a line or a point when it has no area. */
  readonly hull: Point | LineString | Polygon
}
