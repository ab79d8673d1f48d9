import { createHash } from 'node:crypto'
import { rangesOf } from '../lib/ranges.js'
import type { DeviceReading, Neighbour } from '../model/device.js'
import type { Value } from './bulk.js'
import { PART_TABLES, partRows, unique, whole } from './part-rows.js'

/** The tables of a device's facts, with their columns: which make a row's key within the device, and which are its content. */
export const DEVICE_FACTS = {
  device_system: {
    key: [],
    content: [
      'sys_name',
      'sys_descr',
      'sys_object_id',
      'sys_location',
      'vendor',
      'model',
      'os_name',
      'os_version',
      'serial_number',
      'kind',
      'chassis_mac',
      'evidence',
      'spanning_tree',
      'memory_bytes',
    ],
  },
  component: {
    key: ['ent_physical_index'],
    content: [
      'class',
      'descr',
      'name',
      'model_name',
      'serial_number',
      'hardware_rev',
      'software_rev',
      'contained_in',
      'oper_state',
    ],
  },
  interface: {
    key: ['if_index'],
    content: [
      'if_name',
      'if_descr',
      'if_alias',
      'if_type',
      'speed_bps',
      'mtu',
      'phys_address',
      'admin_status',
      'oper_status',
      'duplex',
      'pvid',
      'untagged_vlans',
      'tagged_vlans',
      'lag_if_index',
      'stp_state',
    ],
  },
  device_address: { key: ['address'], content: ['prefix_length', 'if_index'] },
  vlan: { key: ['vlan_id'], content: ['name'] },
  neighbour: {
    key: ['neighbour'],
    content: [
      'protocol',
      'local_if_index',
      'local_port',
      'remote_chassis_id_subtype',
      'remote_chassis_id',
      'remote_port_id_subtype',
      'remote_port_id',
      'remote_port_descr',
      'remote_sys_name',
      'remote_descr',
      'remote_capabilities',
      'remote_addresses',
    ],
  },
  supply: { key: ['position'], content: ['description', 'instance'] },
  ...PART_TABLES,
} as const satisfies Record<string, { readonly key: readonly string[]; readonly content: readonly string[] }>

export type DeviceTableName = keyof typeof DEVICE_FACTS
export const DEVICE_TABLES = Object.keys(DEVICE_FACTS) as readonly DeviceTableName[]

/** A device's facts as rows: table → cells, key columns first, in the order of DEVICE_FACTS. */
export type DeviceFacts = Readonly<Record<DeviceTableName, readonly (readonly Value[])[]>>

function neighbourKey(n: Neighbour): string {
  return [
    n.protocol,
    n.localIfIndex ?? n.localPort,
    n.remoteChassisId ?? n.remoteSysName,
    n.remotePortId ?? n.remotePortDescr,
  ].join('|')
}

/** Turns a reading into rows; columns in the order that DEVICE_FACTS gives. */
export function factsOf(reading: DeviceReading): DeviceFacts {
  return {
    device_system: [
      [
        reading.sysName,
        reading.sysDescr,
        reading.sysObjectID,
        reading.sysLocation,
        reading.vendor,
        reading.model,
        reading.osName,
        reading.osVersion,
        reading.serialNumber,
        reading.kind,
        reading.chassisMac,
        JSON.stringify(reading.evidence),
        reading.spanningTree === null ? null : JSON.stringify(reading.spanningTree),
        whole(reading.memoryBytes),
      ],
    ],
    component: unique(
      reading.components.map((c) => [
        whole(c.entPhysicalIndex),
        c.class,
        c.descr,
        c.name,
        c.modelName,
        c.serialNumber,
        c.hardwareRev,
        c.softwareRev,
        whole(c.containedIn),
        c.operState,
      ]),
      1,
    ),
    interface: unique(
      reading.interfaces.map((i) => [
        whole(i.ifIndex),
        i.ifName,
        i.ifDescr,
        i.ifAlias,
        whole(i.ifType),
        whole(i.speedBps),
        whole(i.mtu),
        i.physAddress,
        i.adminStatus,
        i.operStatus,
        i.duplex,
        whole(i.pvid),
        i.untaggedVlans === null ? null : rangesOf(i.untaggedVlans),
        i.taggedVlans === null ? null : rangesOf(i.taggedVlans),
        whole(i.lagIfIndex),
        i.stpState,
      ]),
      1,
    ),
    device_address: unique(
      reading.addresses.map((a) => [a.address, whole(a.prefixLength), whole(a.ifIndex)]),
      1,
    ),
    vlan: unique(
      reading.vlans.map((v) => [whole(v.vlanId), v.name]),
      1,
    ),
    neighbour: unique(
      reading.neighbours.map((n) => [
        neighbourKey(n),
        n.protocol,
        whole(n.localIfIndex),
        n.localPort,
        n.remoteChassisIdSubtype,
        n.remoteChassisId,
        n.remotePortIdSubtype,
        n.remotePortId,
        n.remotePortDescr,
        n.remoteSysName,
        n.remoteDescr,
        JSON.stringify(n.remoteCapabilities),
        JSON.stringify(n.remoteAddresses),
      ]),
      1,
    ),
    supply: reading.supplies.map((s, position) => [position, s.description, s.instance]),
    ...partRows(reading),
  }
}

/** A hash of everything that was read: the same hash is an unchanged device. */
export function hashOf(facts: DeviceFacts): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url')
}

/** The enterprise number of a sysObjectID, or '': it does not change when a vendor is named better. */
function enterpriseOf(sysObjectID: string | null): string {
  return /^1\.3\.6\.1\.4\.1\.(\d+)/.exec(sysObjectID ?? '')?.[1] ?? ''
}

/**
 * What makes a box that box: its serial with its maker's enterprise number, else its chassis MAC, else the address that
 * answered. The surest comes first. A name is no identity: cloned configurations share it.
 */
export function identitiesOf(reading: DeviceReading, address: string): readonly [string, ...string[]] {
  const { serialNumber, chassisMac, sysObjectID } = reading
  const mac = chassisMac === null ? [] : [`mac:${chassisMac}`]
  const serial = serialNumber === null ? [] : [`serial:${enterpriseOf(sysObjectID)}:${serialNumber}`]
  const [first, ...rest] = [...serial, ...mac, `address:${address}`]
  return [first ?? `address:${address}`, ...rest]
}
