import type { Vlan } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows, type Table } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'

type Row = Readonly<Partial<Record<string, Value>>>

/** A table that lists VLANs, and where in a row their id and name are. Null: the row is no Ethernet VLAN. */
export interface VlanTable {
  readonly table: Table<string>
  vlanOf(index: readonly number[], row: Row): { readonly vlanId: number | null; readonly name: string | null } | null
}

const ETHERNET = 1 // VlanType of CISCO-VTP-MIB; the others are the FDDI and token ring defaults 1002 to 1005.

/** Standard tables first: the first that names a VLAN gives its name. */
export const VLAN_TABLES: readonly VlanTable[] = [
  {
    // RFC 4363: VLANs that a person configured. Index: dot1qVlanIndex.
    table: defineTable('Q-BRIDGE-MIB::dot1qVlanStaticEntry', '1.3.6.1.2.1.17.7.1.4.3.1', {
      dot1qVlanStaticName: 1,
      dot1qVlanStaticRowStatus: 5,
    }),
    vlanOf: ([vlanId = null], row) => ({ vlanId, name: text(row.dot1qVlanStaticName) }),
  },
  {
    // IEEE 802.1Q, after RFC 4363. Index: ieee8021QBridgeVlanStaticComponentId, …VlanIndex.
    table: defineTable('IEEE8021-Q-BRIDGE-MIB::ieee8021QBridgeVlanStaticEntry', '1.3.111.2.802.1.1.4.1.4.3.1', {
      ieee8021QBridgeVlanStaticName: 3,
    }),
    vlanOf: ([, vlanId = null], row) => ({ vlanId, name: text(row.ieee8021QBridgeVlanStaticName) }),
  },
  {
    // Index: managementDomainIndex, vtpVlanIndex.
    table: defineTable('CISCO-VTP-MIB::vtpVlanEntry', '1.3.6.1.4.1.9.9.46.1.3.1.1', { vtpVlanType: 3, vtpVlanName: 4 }),
    vlanOf: ([, vlanId = null], row) =>
      (integer(row.vtpVlanType) ?? ETHERNET) === ETHERNET ? { vlanId, name: text(row.vtpVlanName) } : null,
  },
  {
    // Index: jnxExVlanID, which is not the tag.
    table: defineTable('JUNIPER-VLAN-MIB::jnxExVlanEntry', '1.3.6.1.4.1.2636.3.40.1.5.1.5.1', {
      jnxExVlanName: 2,
      jnxExVlanTag: 5,
    }),
    vlanOf: (_index, row) => ({ vlanId: integer(row.jnxExVlanTag), name: text(row.jnxExVlanName) }),
  },
  {
    // Index: jnxL2aldVlanID, which is not the tag.
    table: defineTable('JUNIPER-L2ALD-MIB::jnxL2aldVlanEntry', '1.3.6.1.4.1.2636.3.48.1.3.1.1', {
      jnxL2aldVlanName: 2,
      jnxL2aldVlanTag: 3,
    }),
    vlanOf: (_index, row) => ({ vlanId: integer(row.jnxL2aldVlanTag), name: text(row.jnxL2aldVlanName) }),
  },
  {
    // Index: dot1qVlanId.
    table: defineTable('TPLINK-DOT1Q-VLAN-MIB::vlanConfigEntry', '1.3.6.1.4.1.11863.6.14.1.2.1.1', {
      dot1qVlanId: 1,
      dot1qVlanDescription: 2,
    }),
    vlanOf: ([vlanId = null], row) => ({ vlanId, name: text(row.dot1qVlanDescription) }),
  },
  {
    // RFC 4363: VLANs in use, also learnt ones. Index: dot1qVlanTimeMark, dot1qVlanIndex.
    table: defineTable('Q-BRIDGE-MIB::dot1qVlanCurrentEntry', '1.3.6.1.2.1.17.7.1.4.2.1', {
      dot1qVlanFdbId: 3,
      dot1qVlanStatus: 6,
    }),
    vlanOf: ([, vlanId = null]) => ({ vlanId, name: null }),
  },
]

/** Each VLAN once, by rising id, with the first name that a table gives it. */
export function vlansOf(read: ReadonlyMap<VlanTable, Rows<string>>): Vlan[] {
  const names = new Map<number, string | null>()
  for (const [source, rows] of read) {
    for (const [index, row] of rows) {
      const vlan = source.vlanOf(indexNumbers(index), row)
      const vlanId = vlan?.vlanId ?? 0
      if (vlan !== null && vlanId >= 1 && vlanId <= 4094) names.set(vlanId, names.get(vlanId) ?? vlan.name)
    }
  }
  return [...names].sort(([a], [b]) => a - b).map(([vlanId, name]) => ({ vlanId, name }))
}
