import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isPostgres } from '../../store/database.js'
import { examine, type Examination } from '../../store/examine.js'
import { failureOf } from '../../store/failure.js'
import { explain } from '../explain.js'
import { databasePassword, scopeOf } from '../session.js'
import type { UserError } from '../../model/errors.js'
import type { Config } from '../config/load.js'
import { failure, good, warning, type Check, type Patient } from './finding.js'

/** A database as several checks look at it. */
type Examined =
  | ({ readonly status: 'examined' } & Examination)
  | { readonly status: 'absent' }
  | { readonly status: 'busy' | 'unreadable'; readonly told: UserError }

const examinations = new WeakMap<Config, Promise<Examined>>()

/** Looks at the configured database once, without making, migrating or setting anything. */
export function examineDatabase(patient: Patient): Promise<Examined> {
  const known = examinations.get(patient.config) ?? examineConfigured(patient)
  examinations.set(patient.config, known)
  return known
}

async function examineConfigured(patient: Patient): Promise<Examined> {
  const { config, m } = patient
  const { database } = config
  if (!isPostgres(database) && (await stat(database).catch(() => null)) === null) return { status: 'absent' }
  try {
    return {
      status: 'examined',
      ...(await examine(database, await databasePassword(config, patient), scopeOf(config))),
    }
  } catch (error) {
    const told = explain(error, database, m)
    if (told === null) throw error
    return { status: failureOf(error) === 'locked' ? 'busy' : 'unreadable', told }
  }
}

/** The database: that it opens, has this program's schema, and is whole. */
export const checkDatabase: Check = async (patient) => {
  const { config, m } = patient
  const { doctor, errors } = m
  const examined = await examineDatabase(patient)
  switch (examined.status) {
    case 'absent':
      return [good('database', doctor.databaseAbsent(config.database))]
    case 'busy':
      return [warning('database', examined.told.message, examined.told.hint ?? '')]
    case 'unreadable':
      return [failure('database', examined.told.message, examined.told.hint)]
    case 'examined':
  }
  const { schema, damage } = examined
  if (schema === 'foreign') {
    return [failure('database', errors.databaseForeign(config.database), errors.databaseForeignHint)]
  }
  if (schema === 'empty') return [good('database', doctor.databaseAbsent(config.database))]
  return [
    good('database', doctor.database(config.database)),
    schema === 'newer'
      ? failure('schema', errors.databaseNewer(config.database), errors.databaseNewerHint)
      : schema === 'older'
        ? warning('schema', doctor.schemaOlder, doctor.schemaOlderMend)
        : good('schema', doctor.schema),
    damage === null
      ? good('integrity', doctor.integrity)
      : failure('integrity', doctor.damaged(damage), errors.databaseCorruptHint),
  ]
}

/** The folder of the database: SQLite writes its log beside it. */
export const checkDatabaseFolder: Check = async ({ config: { database }, m: { doctor } }) => {
  if (isPostgres(database)) return []
  const folder = dirname(database)
  const isThere = (await stat(folder).catch(() => null))?.isDirectory() === true
  if (!isThere) return [failure('database-folder', doctor.noFolder(folder), doctor.noFolderMend(folder))]
  const places = [folder, ...((await stat(database).catch(() => null)) === null ? [] : [database])]
  for (const place of places) {
    const isWritable = await access(place, constants.W_OK).then(
      () => true,
      () => false,
    )
    if (!isWritable) return [failure('database-folder', doctor.notWritable(place), doctor.notWritableMend)]
  }
  return [good('database-folder', doctor.folder(folder))]
}

const LEAST_BYTES = 1e9
/** Below this a night's log does not fit. */
const NONE_BYTES = 32e6

/** Room on the disk of the database: at least 1 GB, and twice its size (a migration copies it first). */
export const checkDisk: Check = async ({ config: { database }, m: { doctor, format } }) => {
  if (isPostgres(database)) return []
  const disk = await statfs(dirname(database)).catch(() => null)
  if (disk === null) return []
  const free = disk.bavail * disk.bsize
  const size = (await stat(database).catch(() => null))?.size ?? 0
  const megabytes = (bytes: number): string => format.number(Math.round(bytes / 1e6), 0)
  if (free < NONE_BYTES) return [failure('disk', doctor.diskFull(megabytes(free)), doctor.diskMend)]
  const needed = Math.max(LEAST_BYTES, 2 * size)
  return [
    free < needed
      ? warning('disk', doctor.diskShort(megabytes(free), megabytes(needed)), doctor.diskMend)
      : good('disk', doctor.disk(megabytes(free))),
  ]
}
