import { isUtf8 } from 'node:buffer'
import { resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { commonNetworks } from '../../lib/cidr.js'
import { forbidCoreFiles } from '../../lib/core-files.js'
import { PrivateFileError, readPrivateFile } from '../../lib/private-file.js'
import type { Credential } from '../../model/credential.js'
import { UserError } from '../../model/errors.js'
import { Secret } from '../../model/secret.js'
import { environmentSecret } from './environment.js'
import type { Config } from './load.js'

/** Where a secret is: a variable of the environment, a file of mode 0600, or the vault. */
export type SecretReference = { readonly env: string } | { readonly file: string } | { readonly vault: string }

/** What finds secrets. */
export interface SecretHost {
  readonly config: Config
  readonly env: NodeJS.ProcessEnv
  readonly m: Messages
  /** Asks a person for what opens the vault, where no key file is named; absent where nobody can be asked. */
  askVaultKey?(): Promise<Secret>
}

/** A secret, and the networks that it must not leave (null: everywhere). */
interface Found {
  readonly secret: Secret
  readonly scope: readonly string[] | null
}

/**
 * Reads what a reference leads to. The vault is opened at its first secret, once for a configuration.
 *
 * @throws UserError when the variable is not set, the file is absent, empty or readable by others, what they hold is not UTF-8, or the vault does not open or has no such secret.
 */
export async function resolveSecret(reference: SecretReference, host: SecretHost): Promise<Secret> {
  return (await find(reference, host)).secret
}

async function find(reference: SecretReference, host: SecretHost): Promise<Found> {
  await forbidCoreFiles()
  const { config, env, m } = host
  if ('env' in reference) {
    const secret = environmentSecret(env, reference.env)
    if (secret === null) throw new UserError(m.config.envMissing(reference.env), m.config.envMissingHint(reference.env))
    if (secret.reveal().includes('\ufffd'))
      throw new UserError(m.config.secretNotUtf8(reference.env), m.config.secretNotUtf8Hint)
    return { secret, scope: null }
  }
  if ('file' in reference)
    return { secret: await fileSecret(resolve(config.folder, reference.file), host), scope: null }
  const { unlockedVault } = await import('../vault/unlock.js')
  const { secrets } = await unlockedVault(host)
  const found = secrets.find(({ name }) => name === reference.vault)
  if (found === undefined) {
    throw new UserError(
      m.vault.noSuchSecret(reference.vault, config.vault.file),
      m.vault.noSuchSecretHint(reference.vault),
    )
  }
  return { secret: found.value, scope: found.scope }
}

async function fileSecret(path: string, { env, m: { config: m } }: SecretHost): Promise<Secret> {
  const bytes = await readPrivateFile(path, env).catch((error: unknown) => {
    if (!(error instanceof PrivateFileError)) throw error
    if (error.code === 'open-to-others') throw new UserError(m.secretFileOpen(path), m.secretFileOpenHint(path))
    throw new UserError(m.secretFileMissing(path), m.secretFileMissingHint)
  })
  if (!isUtf8(bytes)) throw new UserError(m.secretNotUtf8(path), m.secretNotUtf8Hint)
  const value = bytes.toString('utf8').replace(/\r?\n$/, '')
  if (value === '') throw new UserError(m.secretFileMissing(path), m.secretFileMissingHint)
  return new Secret(value)
}

export type ConfiguredCredential = Config['credentials'][number]

/** The references of a credential's secrets, in the order in which the configuration shows them. */
export function referencesOf(credential: ConfiguredCredential): SecretReference[] {
  if (credential.version !== '3') return [credential.community]
  return [credential.auth?.key, credential.priv?.key].filter((key) => key !== undefined)
}

/**
 * A credential with its secrets. It is sent where its own networks and those of each of its secrets all allow; an empty
 * list is nowhere.
 *
 * @throws UserError as `resolveSecret`.
 */
export async function resolveCredential(credential: ConfiguredCredential, host: SecretHost): Promise<Credential> {
  const scopes: (readonly string[] | null)[] = [credential.networks ?? null]
  const secret = async (reference: SecretReference): Promise<Secret> => {
    const found = await find(reference, host)
    scopes.push(found.scope)
    return found.secret
  }
  const networks = (): readonly string[] | null => scopes.reduce(commonNetworks, null)
  if (credential.version !== '3') {
    const community = await secret(credential.community)
    return { name: credential.name, version: credential.version, community, networks: networks() }
  }
  const { name, user, level, context } = credential
  const auth = credential.auth && { protocol: credential.auth.protocol, key: await secret(credential.auth.key) }
  const priv = credential.priv && { protocol: credential.priv.protocol, key: await secret(credential.priv.key) }
  return { name, version: '3', user, level, auth: auth ?? null, priv: priv ?? null, context, networks: networks() }
}

/**
 * The credentials of a configuration with their secrets, in its order. Only what speaks to devices calls this.
 *
 * @throws UserError as `resolveSecret`, for the first secret that is not found.
 */
export async function resolveCredentials(host: SecretHost): Promise<Credential[]> {
  const resolved: Credential[] = []
  for (const credential of host.config.credentials) resolved.push(await resolveCredential(credential, host))
  return resolved
}
