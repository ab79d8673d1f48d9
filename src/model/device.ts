import type { DeviceParts, DocumentParts } from './device-parts.js'

/** What a device is for. */
export const DEVICE_KINDS = [
  'switch',
  'router',
  'firewall',
  'access-point',
  'wifi-controller',
  'printer',
  'power',
  'camera',
  'storage',
  'server',
  'hypervisor',
  'voip',
  'environment',
  'appliance',
  'bmc',
  'av',
  'unknown',
] as const

export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** A row of entPhysicalTable (ENTITY-MIB, RFC 6933): chassis, stack member, module, power supply… */
export interface Component {
  readonly entPhysicalIndex: number
  /** entPhysicalClass by name: chassis, module, stack, powerSupply, fan, port… */
  readonly class: string
  readonly descr: string | null
  readonly name: string | null
  readonly modelName: string | null
  readonly serialNumber: string | null
  readonly hardwareRev: string | null
  readonly softwareRev: string | null
  /** entPhysicalContainedIn; 0 when it stands alone, null when not told. */
  readonly containedIn: number | null
  /** entStateOper (ENTITY-STATE-MIB, RFC 4268); null when not told. */
  readonly operState: 'disabled' | 'enabled' | 'testing' | null
}

export type LinkState = 'up' | 'down' | 'testing' | 'unknown' | 'dormant' | 'notPresent' | 'lowerLayerDown'

/** A row of ifTable and ifXTable (IF-MIB, RFC 2863). */
export interface Interface {
  readonly ifIndex: number
  readonly ifName: string | null
  readonly ifDescr: string | null
  readonly ifAlias: string | null
  /** IANAifType number. */
  readonly ifType: number | null
  /** Nominal speed in bits per second; null when the agent reports none. */
  readonly speedBps: number | null
  readonly mtu: number | null
  /** Lower-case, colon-separated; null when empty or all zeros. */
  readonly physAddress: string | null
  readonly adminStatus: LinkState | null
  readonly operStatus: LinkState | null
  readonly duplex: 'full' | 'half' | null
  /** The VLAN of frames that come in without a tag (Q-BRIDGE-MIB dot1qPvid, vmVlan); null when not told. */
  readonly pvid: number | null
  /** VLANs whose frames leave without a tag, and with one, by rising id; null when not told. */
  readonly untaggedVlans: readonly number[] | null
  readonly taggedVlans: readonly number[] | null
  /** ifIndex of the aggregate (LAG, Port-channel) that the port belongs to; null when it stands alone. */
  readonly lagIfIndex: number | null
  /** What the spanning tree lets through the port (BRIDGE-MIB dot1dStpPortState); null when not told. */
  readonly stpState: StpState | null
}

export type StpState = 'disabled' | 'blocking' | 'listening' | 'learning' | 'forwarding' | 'broken'

/** An address of the device itself (IP-MIB, RFC 4293). */
export interface DeviceAddress {
  /** IPv4 or IPv6 (RFC 5952), with its zone after `%` where the agent tells one. */
  readonly address: string
  readonly prefixLength: number | null
  readonly ifIndex: number | null
}

/** The spanning tree as a bridge sees it (BRIDGE-MIB dot1dStp, RFC 4188). */
export interface SpanningTree {
  readonly priority: number | null
  /** The bridge that is the root, itself perhaps. */
  readonly rootMac: string
  readonly rootPriority: number
  readonly rootCost: number | null
  /** ifIndex of the port that leads to the root; null for the root itself. */
  readonly rootIfIndex: number | null
}

/** A machine that a bridge has seen behind a port (Q-BRIDGE-MIB dot1qTpFdbTable). */
export interface MacSighting {
  readonly mac: string
  readonly vlanId: number | null
  readonly ifIndex: number
}

/** An address that the device has resolved to a machine (ARP, IPv6 neighbour discovery). */
export interface AddressSighting {
  readonly address: string
  readonly mac: string
  readonly ifIndex: number
}

export interface Vlan {
  readonly vlanId: number
  readonly name: string | null
}

