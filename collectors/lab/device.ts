import type { ChassisIdSubtype, PortIdSubtype } from '../../src/model/device.js'
import type { LabUser } from './usm.js'

/**
 * What a device does beyond answering as it should:
 *
 * - `silent`: it is there, and never answers;
 * - `slow`: each answer comes `delayMs` late;
 * - `other-community`: it answers another community only;
 * - `loops`: a walk of one table goes back to an earlier row for ever;
 * - `empty-view`: it answers, and lets nothing be seen.
 */
export const BEHAVIOURS = ['normal', 'silent', 'slow', 'other-community', 'loops', 'empty-view'] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** Who may read the lab. Nothing here protects anything: these are invented values that the documentation shows. */
export interface LabAccess {
  readonly community: string
  readonly otherCommunity: string
  readonly users: readonly LabUser[]
}

export interface LabInterface {
  readonly ifIndex: number
  readonly ifName: string
  readonly ifDescr: string
  readonly ifAlias: string
  /** IANAifType number. */
  readonly ifType: number
  readonly mtu: number
  readonly speedMbps: number
  readonly mac: Buffer
  readonly up: boolean
  /** A port of the bridge: it has a row in dot1dBasePortTable and in the LLDP tables. */
  readonly bridged: boolean
  /** lldpLocPortNum: not always the ifIndex. */
  readonly lldpPortNum: number
}

/** One row of entPhysicalTable. */
export interface LabComponent {
  readonly index: number
  readonly class: string
  readonly containedIn: number
  readonly descr: string
  readonly name: string
  readonly modelName: string
  readonly serialNumber: string
  readonly hardwareRev: string
  readonly firmwareRev: string
  readonly softwareRev: string
  readonly manufacturer: string
}

/** How a device names itself and its ports to its neighbours. */
export interface LabLldp {
  /** False when it speaks LLDP, but does not show the LLDP-MIB. */
  readonly inView: boolean
  readonly chassisIdSubtype: ChassisIdSubtype
  readonly portIdSubtype: PortIdSubtype
  readonly capabilities: readonly ('bridge' | 'wlanAccessPoint' | 'router' | 'telephone' | 'stationOnly')[]
}

/** What a device hears at one of its ports. */
export interface LabNeighbour {
  readonly lldpPortNum: number
  readonly chassisIdSubtype: ChassisIdSubtype
  readonly chassisId: Buffer
  readonly portIdSubtype: PortIdSubtype
  readonly portId: Buffer
  readonly portDescr: string
  readonly sysName: string
  readonly sysDescr: string
  readonly capabilities: LabLldp['capabilities']
  /** Dotted IPv4; null when it tells none. */
  readonly address: string | null
}

export interface LabSupply {
  readonly description: string
  /** 0 to 100; null when the printer does not know. */
  readonly percentLeft: number | null
}

export interface LabUps {
  readonly manufacturer: string
  readonly model: string
  readonly softwareVersion: string
  readonly agentVersion: string
  readonly chargePercent: number
  readonly minutesLeft: number
}

/** An object that only this hardware family has, as its description writes it. */
export interface LabExtra {
  /** `MODULE::object`, with its index. */
  readonly name: string
  readonly oid: string
  readonly type: 'string' | 'integer' | 'gauge' | 'objectIdentifier' | 'hex'
  readonly value: string
}

/** A device as it is simulated: its description, with all that was given in bulk laid out. */
export interface LabDevice {
  readonly address: string
  readonly name: string
  readonly family: string
  readonly behaviour: Behaviour
  readonly versions: readonly ('2c' | '3')[]
  /** How late each answer comes. */
  readonly delayMs: number
  /** The entry of the table that loops, dotted; used by `loops` alone. */
  readonly loopsIn: string
  readonly sysDescr: string
  readonly sysObjectID: string
  readonly sysLocation: string
  readonly sysContact: string
  readonly sysServices: number
  readonly baseMac: Buffer
  readonly interfaces: readonly LabInterface[]
  readonly components: readonly LabComponent[]
  readonly lldp: LabLldp | null
  readonly neighbours: readonly LabNeighbour[]
  readonly vlans: readonly { readonly vlanId: number; readonly name: string }[]
  /** hrDeviceDescr of a printer; null for anything else. */
  readonly printer: { readonly description: string; readonly serialNumber: string } | null
  readonly supplies: readonly LabSupply[]
  readonly ups: LabUps | null
  readonly extras: readonly LabExtra[]
}
