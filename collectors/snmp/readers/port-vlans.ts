import { defineTable, type Rows } from '../wire/table.js'
import { integer, type Value } from '../wire/value.js'
import { isVlanId, type VlanRow } from './vlans.js'

/** Q-BRIDGE-MIB, RFC 4363: the VLAN of a frame without a tag. Index: dot1dBasePort. */
export const dot1qPortVlanTable = defineTable('Q-BRIDGE-MIB::dot1qPortVlanEntry', '1.3.6.1.2.1.17.7.1.4.5.1', {
  dot1qPvid: 1,
})

/** IEEE8021-Q-BRIDGE-MIB, after RFC 4363. Index: ieee8021BridgeBasePortComponentId, ieee8021BridgeBasePort. */
export const ieee8021QBridgePortVlanTable = defineTable(
  'IEEE8021-Q-BRIDGE-MIB::ieee8021QBridgePortVlanEntry',
  '1.3.111.2.802.1.1.4.1.4.5.1',
  { ieee8021QBridgePvid: 1 },
)

/** CISCO-VLAN-MEMBERSHIP-MIB: access ports. Index: ifIndex. */
export const vmMembershipTable = defineTable(
  'CISCO-VLAN-MEMBERSHIP-MIB::vmMembershipEntry',
  '1.3.6.1.4.1.9.9.68.1.2.2.1',
  { vmVlan: 2 },
)

/** CISCO-VTP-MIB: ports that may be trunks. Index: vlanTrunkPortIfIndex. */
export const vlanTrunkPortTable = defineTable('CISCO-VTP-MIB::vlanTrunkPortEntry', '1.3.6.1.4.1.9.9.46.1.6.1.1', {
  vlanTrunkPortVlansEnabled: 4,
  vlanTrunkPortNativeVlan: 5,
  vlanTrunkPortDynamicStatus: 14,
  vlanTrunkPortVlansEnabled2k: 17,
  vlanTrunkPortVlansEnabled3k: 18,
  vlanTrunkPortVlansEnabled4k: 19,
})

const TRUNKING = 1 // vlanTrunkPortDynamicStatus

/** The VLANs of a port: of frames that come without a tag, and of those that go out with and without one. */
export interface PortVlans {
  pvid: number | null
  readonly untagged: Set<number>
  readonly tagged: Set<number>
}

/** What is known of the ports so far, by ifIndex. */
export class PortVlanTable {
  readonly #ports = new Map<number, PortVlans>()

  of(ifIndex: number): PortVlans {
    const port = this.#ports.get(ifIndex) ?? { pvid: null, untagged: new Set(), tagged: new Set() }
    this.#ports.set(ifIndex, port)
    return port
  }

  /** Null for a port of which nothing was told. */
  find(ifIndex: number): PortVlans | null {
    return this.#ports.get(ifIndex) ?? null
  }
}

/** The numbers of the bits that are set; the first bit of the first octet has the number `first`. */
export function bitsOf(value: Value | undefined, first: number): number[] {
  if (!Buffer.isBuffer(value)) return []
  const bits: number[] = []
  for (let at = 0; at < value.length; at++) {
    const octet = value[at] ?? 0
    for (let bit = 0; octet !== 0 && bit < 8; bit++) if ((octet & (0x80 >> bit)) !== 0) bits.push(first + at * 8 + bit)
  }
  return bits
}

/** Adds what Q-BRIDGE tells: PortList has bridge port 1 as its first bit (RFC 4363). */
export function addBridgeVlans(
  ports: PortVlanTable,
  vlans: readonly (VlanRow & { readonly vlanId: number })[],
  pvids: readonly Rows<string>[],
  toIfIndex: (bridgePort: number) => number | null,
): void {
  for (const { vlanId, egress, untagged } of vlans) {
    const bare = new Set(bitsOf(untagged, 1))
    for (const bridgePort of bitsOf(egress, 1)) {
      const ifIndex = toIfIndex(bridgePort)
      if (ifIndex === null) continue
      const port = ports.of(ifIndex)
      if (bare.has(bridgePort)) port.untagged.add(vlanId)
      else port.tagged.add(vlanId)
    }
  }
  for (const [index, row] of pvids.flatMap((rows) => [...rows])) {
    const ifIndex = toIfIndex(Number(index.split('.').at(-1)))
    const pvid = integer(row['dot1qPvid'] ?? row['ieee8021QBridgePvid'])
    if (ifIndex !== null && isVlanId(pvid)) ports.of(ifIndex).pvid ??= pvid
  }
}

/** Adds what Cisco tells: a trunk carries the VLANs that are enabled on it and exist, its native one without a tag. */
export function addCiscoVlans(
  ports: PortVlanTable,
  vlanIds: readonly number[],
  access: Rows<keyof typeof vmMembershipTable.columns>,
  trunks: Rows<keyof typeof vlanTrunkPortTable.columns>,
): void {
  for (const [index, row] of access) {
    const vlanId = integer(row.vmVlan)
    if (!isVlanId(vlanId)) continue
    const port = ports.of(Number(index))
    port.pvid ??= vlanId
    port.untagged.add(vlanId)
  }
  for (const [index, row] of trunks) {
    if (integer(row.vlanTrunkPortDynamicStatus) !== TRUNKING) continue
    const port = ports.of(Number(index))
    const native = integer(row.vlanTrunkPortNativeVlan)
    const enabled = new Set([
      ...bitsOf(row.vlanTrunkPortVlansEnabled, 0),
      ...bitsOf(row.vlanTrunkPortVlansEnabled2k, 1024),
      ...bitsOf(row.vlanTrunkPortVlansEnabled3k, 2048),
      ...bitsOf(row.vlanTrunkPortVlansEnabled4k, 3072),
    ])
    if (isVlanId(native)) port.pvid ??= native
    for (const vlanId of vlanIds) if (enabled.has(vlanId)) (vlanId === native ? port.untagged : port.tagged).add(vlanId)
  }
}
