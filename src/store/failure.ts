import { postgresFailure } from './postgres.js'
import { sqliteFailure } from './sqlite.js'

/**
 * Why a database could not be used: another program holds it (`locked`), its content is not what it should be
 * (`damaged`), no room (`full`), no right to write (`read-only`) or to open the file (`cannot-open`), the disk does not
 * obey (`io`), the server does not answer or has no room for one more (`unreachable`), shows a certificate that nothing
 * vouches for (`untrusted`), does not let the user in (`denied`), or has no such database.
 */
export type Failure =
  | 'locked'
  | 'damaged'
  | 'full'
  | 'read-only'
  | 'cannot-open'
  | 'io'
  | 'unreachable'
  | 'untrusted'
  | 'denied'
  | 'no-such-database'

/** What a database's failure means, whichever database it is; null when the error is no database's. */
export function failureOf(error: unknown): Failure | null {
  return sqliteFailure(error) ?? postgresFailure(error)
}
