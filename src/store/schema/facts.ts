import type { Generated } from '#kysely'
import type { Interval } from './interval.js'

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
