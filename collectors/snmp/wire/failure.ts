import type { ReasonCode } from '../../../src/model/outcome.js'

/** Why one request gave nothing. */
export type Failure =
  /** Nothing came back in time. */
  | 'silence'
  /** tooBig: the answer does not fit the agent's message. */
  | 'too-big'
  /** noSuchName: an object is not there, as v1 says it. */
  | 'absent'
  /** Another error-status: the agent refuses the request as a whole. */
  | 'refused'
  /** authorizationError or noAccess: this user or community may read nothing here. */
  | 'denied'
  /** An unreadable or contradictory answer. */
  | 'broken'
  /** An answer came, from an address that was not asked. */
  | 'foreign'
  | 'v3-unknown-user'
  | 'v3-wrong-key'
  | 'v3-unsupported'
  | 'out-of-time'
  | 'cancelled'

/** The reason that the user sees for a failure; `midway` when the agent had answered before. */
export function reasonCodeOf(failure: Failure, midway: boolean): ReasonCode {
  switch (failure) {
    case 'silence':
      return midway ? 'timed-out-midway' : 'no-answer'
    case 'too-big':
    case 'absent':
    case 'refused':
    case 'broken':
      return 'agent-broken'
    case 'denied':
      return 'view-empty'
    case 'foreign':
      return 'refused-source'
    case 'out-of-time':
      return 'cap-reached'
    case 'v3-unknown-user':
    case 'v3-wrong-key':
    case 'v3-unsupported':
    case 'cancelled':
      return failure
  }
}
