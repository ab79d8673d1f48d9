/**
 * Facts are kept by intervals: a row holds from `since` until `until` (null: it still does). When the same content is
 * met again nothing is written but `last_seen`; when it differs the row is closed and another one opened.
 *
 * Instants are ISO 8601 text in UTC, booleans 0 or 1, codes text, money integer cents, speeds bits per second.
 */
export interface Interval {
  since: string
  until: string | null
}
