import { randomBytes } from 'node:crypto'
import type { Messages } from '../i18n/translator.js'
import { PrivateFileError, readPrivateFile } from '../lib/private-file.js'
import { printable } from '../lib/text.js'
import { UserError } from '../model/errors.js'
import { makeKeyFile } from './vault/key-file.js'

const LEAST_BYTES = 16

/**
 * The key that replacements are made with: random, or a file's, so that several recordings have the same. A file that is
 * not there is made, for its owner alone.
 *
 * @throws UserError when others may read the file, or it is too short; the system's error when it cannot be read or made.
 */
export async function anonymiseKey(path: string | null, env: NodeJS.ProcessEnv, m: Messages): Promise<Buffer> {
  if (path === null) return randomBytes(32)
  try {
    return await readKey(path, env, m)
  } catch (error) {
    if (!(error instanceof PrivateFileError)) throw error
    if (error.code !== 'absent')
      throw new UserError(m.config.secretFileOpen(printable(path)), m.config.secretFileOpenHint(path))
  }
  await makeKeyFile(path)
  return readKey(path, env, m)
}

async function readKey(path: string, env: NodeJS.ProcessEnv, m: Messages): Promise<Buffer> {
  const key = await readPrivateFile(path, env)
  if (key.length < LEAST_BYTES) throw new UserError(m.recording.shortKey(printable(path)), m.recording.shortKeyHint)
  return key
}
