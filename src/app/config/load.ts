import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { configSchema, type ConfigValue } from './schema.js'

/** A checked configuration, and where it stands: the paths in it are relative to its folder. */
export interface Config extends Omit<ConfigValue, 'database' | 'vault'> {
  /** Absolute path, or null when the defaults stand in for a file. */
  readonly path: string | null
  /** The folder that relative paths start from. */
  readonly folder: string
  /** Absolute path of the SQLite file, or a postgres URL. */
  readonly database: string
  /** Absolute paths of the vault and of the file that opens it; `keyFile` is null when its key is typed. */
  readonly vault: { readonly file: string; readonly keyFile: string | null }
}

/**
 * Loads and checks a configuration file; without one, every default.
 *
 * @throws UserError with the file, line and column of the first thing that is wrong, and what to do.
 */
export async function loadConfig(path: string | null, cwd: string, m: Messages['config']): Promise<Config> {
  if (path === null) return settle(configSchema(m).parse({}), null, cwd)
  const { parseDocument, LineCounter, isMap, isScalar } = await import('#yaml')
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false })
  const at = (offset: number | undefined): string => {
    if (offset === undefined) return path
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const [syntax] = document.errors
  if (syntax !== undefined) throw new UserError(m.syntax(at(syntax.pos[0]), syntax.message), m.syntaxHint)
  const result = configSchema(m).safeParse(document.toJS() ?? {})
  if (result.success) return settle(result.data, path, dirname(path))

  const [issue] = result.error.issues
  if (issue === undefined) throw result.error
  const keys = issue.path.map((key) => (typeof key === 'symbol' ? (key.description ?? '') : key))
  const where = keys.join('.')
  if (issue.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys
    const holder = keys.length === 0 ? document.contents : document.getIn(keys, true)
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && String(key.value) === unknown)
      : undefined
    const key = pair?.key
    throw new UserError(
      m.unknownKey(at(isScalar(key) ? key.range?.[0] : undefined), [...keys, unknown].join('.')),
      m.unknownKeyHint,
    )
  }
  const node = nearest(keys, (path) => document.getIn(path, true))
  throw new UserError(m.wrong(at(node?.range?.[0]), where, issueText(issue, m)), m.wrongHint)
}

interface Ranged {
  readonly range?: readonly number[] | null | undefined
}

/** The node that a path leads to, or the nearest one above it when the path names something absent. */
function nearest(
  keys: readonly (string | number)[],
  find: (keys: readonly (string | number)[]) => unknown,
): Ranged | null {
  for (let length = keys.length; length > 0; length--) {
    const node = find(keys.slice(0, length))
    if (typeof node === 'object' && node !== null && 'range' in node) return node as Ranged
  }
  return null
}

interface Issue {
  readonly code?: string | undefined
  readonly message: string
  readonly expected?: string
  readonly values?: readonly unknown[]
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
}

/** zod's own English words are never shown: its issues are worded here, in the user's language. */
function issueText(issue: Issue, m: Messages['config']): string {
  if (issue.code === 'invalid_value') return m.oneOf((issue.values ?? []).map(String))
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return m.expected(issue.expected ?? '')
  if (issue.code === 'too_small') return m.atLeast(String(issue.minimum ?? ''))
  if (issue.code === 'too_big') return m.atMost(String(issue.maximum ?? ''))
  return issue.message
}

function settle(value: ConfigValue, path: string | null, folder: string): Config {
  const database = value.database ?? './cartable.db'
  const isUrl = /^postgres(ql)?:/.test(database)
  const { file, key } = value.vault
  return {
    ...value,
    path,
    folder,
    database: isUrl ? database : resolve(folder, database),
    vault: { file: resolve(folder, file), keyFile: key === undefined ? null : resolve(folder, key.file) },
  }
}
