import type { Messages } from '../i18n/translator.js'
import { sqliteCode } from '../lib/sqlite.js'
import { UserError } from '../model/errors.js'
import { StoreError } from '../store/database.js'

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
    if (error.code === 'newer') return new UserError(m.errors.databaseNewer(path), m.errors.databaseNewerHint)
    return new UserError(m.errors.postgresLater, m.errors.postgresLaterHint)
  }
  const code = sqliteCode(error)
  if (code !== null) return explainSqlite(code, error, path, m)
  return explainSystem(error as NodeJS.ErrnoException, m)
}

function explainSqlite(code: string, error: unknown, path: string, m: Messages): UserError | null {
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return new UserError(m.errors.databaseLocked(path), m.errors.databaseLockedHint)
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new UserError(m.errors.databaseCorrupt(path), m.errors.databaseCorruptHint, { cause: error })
    case 'SQLITE_FULL':
      return new UserError(m.errors.diskFull(path), m.errors.diskFullHint)
    case 'SQLITE_READONLY':
      return new UserError(m.errors.noRight(path), m.errors.noRightHint)
    case 'SQLITE_CANTOPEN':
      return new UserError(m.errors.databaseCannotOpen(path), m.errors.noRightHint)
    case 'SQLITE_IOERR':
      return new UserError(m.errors.databaseIo(path), m.errors.diskFullHint, { cause: error })
    default:
      return null
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
