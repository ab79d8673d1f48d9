import type { ChassisIdSubtype, DeviceKind, Interface, Neighbour, PortIdSubtype } from './device.js'

/**
 * How sure a link is, surest first. Words, not a number: a number would promise a probability that nobody measured,
 * while an engineer asks one of three things, "must I go and look?".
 *
 * - `confirmed`: both ends say it of each other, and nothing that either says of its own port contradicts it. No need
 *   to look.
 * - `one-sided`: one end says it; the other is not ours, is silent or says nothing of that port. Believe it, for want of
 *   a witness against.
 * - `ambiguous`: what is said leaves a doubt on which device or which cable it is; `conflicts` tells which. Go and look.
 *
 * A conflict that leaves no doubt on the cable (a speed, a duplex, a port id that no port has) does not lower it.
 */
export const LINK_CONFIDENCES = ['confirmed', 'one-sided', 'ambiguous'] as const
export type LinkConfidence = (typeof LINK_CONFIDENCES)[number]

/** What is not as it should be on a link. Those marked * leave a doubt: the link is ambiguous. */
export const LINK_CONFLICTS = [
  /** * The port has a link to something else too (`about`): a hub, an unmanaged switch, a telephone or an access point in between. */
  'several-on-port',
  /** * The far device speaks, but says something else (`about`) of the port that it is told to be at. */
  'far-side-differs',
  /** * One end tells another port (`about`) of the other than the one at which that one hears it. */
  'port-differs',
  /** * Several of our devices (`about`) have the identifier that is told. */
  'device-ambiguous',
  /** * Nothing but its name (`about`) says which device it is, and names are copied with configurations. */
  'name-only',
  /** * The address that the neighbour gives is another device's (`about`) than its identifier says. */
  'identity-differs',
  /** * As many links go between the two, but neither end says which port of the other is which: paired in order. */
  'paired-in-order',
  /** The port that is told (`about`) is no port of the device, or could be several. */
  'port-unmatched',
  /** The same neighbour is told at several of its ports (`about`): rows that the agent did not forget. */
  'far-port-differs',
  /** The name that is told (`about`) is not the device's own: it was renamed, or its identity is copied. */
  'name-differs',
  /** The device hears itself. */
  'loop',
  /** The two ends run at different speeds. */
  'speed-differs',
  /** One end is full duplex, the other half: the classic of slow links. */
  'duplex-differs',
] as const
export type LinkConflictCode = (typeof LINK_CONFLICTS)[number]

export interface LinkConflict {
  readonly code: LinkConflictCode
  /** The end that it is about; null when it is about both. */
  readonly end: 'a' | 'b' | null
  /** Names of devices and ports, as people read them; '' when there is nothing to name. */
  readonly about: string
}

/** What kinds of evidence make a link, best first. One that is added is a word here, and claims of it (src/derive/links). */
export const LINK_PROTOCOLS = ['lldp', 'cdp', 'fdp', 'edp'] as const satisfies readonly Neighbour['protocol'][]
export type LinkProtocol = (typeof LINK_PROTOCOLS)[number]

/** One protocol's word for a link. */
export interface LinkEvidence {
  readonly protocol: LinkProtocol
  /** Which end says it. */
  readonly side: 'both' | 'a' | 'b'
  /** The last time that one of them said it: ISO 8601, UTC. */
  readonly when: string
}

