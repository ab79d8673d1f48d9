import type { Messages } from '../i18n/translator.js'
import { isPostgres, openStore, StoreError, type Store, type Upgrade } from '../store/database.js'
import { listNetworks } from '../store/organisation.js'
import { leftOut } from '../store/overrides.js'
import type { Locate } from '../store/devices.js'
import type { SecretHost } from './config/credentials.js'
import type { Config } from './config/load.js'
import { locator } from './locate.js'

/** What a use case works with: the checked configuration, its open database, the texts, the clock. */
export interface Session {
  readonly config: Config
  readonly store: Store
  readonly m: Messages
  /** Its PATH finds the programs that are asked for help. */
  readonly env: NodeJS.ProcessEnv
  /** ISO 8601, UTC. */
  now(): string
}

/** What opens a session: a command's context, or what stands in for one. */
export interface SessionHost extends Omit<SecretHost, 'config'> {
  readonly out: { notice(text: string): void }
  config(): Promise<Config>
}

/**
 * Opens the configured database, hands it to `work`, and closes it whatever happens. A database that was brought to
 * this version's schema is told, with where its copy is; so is what `work` did not see, because people ignore it.
 *
 * @param mode `read`: a database that does not exist is said so. `write`: it is made. `try`: an empty one in memory stands for it, and nothing is made.
 * @throws StoreError, UserError for a wrong configuration, and what `work` throws.
 */
export async function withSession<T>(
  host: SessionHost,
  mode: 'read' | 'write' | 'try',
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { m, env, out } = host
  const config = await host.config()
  const store = await openConfigured(config, host, mode)
  try {
    if (store.upgrade !== null) upgradeLines(store.upgrade, m).forEach((line) => out.notice(line))
    const result = await work({ config, store, m, env, now: () => new Date().toISOString() })
    const ignored = [...leftOut(store.db)].map(([noun, count]) => m.overrides[`left-${noun}`](m.format.number(count)))
    if (ignored.length > 0) out.notice(m.overrides.leftOut(ignored.join(', ')))
    return result
  } finally {
    await store.close()
  }
}

async function openConfigured(config: Config, host: SessionHost, mode: 'read' | 'write' | 'try'): Promise<Store> {
  const password = await databasePassword(config, host)
  try {
    // A server may serve several programs: it is upgraded by `db migrate`, when a person says so, and never in passing.
    const mayUpgrade = !isPostgres(config.database)
    return await openStore(config.database, { create: mode === 'write', password, mayUpgrade })
  } catch (error) {
    if (mode !== 'try' || !(error instanceof StoreError) || error.code !== 'absent') throw error
    return openStore(':memory:', { create: true })
  }
}

/**
 * The password of the configured database: where the configuration says that it is, else PGPASSWORD. Null when neither
 * says, or for a file: ~/.pgpass may still tell it.
 */
export async function databasePassword(config: Config, host: Omit<SecretHost, 'config'>): Promise<string | null> {
  const { environmentSecret } = await import('./config/environment.js')
  if (config.databasePassword === null) return environmentSecret(host.env, 'PGPASSWORD')?.reveal() ?? null
  const { resolveSecret } = await import('./config/credentials.js')
  return (await resolveSecret(config.databasePassword, { ...host, config })).reveal()
}

/** What an upgrade did, for the person who only wanted to work. */
export function upgradeLines({ from, to, backup }: Upgrade, m: Messages): string[] {
  return [m.db.upgraded(from, to), ...(backup === null ? [] : [m.db.upgradeBackup(backup)])]
}

/** The board that reading commands keep to: the configured one's, or null for every board. */
export function scopeOf(config: Config): string | null {
  return config.board?.code ?? null
}

/** The code that addresses and scans are kept under: the configured board's, or '' without one. */
export function boardOf(config: Config): string {
  return config.board?.code ?? ''
}

/**
 * Where a board's addresses are, by the configuration's networks, which are its board's, and the imported ones; of two
 * alike the configuration wins.
 */
export async function sessionLocator({ config, store }: Session): Promise<Locate> {
  const configured = config.networks.map(({ cidr, building }) => ({
    board: boardOf(config),
    cidr,
    building: building ?? null,
  }))
  return locator([...configured, ...(await listNetworks(store.db, scopeOf(config)))])
}
