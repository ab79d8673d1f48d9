import type { Selectable } from '#kysely'
import { numbersOf } from '../lib/ranges.js'
import type { Component, DeviceAddress, Interface, Neighbour, Vlan } from '../model/device.js'
import type { Schema } from './schema.js'

/** A component as the model has it, of its row. */
export function componentOf(c: Selectable<Schema['component']>): Component {
  return {
    entPhysicalIndex: c.ent_physical_index,
    class: c.class,
    descr: c.descr,
    name: c.name,
    modelName: c.model_name,
    serialNumber: c.serial_number,
    hardwareRev: c.hardware_rev,
    softwareRev: c.software_rev,
    containedIn: c.contained_in,
    operState: c.oper_state as Component['operState'],
  }
}

/** An interface as the model has it, of its row. */
export function interfaceOf(i: Selectable<Schema['interface']>): Interface {
  return {
    ifIndex: i.if_index,
    ifName: i.if_name,
    ifDescr: i.if_descr,
    ifAlias: i.if_alias,
    ifType: i.if_type,
    speedBps: i.speed_bps,
    mtu: i.mtu,
    physAddress: i.phys_address,
    adminStatus: i.admin_status as Interface['adminStatus'],
    operStatus: i.oper_status as Interface['operStatus'],
    duplex: i.duplex as Interface['duplex'],
    pvid: i.pvid,
    untaggedVlans: i.untagged_vlans === null ? null : numbersOf(i.untagged_vlans),
    taggedVlans: i.tagged_vlans === null ? null : numbersOf(i.tagged_vlans),
    lagIfIndex: i.lag_if_index,
    stpState: i.stp_state as Interface['stpState'],
  }
}

/** A neighbour as the model has it, of its row. */
export function neighbourOf(n: Selectable<Schema['neighbour']>): Neighbour {
  return {
    protocol: n.protocol as Neighbour['protocol'],
    localIfIndex: n.local_if_index,
    localPort: n.local_port,
    remoteChassisIdSubtype: n.remote_chassis_id_subtype as Neighbour['remoteChassisIdSubtype'],
    remoteChassisId: n.remote_chassis_id,
    remotePortIdSubtype: n.remote_port_id_subtype as Neighbour['remotePortIdSubtype'],
    remotePortId: n.remote_port_id,
    remotePortDescr: n.remote_port_descr,
    remoteSysName: n.remote_sys_name,
    remoteDescr: n.remote_descr,
    remoteCapabilities: JSON.parse(n.remote_capabilities) as Neighbour['remoteCapabilities'],
    remoteAddresses: JSON.parse(n.remote_addresses) as string[],
  }
}

/** An address of a device as the model has it, of its row. */
export function addressOf(a: Selectable<Schema['device_address']>): DeviceAddress {
  return { address: a.address, prefixLength: a.prefix_length, ifIndex: a.if_index }
}

/** A VLAN as the model has it, of its row. */
export function vlanOf({ vlan_id, name }: Selectable<Schema['vlan']>): Vlan {
  return { vlanId: vlan_id, name }
}
