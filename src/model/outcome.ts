/** Why a target was not read, or not read whole: a closed list, rendered in both languages by src/i18n/messages/reasons.ts. */
export const REASON_CODES = [
  'no-answer',
  'host-up-snmp-silent',
  'port-closed',
  'view-empty',
  'v3-unknown-user',
  'v3-wrong-key',
  'v3-unsupported',
  'agent-loop',
  'agent-broken',
  'timed-out-midway',
  'cap-reached',
  'refused-source',
  'blackout',
  'cancelled',
] as const

export type ReasonCode = (typeof REASON_CODES)[number]

/** A reason and what it is about, for instance the MIB table that was being read. Never holds a secret. */
export interface Reason {
  readonly code: ReasonCode
  /** What was being read when it broke off (a MIB table or object name), or null. */
  readonly during: string | null
}

/** What reading something from the network gave. A failure has the same shape as a success. */
export type Outcome<T> =
  | { readonly status: 'answered'; readonly value: T }
  | { readonly status: 'partial'; readonly value: T; readonly reason: Reason }
  | { readonly status: 'failed'; readonly reason: Reason }

export type Status = Outcome<unknown>['status']
