import type { Reason } from '../../model/outcome.js'
import type { ScanCheckpoint, ScanManner } from '../../model/scan-checkpoint.js'
import type { WriteCounts } from '../../store/scan-writer.js'
import type { TargetResult } from '../../store/scan-writer.js'
import type { ScanProgress } from './request.js'

/** Silent addresses cost nothing but a count: progress is told of so many together. */
const SILENT_AT_ONCE = 100

/** What a scan counts: what is counted is written, and survives a kill. */
export class Tally {
  /** How many addresses are to be asked, as far as is known. */
  addresses = 0
  answered = 0
  partial = 0
  failed = 0
  packetsSent = 0
  bytesSent = 0
  devicesNew = 0
  devicesChanged = 0
  /** Named or known addresses that could not be read whole. */
  unread = 0
  readonly byReason: Record<string, number> = {}
  readonly #tell: (done: ScanProgress) => void

  constructor(tell: (done: ScanProgress) => void, before: ScanCheckpoint | null) {
    this.#tell = tell
    if (before === null) return
    this.packetsSent = before.packetsSent
    this.bytesSent = before.bytesSent
    this.devicesNew = before.devicesNew
    this.devicesChanged = before.devicesChanged
  }

  /** Addresses that are over. */
  get asked(): number {
    return this.answered + this.partial + this.failed
  }

  /** Counts an address that has a row, or that gave more than silence. */
  count(status: TargetResult['outcome']['status'], code: Reason['code'] | null, isMissed: boolean): void {
    this[status]++
    if (code === null) return
    this.byReason[code] = (this.byReason[code] ?? 0) + 1
    if (isMissed) this.unread++
  }

  /** Counts an address where nobody answered, and which is forgotten. */
  silent(): void {
    this.count('failed', 'no-answer', false)
    if ((this.byReason['no-answer'] ?? 0) % SILENT_AT_ONCE === 0) this.tell([])
  }

  /** Counts addresses that the scan was to ask and did not. */
  left(count: number, code: Reason['code']): void {
    if (count === 0) return
    this.byReason[code] = (this.byReason[code] ?? 0) + count
    this.failed += count
    this.unread += count
  }

  spent(packets: number, bytes: number): void {
    this.packetsSent += packets
    this.bytesSent += bytes
  }

  /** What is kept of a scan with a batch of results that makes so many devices new or changed. */
  checkpoint(manner: ScanManner, { devicesNew, devicesChanged }: WriteCounts): ScanCheckpoint {
    return {
      ...manner,
      devicesNew: this.devicesNew + devicesNew,
      devicesChanged: this.devicesChanged + devicesChanged,
      packetsSent: this.packetsSent,
      bytesSent: this.bytesSent,
    }
  }

  /** Tells how far the scan is, with the results that came since the last time. */
  tell(latest: readonly TargetResult[]): void {
    const { asked, addresses, answered, partial, failed, byReason, packetsSent } = this
    this.#tell({
      asked,
      addresses,
      answered: answered + partial,
      partial,
      failed,
      byReason: { ...byReason },
      packetsSent,
      latest,
    })
  }
}
