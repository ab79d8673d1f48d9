import type { Generated } from '#kysely'
import type { Interval } from './interval.js'

/** An imported value knows its file and line. */
interface Imported extends Interval {
  id: Generated<number>
  source_id: number
  source_line: number
  last_seen: string
}

/** One file that was imported. */
export interface SourceTable {
  id: Generated<number>
  kind: string
  file: string
  sha256: string
  imported_at: string
  row_count: number
  /** How many facts it brought, changed and withdrew; null when it was taken before they were counted. */
  added: number | null
  changed: number | null
  removed: number | null
  /** When and by whom it was taken back; null while it holds. */
  undone_at: string | null
  undone_by: string | null
  /** The board of a bundle; null for any other file. */
  board: string | null
}

/**
 * What an import wrote over without closing a row, so that it can be taken back: when the facts that it found again had
 * last been seen, and for those whose value it replaced in place, that value with its file and line.
 */
export interface ImportBeforeTable {
  id: Generated<number>
  source_id: number
  fact_table: string
  /** Ids of facts, runs as ranges: `10,20-29`. */
  fact_ids: string
  last_seen: string
  /** JSON: for each of the facts, the array of its cells that are kept in place. Null for facts that were only found again. */
  in_place: string | null
  fact_source_id: number | null
  /** For each of the facts its line, runs as ranges. */
  fact_lines: string | null
}

export interface BoardTable extends Imported {
  code: string
  name: string
  language: string | null
  municipality: string | null
}

export interface SchoolTable extends Imported {
  code: string
  name: string
  board: string
}

export interface BuildingTable extends Imported {
  code: string
  name: string
  lon: number | null
  lat: number | null
  municipality: string | null
  mrc: string | null
  region: string | null
  area_m2: number | null
}

export interface SchoolBuildingTable extends Imported {
  school: string
  building: string
  preschool: number
  primary_level: number
  secondary: number
  vocational: number
  adult: number
}

export interface ShareTable extends Imported {
  school: string
  building: string
  share: number
}

export interface EnrolmentTable extends Imported {
  school: string
  school_year: string
  sector: string
  pupils: number
}

export interface PopTable extends Imported {
  pop: string
  name: string
  network: string | null
  kind: string
  lon: number | null
  lat: number | null
}

export interface WanLinkTable extends Imported {
  link: string
  name: string | null
  provider: string | null
  network: string | null
  a: string
  b: string
  medium: string | null
  capacity_down_bps: number | null
  capacity_up_bps: number | null
  status: string
  role: string
  monthly_cost_cents: number | null
  contract_end: string | null
  burst_down_bps: number | null
  burst_up_bps: number | null
  source: string | null
  /** GeoJSON LineString or MultiLineString, lon and lat. */
  route: string | null
}

export interface NetworkTable extends Imported {
  board: string
  cidr: string
  building: string | null
  role: string | null
}

export interface EquipmentTable extends Imported {
  school: string
  category: string
  item: string
  quantity: number
  units_each: number
  acquired_on: string | null
  condition: string
  cost_cents: number | null
}

/**
 * A row of a fleet's inventory (an MDM's export, a spreadsheet). Absent parts of the key are empty text; `occurrence`
 * counts, from 1, rows of one file that are alike in all of it.
 */
export interface FleetDeviceTable extends Imported {
  board: string
  /** School code; empty when the row names none. */
  school: string
  serial: string
  /** `aa:bb:cc:dd:ee:ff`. */
  mac: string
  asset_tag: string
  name: string
  occurrence: number
  model: string | null
  os: string | null
  os_version: string | null
  /** ISO date or instant of the last time that the inventory's own agent heard from it. */
  last_contact: string | null
  status: string
}

/**
 * Who has a device of the fleet: personal information, kept only when an import asks for it. Its key is that of the row of
 * `fleet_device`.
 */
export interface FleetHolderTable {
  id: Generated<number>
  board: string
  school: string
  serial: string
  mac: string
  asset_tag: string
  name: string
  occurrence: number
  user_name: string | null
  email: string | null
  phone: string | null
  source_id: number
  source_line: number
  /** The last import that told it, ISO 8601, UTC. */
  told_at: string
}

export interface TerritoryTable extends Imported {
  board: string
  name: string
  language: string | null
  /** GeoJSON Polygon or MultiPolygon, lon and lat. */
  geometry: string
}

/** An establishment outside of the school boards, in one of its buildings. */
export interface EstablishmentTable extends Imported {
  code: string
  building: string
  name: string
  /** `private` or `higher-education`. */
  sector: string
  type: string | null
}

export interface DeprivationTable extends Imported {
  school: string
  school_year: string
  level: string
  imse: number | null
  imse_decile: number | null
  sfr: number | null
  sfr_decile: number | null
  pupils: number | null
}

/** A line of what schools spent. What is not told is empty text. */
export interface SpendingTable extends Imported {
  school: string
  school_year: string
  /** `equipment` or `training`. */
  part: string
  category: string
  /** Below zero for a credit note. */
  amount_cents: number
  /** ISO date. */
  date: string
  reference: string
}

export interface CatalogueItemTable extends Imported {
  category: string
  item: string
  units_each: number
  price_cents: number | null
}

/** What a person says over what was read, by intervals: it holds until it is removed. */
export interface OverrideTable extends Interval {
  id: Generated<number>
  board: string
  /** `device`, `building`, `link` or `wan-link`. */
  noun: string
  /** What it is said of: a device's id, a building's code, a link's id. */
  subject: string
  field: string
  value: string
  why: string
  who: string
  removed_by: string | null
}
