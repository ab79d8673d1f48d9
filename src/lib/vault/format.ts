import { randomBytes } from 'node:crypto'

/** Why a vault does not open. `wrong-key-or-altered` is one answer: AES-GCM cannot tell these two apart. */
export type VaultFault =
  'not-a-vault' | 'unknown-format' | 'truncated' | 'bad-header' | 'wrong-key-or-altered' | 'changed-meanwhile'

/** A vault that does not open. Never holds anything of what is inside. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: VaultFault

  constructor(code: VaultFault, options?: ErrorOptions) {
    super(`vault: ${code}`, options)
    this.code = code
  }
}

/** What scrypt is asked: N is 2 to the power `log2N`; the memory it takes is 128 · N · r bytes. @see RFC 7914 */
export interface ScryptCost {
  readonly log2N: number
  readonly r: number
  readonly p: number
}

/** The start of a vault file: in clear, and authenticated whole. */
export interface VaultHeader extends ScryptCost {
  readonly salt: Buffer
  readonly nonce: Buffer
  /** Length of the encrypted part, without its tag. */
  readonly bodyBytes: number
}

/** 128 MiB and about half a second: what OWASP asks of scrypt (Password Storage Cheat Sheet, 2023). */
export const USUAL_COST: ScryptCost = { log2N: 17, r: 8, p: 1 }

const MAGIC = Buffer.from('cartable-vault\n\0', 'latin1')
const FORMAT = 1
export const SALT_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** What a header may make us spend: a forged one shall not fill the memory. */
const MOST_MEMORY_BYTES = 256 << 20
const MOST_P = 4
const LEAST_LOG2N = 10

const HEADER_BYTES = MAGIC.length + 4 + SALT_BYTES + NONCE_BYTES + 4

/** The header of a writing: always another nonce; the salt stays as long as the key does. */
export function newHeader(cost: ScryptCost, salt: Buffer, bodyBytes: number): VaultHeader {
  const { log2N, r, p } = cost
  return { log2N, r, p, salt, nonce: randomBytes(NONCE_BYTES), bodyBytes }
}

/** Magic (16 bytes), format, log2 N, r, p (1 each), salt (32), nonce (12), length of the body (4, big-endian). */
export function writeHeader({ log2N, r, p, salt, nonce, bodyBytes }: VaultHeader): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bodyBytes)
  return Buffer.concat([MAGIC, Buffer.from([FORMAT, log2N, r, p]), salt, nonce, length])
}

/** A vault file in its parts; nothing of it is to be believed before the tag is checked. */
export interface VaultParts {
  readonly header: VaultHeader
  readonly headerBytes: Buffer
  readonly body: Buffer
  readonly tag: Buffer
}

/**
 * Takes a vault file apart.
 *
 * @throws VaultError `not-a-vault`, `unknown-format`, `truncated` (shorter than it says), `bad-header` (longer than it says, or costs that no vault of ours has).
 */
export function splitVault(bytes: Buffer): VaultParts {
  const start = bytes.subarray(0, MAGIC.length)
  if (!start.equals(MAGIC.subarray(0, start.length)) || start.length === 0) throw new VaultError('not-a-vault')
  const format = bytes[MAGIC.length]
  if (format !== undefined && format !== FORMAT) throw new VaultError('unknown-format')
  if (bytes.length < HEADER_BYTES + TAG_BYTES) throw new VaultError('truncated')
  const [log2N = 0, r = 0, p = 0] = bytes.subarray(MAGIC.length + 1)
  if (!isBearable({ log2N, r, p })) throw new VaultError('bad-header')
  const salt = bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + SALT_BYTES)
  const nonce = bytes.subarray(MAGIC.length + 4 + SALT_BYTES, HEADER_BYTES - 4)
  const bodyBytes = bytes.readUInt32BE(HEADER_BYTES - 4)
  const end = HEADER_BYTES + bodyBytes
  if (bytes.length < end + TAG_BYTES) throw new VaultError('truncated')
  if (bytes.length > end + TAG_BYTES) throw new VaultError('bad-header')
  return {
    header: { log2N, r, p, salt, nonce, bodyBytes },
    headerBytes: bytes.subarray(0, HEADER_BYTES),
    body: bytes.subarray(HEADER_BYTES, end),
    tag: bytes.subarray(end),
  }
}

/** Memory that a derivation takes, in bytes. @see RFC 7914, section 2 */
export function memoryBytes({ log2N, r, p }: ScryptCost): number {
  return 128 * r * (2 ** log2N + p)
}

function isBearable(cost: ScryptCost): boolean {
  const { log2N, r, p } = cost
  return log2N >= LEAST_LOG2N && r >= 1 && p >= 1 && p <= MOST_P && memoryBytes(cost) <= MOST_MEMORY_BYTES + 128 * r * p
}