/** LldpChassisIdSubtype and LldpPortIdSubtype by name (LLDP-MIB, IEEE 802.1AB-2005). */
export type ChassisIdSubtype =
  'chassisComponent' | 'interfaceAlias' | 'portComponent' | 'macAddress' | 'networkAddress' | 'interfaceName' | 'local'
export type PortIdSubtype =
  'interfaceAlias' | 'portComponent' | 'macAddress' | 'networkAddress' | 'interfaceName' | 'agentCircuitId' | 'local'

/** LldpSystemCapabilitiesMap by name (LLDP-MIB). */
export type SystemCapability =
  'other' | 'repeater' | 'bridge' | 'wlanAccessPoint' | 'router' | 'telephone' | 'docsisCableDevice' | 'stationOnly'

/** Something that a device says it sees at the other end of one of its ports. */
export interface Neighbour {
  readonly protocol: 'lldp' | 'cdp' | 'fdp' | 'edp'
  /** The ifIndex of the local port; null when the port number could not be translated. */
  readonly localIfIndex: number | null
  readonly localPort: string | null
  readonly remoteChassisIdSubtype: ChassisIdSubtype | null
  readonly remoteChassisId: string | null
  readonly remotePortIdSubtype: PortIdSubtype | null
  readonly remotePortId: string | null
  readonly remotePortDescr: string | null
  readonly remoteSysName: string | null
  /** What the neighbour says it is: lldpRemSysDesc, cdpCachePlatform, its software over EDP. */
  readonly remoteDescr: string | null
  /** What it says that it does, over LLDP; empty when it says nothing. */
  readonly remoteCapabilities: readonly SystemCapability[]
  readonly remoteAddresses: readonly string[]
}

/** A row of prtMarkerSuppliesTable (Printer-MIB, RFC 3805). */
export interface Supply {
  /** Its index in the table, `1.2`; null when it was read before that was kept. */
  readonly instance: string | null
  readonly description: string
  /** Percent left, 0 to 100; null when the printer does not know. */
  readonly percentLeft: number | null
}

/** What one reading of a device gives: everything of the device document that comes from the wire. */
export interface DeviceReading extends DeviceParts {
  readonly sysName: string | null
  readonly sysDescr: string | null
  /** Dotted, without a leading point. */
  readonly sysObjectID: string | null
  readonly sysLocation: string | null
  readonly vendor: string | null
  readonly model: string | null
  readonly osName: string | null
  readonly osVersion: string | null
  readonly serialNumber: string | null
  readonly kind: DeviceKind
  /** Field name → the object (with its index) or the rule that gave it, for instance `entPhysicalModelName.1001`. */
  readonly evidence: Readonly<Record<string, string>>
  readonly components: readonly Component[]
  readonly interfaces: readonly Interface[]
  readonly addresses: readonly DeviceAddress[]
  readonly vlans: readonly Vlan[]
  readonly spanningTree: SpanningTree | null
  readonly neighbours: readonly Neighbour[]
  readonly supplies: readonly Supply[]
  /** Machines behind its ports and addresses that it resolved: kept as sightings, no part of what makes the device. */
  readonly macSightings: readonly MacSighting[]
  readonly addressSightings: readonly AddressSighting[]
  /** The MAC that identifies the box itself (lldpLocChassisId, dot1dBaseBridgeAddress), else null. */
  readonly chassisMac: string | null
}

/** The device document, one a line in `export devices --format jsonl`. Its field names are a promise. */
export interface DeviceDocument
  extends Omit<DeviceReading, 'chassisMac' | 'macSightings' | 'addressSightings' | keyof DeviceParts>, DocumentParts {
  readonly schema: 'cartable/device/1'
  readonly managementAddress: string
  readonly scannedAddresses: readonly string[]
  /** Building code, from the longest prefix of the networks that holds the management address; null when none does. */
  readonly building: string | null
  readonly status: 'answered' | 'partial' | 'failed'
  readonly reasonCode: string | null
  /** ISO 8601, UTC. */
  readonly firstSeen: string
  readonly lastSeen: string
}
