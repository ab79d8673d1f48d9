import { createHash } from 'node:crypto'

/** What this project's names are told apart from others' by: a UUID drawn once. */
const NAMESPACE = Buffer.from('5d0f6a52c1c34b0d9a1e7a0c3b6f24d8', 'hex')

/** The UUID of a name: always the same one. @see RFC 4122, 4.3 (version 5) */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
