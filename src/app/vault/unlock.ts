import { isUtf8 } from 'node:buffer'
import type { Messages } from '../../i18n/translator.js'
import { forbidCoreFiles } from '../../lib/core-files.js'
import { PrivateFileError, readPrivateFile } from '../../lib/private-file.js'
import { VaultError } from '../../lib/vault/format.js'
import { openVault, type VaultKey, type VaultSecret } from '../../lib/vault/seal.js'
import { UserError } from '../../model/errors.js'
import { Secret } from '../../model/secret.js'
import type { SecretHost } from '../config/credentials.js'
import type { Config } from '../config/load.js'

/** A vault that is open. */
export interface OpenVault {
  readonly path: string
  readonly key: VaultKey
  readonly secrets: readonly VaultSecret[]
  /** The key file that opened it; null when its key was typed. */
  readonly keyFile: string | null
}

const opened = new WeakMap<Config, Promise<OpenVault>>()

/** The vault of a configuration: its key is asked for and derived once, however many secrets are taken from it. */
export function unlockedVault(host: SecretHost): Promise<OpenVault> {
  const known = opened.get(host.config) ?? unlockVault(host)
  opened.set(host.config, known)
  return known
}

/** Where the file that opens a vault is: CARTABLE_VAULT_KEY_FILE, else the configuration's; null when the key is typed. */
export function keyFileOf({ config, env }: Pick<SecretHost, 'config' | 'env'>): string | null {
  return env['CARTABLE_VAULT_KEY_FILE'] || config.vault.keyFile
}

/** Where a new key waits while the vault is written under it: after a power cut, one of the two opens the vault. */
export function waitingKeyOf(keyFile: string): string {
  return `${keyFile}.new`
}

/**
 * Opens the vault.
 *
 * @throws UserError that tells what is the matter: absent, readable by others, not a vault, truncated, altered or another key.
 */
export async function unlockVault(host: SecretHost): Promise<OpenVault> {
  const { config, env, m } = host
  await forbidCoreFiles()
  const path = config.vault.file
  const bytes = await readVaultFile(path, env, m)
  const keyFile = keyFileOf(host)
  try {
    if (keyFile === null) {
      if (host.askVaultKey === undefined) throw new UserError(m.vault.keyUnasked(path), m.vault.keyUnaskedHint)
      return { path, keyFile, ...(await openVault(bytes, await host.askVaultKey())) }
    }
    const keys = [keyFile, waitingKeyOf(keyFile)]
    return await firstThatOpens(bytes, path, keys, host)
  } catch (error) {
    throw explainVault(error, path, keyFile, m)
  }
}

async function firstThatOpens(
  bytes: Buffer,
  path: string,
  [keyFile = '', waiting = '']: readonly string[],
  { env, m }: SecretHost,
): Promise<OpenVault> {
  try {
    return { path, keyFile, ...(await openVault(bytes, await readKeyFile(keyFile, env, m))) }
  } catch (error) {
    const isKey = (error instanceof VaultError && error.code === 'wrong-key-or-altered') || error instanceof UserError
    const other = isKey ? await readKeyFile(waiting, env, m).catch(() => null) : null
    if (other === null) throw error
    // The rotation stopped between the vault and the name of its key: the vault is under the new one.
    const vault = await openVault(bytes, other).catch(() => null)
    if (vault === null) throw error
    return { path, keyFile: waiting, ...vault }
  }
}

/** The bytes of a vault file. @throws UserError when it is absent, or open to others. */
export async function readVaultFile(path: string, env: NodeJS.ProcessEnv, m: Pick<Messages, 'vault'>): Promise<Buffer> {
  return readPrivateFile(path, env).catch((error: unknown) => {
    if (!(error instanceof PrivateFileError)) throw error
    if (error.code === 'absent') throw new UserError(m.vault.absent(path), m.vault.absentHint)
    if (error.code === 'open-to-others') throw new UserError(m.vault.openToOthers(path), m.vault.openToOthersHint(path))
    throw new UserError(m.vault['not-a-vault'](path), m.vault['not-a-vault-hint'])
  })
}

/**
 * What a key file holds: its text without the newline at the end, or its bytes where they are no text.
 *
 * @throws UserError when it is absent, empty, or open to others.
 */
export async function readKeyFile(path: string, env: NodeJS.ProcessEnv, m: Pick<Messages, 'vault'>): Promise<Secret> {
  const bytes = await readPrivateFile(path, env).catch((error: unknown) => {
    if (!(error instanceof PrivateFileError)) throw error
    if (error.code === 'open-to-others') throw new UserError(m.vault.keyOpen(path), m.vault.keyOpenHint(path))
    throw new UserError(m.vault.keyAbsent(path), m.vault.keyAbsentHint)
  })
  const value = isUtf8(bytes) ? bytes.toString('utf8').replace(/\r?\n$/, '') : bytes.toString('base64')
  if (value === '') throw new UserError(m.vault.keyAbsent(path), m.vault.keyAbsentHint)
  return new Secret(value)
}

/** The words for what is the matter with a vault; other errors as they are. */
export function explainVault(
  error: unknown,
  path: string,
  keyFile: string | null,
  { vault: m }: Pick<Messages, 'vault'>,
): unknown {
  if (!(error instanceof VaultError)) return error
  if (error.code === 'wrong-key-or-altered') {
    return new UserError(m['wrong-key-or-altered'](path, keyFile), m['wrong-key-or-altered-hint'])
  }
  return new UserError(m[error.code](path), m[`${error.code}-hint`])
}
