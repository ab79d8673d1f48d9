import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'

const FILE_NAME = 'cartable.yaml'

/**
 * The configuration file: `--config`, else `cartable.yaml` in the working directory or above it, else null.
 *
 * @throws UserError when `--config` names a file that is not there.
 */
export function findConfig(flag: string | undefined, cwd: string, m: Messages['config']): string | null {
  if (flag !== undefined) {
    const path = resolve(cwd, flag)
    if (!existsSync(path)) throw new UserError(m.notFound(path), m.notFoundHint)
    return path
  }
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, FILE_NAME)
    if (existsSync(path)) return path
    if (dirname(folder) === folder) return null
  }
}

/** The language that a configuration asks for, read without checking the rest: what is wrong is told in that language. */
export function peekLanguage(path: string | null): string | null {
  if (path === null) return null
  try {
    return /^language:[ \t]*["']?(fr|en)\b/m.exec(readFileSync(path, 'utf8'))?.[1] ?? null
  } catch {
    return null // What cannot be read is said when the configuration is loaded.
  }
}

/** Ids of the standards that a configuration adds, read without checking the rest; for help and the Tab key. */
export async function peekProfiles(path: string | null): Promise<readonly string[]> {
  if (path === null) return []
  try {
    const { parse } = await import('#yaml')
    const written = parse(readFileSync(path, 'utf8')) as {
      bandwidth?: { profiles?: readonly { id?: unknown }[] }
    } | null
    return (written?.bandwidth?.profiles ?? []).flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
  } catch {
    return [] // What cannot be read is said when the configuration is loaded.
  }
}
