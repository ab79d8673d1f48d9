import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Authentication protocols, the hash each one uses, and the octets that are kept of its code (RFC 3414 and RFC 7860). */
export const AUTH = {
  md5: { hash: 'md5', codeBytes: 12 },
  sha: { hash: 'sha1', codeBytes: 12 },
  sha224: { hash: 'sha224', codeBytes: 16 },
  sha256: { hash: 'sha256', codeBytes: 24 },
  sha384: { hash: 'sha384', codeBytes: 32 },
  sha512: { hash: 'sha512', codeBytes: 48 },
} as const

export type AuthProtocol = keyof typeof AUTH

/** A user of the lab, its keys as pass phrases. Privacy is AES-128 (RFC 3826). */
export interface LabUser {
  readonly name: string
  readonly auth: { readonly protocol: AuthProtocol; readonly key: string } | null
  readonly priv: { readonly protocol: 'aes'; readonly key: string } | null
}

/** A user's keys for one engine; null where its level has none. */
export interface LocalizedKeys {
  readonly auth: Buffer | null
  readonly priv: Buffer | null
}

const PASSPHRASE_BYTES = 1_048_576
const masterKeys = new Map<string, Buffer>()

/** Ku: the hash of the pass phrase repeated over 2²⁰ octets (RFC 3414, A.2). Computed once, whatever the number of engines. */
function masterKey(protocol: AuthProtocol, passphrase: string): Buffer {
  const known = masterKeys.get(`${protocol} ${passphrase}`)
  if (known !== undefined) return known
  const key = createHash(AUTH[protocol].hash).update(Buffer.alloc(PASSPHRASE_BYTES, passphrase)).digest()
  masterKeys.set(`${protocol} ${passphrase}`, key)
  return key
}

/** Kul: the pass phrase's key made good for one engine only (RFC 3414, 2.6). */
function localizedKey(protocol: AuthProtocol, passphrase: string, engineId: Buffer): Buffer {
  const key = masterKey(protocol, passphrase)
  return createHash(AUTH[protocol].hash).update(key).update(engineId).update(key).digest()
}

export function localize(user: LabUser, engineId: Buffer): LocalizedKeys {
  if (user.auth === null) return { auth: null, priv: null }
  const { protocol, key } = user.auth
  return {
    auth: localizedKey(protocol, key, engineId),
    priv: user.priv === null ? null : localizedKey(protocol, user.priv.key, engineId).subarray(0, 16),
  }
}

/** The authentication code of a whole message whose own field for it holds zeros. */
export function authenticationCode(protocol: AuthProtocol, key: Buffer, message: Buffer): Buffer {
  const { hash, codeBytes } = AUTH[protocol]
  return createHmac(hash, key).update(message).digest().subarray(0, codeBytes)
}

/** True when the code that a message carries is the right one. `code` must be a view on `message`: it is blanked in a copy. */
export function isAuthentic(protocol: AuthProtocol, key: Buffer, message: Buffer, code: Buffer): boolean {
  const blanked = Buffer.from(message)
  blanked.fill(0, code.byteOffset - message.byteOffset, code.byteOffset - message.byteOffset + code.length)
  const expected = authenticationCode(protocol, key, blanked)
  return expected.length === code.length && timingSafeEqual(expected, code)
}

/** Boots and time of the authoritative engine, in whole restarts and seconds. */
export interface EngineClock {
  readonly boots: number
  readonly time: number
}

function initializationVector(clock: EngineClock, salt: Buffer): Buffer {
  const vector = Buffer.alloc(16)
  vector.writeUInt32BE(clock.boots, 0)
  vector.writeUInt32BE(clock.time, 4)
  salt.copy(vector, 8)
  return vector
}

/** AES-128 in CFB mode; the salt travels beside (RFC 3826, 3.1). */
export function encrypt(
  key: Buffer,
  clock: EngineClock,
  plain: Buffer,
): { readonly salt: Buffer; readonly cipher: Buffer } {
  const salt = randomBytes(8)
  const cipher = createCipheriv('aes-128-cfb', key, initializationVector(clock, salt))
  return { salt, cipher: Buffer.concat([cipher.update(plain), cipher.final()]) }
}

/** Null when the salt has not the length that AES needs. A wrong key gives noise, which only its reading will tell. */
export function decrypt(key: Buffer, clock: EngineClock, salt: Buffer, cipher: Buffer): Buffer | null {
  if (salt.length !== 8) return null
  const decipher = createDecipheriv('aes-128-cfb', key, initializationVector(clock, salt))
  return Buffer.concat([decipher.update(cipher), decipher.final()])
}