/** One end of a link: a port of a device of ours, or what our device was told of a neighbour that is not ours. */
export interface LinkEnd {
  /** Null for a neighbour that is not one of our devices, or when it is not known which. */
  readonly managementAddress: string | null
  /** The device's own name; of a neighbour that is not ours, the name told. */
  readonly sysName: string | null
  /** Null when the port is not known, or not a row of ifTable. */
  readonly ifIndex: number | null
  /** ifName, else ifDescr, else the port as the device calls it in LLDP; of an unknown neighbour, null. */
  readonly ifName: string | null
  /** What the other end calls this port, when it says: the port id, and its description. */
  readonly portIdSubtype: PortIdSubtype | null
  readonly portId: string | null
  readonly portDescr: string | null
  /** What the other end calls this device, when it says. */
  readonly chassisIdSubtype: ChassisIdSubtype | null
  readonly chassisId: string | null
  /** Where the neighbour says that it can be managed. */
  readonly toldAddresses: readonly string[]
  /** ifHighSpeed or ifSpeed of the port in bits per second; null when unknown or when the port is not up. */
  readonly speedBps: number | null
  readonly duplex: Interface['duplex']
}

/** One physical link between two ports of a board: who says so, how sure it is, and what does not fit. */
export interface Link {
  /**
   * `L` and 8 letters or digits, made of what does not change from one night to the next: the chassis of both ends and
   * the port of one. The same whichever end was read first, and when the other end falls silent.
   */
  readonly id: string
  /** Code of the board, or '' when the scans were made without one. */
  readonly board: string
  /** Always a device of ours: of two, the lower management address. */
  readonly a: LinkEnd
  readonly b: LinkEnd
  readonly confidence: LinkConfidence
  readonly evidence: readonly LinkEvidence[]
  /** The slower of both ends, in bits per second; null when neither is known. */
  readonly speedBps: number | null
  readonly conflicts: readonly LinkConflict[]
  /** ISO 8601, UTC: the first time that either end said it, and the last time that one that says it was read. */
  readonly firstSeen: string
  readonly lastSeen: string
}

/** What links are joined from: a port of a device. */
export type LinkPort = Pick<
  Interface,
  'ifIndex' | 'ifName' | 'ifDescr' | 'ifAlias' | 'ifType' | 'speedBps' | 'physAddress' | 'operStatus' | 'duplex'
>

/** A neighbour, with the first time that the device told of it (ISO 8601, UTC). */
export type SeenNeighbour = Neighbour & { readonly firstSeen: string }

/** What links are joined from: a device with its ports and what it hears at them. */
export interface LinkDevice {
  /** What makes it that box (`serial:…`, `mac:…`, `address:…`); no other device of the board has it. */
  readonly identity: string
  readonly board: string
  readonly managementAddress: string
  /** Every address that it answered at. */
  readonly addresses: readonly string[]
  readonly chassisMac: string | null
  readonly serialNumber: string | null
  readonly sysName: string | null
  readonly vendor: string | null
  readonly model: string | null
  readonly kind: DeviceKind
  /** ISO 8601, UTC. */
  readonly lastSeen: string
  readonly interfaces: readonly LinkPort[]
  readonly neighbours: readonly SeenNeighbour[]
}

/** A device in an exported graph. */
export interface LinkGraphDevice {
  readonly board: string
  readonly managementAddress: string
  readonly sysName: string | null
  readonly kind: DeviceKind
  readonly vendor: string | null
  readonly model: string | null
  readonly building: string | null
}

/** The cabling of a board, or of several: every device, those without a known link too, and every link. */
export interface LinkGraph {
  readonly devices: readonly LinkGraphDevice[]
  readonly links: readonly Link[]
}

/** A row of `list links`: flat, for tables and CSV. */
export interface LinkRow {
  readonly id: string
  readonly board: string
  readonly aAddress: string | null
  /** Name, else address, else chassis id: what people call it. */
  readonly aDevice: string
  readonly aPort: string | null
  readonly aIfIndex: number | null
  readonly bAddress: string | null
  readonly bDevice: string
  readonly bPort: string | null
  readonly bIfIndex: number | null
  readonly bChassisId: string | null
  readonly confidence: LinkConfidence
  /** `lldp:both`, `cdp:a`… */
  readonly evidence: readonly string[]
  readonly speedBps: number | null
  readonly conflicts: readonly LinkConflictCode[]
  readonly firstSeen: string
  readonly lastSeen: string
}
