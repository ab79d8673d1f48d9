import type { Vlan } from '../../../src/model/device.js'
import { indexNumbers } from '../wire/oid.js'
import { defineTable, type Rows, type Table } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'

type Row = Readonly<Partial<Record<string, Value>>>

/** What a row says of a VLAN. */
export interface VlanRow {
  readonly vlanId: number | null
  readonly name: string | null
  /** Bridge ports that send its frames, and those of them that send it without a tag (PortList); absent when not told. */
  readonly egress?: Value | undefined
  readonly untagged?: Value | undefined
  /** The filtering database that knows the machines of the VLAN; absent when not told. */
  readonly fdbId?: number | null
}

/** A table that lists VLANs, and where in a row their id and name are. Null: the row is no Ethernet VLAN. */
export interface VlanTable {
  readonly table: Table<string>
  /** The enterprise whose agents have it, below 1.3.6.1.4.1; absent when it is nobody's own. */
  readonly enterprise?: number
  vlanOf(index: readonly number[], row: Row): VlanRow | null
}

const ETHERNET = 1 // VlanType of CISCO-VTP-MIB; the others are the FDDI and token ring defaults 1002 to 1005.

/** Standard tables first: the first that names a VLAN gives its name. */
export const VLAN_TABLES: readonly VlanTable[] = [
  {
    // RFC 4363: VLANs that a person configured. Index: dot1qVlanIndex.
    table: defineTable('Q-BRIDGE-MIB::dot1qVlanStaticEntry', '1.3.6.1.2.1.17.7.1.4.3.1', {
      dot1qVlanStaticName: 1,
      dot1qVlanStaticEgressPorts: 2,
      dot1qVlanStaticUntaggedPorts: 4,
      dot1qVlanStaticRowStatus: 5,
    }),
    vlanOf: ([vlanId = null], row) => ({
      vlanId,
      name: text(row.dot1qVlanStaticName),
      egress: row.dot1qVlanStaticEgressPorts,
      untagged: row.dot1qVlanStaticUntaggedPorts,
    }),
  },
  {
    // IEEE 802.1Q, after RFC 4363. Index: ieee8021QBridgeVlanStaticComponentId, …VlanIndex.
    table: defineTable('IEEE8021-Q-BRIDGE-MIB::ieee8021QBridgeVlanStaticEntry', '1.3.111.2.802.1.1.4.1.4.3.1', {
      ieee8021QBridgeVlanStaticName: 3,
      ieee8021QBridgeVlanStaticEgressPorts: 4,
      ieee8021QBridgeVlanStaticUntaggedPorts: 6,
    }),
    vlanOf: ([, vlanId = null], row) => ({
      vlanId,
      name: text(row.ieee8021QBridgeVlanStaticName),
      egress: row.ieee8021QBridgeVlanStaticEgressPorts,
      untagged: row.ieee8021QBridgeVlanStaticUntaggedPorts,
    }),
  },
  {
    // Index: managementDomainIndex, vtpVlanIndex.
    enterprise: 9,
    table: defineTable('CISCO-VTP-MIB::vtpVlanEntry', '1.3.6.1.4.1.9.9.46.1.3.1.1', { vtpVlanType: 3, vtpVlanName: 4 }),
    vlanOf: ([, vlanId = null], row) =>
      (integer(row.vtpVlanType) ?? ETHERNET) === ETHERNET ? { vlanId, name: text(row.vtpVlanName) } : null,
  },
  {
    // Index: jnxExVlanID, which is not the tag.
    enterprise: 2636,
    table: defineTable('JUNIPER-VLAN-MIB::jnxExVlanEntry', '1.3.6.1.4.1.2636.3.40.1.5.1.5.1', {
      jnxExVlanName: 2,
      jnxExVlanTag: 5,
    }),
    vlanOf: (_index, row) => ({ vlanId: integer(row.jnxExVlanTag), name: text(row.jnxExVlanName) }),
  },
  {
    // Index: jnxL2aldVlanID, which is not the tag.
    enterprise: 2636,
    table: defineTable('JUNIPER-L2ALD-MIB::jnxL2aldVlanEntry', '1.3.6.1.4.1.2636.3.48.1.3.1.1', {
      jnxL2aldVlanName: 2,
      jnxL2aldVlanTag: 3,
    }),
    vlanOf: (_index, row) => ({ vlanId: integer(row.jnxL2aldVlanTag), name: text(row.jnxL2aldVlanName) }),
  },
  {
    // Index: dot1qVlanId.
    enterprise: 11863,
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
      dot1qVlanCurrentEgressPorts: 4,
      dot1qVlanCurrentUntaggedPorts: 5,
      dot1qVlanStatus: 6,
    }),
    vlanOf: ([, vlanId = null], row) => ({
      vlanId,
      name: null,
      egress: row.dot1qVlanCurrentEgressPorts,
      untagged: row.dot1qVlanCurrentUntaggedPorts,
      fdbId: integer(row.dot1qVlanFdbId),
    }),
  },
]

/** Whether a number is a VLAN's: 0 and 4095 are reserved (IEEE 802.1Q). */
export function isVlanId(vlanId: number | null): vlanId is number {
  return vlanId !== null && vlanId >= 1 && vlanId <= 4094
}

/** Every row of the tables that names a VLAN, the standard tables first. */
export function vlanRowsOf(read: ReadonlyMap<VlanTable, Rows<string>>): (VlanRow & { readonly vlanId: number })[] {
  return [...read].flatMap(([source, rows]) =>
    [...rows].flatMap(([index, row]) => {
      const vlan = source.vlanOf(indexNumbers(index), row)
      const vlanId = vlan?.vlanId ?? null
      return vlan !== null && isVlanId(vlanId) ? [{ ...vlan, vlanId }] : []
    }),
  )
}

/** Each VLAN once, by rising id, with the first name that a table gives it. */
export function vlansOf(rows: readonly (VlanRow & { readonly vlanId: number })[]): Vlan[] {
  const names = new Map<number, string | null>()
  for (const { vlanId, name } of rows) names.set(vlanId, names.get(vlanId) ?? name)
  return [...names].sort(([a], [b]) => a - b).map(([vlanId, name]) => ({ vlanId, name }))
}
