import { constants, copyFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../../lib/files.js'
import { USUAL_COST } from '../../lib/vault/format.js'
import { deriveKey, newSalt } from '../../lib/vault/seal.js'
import { UserError } from '../../model/errors.js'
import type { Secret } from '../../model/secret.js'
import { askNewKey, checkStrength, secretsNow, withVaultHeld, writeVault, type VaultWriter } from './change.js'
import { makeKeyFile, replaceKeyFile } from './key-file.js'
import { keyFileOf, readKeyFile, unlockVault, waitingKeyOf, type OpenVault } from './unlock.js'

/** Where a vault's next key comes from: `same` is the way of the one before. */
export type NextKey = { readonly from: 'same' | 'prompt' } | { readonly from: 'file'; readonly path: string }

/** What a rotation did. `keyFile`: the file that opens the vault now; null when its key is typed. */
export interface Rotation {
  readonly keyFile: string | null
  /** True when the file's name is another than before: the configuration has to follow. */
  readonly moved: boolean
  /** Where the key before stands; null when it was typed. */
  readonly oldKey: string | null
}

/**
 * Puts the vault under another key. The file is replaced whole or not at all; at no moment is the only key that opens it
 * not on the disk. Other commands wait meanwhile; what they added until then is kept.
 *
 * @throws UserError when the vault does not open, or the key is too short or the one before.
 */
export async function rotateKey(host: VaultWriter, next: NextKey): Promise<Rotation> {
  const configured = keyFileOf(host)
  const unlocked = await unlockVault(host)
  const isTyped = next.from === 'prompt' || (next.from === 'same' && configured === null)
  // Asked first: nobody is made to wait for a person.
  const typed = isTyped ? await askNewKey(host) : null
  return withVaultHeld(host, async () => {
    const before = { ...unlocked, secrets: await secretsNow(unlocked, host) }
    if (configured !== null && before.keyFile === waitingKeyOf(configured)) await rename(before.keyFile, configured)
    if (typed !== null) {
      await seal(before, typed, host)
      return { keyFile: null, moved: configured !== null, oldKey: configured }
    }
    if (next.from === 'file') return takeKeyFile(before, next.path, configured, host)
    return replaceOwnKey(before, configured ?? '', host)
  })
}

/** The vault goes under the key of a file, which is made when it is absent. */
async function takeKeyFile(
  before: OpenVault,
  path: string,
  configured: string | null,
  host: VaultWriter,
): Promise<Rotation> {
  const isNew = (await stat(path).catch(() => null)) === null
  if (isNew) await makeKeyFile(path)
  const opener = await usable(path, configured, host).catch(async (error: unknown) => {
    if (isNew) await rm(path, { force: true })
    throw error
  })
  await syncFolder(dirname(path))
  // From here on the vault may be under the new key: its file stays, whatever happens.
  await seal(before, opener, host)
  return { keyFile: path, moved: path !== configured, oldKey: configured }
}

/**
 * A new key takes the name of the one before, once the vault is written under it. The one before is kept beside it: it may
 * open another vault, and it opens the earlier copies of this one.
 */
async function replaceOwnKey(before: OpenVault, keyFile: string, host: VaultWriter): Promise<Rotation> {
  const waiting = waitingKeyOf(keyFile)
  await replaceKeyFile(waiting)
  await syncFolder(dirname(waiting))
  await seal(before, await readKeyFile(waiting, host.env, host.m), host)
  const oldKey = `${keyFile}.${new Date().toISOString().replace(/[:.]/g, '-')}.old`
  await copyFile(keyFile, oldKey, constants.COPYFILE_EXCL)
  await rename(waiting, keyFile)
  return { keyFile, moved: false, oldKey }
}

async function seal({ path, secrets }: OpenVault, opener: Secret, host: VaultWriter): Promise<void> {
  checkStrength(opener, host)
  await writeVault(path, secrets, await deriveKey(opener, newSalt(), USUAL_COST))
}

/** The key of a file, when it can be the vault's next one. @throws UserError */
async function usable(path: string, configured: string | null, host: VaultWriter): Promise<Secret> {
  const opener = await readKeyFile(path, host.env, host.m)
  await refuseSame(opener, configured, host)
  checkStrength(opener, host)
  return opener
}

async function refuseSame(opener: Secret, configured: string | null, host: VaultWriter): Promise<void> {
  if (configured === null) return
  const known = await readKeyFile(configured, host.env, host.m)
  if (known.reveal() === opener.reveal()) throw new UserError(host.m.vault.keySame, host.m.vault.keySameHint)
}
