import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import type { Credential } from '../../model/credential.js'
import { UserError } from '../../model/errors.js'
import { Secret } from '../../model/secret.js'
import type { Config } from './load.js'

export type SecretReference = { readonly env: string } | { readonly file: string } | { readonly vault: string }

/**
 * Reads what a reference leads to.
 *
 * @throws UserError when the variable is not set, or the file is absent, empty, or readable by others.
 */
export function resolveSecret(
  reference: SecretReference,
  folder: string,
  env: NodeJS.ProcessEnv,
  m: Messages['config'],
): Secret {
  if ('vault' in reference) throw new UserError(m.noVault(reference.vault), m.noVaultHint)
  if ('env' in reference) {
    const value = env[reference.env]
    if (value === undefined || value === '')
      throw new UserError(m.envMissing(reference.env), m.envMissingHint(reference.env))
    return new Secret(value)
  }
  const path = resolve(folder, reference.file)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) throw new UserError(m.secretFileMissing(path), m.secretFileMissingHint)
  if (!isGuarded(path, env) && (stat.mode & 0o077) !== 0) {
    throw new UserError(m.secretFileOpen(path), m.secretFileOpenHint(path))
  }
  const value = readFileSync(path, 'utf8').replace(/\r?\n$/, '')
  if (value === '') throw new UserError(m.secretFileMissing(path), m.secretFileMissingHint)
  return new Secret(value)
}

/**
 * True where the mode of a file says nothing of who reads it: on Windows, and in the folder that systemd makes for one
 * service (LoadCredential=), which no other account enters and whose files show their access list as a group's right.
 */
function isGuarded(path: string, env: NodeJS.ProcessEnv): boolean {
  const folder = env['CREDENTIALS_DIRECTORY'] ?? ''
  return process.platform === 'win32' || (folder !== '' && dirname(path) === resolve(folder))
}

/** The credentials of a configuration with their secrets, in its order. Only what speaks to devices calls this. */
export function resolveCredentials(config: Config, env: NodeJS.ProcessEnv, m: Messages['config']): Credential[] {
  const secret = (reference: SecretReference): Secret => resolveSecret(reference, config.folder, env, m)
  return config.credentials.map((credential): Credential => {
    const networks = credential.networks ?? null
    if (credential.version === '2c') {
      return { name: credential.name, version: '2c', community: secret(credential.community), networks }
    }
    const { name, user, level, auth, priv, context } = credential
    return {
      name,
      version: '3',
      user,
      level,
      auth: auth === undefined ? null : { protocol: auth.protocol, key: secret(auth.key) },
      priv: priv === undefined ? null : { protocol: priv.protocol, key: secret(priv.key) },
      context,
      networks,
    }
  })
}
