/** Devices in service by category, then school: rows of the inventory, and what only scans saw. No device is in two. */
export interface DeviceCounts {
  readonly fleet: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly scanned: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/**
 * What a reader of the counts must know. Of active rows: counted though nothing tells them apart; left out, as they repeat
 * another one, or may be one of several devices; left out for want of a school, or of one that is known. Of devices that
 * scans saw, all left out: in a building of several schools; where no school is known; that the inventory says are not in
 * use.
 */
export type CountDoubt = 'no-identifier' | 'repeated' | 'ambiguous' | 'no-school' | 'unknown-school' | ThingDoubt
export type ThingDoubt = 'shared-building' | 'no-place' | 'not-active'
