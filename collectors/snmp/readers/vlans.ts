import type { Vlan } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, text } from '../wire/value.js'

/** Q-BRIDGE-MIB, RFC 4363: VLANs that a person configured. Index: dot1qVlanIndex. */
export const dot1qVlanStaticTable = defineTable('Q-BRIDGE-MIB::dot1qVlanStaticEntry', '1.3.6.1.2.1.17.7.1.4.3.1', {
  dot1qVlanStaticName: 1,
  dot1qVlanStaticRowStatus: 5,
})

/** Q-BRIDGE-MIB, RFC 4363: VLANs in use, also learnt ones. Index: dot1qVlanTimeMark, dot1qVlanIndex. */
export const dot1qVlanCurrentTable = defineTable('Q-BRIDGE-MIB::dot1qVlanCurrentEntry', '1.3.6.1.2.1.17.7.1.4.2.1', {
  dot1qVlanFdbId: 3,
  dot1qVlanStatus: 6,
})

/** CISCO-VTP-MIB. Index: managementDomainIndex, vtpVlanIndex. */
export const vtpVlanTable = defineTable('CISCO-VTP-MIB::vtpVlanEntry', '1.3.6.1.4.1.9.9.46.1.3.1.1', {
  vtpVlanState: 2,
  vtpVlanType: 3,
  vtpVlanName: 4,
})

const ETHERNET = 1 // VlanType of CISCO-VTP-MIB; the others are the FDDI and token ring defaults 1002 to 1005.

/** Each VLAN once, by rising id, with the first name that a table gives it. */
export function vlansOf(
  staticRows: Rows<keyof typeof dot1qVlanStaticTable.columns>,
  currentRows: Rows<keyof typeof dot1qVlanCurrentTable.columns>,
  vtpRows: Rows<keyof typeof vtpVlanTable.columns>,
): Vlan[] {
  const names = new Map<number, string | null>()
  const add = (vlanId: number | undefined, name: string | null): void => {
    if (vlanId === undefined || !(vlanId >= 1 && vlanId <= 4094)) return
    names.set(vlanId, names.get(vlanId) ?? name)
  }
  for (const [index, row] of staticRows) add(indexNumbers(index)[0], text(row.dot1qVlanStaticName))
  for (const [index, row] of vtpRows) {
    if ((integer(row.vtpVlanType) ?? ETHERNET) === ETHERNET) add(indexNumbers(index)[1], text(row.vtpVlanName))
  }
  for (const index of currentRows.keys()) add(indexNumbers(index)[1], null)
  return [...names].sort(([a], [b]) => a - b).map(([vlanId, name]) => ({ vlanId, name }))
}
