/** Devices in service by category, then school: rows of the inventory, and what only scans saw. No device is in two. */
export interface DeviceCounts {
  readonly fleet: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly scanned: ReadonlyMap<string, ReadonlyMap<string, number>>
}
