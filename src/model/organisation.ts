/** A centre de services scolaire, a school board, a cégep or a university. `code` is 6-character text. */
export interface Board {
  readonly code: string
  readonly name: string
  /** TYPE_CS of the ministry: Franco, Anglo or Statut; null when not told. */
  readonly language: 'Franco' | 'Anglo' | 'Statut' | null
  readonly municipality: string | null
}

/** Orders of teaching that a school may give (in one of its buildings, or at all). They say what is allowed, not who is there. */
export interface Orders {
  readonly preschool: boolean
  readonly primary: boolean
  readonly secondary: boolean
  readonly vocational: boolean
  readonly adult: boolean
}

/** No order of teaching at all. */
export const NO_ORDERS: Orders = {
  preschool: false,
  primary: false,
  secondary: false,
  vocational: false,
  adult: false,
}

/** The orders that either may give. */
export function joinedOrders(a: Orders, b: Orders): Orders {
  return {
    preschool: a.preschool || b.preschool,
    primary: a.primary || b.primary,
    secondary: a.secondary || b.secondary,
    vocational: a.vocational || b.vocational,
    adult: a.adult || b.adult,
  }
}

/** An organisme scolaire. */
export interface School {
  readonly code: string
  readonly name: string
  readonly board: string
  readonly orders: Orders
}

/** An immeuble. */
export interface Building {
  readonly code: string
  readonly name: string
  /** Degrees, WGS 84; null when the file has none. */
  readonly coordinates: readonly [lon: number, lat: number] | null
  readonly municipality: string | null
  /** MRC, or equivalent territory. */
  readonly mrc: string | null
  /** Administrative region. */
  readonly region: string | null
  /** SUP_TOTALE, usable area in square metres; null when not known. */
  readonly areaM2: number | null
  /** What a person says of it over the file: `name`, `coordinates`; `ignore` when it is shown nevertheless. */
  readonly overridden?: readonly string[]
}

/** An establishment outside of the school boards (a private school, a cégep, a university), in one of its buildings. */
export interface Establishment {
  /** 6-character text. */
  readonly code: string
  readonly name: string
  readonly sector: 'private' | 'higher-education'
  /** TYPE_ORGNS, in the ministry's words; null when the file does not say. */
  readonly type: string | null
  /** Its code is the establishment's own when the file names none. */
  readonly building: Building
}

/** One school in one building: the relation is many-to-many. */
export interface SchoolBuilding {
  readonly school: string
  readonly building: string
  /** Part of the school's pupils who are in this building, 0 to 1; null when no file says. */
  readonly share: number | null
  readonly orders: Orders
}

/** How the part of a school that is in one building was settled. */
export type SplitMethod = 'whole' | 'explicit' | 'area' | 'equal'

/** A school's part in one building, 0 to 1; the parts of a school add up to 1. */
export interface SchoolPart {
  readonly school: string
  readonly building: string
  readonly share: number
  readonly method: SplitMethod
  readonly orders: Orders
}

/** `youth` holds the pupils of preschool too, where a file has no rows of `preschool` for the school and year. */
export const SECTORS = ['preschool', 'youth', 'adult', 'vocational'] as const
export type Sector = (typeof SECTORS)[number]

/** Pupils of one school on 30 September of a school year, by sector. */
export interface Enrolment {
  readonly school: string
  /** `2018-2019`: from 1 July to 30 June. */
  readonly schoolYear: string
  readonly sector: Sector
  readonly pupils: number
}

/** A network and where it is. The longest prefix wins in a board. */
export interface Network {
  readonly cidr: string
  readonly building: string | null
  readonly role: 'lan' | 'wifi' | 'management' | 'wan' | null
}

/** A network, and the board that it was imported for; '' when it was none's in particular. */
export interface BoardNetwork extends Network {
  readonly board: string
}
