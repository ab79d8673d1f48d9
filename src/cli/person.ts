import { userInfo } from 'node:os'
import type { Messages } from '../i18n/translator.js'
import { UserError } from '../model/errors.js'

/**
 * Who is at the keyboard: what they say they are, else who became root with sudo, else the system's account.
 *
 * @throws UserError when nothing tells, as in a container whose account has no name.
 */
export function personName(said: string | undefined, env: NodeJS.ProcessEnv, m: Messages): string {
  const name = said?.trim() || env['SUDO_USER'] || accountName()
  if (name) return name
  throw new UserError(m.overrides.whoUnknown, m.overrides.whoUnknownHint)
}

function accountName(): string | null {
  try {
    return userInfo().username
  } catch (error) {
    // An account without a line in the system's list of them has a number, and no name.
    if ((error as NodeJS.ErrnoException).code === 'ERR_SYSTEM_ERROR') return null
    throw error
  }
}
