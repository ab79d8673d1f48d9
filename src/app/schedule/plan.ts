import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { isPostgres } from '../../store/database.js'
import { referencesOf } from '../config/credentials.js'
import type { Config } from '../config/load.js'
import { isUnwritable } from './quoting.js'

/** What a schedule is made for. */
export interface ScheduleHost {
  readonly config: Config
  readonly m: Messages
  /** The command that starts this program: absolute paths. */
  readonly program: readonly string[]
  readonly uid: number
  /** The account that scans, for the system's units; undefined: the owner of the database's folder. */
  readonly account: string | undefined
  /** When the scan starts, `HH:MM`; undefined: as the unit that comes with the program. */
  readonly at: string | undefined
  /** Whether any interface is known, or named, whose traffic is measured. */
  readonly measures: boolean
}

/** What would be scheduled. */
export interface SchedulePlan {
  readonly scope: 'system' | 'user'
  readonly program: readonly string[]
  readonly configPath: string
  /** Null in the user's scope, where the account is one's own. */
  readonly account: string | null
  readonly at: string | undefined
  readonly measures: boolean
  /** The folder that is written to; null when the database is a server's. */
  readonly databaseFolder: string | null
  readonly configFolder: string
  /** The file that opens the vault, given to the services by systemd; null where they read it by themselves, or have none. */
  readonly vaultKey: string | null
  /** True when the configuration refers to files of the service's own credentials. */
  readonly hasCredentials: boolean
  /** True when every path is outside of people's homes. */
  readonly isOutsideHomes: boolean
  /** True when any account may ping without a right of its own. */
  readonly pingIsFree: boolean
  /** What the person must know or do, in words. */
  readonly notes: readonly string[]
}

/** Where systemd lays a service's credentials. @see systemd.exec(5), LoadCredential= */
export const CREDENTIALS_FOLDER = '/run/credentials/'

/**
 * Works out what would be installed for a configuration, and reads nothing but it.
 *
 * @throws UserError without a configuration file, or when a path cannot be written in a unit.
 */
export async function planSchedule(host: ScheduleHost): Promise<SchedulePlan> {
  const { config, m, program, uid } = host
  if (config.path === null) throw new UserError(m.schedule.noConfiguration, m.schedule.noConfigurationHint)
  const scope = uid === 0 ? 'system' : 'user'
  const databaseFolder = isPostgres(config.database) ? null : dirname(config.database)
  const vaultIsUsed = config.credentials.some((each) => referencesOf(each).some((reference) => 'vault' in reference))
  const keyFile = vaultIsUsed ? config.vault.keyFile : null
  const files = secretFiles(config)
  const isGiven = (path: string): boolean => path.startsWith(CREDENTIALS_FOLDER)
  const paths = [...program, config.path, ...(databaseFolder === null ? [] : [databaseFolder])]
  const unwritable = [...paths, ...(keyFile === null ? [] : [keyFile])].find(isUnwritable)
  if (unwritable !== undefined)
    throw new UserError(m.schedule.badPath(JSON.stringify(unwritable)), m.schedule.badPathHint)
  const owner = await ownerOf(databaseFolder ?? config.folder)
  const account = scope === 'user' ? null : (host.account ?? (owner === 'root' ? 'cartable' : owner))
  const notes = [
    ...config.credentials.flatMap((each) =>
      referencesOf(each).flatMap((reference) =>
        'env' in reference ? [m.schedule.variable(each.name, reference.env)] : [],
      ),
    ),
    ...(vaultIsUsed && keyFile === null ? [m.schedule.typedKey] : []),
    ...(scope === 'user' ? [m.schedule.linger] : []),
    ...(scope === 'system' && account !== null && owner !== account
      ? [m.schedule.accountOwns(account, databaseFolder ?? config.folder)]
      : []),
    ...(paths.some((path) => /^\/(?:var\/)?tmp\//.test(path)) ? [m.schedule.inTmp] : []),
    ...(host.measures ? [] : [m.schedule.noMeasure]),
  ]
  return {
    scope,
    program,
    configPath: config.path,
    account,
    at: host.at,
    measures: host.measures,
    databaseFolder,
    configFolder: config.folder,
    vaultKey: scope === 'system' && keyFile !== null && !isGiven(keyFile) ? keyFile : null,
    hasCredentials: [...files, ...(keyFile === null ? [] : [keyFile])].some(isGiven),
    isOutsideHomes: !paths.some((path) => /^\/(?:home|root|run\/user)(?:\/|$)/.test(path)),
    pingIsFree: await isPingFree(uid),
    notes,
  }
}

/** The files that the configuration's secrets are in. */
function secretFiles({ credentials, databasePassword, folder }: Config): string[] {
  const references = [...credentials.flatMap(referencesOf), ...(databasePassword === null ? [] : [databasePassword])]
  return references.flatMap((reference) => ('file' in reference ? [resolve(folder, reference.file)] : []))
}

/** The name of a folder's owner, or the number where the machine has no name for it; root for a folder that is not there. */
async function ownerOf(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null)
  const uid = String(found?.uid ?? 0)
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const line = passwd.split('\n').find((each) => each.split(':')[2] === uid)
  return line?.split(':')[0] ?? uid
}

/** Whether the kernel lets this account ping without any right. @see icmp(7), ping_group_range */
async function isPingFree(uid: number): Promise<boolean> {
  const range = await readFile('/proc/sys/net/ipv4/ping_group_range', 'utf8').catch(() => '1 0')
  const [from = 1, to = 0] = range.trim().split(/\s+/).map(Number)
  const group = uid === 0 ? 0 : (process.getgid?.() ?? 0)
  return from <= group && group <= to
}
