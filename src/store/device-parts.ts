import type { Selectable } from '#kysely'
import type { Component, Interface, Neighbour, Vlan } from '../model/device.js'
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
    remoteAddresses: JSON.parse(n.remote_addresses) as string[],
  }
}

/** A VLAN as the model has it, of its row. */
export function vlanOf({ vlan_id, name }: Selectable<Schema['vlan']>): Vlan {
  return { vlanId: vlan_id, name }
}
