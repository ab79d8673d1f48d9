import type { Inventory, Scans } from '../app/inventory.js'
import type { ScanPlan } from '../app/scan/scan-plan.js'
import type { ScanProgress, ScanResult } from '../app/scan/request.js'
import type { DeviceDocument } from '../model/device.js'
import type { Trouble } from './scan-state.js'

/** How a scan is started from the interface. */
export interface ScanOrder {
  readonly ping: boolean
  readonly signal: AbortSignal
  progress(done: ScanProgress): void
}

/** All that the interface asks of the program and of its terminal. */
export interface Port {
  /** Null when there is no database yet. */
  load(): Promise<Inventory | null>
  /** Null when there is no database yet. */
  scans(): Promise<Scans | null>
  device(address: string): Promise<DeviceDocument | null>
  plan(): Promise<ScanPlan>
  scan(order: ScanOrder): Promise<ScanResult>
  /** What went wrong, for the person; null for our own fault, which ends the interface. */
  explain(error: unknown): Trouble | null
  /** Ends the interface with an error. */
  fail(error: unknown): void
  suspend(): void
  repaint(): void
  /** Milliseconds since 1970. */
  now(): number
}
