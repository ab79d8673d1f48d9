import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

type Content = string | Uint8Array | AsyncIterable<string>

/**
 * Writes a file whole or not at all: a neighbour file takes the content, then the name. Folders on the way are made.
 * What is no regular file (a pipe, /dev/stdout) is written to directly. A file that is replaced keeps its mode; a new one
 * gets `mode`, less what the umask takes.
 *
 * @throws the file system's error (ENOSPC, EACCES…); nothing is left behind.
 */
export async function writeFileWhole(
  path: string,
  content: Content,
  { mode = 0o666 }: { readonly mode?: number } = {},
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const existing = await stat(path).catch(() => null)
  if (existing !== null && !existing.isFile()) return writeFile(path, content)
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const file = await open(draft, 'wx', existing === null ? mode : existing.mode & 0o777)
    try {
      await writeFile(file, content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** As `writeFileWhole`, and its owner alone may read the file, also where another stood whose mode was wider. */
export async function writeFilePrivately(path: string, content: Content): Promise<void> {
  const existing = await stat(path).catch(() => null)
  if (existing?.isFile() === true) await chmod(path, 0o600)
  await writeFileWhole(path, content, { mode: 0o600 })
}

/** Waits until a folder's own entries (a rename) are on the disk. Windows has no such thing, and needs none. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
