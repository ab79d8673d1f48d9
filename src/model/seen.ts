/** A device that answered once at least, in short. */
export interface SeenDevice {
  readonly id: number
  /** '' without a board. */
  readonly board: string
  readonly managementAddress: string
  /** Every address that is known to be this device, the one it is managed by included. */
  readonly addresses: readonly string[]
  /** As read: what its neighbours hear. */
  readonly sysName: string | null
  /** What a person calls it; null when nobody does. */
  readonly saidName: string | null
  readonly vendor: string | null
  /** As a person says it, else as read. */
  readonly model: string | null
  readonly serialNumber: string | null
  /** The MIB object, or the rule, that gave the serial number. */
  readonly serialObject: string | null
  readonly chassisMac: string | null
  /** ISO 8601, UTC. */
  readonly lastSeen: string
  /** False when the last reading broke off: what it did not reach is as old as its own interval. */
  readonly isWhole: boolean
  /** Another box answers at its addresses. */
  readonly isGone: boolean
  /** Building code that a person gives it over the networks; null when nobody does. */
  readonly saidBuilding: string | null
  /** True for a device that a person leaves out of lists. */
  readonly isIgnored: boolean
}

/** A part of a device with a serial number: a row of entPhysicalTable. */
export interface SeenComponent {
  readonly device: number
  readonly entPhysicalIndex: number
  readonly class: string
  readonly serialNumber: string
}

/** An interface with its MAC address; `name` is ifName, else ifIndex. */
export interface SeenInterface {
  readonly device: number
  readonly name: string
  readonly mac: string
}

/** What a device heard at one of its ports. */
export interface SeenNeighbour {
  readonly device: number
  readonly protocol: string
  readonly port: string | null
  /** When it was first heard there: ISO 8601, UTC. */
  readonly since: string
  readonly sysName: string | null
  readonly addresses: readonly string[]
  readonly chassisId: { readonly subtype: string | null; readonly value: string | null }
  readonly portId: { readonly subtype: string | null; readonly value: string | null }
}
