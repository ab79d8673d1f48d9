import type { Component, Interface, Neighbour } from './device.js'
import type { DocumentParts } from './device-parts.js'
import type { Establishment } from './organisation.js'
import type { Override } from './override.js'
import type { Gap } from './records.js'
import type { Pop } from './wan-link.js'
import type { DayTraffic, WanInterface } from './traffic.js'

/**
 * Names of the fields of a row that a person said, over what was read; `ignore` when a person leaves the whole row out
 * and it is shown nevertheless.
 */
type Overridden = readonly string[]

/** Rows of the lists: flat, in the words of the records. */
export interface SchoolRow {
  readonly code: string
  readonly name: string
  readonly board: string
  readonly buildings: readonly string[]
  readonly schoolYear: string | null
  /** Pupils of all sectors in that year; null when the enrolment is unknown. */
  readonly pupils: number | null
}

/** A file that was imported. */
export interface ImportRow {
  /** Its number, by which it can be undone. */
  readonly import: number
  readonly kind: string
  readonly file: string
  /** ISO 8601, UTC. */
  readonly importedAt: string
  readonly rows: number
  /** Facts; null for what was imported before they were counted. */
  readonly added: number | null
  readonly changed: number | null
  readonly removed: number | null
  readonly sha256: string
  /** When and by whom it was undone; null while it holds. */
  readonly undoneAt: string | null
  readonly undoneBy: string | null
}

export interface BuildingRow {
  readonly code: string
  readonly name: string
  readonly municipality: string | null
  readonly mrc: string | null
  readonly region: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly schools: readonly string[]
  readonly devices: number
  /** Usable area; null when no file says. */
  readonly areaM2: number | null
  readonly overridden?: Overridden
}

/** A point of presence, its place in two columns. */
export interface PopRow extends Omit<Pop, 'coordinates'> {
  readonly lon: number | null
  readonly lat: number | null
}

/** An establishment outside of the boards, in one of its buildings. */
export interface EstablishmentRow {
  readonly code: string
  readonly name: string
  readonly sector: Establishment['sector']
  readonly type: string | null
  readonly building: string
  readonly municipality: string | null
  readonly lon: number | null
  readonly lat: number | null
}

/** A device, or an address that was named and has not answered yet. */
export interface DeviceRow {
  readonly managementAddress: string
  readonly sysName: string | null
  readonly vendor: string | null
  readonly model: string | null
  readonly osVersion: string | null
  readonly serialNumber: string | null
  readonly kind: string
  readonly building: string | null
  readonly status: string
  readonly reasonCode: string | null
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  /** The address of the device that named this one, for an address that nobody asked for; else null. */
  readonly namedBy: string | null
  /** What its last reading cost; null where none did. */
  readonly packetsSent: number | null
  readonly bytesSent: number | null
  readonly readMs: number | null
  readonly overridden?: Overridden
}

/** A part of a device, with the device it belongs to. */
interface OfDevice {
  readonly managementAddress: string
  readonly sysName: string | null
  readonly overridden?: Overridden
}
export type InterfaceRow = OfDevice & Interface
export type NeighbourRow = OfDevice & Neighbour
export type ComponentRow = OfDevice & Component
/** An access point, with the controller that it belongs to. */
export type AccessPointRow = OfDevice & DocumentParts['accessPoints'][number]

/** A day of a wide-area interface; `day` and `expected` are null while nothing was measured of it. */
export interface TrafficRow
  extends
    OfDevice,
    Pick<WanInterface, 'ifIndex' | 'port' | 'ifAlias' | 'link' | 'linkEnd' | 'confidence'>,
    Omit<DayTraffic, 'expected'> {
  /** `rule: what it rests on`. */
  readonly evidence: readonly string[]
  readonly day: string | null
  readonly expected: number | null
  /** False when less than half of the day's 5-minute samples are there. */
  readonly sufficient: boolean
}

/** How full a link was measured to be; null when nobody measures it. */
export type LinkUse = Pick<Gap, 'measuredUse' | 'monthsUntilFull'>

/** A run of `scan`; the counts are null while it runs, and when it was killed. */
export interface ScanRow {
  readonly scan: number
  readonly board: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly targets: string
  readonly addresses: number | null
  readonly answered: number | null
  readonly partial: number | null
  readonly failed: number | null
}

/** A secret of the vault as it is listed: never its value. */
export interface SecretRow {
  readonly name: string
  readonly addedAt: string
  /** When it last got another value: `addedAt` as long as it did not. */
  readonly changedAt: string
  /** CIDRs outside which it is never sent; null is everywhere. */
  readonly networks: readonly string[] | null
  /** Names of the configuration's credentials that refer to it. */
  readonly usedBy: readonly string[]
}

/** An override with what people call the thing, and what is read of it now. */
export interface OverrideRow {
  /** Its number; null when it was only tried. */
  readonly override: number | null
  readonly noun: Override['noun']
  readonly subject: string
  /** A device's address, a building's code, a link's id. */
  readonly thing: string
  /** The thing's name as it is read; null without one. */
  readonly name: string | null
  readonly field: Override['field']
  /** What is read or imported now; null when nothing is, and for `ignore`. */
  readonly read: string | null
  readonly value: string
  readonly who: string
  readonly since: string
  readonly why: string
  /** False once it is removed. */
  readonly holds: boolean
  readonly until: string | null
  readonly removedBy: string | null
}
