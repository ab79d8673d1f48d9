import { Secret } from '../../model/secret.js'
import type { Config } from './load.js'

type Environment = NodeJS.ProcessEnv

const taken = new WeakMap<Environment, Map<string, Secret>>()

/**
 * Takes the secrets that a configuration refers to (`{ env: NAME }`), and a server's PGPASSWORD, out of the environment and keeps them: no program
 * started from here inherits them, and no diagnostic report lists them. The system still shows the environment that this
 * process was started with to the same account (/proc/<pid>/environ): a file or the vault shows nothing.
 */
export function takeSecrets(config: Pick<Config, 'credentials' | 'databasePassword'>, env: Environment): void {
  const ofDevices = config.credentials.flatMap((each) =>
    each.version === '3' ? [each.auth?.key, each.priv?.key] : [each.community],
  )
  const references = [...ofDevices, config.databasePassword ?? undefined, { env: 'PGPASSWORD' }]
  for (const reference of references) {
    if (reference === undefined || !('env' in reference)) continue
    const value = env[reference.env]
    if (value === undefined || value === '') continue
    const kept = taken.get(env) ?? new Map<string, Secret>()
    taken.set(env, kept.set(reference.env, new Secret(value)))
    delete env[reference.env]
  }
}

/** The secret of a variable, taken or still there; null when it is not set, or empty. */
export function environmentSecret(env: Environment, name: string): Secret | null {
  const value = env[name]
  if (value !== undefined && value !== '') return new Secret(value)
  return taken.get(env)?.get(name) ?? null
}
