import type { Generated } from '#kysely'
import type { Interval } from './interval.js'

/** One run of `scan`. `ended_at` is null while it runs, and stays so when it was killed. */
export interface ScanTable {
  id: Generated<number>
  board: string
  started_at: string
  ended_at: string | null
  targets: string
  summary: string | null
  /** JSON object of how far it has come; null for a scan of before that was kept. */
  checkpoint: Generated<string | null>
}

/** The last thing that an address did, by intervals. One current row for each address of a board. */
export interface TargetTable extends Interval {
  id: Generated<number>
  board: string
  address: string
  device_id: number | null
  status: string
  reason_code: string | null
  during: string | null
  credential: string | null
  scan_id: number
  last_seen: string
  /** The address of the device that named this one, for an address that nobody asked for; else null. */
  named_by: Generated<string | null>
}

/**
 * A box. `identity` is what makes it that box: `serial:…`, else `mac:…`, else `address:…`. It is gone (`until`) when
 * another box answers at the last of its addresses.
 */
export interface DeviceTable {
  id: Generated<number>
  board: string
  identity: string
  management_address: string
  chassis_mac: string | null
  /** Hash of everything read last: the same hash is an unchanged device. */
  content_hash: string
  first_seen: string
  last_seen: string
  until: string | null
  /** Scans in a row that asked its addresses in vain, and the last one that is counted. */
  misses: Generated<number>
  missed_scan: number | null
  /** Since when it is told as vanished; null while it is not. */
  vanished_at: string | null
  /** The last building that its management address was known to be in. */
  building: string | null
  /** What its last reading cost; null before that was kept. */
  packets_sent: Generated<number | null>
  bytes_sent: Generated<number | null>
  read_ms: Generated<number | null>
}

/** What differed from one scan to the next: written with the facts, never changed but for a box found to replace another. */
export interface ChangeTable {
  id: Generated<number>
  board: string
  scan_id: number
  at: string
  kind: string
  device_id: number | null
  /** Where the device answered then. */
  address: string | null
  /** As the model's Change; each at most 200 characters. */
  subject: string | null
  before: string | null
  after: string | null
}
