import type { Generated } from '#kysely'

/**
 * Facts are kept by intervals: a row holds from `since` until `until` (null: it still does). When the same content is
 * met again nothing is written but `last_seen`; when it differs the row is closed and another one opened.
 *
 * Instants are ISO 8601 text in UTC, booleans 0 or 1, codes text, money integer cents, speeds bits per second.
 */
interface Interval {
  since: string
  until: string | null
}

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

/** One run of `scan`. `ended_at` is null while it runs, and stays so when it was killed. */
export interface ScanTable {
  id: Generated<number>
  board: string
  started_at: string
  ended_at: string | null
  targets: string
  summary: string | null
  /** JSON object of how far it has come; null for a scan of before that was kept. */
  checkpoint: Generated<string | null>
}

/** The last thing that an address did, by intervals. One current row for each address of a board. */
export interface TargetTable extends Interval {
  id: Generated<number>
  board: string
  address: string
  device_id: number | null
  status: string
  reason_code: string | null
  during: string | null
  credential: string | null
  scan_id: number
  last_seen: string
  /** The address of the device that named this one, for an address that nobody asked for; else null. */
  named_by: Generated<string | null>
}

/**
 * A box. `identity` is what makes it that box: `serial:…`, else `mac:…`, else `address:…`. It is gone (`until`) when
 * another box answers at the last of its addresses.
 */
export interface DeviceTable {
  id: Generated<number>
  board: string
  identity: string
  management_address: string
  chassis_mac: string | null
  /** Hash of everything read last: the same hash is an unchanged device. */
  content_hash: string
  first_seen: string
  last_seen: string
  until: string | null
  /** Scans in a row that asked its addresses in vain, and the last one that is counted. */
  misses: Generated<number>
  missed_scan: number | null
  /** Since when it is told as vanished; null while it is not. */
  vanished_at: string | null
  /** The last building that its management address was known to be in. */
  building: string | null
  /** What its last reading cost; null before that was kept. */
  packets_sent: Generated<number | null>
  bytes_sent: Generated<number | null>
  read_ms: Generated<number | null>
}

/** What differed from one scan to the next: written with the facts, never changed but for a box found to replace another. */
export interface ChangeTable {
  id: Generated<number>
  board: string
  scan_id: number
  at: string
  kind: string
  device_id: number | null
  /** Where the device answered then. */
  address: string | null
  /** As the model's Change; each at most 200 characters. */
  subject: string | null
  before: string | null
  after: string | null
}

interface DeviceFact extends Interval {
  id: Generated<number>
  device_id: number
}

export interface DeviceSystemTable extends DeviceFact {
  sys_name: string | null
  sys_descr: string | null
  sys_object_id: string | null
  sys_location: string | null
  vendor: string | null
  model: string | null
  os_name: string | null
  os_version: string | null
  serial_number: string | null
  kind: string
  chassis_mac: string | null
  /** JSON object: field → MIB object or rule. */
  evidence: string
  /** JSON object of the model's SpanningTree. */
  spanning_tree: string | null
  memory_bytes: number | null
}

export interface ComponentTable extends DeviceFact {
  ent_physical_index: number
  class: string
  descr: string | null
  name: string | null
  model_name: string | null
  serial_number: string | null
  hardware_rev: string | null
  software_rev: string | null
  contained_in: number | null
  oper_state: string | null
}

export interface InterfaceTable extends DeviceFact {
  if_index: number
  if_name: string | null
  if_descr: string | null
  if_alias: string | null
  if_type: number | null
  speed_bps: number | null
  mtu: number | null
  phys_address: string | null
  admin_status: string | null
  oper_status: string | null
  duplex: string | null
  pvid: number | null
  /** By rising id, runs as ranges: `10,20-29`. */
  untagged_vlans: string | null
  tagged_vlans: string | null
  lag_if_index: number | null
  stp_state: string | null
}

export interface DeviceAddressTable extends DeviceFact {
  address: string
  prefix_length: number | null
  if_index: number | null
}

/** Kept by first and last time, not by intervals: what is behind a port comes and goes. */
interface SightingTable {
  id: Generated<number>
  device_id: number
  mac: string
  if_index: number
  first_seen: string
  last_seen: string
}

export interface MacSightingTable extends SightingTable {
  /** 0 when the VLAN is not told. */
  vlan_id: number
}

export interface AddressSightingTable extends SightingTable {
  address: string
}

export interface VlanTable extends DeviceFact {
  vlan_id: number
  name: string | null
}

