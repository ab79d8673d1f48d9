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
  readonly vlans: readonly Vlan[]
  readonly neighbours: readonly Neighbour[]
  readonly supplies: readonly Supply[]
  /** The MAC that identifies the box itself (lldpLocChassisId, dot1dBaseBridgeAddress), else null. */
  readonly chassisMac: string | null
}

/** The device document, one a line in `export devices --format jsonl`. Its field names are a promise. */
export interface DeviceDocument extends Omit<DeviceReading, 'chassisMac' | keyof DeviceParts>, DocumentParts {
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
