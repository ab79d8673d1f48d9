import type { AddressRange } from '../../lib/address-ranges.js'
import type { Credential } from '../../model/credential.js'
import type { SnmpRead } from '../../model/reading.js'
import type { ScanSummary } from '../../model/records.js'
import type { UnfinishedScan } from '../../store/scan-progress.js'
import type { TargetResult } from '../../store/scan-writer.js'
import type { TargetRange } from './targets.js'

/** What a scan is asked. */
export interface ScanRequest {
  readonly ranges: readonly TargetRange[]
  /** What is not to be asked, beside what the configuration excludes. */
  readonly excluded?: readonly AddressRange[]
  /** The targets as they were written, kept with the scan. */
  readonly written: string
  readonly credentials: readonly Credential[]
  readonly ping: boolean
  /** Whether forwarding tables and resolved addresses are read too; absent: as the configuration says. */
  readonly endpoints?: boolean
  /** What is excluded, as it was written; absent or empty when nothing is. */
  readonly writtenExclude?: string
  /** Whether what devices name is asked too, within the networks that are known. */
  readonly crawl?: boolean
  /** The scan to go on with: what it has read is not read again. */
  readonly resume?: UnfinishedScan
  /** True waits for another scan, and until blackout hours are over, where it would refuse, or end at their beginning. */
  readonly wait?: boolean
  readonly signal: AbortSignal
  /** Told that it waits, and until when. */
  waiting?(until: Date): void
  /** Waits for some milliseconds, less when interrupted; absent is real time. */
  pause?(ms: number, signal: AbortSignal): Promise<void>
  /** Reads an address from its recording: given, no packet is sent and no hour is excluded. */
  replay?(address: string, signal: AbortSignal): Promise<SnmpRead>
  progress(done: ScanProgress): void
}

/** How far a scan is: what is counted is written, and survives a kill. */
export interface ScanProgress {
  readonly asked: number
  readonly addresses: number
  /** Read whole or in part. */
  readonly answered: number
  /** Of those answered, read in part. */
  readonly partial: number
  readonly failed: number
  /** Reason code → addresses. */
  readonly byReason: Readonly<Record<string, number>>
  readonly packetsSent: number
  /** What came since the last time this was told. */
  readonly latest: readonly TargetResult[]
}

/** What a scan did, and how many named or known addresses it could not read whole. */
export interface ScanResult {
  readonly summary: ScanSummary
  readonly unread: number
}
