/** What a person may say of a thing, over what was read of it, by noun. `ignore`: it is left out. */
export const OVERRIDE_FIELDS = {
  device: ['model', 'kind', 'building', 'name', 'ignore'],
  building: ['name', 'coordinates', 'ignore'],
  link: ['ignore'],
  'wan-link': ['name', 'ignore'],
} as const

export type OverrideNoun = keyof typeof OVERRIDE_FIELDS
export type OverrideField = (typeof OVERRIDE_FIELDS)[OverrideNoun][number]

/** The nouns, in the order in which help and lists show them. */
export const OVERRIDE_NOUNS = Object.keys(OVERRIDE_FIELDS) as readonly OverrideNoun[]

/**
 * One thing that a person says of one field of one thing.
 *
 * `who` and `why` are personal information: they are for `override list` and `show` alone. Whatever leaves the program
 * (exports, tables, GeoJSON, the map's page) says that a person said it, at most on which day, never who nor why.
 */
export interface Override {
  readonly id: number
  /** The board of a device; '' for what belongs to every board. */
  readonly board: string
  readonly noun: OverrideNoun
  /** A device's id in the database, a building's code, a link's id. */
  readonly subject: string
  readonly field: OverrideField
  /** As text: `true` for `ignore`, `lon,lat` in degrees for `coordinates`. */
  readonly value: string
  readonly why: string
  readonly who: string
  /** ISO 8601, UTC. */
  readonly since: string
  /** Null while it holds. */
  readonly until: string | null
  readonly removedBy: string | null
}

/** `lon,lat` in degrees, as an override holds a place; null when the text is none. */
export function parseCoordinates(value: string): readonly [lon: number, lat: number] | null {
  const [lon, lat, ...rest] = value.split(',').map(Number)
  if (lon === undefined || lat === undefined || rest.length > 0) return null
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null
}
