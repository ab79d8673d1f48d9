import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'

const KEY_BYTES = 32

/** Writes a new random key (256 bits, base64url, one line) that its owner alone may read. @throws EEXIST when a file is there. */
export async function makeKeyFile(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64url')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The same in the place of what may be there: a key that no vault was written under. */
export async function replaceKeyFile(path: string): Promise<void> {
  await rm(path, { force: true })
  await makeKeyFile(path)
}
