import type { DeviceReading, Interface, Neighbour } from './device.js'

/**
 * What may differ from one scan to the next, in the order in which it is told: the device itself, what it is made of,
 * what it is linked to.
 */
export const CHANGE_KINDS = [
  /** A box that was never seen before answers. */
  'appeared',
  /** It answers again, after it was told as vanished or replaced. */
  'returned',
  /** It no longer answers over SNMP, after so many scans that asked its addresses; or another box has its last address. */
  'vanished',
  /**
   * Another box has its address, or its name: another serial; the device of the event is the new one. Or another serial
   * behind the same chassis MAC, or in the place of a stack's member, which is the subject: the device is the same.
   */
  'replaced',
  /** Its management address is in another building. */
  'moved',
  /** It answers at another address of the same building. */
  'address-changed',
  /** Another sysName. */
  'renamed',
  /** Another version of its system, higher or lower. */
  'upgraded',
  /** A chassis of a stack, by its serial. */
  'member-lost',
  'member-added',
  /** What a port sees over LLDP, CDP, FDP or EDP. */
  'neighbour-lost',
  'neighbour-found',
  /** ifOperStatus of a port that is up by configuration; only ports that lead to a neighbour, aggregates and their members, and ports with an ifAlias. */
  'interface-down',
  'interface-up',
  /** The same of an interface that leads out of its building: the subject is its wide-area link, where one is known. */
  'wan-link-down',
  'wan-link-up',
  /** The nominal speed of such a port, up before and after. */
  'speed-changed',
  /** VLANs that a device no longer has, and has anew: one event. */
  'vlans-changed',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One thing that differs. */
export interface Change {
  readonly kind: ChangeKind
  /** The part that it is about: a port's name, a member's; null when it is the device. */
  readonly subject: string | null
  /** What it was and is: an address, a name, a version, a serial, a building's code, bits per second, an ifOperStatus, lists of VLAN ids. */
  readonly before: string | null
  readonly after: string | null
}

/** What is compared of a device from one scan to the next. */
export interface DeviceState
  extends
    Pick<DeviceReading, 'sysName' | 'sysDescr' | 'osVersion' | 'serialNumber' | 'evidence'>,
    Readonly<{
      components: readonly Pick<
        DeviceReading['components'][number],
        'entPhysicalIndex' | 'class' | 'name' | 'serialNumber'
      >[]
      interfaces: readonly Pick<
        Interface,
        | 'ifIndex'
        | 'ifName'
        | 'ifDescr'
        | 'ifAlias'
        | 'ifType'
        | 'speedBps'
        | 'adminStatus'
        | 'operStatus'
        | 'lagIfIndex'
      >[]
      vlans: readonly Pick<DeviceReading['vlans'][number], 'vlanId'>[]
      neighbours: readonly Pick<
        Neighbour,
        'localIfIndex' | 'localPort' | 'remoteChassisId' | 'remoteSysName' | 'remoteAddresses'
      >[]
    }> {}

/** The wide-area link behind a port, or the port's name when nothing says which; null for any other port. */
export type WanLinkAt = (ifIndex: number) => string | null

/** Says what differs between two states of one device. A reading that broke off is given with what it did not reach. */
export type DeriveChanges = (before: DeviceState, after: DeviceState, wanLinkAt: WanLinkAt) => readonly Change[]

/** A change as it is kept and listed. Instants are ISO 8601, UTC. */
export interface ChangeRow extends Change {
  readonly change: number
  readonly at: string
  readonly scan: number
  readonly board: string
  /** The building of its address now, or the one that a person says; null when no network says. */
  readonly building: string | null
  /** Where the device answered when it was found. */
  readonly managementAddress: string | null
  /** The device's name now. */
  readonly sysName: string | null
  readonly overridden?: readonly string[]
}