export interface NeighbourTable extends DeviceFact {
  /** Protocol, local port and remote ids together: what makes it one neighbour. */
  neighbour: string
  protocol: string
  local_if_index: number | null
  local_port: string | null
  remote_chassis_id_subtype: string | null
  remote_chassis_id: string | null
  remote_port_id_subtype: string | null
  remote_port_id: string | null
  remote_port_descr: string | null
  remote_sys_name: string | null
  remote_descr: string | null
  /** JSON array. */
  remote_capabilities: Generated<string>
  /** JSON array. */
  remote_addresses: string
}

export interface SupplyTable extends DeviceFact {
  /** Place in the printer's own list, from 0. */
  position: number
  description: string
  /** Its index in the printer's table; null in rows of before it was kept. */
  instance: string | null
  /** Only in rows of before gauges were kept. */
  percent_left: number | null
}

/** An access point of a controller. */
export interface AccessPointTable extends DeviceFact {
  access_point: string
  name: string | null
  mac: string | null
  model: string | null
  serial_number: string | null
  os_version: string | null
  address: string | null
  status: string | null
}

export interface InstalledSoftwareTable extends DeviceFact {
  name: string
  type: string | null
  installed_on: string | null
}

export interface StorageVolumeTable extends DeviceFact {
  volume: number
  description: string
  type: string
  size_bytes: number | null
}

export interface PoeSourceTable extends DeviceFact {
  pse_group: number
  budget_watts: number | null
  status: string | null
}

export interface PoePortTable extends DeviceFact {
  pse_group: number
  pse_port: number
  if_index: number | null
  admin_enabled: number | null
  status: string | null
  power_class: number | null
}

/** The last value of what changes all the time, written over in place: no interval, no history. */
export interface GaugeTable {
  id: Generated<number>
  device_id: number
  /** The MIB object's name. */
  name: string
  instance: string
  label: string | null
  /** The value when it is a number, else `text`. */
  number: number | null
  text: string | null
  unit: string | null
  read_at: string
}

/** What a board's wide-area interfaces were last worked out from: the same basis gives the same interfaces. */
export interface WanBasisTable {
  id: Generated<number>
  board: string
  basis: string
  derived_at: string
}

/** An interface that leads out of its building. One row for each port of a device; `until` is null while it is one. */
export interface WanInterfaceTable extends Interval {
  id: Generated<number>
  device_id: number
  /** ifName, else ifDescr, else `#` and the ifIndex: what stays when the device numbers its interfaces anew. */
  port: string
  if_index: number
  if_name: string | null
  if_alias: string | null
  link: string | null
  link_end: string | null
  confidence: string
  /** JSON array of the model's WanEvidence. */
  evidence: string
}

/** What an interface had counted at an instant, and its rate since the reading before; kept some days. */
export interface TrafficSampleTable {
  id: Generated<number>
  wan_interface_id: number
  at: string
  up_time: number | null
  /** Decimal digits: 64 bits do not fit a number. */
  in_octets: string | null
  out_octets: string | null
  bits: number
  discontinuity_time: number | null
  speed_bps: number | null
  /** These are null together, and `unknown` says why. */
  seconds: number | null
  in_bps: number | null
  out_bps: number | null
  unknown: string | null
  /** The local day of the middle of the interval; null without a rate. */
  day: string | null
}

/** What a day of an interface came to; kept 13 months. */
export interface TrafficDayTable {
  id: Generated<number>
  wan_interface_id: number
  /** Local day: `2026-11-30`. */
  day: string
  samples: number
  expected: number
  p95_in_bps: number | null
  p95_out_bps: number | null
  max_in_bps: number | null
  max_out_bps: number | null
  mean_in_bps: number | null
  mean_out_bps: number | null
  measured_seconds: number
}

/** Every table of the database. */
export interface Schema {
  source: SourceTable
  board: BoardTable
  school: SchoolTable
  building: BuildingTable
  school_building: SchoolBuildingTable
  share: ShareTable
  enrolment: EnrolmentTable
  pop: PopTable
  wan_link: WanLinkTable
  network: NetworkTable
  equipment: EquipmentTable
  fleet_device: FleetDeviceTable
  override: OverrideTable
  scan: ScanTable
  target: TargetTable
  device: DeviceTable
  device_system: DeviceSystemTable
  component: ComponentTable
  interface: InterfaceTable
  device_address: DeviceAddressTable
  vlan: VlanTable
  neighbour: NeighbourTable
  supply: SupplyTable
  change: ChangeTable
  mac_sighting: MacSightingTable
  address_sighting: AddressSightingTable
  access_point: AccessPointTable
  installed_software: InstalledSoftwareTable
  storage_volume: StorageVolumeTable
  poe_source: PoeSourceTable
  poe_port: PoePortTable
  gauge: GaugeTable
  wan_basis: WanBasisTable
  wan_interface: WanInterfaceTable
  traffic_sample: TrafficSampleTable
  traffic_day: TrafficDayTable
}
