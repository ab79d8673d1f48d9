import type { Generated } from '#kysely'
import type { Interval } from './interval.js'

/** What a board's wide-area interfaces were last worked out from: the same basis gives the same interfaces. */
export interface WanBasisTable {
  id: Generated<number>
  board: string
  basis: string
  derived_at: string
}

/** An interface that leads out of its building. One row for each port of a device; `until` is null while it is one. */
export interface WanInterfaceTable extends Interval {
  id: Generated<number>
  device_id: number
  /** ifName, else ifDescr, else `#` and the ifIndex: what stays when the device numbers its interfaces anew. */
  port: string
  if_index: number
  if_name: string | null
  if_alias: string | null
  link: string | null
  link_end: string | null
  confidence: string
  /** JSON array of the model's WanEvidence. */
  evidence: string
}

/** What an interface had counted at an instant, and its rate since the reading before; kept some days. */
export interface TrafficSampleTable {
  id: Generated<number>
  wan_interface_id: number
  at: string
  up_time: number | null
  /** Decimal digits: 64 bits do not fit a number. */
  in_octets: string | null
  out_octets: string | null
  bits: number
  discontinuity_time: number | null
  speed_bps: number | null
  /** These are null together, and `unknown` says why. */
  seconds: number | null
  in_bps: number | null
  out_bps: number | null
  unknown: string | null
  /** The local day of the middle of the interval; null without a rate. */
  day: string | null
}

/** What a day of an interface came to; kept 13 months. */
export interface TrafficDayTable {
  id: Generated<number>
  wan_interface_id: number
  /** Local day: `2026-11-30`. */
  day: string
  samples: number
  expected: number
  p95_in_bps: number | null
  p95_out_bps: number | null
  max_in_bps: number | null
  max_out_bps: number | null
  mean_in_bps: number | null
  mean_out_bps: number | null
  measured_seconds: number
}
