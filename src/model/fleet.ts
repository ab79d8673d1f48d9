/** What an inventory says of a device's use. */
export const FLEET_STATUSES = ['active', 'in-stock', 'broken', 'retired', 'lost', 'stolen'] as const
export type FleetStatus = (typeof FLEET_STATUSES)[number]

/** A row of a fleet's inventory (an MDM's export, a spreadsheet), in the canonical columns. Null: the file does not say. */
export interface FleetEntry {
  /** As written, blanks around it left out: a placeholder (`To be filled by O.E.M.`) is kept, for it is what the file says. */
  readonly serial: string | null
  /** `aa:bb:cc:dd:ee:ff`, each once, in order of value. */
  readonly mac: readonly string[]
  readonly assetTag: string | null
  readonly name: string | null
  readonly model: string | null
  readonly os: string | null
  readonly osVersion: string | null
  /** ISO date, or ISO instant in UTC, of the last time that the inventory's own agent heard from it. */
  readonly lastContact: string | null
  readonly school: string | null
  readonly status: FleetStatus
}

/** What is kept of who has a device, when an import is asked to: personal information. Null: the file does not say. */
export interface Holder {
  readonly user: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** An inventory's row as the database holds it, with where it comes from. */
export interface FleetRow extends FleetEntry {
  /** Name of the file, without its folder. */
  readonly file: string
  readonly line: number
  /** When a file said it last: ISO 8601, UTC. */
  readonly toldAt: string
}

/** An identifier of something seen, and what told it. */
export interface Identifier {
  readonly value: string
  readonly from: IdentifierSource
}

export type IdentifierSource =
  /** The device's own serial or chassis MAC; `object` is the MIB object that gave it. */
  | { readonly kind: 'device'; readonly object: string }
  /** A row of entPhysicalTable (ENTITY-MIB): a stack member, a module, a power supply. */
  | { readonly kind: 'component'; readonly object: string; readonly class: string }
  | { readonly kind: 'interface'; readonly name: string }
  /** What another device heard at its port: LLDP or CDP. */
  | ({ readonly kind: 'heard' } & HeardAt)

/** Something that is, or was, on the network: a device that answered, or what a device hears at a port and never answered. */
export interface SeenThing {
  /** Unique among the things of an audit. */
  readonly id: string
  /** Null for what only a neighbour heard, without address. */
  readonly managementAddress: string | null
  readonly sysName: string | null
  readonly vendor: string | null
  readonly model: string | null
  /** Building code; null when no network or override places it. */
  readonly building: string | null
  /** ISO 8601, UTC. */
  readonly lastSeen: string
  /** Another box answers at its addresses. */
  readonly isGone: boolean
  /** A person leaves it out of lists. */
  readonly isIgnored: boolean
  /** A person, not a network, gives its building. */
  readonly isPlacedByHand: boolean
  readonly serials: readonly Identifier[]
  readonly macs: readonly Identifier[]
  /** Where it is heard, when it does not answer itself. */
  readonly heardAt: HeardAt | null
}

/** A port where a neighbour is heard, and the device that hears it. */
export interface HeardAt {
  readonly protocol: string
  readonly port: string
  readonly by: string
}

/** Where a row of the inventory stands: each is in one. In the order in which a summary tells them. */
export const ROW_CLASSES = [
  'seen',
  'not-seen',
  'elsewhere',
  'alive',
  'idle',
  'duplicated',
  'ambiguous',
  'unidentified',
] as const
export type RowClass = (typeof ROW_CLASSES)[number]

/** Where a thing seen stands: each is in one. Those that are `matched` are told with the row that they match. */
export const THING_CLASSES = ['matched', 'possible', 'unknown', 'past', 'ignored'] as const
export type ThingClass = (typeof THING_CLASSES)[number]

export type FleetClass = RowClass | Exclude<ThingClass, 'matched'>

/** Why a finding is what it is, worded by src/i18n/messages/fleet.ts; `about` holds what the words need. */
export interface FleetReason {
  readonly code:
    | 'serial-of-device'
    | 'serial-of-component'
    | 'serial-not-seen'
    | 'mac-of-device'
    | 'mac-of-interface'
    | 'mac-heard'
    | 'mac-not-seen'
    | 'mac-agrees'
    | 'maker-agrees'
    | 'serial-differs'
    | 'mac-elsewhere'
    | 'placeholder-serial'
    | 'placeholder-mac'
    | 'local-mac'
    | 'shared-mac'
    | 'short-serial'
    | 'several'
    | 'nothing-to-match'
    | 'last-seen'
    | 'school-silent'
    | 'last-contact'
    | 'status'
    | 'in-building'
    | 'in-other-building'
    | 'building-unknown'
    | 'building-said'
    | 'school-without-building'
    | 'same-serial'
    | 'same-mac'
    | 'same-device'
    | 'same-row'
    | 'not-in-inventory'
    | 'heard-only'
    | 'may-be'
  readonly about: readonly string[]
}

/** One row of the inventory, or one thing that no row tells, with where it stands and why. */
export interface FleetFinding {
  readonly class: FleetClass
  /** What the file says; of a thing that no row tells, what it says itself. */
  readonly serial: string | null
  readonly mac: readonly string[]
  readonly assetTag: string | null
  readonly name: string | null
  readonly model: string | null
  readonly school: string | null
  /** Null for a thing that no row tells. */
  readonly status: FleetStatus | null
  readonly lastContact: string | null
  readonly file: string | null
  readonly line: number | null
  /** Of the thing that was seen, when there is one. */
  readonly managementAddress: string | null
  readonly sysName: string | null
  readonly building: string | null
  readonly lastSeen: string | null
  readonly matchedBy: 'serial' | 'mac' | null
  readonly reasons: readonly FleetReason[]
}

/** Counts of an audit: the classes of rows add up to the rows, those of things to the things. */
export interface FleetCounts {
  readonly rows: Readonly<Record<RowClass, number>>
  readonly things: Readonly<Record<ThingClass, number>>
}
