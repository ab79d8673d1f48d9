import type { Messages } from '../i18n/translator.js'
import { UserError } from '../model/errors.js'
import { isPostgres, StoreError } from '../store/database.js'
import { failureOf, type Failure } from '../store/failure.js'

/**
 * What a failure of the machine means to the person, and what to do: a database that is locked, corrupted or absent, a
 * full disk, a missing right, a port in use. Null for what is our own fault.
 */
export function explain(error: unknown, database: string | null, m: Messages): UserError | null {
  if (error instanceof UserError) return error
  const path = database ?? ''
  if (error instanceof StoreError) {
    if (error.code === 'absent') return new UserError(m.errors.databaseAbsent(path), m.errors.databaseAbsentHint)
    if (error.code === 'foreign') return new UserError(m.errors.databaseForeign(path), m.errors.databaseForeignHint)
    if (error.code === 'older') return new UserError(m.errors.serverOlder(path), m.errors.serverOlderHint)
    return new UserError(m.errors.databaseNewer(path), m.errors.databaseNewerHint)
  }
  const failure = failureOf(error)
  return failure === null ? explainSystem(error as NodeJS.ErrnoException, m) : explainDatabase(failure, error, path, m)
}

function explainDatabase(failure: Failure, cause: unknown, path: string, m: Messages): UserError {
  const { errors } = m
  switch (failure) {
    case 'locked':
      return new UserError(errors.databaseLocked(path), errors.databaseLockedHint)
    case 'damaged':
      return new UserError(errors.databaseCorrupt(path), errors.databaseCorruptHint, { cause })
    case 'full':
      return new UserError(errors.diskFull(path), errors.diskFullHint)
    case 'read-only':
      return new UserError(errors.noRight(path), isPostgres(path) ? errors.serverRightHint : errors.noRightHint)
    case 'cannot-open':
      return new UserError(errors.databaseCannotOpen(path), errors.noRightHint)
    case 'io':
      return new UserError(errors.databaseIo(path), errors.diskFullHint, { cause })
    case 'unreachable':
      return new UserError(errors.serverUnreachable(path), errors.serverUnreachableHint)
    case 'untrusted':
      return new UserError(errors.serverUntrusted(path), errors.serverUntrustedHint)
    case 'denied':
      return new UserError(errors.serverDenied(path), errors.serverDeniedHint)
    case 'no-such-database':
      return new UserError(errors.serverNoDatabase(path), errors.serverNoDatabaseHint)
  }
}

function explainSystem(error: NodeJS.ErrnoException, m: Messages): UserError | null {
  const path = error.path ?? ''
  switch (error.code ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
      return new UserError(m.errors.diskFull(path), m.errors.diskFullHint)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new UserError(m.errors.noRight(path), m.errors.noRightHint)
    case 'ENOENT':
      return new UserError(m.errors.fileAbsent(path), m.errors.fileAbsentHint)
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
      return new UserError(m.errors.notAFile(path), m.errors.fileAbsentHint)
    case 'EADDRINUSE':
      return new UserError(m.errors.portInUse, m.errors.portInUseHint)
    default:
      return null
  }
}
