export const MEDIA = ['fibre', 'microwave', 'copper', 'coaxial', 'satellite', 'cellular'] as const
export type Medium = (typeof MEDIA)[number]

/** Status of a span, the Open Fibre Data Standard 0.3's words. Only `operational` links carry traffic. */
export const LINK_STATUSES = [
  'proposed',
  'planned',
  'underConstruction',
  'operational',
  'inactive',
  'decommissioned',
] as const
export type LinkStatus = (typeof LINK_STATUSES)[number]

/** A wide-area link. `a` is the end towards the school, `b` the end towards RISQ; *down* flows from b to a. */
export interface WanLink {
  readonly id: string
  readonly name: string | null
  readonly provider: string | null
  readonly network: string | null
  /** Building code. */
  readonly a: string
  /** Building code or POP id. */
  readonly b: string
  readonly medium: Medium | null
  /** Bits per second; null when the file does not say. */
  readonly capacityDownBps: number | null
  readonly capacityUpBps: number | null
  readonly status: LinkStatus
  readonly role: 'primary' | 'backup'
  readonly monthlyCostCents: number | null
  /** ISO date. */
  readonly contractEnd: string | null
  /** What a person says of it over the file: `name`; `ignore` when it is shown nevertheless. */
  readonly overridden?: readonly string[]
}

/** A wide-area link with all that its file tells, beyond what is derived from. */
export interface WanLinkFacts extends WanLink {
  /** Bits per second for a short while; null when the file does not say. */
  readonly burstDownBps: number | null
  readonly burstUpBps: number | null
  /** Where what is told of the link comes from, in the file's words. */
  readonly source: string | null
  /** GeoJSON LineString or MultiLineString, WGS 84, as text. */
  readonly route: string | null
}

/** A point of presence: where the networks behind it are reached, and taken as wide enough. */
export interface Pop {
  readonly id: string
  readonly name: string
  readonly network: string | null
  readonly kind: 'pop' | 'data-centre' | 'ixp'
  readonly coordinates: readonly [lon: number, lat: number] | null
}
