import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { LockedError, withFileLock } from '../../lib/file-lock.js'
import { syncFolder, writeFileWhole } from '../../lib/files.js'
import { USUAL_COST, VaultError } from '../../lib/vault/format.js'
import { newSalt, deriveKey, sealVault, unsealVault, type VaultKey, type VaultSecret } from '../../lib/vault/seal.js'
import { UserError } from '../../model/errors.js'
import type { Secret } from '../../model/secret.js'
import type { SecretHost } from '../config/credentials.js'
import { makeKeyFile } from './key-file.js'
import { explainVault, keyFileOf, readKeyFile, readVaultFile, unlockedVault, type OpenVault } from './unlock.js'

/** What changes a vault: it may also have to ask for the key of one that is made. */
export interface VaultWriter extends SecretHost {
  /** Asks twice for a key that did not exist; absent where nobody can be asked. */
  askNewVaultKey?(): Promise<Secret>
}

/** Letters, digits, dots, dashes and underscores: a name is typed on a command line and written in YAML. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u

/** @throws UserError when a text cannot be a secret's name. */
export function checkName(name: string, { vault: m }: Pick<Messages, 'vault'>): void {
  if (!NAME.test(name)) throw new UserError(m.badName(name), m.badNameHint, { usage: true })
}

/** @throws UserError when the vault has no secret of that name. */
export function refuseUnknown(
  name: string,
  secrets: readonly VaultSecret[],
  { config, m: { vault: m } }: SecretHost,
): void {
  if (secrets.some((each) => each.name === name)) return
  throw new UserError(m.noSuchSecret(name, config.vault.file), m.noSuchNameHint)
}

/** True when the configuration's vault file is there. */
export async function vaultExists({ config }: Pick<SecretHost, 'config'>): Promise<boolean> {
  return (await stat(config.vault.file).catch(() => null)) !== null
}

/** A rotation derives two keys while it holds the vault: a second or two, more on a busy machine. */
const LOCK_PATIENCE_MS = 30_000

/**
 * Does some work on the vault's file while no other command changes it.
 *
 * @throws UserError when another command holds it for too long; what `work` throws.
 */
export async function withVaultHeld<T>({ config, m }: SecretHost, work: () => Promise<T>): Promise<T> {
  const lock = `${config.vault.file}.lock`
  try {
    return await withFileLock(lock, LOCK_PATIENCE_MS, work)
  } catch (error) {
    if (!(error instanceof LockedError) || error.path !== lock) throw error
    throw new UserError(m.vault.held(config.vault.file), m.vault.heldHint(lock))
  }
}

/** What making a vault came to. `madeKey`: the key file that was made with it, or null. */
export interface NewVault {
  readonly vault: OpenVault
  readonly madeKey: string | null
}

/**
 * Makes the configured vault, empty. A key file that is named and absent is made too. Null when another command made the
 * vault meanwhile.
 *
 * @throws UserError when no key file is named and nobody can be asked.
 */
async function makeVault(host: VaultWriter): Promise<NewVault | null> {
  const path = host.config.vault.file
  const keyFile = keyFileOf(host)
  const typed = keyFile === null ? await askNewKey(host) : null
  return withVaultHeld(host, async () => {
    if (await vaultExists(host)) return null
    const madeKey = keyFile !== null && (await stat(keyFile).catch(() => null)) === null ? keyFile : null
    if (madeKey !== null) {
      await makeKeyFile(madeKey)
      await syncFolder(dirname(madeKey))
    }
    const opener = typed ?? (await readKeyFile(keyFile ?? '', host.env, host.m))
    checkStrength(opener, host)
    const key = await deriveKey(opener, newSalt(), USUAL_COST)
    await writeVault(path, [], key)
    return { vault: { path, key, keyFile, secrets: [] }, madeKey }
  })
}

export async function askNewKey({ config, m, askNewVaultKey }: VaultWriter): Promise<Secret> {
  if (askNewVaultKey === undefined) throw new UserError(m.vault.keyUnasked(config.vault.file), m.vault.keyUnaskedHint)
  return askNewVaultKey()
}

/** Below this, a stolen vault could be opened by trying: scrypt makes a try slow, not impossible. */
const LEAST_KEY_CHARACTERS = 12

/** @throws UserError when what would open a vault is too short to protect it. */
export function checkStrength(opener: Secret, { m: { vault: m } }: SecretHost): void {
  if (opener.reveal().length < LEAST_KEY_CHARACTERS) throw new UserError(m.keyWeak(LEAST_KEY_CHARACTERS), m.keyWeakHint)
}

/** Writes a vault whole, readable by its owner alone. */
export async function writeVault(path: string, secrets: readonly VaultSecret[], key: VaultKey): Promise<void> {
  await writeFileWhole(path, sealVault(secrets, key), { mode: 0o600 })
  await syncFolder(dirname(path))
}

/**
 * The secrets of an open vault as its file holds them now. They are to be written back within the same `withVaultHeld`.
 *
 * @throws UserError when the vault got another key meanwhile.
 */
export async function secretsNow(vault: OpenVault, host: SecretHost): Promise<readonly VaultSecret[]> {
  const bytes = await readVaultFile(vault.path, host.env, host.m)
  try {
    return unsealVault(bytes, vault.key)
  } catch (error) {
    const changed = error instanceof VaultError ? new VaultError('changed-meanwhile', { cause: error }) : error
    throw explainVault(changed, vault.path, vault.keyFile, host.m)
  }
}

/**
 * Changes the secrets of an open vault. The file is read again first: what another command added since is kept.
 *
 * @throws UserError when the vault got another key meanwhile, and what `change` throws.
 */
export async function changeVault(
  vault: OpenVault,
  host: SecretHost,
  change: (secrets: readonly VaultSecret[]) => readonly VaultSecret[],
): Promise<void> {
  await withVaultHeld(host, async () => writeVault(vault.path, change(await secretsNow(vault, host)), vault.key))
}

/** The vault of a configuration, made when there is none. */
export async function openOrMakeVault(host: VaultWriter): Promise<NewVault> {
  const made = (await vaultExists(host)) ? null : await makeVault(host)
  return made ?? { vault: await unlockedVault(host), madeKey: null }
}
