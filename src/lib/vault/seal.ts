import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, scrypt, type KeyObject } from 'node:crypto'
import { Secret } from '../../model/secret.js'
import { memoryBytes, newHeader, SALT_BYTES, splitVault, VaultError, writeHeader, type ScryptCost } from './format.js'

/** A secret of the vault. `scope`: where it may be sent, as CIDRs; null is everywhere. Dates are ISO 8601, UTC. */
export interface VaultSecret {
  readonly name: string
  readonly value: Secret
  readonly addedAt: string
  readonly changedAt: string
  readonly scope: readonly string[] | null
}

/** A derived key, with the salt and the cost that it was derived by. */
export interface VaultKey {
  readonly key: KeyObject
  readonly salt: Buffer
  readonly cost: ScryptCost
}

const KEY_BYTES = 32
/** The content is padded to a multiple of this, so that a file's size says little of its secrets. */
const PADDING_BYTES = 1024

/** The salt of a new key. */
export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES)
}

/** Derives a vault's key from what opens it (a key file's content, or what was typed), in a thread of its own. */
export function deriveKey(opener: Secret, salt: Buffer, cost: ScryptCost): Promise<VaultKey> {
  const { log2N, r, p } = cost
  const options = { N: 2 ** log2N, r, p, maxmem: memoryBytes(cost) + 128 * r * p + (1 << 20) }
  return new Promise((resolve, reject) =>
    scrypt(opener.reveal(), salt, KEY_BYTES, options, (error, derived) => {
      if (error !== null) return reject(error)
      const key = createSecretKey(derived)
      derived.fill(0)
      resolve({ key, salt, cost })
    }),
  )
}

/** The bytes of a vault file: scrypt's salt and cost in clear, the secrets under AES-256-GCM, with a nonce of its own each time. */
export function sealVault(secrets: readonly VaultSecret[], { key, salt, cost }: VaultKey): Buffer {
  const body = contentOf(secrets)
  const header = newHeader(cost, salt, body.length)
  const headerBytes = writeHeader(header)
  const cipher = createCipheriv('aes-256-gcm', key, header.nonce)
  cipher.setAAD(headerBytes)
  const encrypted = Buffer.concat([cipher.update(body), cipher.final()])
  body.fill(0)
  return Buffer.concat([headerBytes, encrypted, cipher.getAuthTag()])
}

/**
 * The secrets of a vault file, with a key that is already derived. Nothing is given before the whole file, its header
 * included, is found as it was written.
 *
 * @throws VaultError
 */
export function unsealVault(bytes: Buffer, { key }: Pick<VaultKey, 'key'>): VaultSecret[] {
  const { header, headerBytes, body, tag } = splitVault(bytes)
  const decipher = createDecipheriv('aes-256-gcm', key, header.nonce, { authTagLength: tag.length })
  decipher.setAAD(headerBytes)
  decipher.setAuthTag(tag)
  const clear = decipher.update(body)
  try {
    decipher.final()
  } catch (error) {
    throw new VaultError('wrong-key-or-altered', { cause: error })
  }
  const secrets = secretsOf(clear)
  clear.fill(0)
  return secrets
}

/** Opens a vault file with what opens it: the cost and the salt are the file's own. @throws VaultError */
export async function openVault(bytes: Buffer, opener: Secret): Promise<{ key: VaultKey; secrets: VaultSecret[] }> {
  const { log2N, r, p, salt } = splitVault(bytes).header
  const key = await deriveKey(opener, Buffer.from(salt), { log2N, r, p })
  return { key, secrets: unsealVault(bytes, key) }
}

interface Stored extends Omit<VaultSecret, 'value'> {
  readonly value: string
}

function contentOf(secrets: readonly VaultSecret[]): Buffer {
  const stored: Stored[] = secrets.map(({ value, ...rest }) => ({ ...rest, value: value.reveal() }))
  const text = Buffer.from(JSON.stringify({ secrets: stored }), 'utf8')
  return Buffer.concat([text], Math.ceil((text.length + 1) / PADDING_BYTES) * PADDING_BYTES).fill(' ', text.length)
}

/** What was authenticated was written by this program: its shape needs no checking. */
function secretsOf(content: Buffer): VaultSecret[] {
  const { secrets } = JSON.parse(content.toString('utf8')) as { readonly secrets: readonly Stored[] }
  return secrets.map((each) => ({ ...each, value: new Secret(each.value) }))
}
