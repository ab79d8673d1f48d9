import { open } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Why a file of secrets is not read. Errors of the system (EACCES…) keep their own form. */
export class PrivateFileError extends Error {
  override readonly name = 'PrivateFileError'
  readonly code: 'absent' | 'open-to-others' | 'not-a-file' | 'too-large'
  readonly path: string

  constructor(code: PrivateFileError['code'], path: string) {
    super(`${path}: ${code}`)
    this.code = code
    this.path = path
  }
}

/** No secret, key or vault comes near this size: what is larger was named by mistake. */
const LARGEST_BYTES = 4 << 20

/**
 * True when a file's mode lets its group or others read, write or run it. Windows has no such modes: false there.
 *
 * In the folder where systemd lays a service's credentials (`CREDENTIALS_DIRECTORY`), which only that service may
 * enter, the group's bits are the mask of an access list and grant nothing by themselves: only others' count.
 *
 * @see systemd.exec(5), LoadCredential=; acl(5)
 */
export function isOpenToOthers(mode: number, path: string, env: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'win32') return false
  const systemd = env['CREDENTIALS_DIRECTORY']
  const isCredential = systemd !== undefined && systemd !== '' && dirname(resolve(path)) === resolve(systemd)
  return (mode & (isCredential ? 0o007 : 0o077)) !== 0
}

/**
 * The service whose credential a path names (`/run/credentials/cartable-scan.service/…`); null for any other path.
 *
 * @see systemd.exec(5), LoadCredential=
 */
export function serviceOfCredential(path: string): string | null {
  return /^\/run\/credentials\/(cartable-[\w-]+\.service)\/[^/]+$/.exec(path)?.[1] ?? null
}

/** The same credential as this process has it: in the folder that systemd gave it, whichever of our services it is. */
function ownCredential(path: string, env: NodeJS.ProcessEnv): string {
  const given = env['CREDENTIALS_DIRECTORY']
  return given === undefined || given === '' || serviceOfCredential(path) === null ? path : join(given, basename(path))
}

/**
 * Reads a file that only its owner may read; a credential of one of our services is read as the service at work has it.
 * Its mode is asked of the opened file: what is checked is what is read.
 *
 * @throws PrivateFileError; the system's error when it may not be opened.
 */
export async function readPrivateFile(named: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const path = ownCredential(named, env)
  const file = await open(path, 'r').catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new PrivateFileError('absent', path) : error
  })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw new PrivateFileError('not-a-file', path)
    if (isOpenToOthers(stat.mode, path, env)) throw new PrivateFileError('open-to-others', path)
    if (stat.size > LARGEST_BYTES) throw new PrivateFileError('too-large', path)
    return await file.readFile()
  } finally {
    await file.close()
  }
}
