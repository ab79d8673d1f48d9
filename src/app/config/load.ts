import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Messages } from '../../i18n/translator.js'
import { UserError } from '../../model/errors.js'
import { isPostgres } from '../../store/database.js'
import type { SecretReference } from './credentials.js'
import { configSchema, type ConfigValue } from './schema.js'

/** A checked configuration, and where it stands: the paths in it are relative to its folder. */
export interface Config extends Omit<ConfigValue, 'database' | 'vault'> {
  /** Absolute path, or null when the defaults stand in for a file. */
  readonly path: string | null
  /** The folder that relative paths start from. */
  readonly folder: string
  /** Absolute path of the SQLite file, or a postgres URL, which holds no password. */
  readonly database: string
  /** Where the database's password is, or null: PGPASSWORD and ~/.pgpass are the server's own ways. */
  readonly databasePassword: SecretReference | null
  /** Absolute paths of the vault and of the file that opens it; `keyFile` is null when its key is typed. */
  readonly vault: { readonly file: string; readonly keyFile: string | null }
}

/**
 * Loads and checks a configuration file; without one, every default.
 *
 * @throws UserError with the file, line and column of the first thing that is wrong, and what to do.
 */
export async function loadConfig(
  path: string | null,
  cwd: string,
  m: Messages['config'],
  env: NodeJS.ProcessEnv = {},
): Promise<Config> {
  if (path === null) return settle(configSchema(m).parse({}), null, { folder: cwd, env, m })
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
  let written: unknown
  try {
    written = document.toJS()
  } catch (error) {
    // An alias (`*name`) to nothing: most often a value that begins with a star, without quotes.
    throw new UserError(m.syntax(path, error instanceof Error ? error.message : ''), m.syntaxHint)
  }
  const result = configSchema(m).safeParse(withoutEmpty(written ?? {}))
  if (result.success) return settle(result.data, path, { folder: dirname(path), env, m })

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

/** Where a configuration stands, and what it is read with. */
interface Place {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly m: Messages['config']
}

interface Ranged {
  readonly range?: readonly number[] | null | undefined
}

/** A key of the first level with nothing under it (all its lines are comments) is as good as absent. */
function withoutEmpty(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return written
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null))
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
  /** False when the value must be above the minimum. */
  readonly inclusive?: boolean | undefined
  readonly maximum?: number | bigint
}

/** zod's own English words are never shown: its issues are worded here, in the user's language. */
export function issueText(issue: Issue, m: Messages['config']): string {
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return m.oneOf((issue.values ?? []).map(String))
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return m.expected(issue.expected ?? '')
  if (issue.code === 'too_small') {
    const least = String(issue.minimum ?? '')
    return issue.inclusive === false ? m.above(least) : m.atLeast(least)
  }
  if (issue.code === 'too_big') return m.atMost(String(issue.maximum ?? ''))
  return issue.message
}

/**
 * The database's place: CARTABLE_DATABASE wins over the configuration.
 *
 * @throws UserError for a URL that holds a password: it would be seen in lists of processes, logs and copies.
 */
function settle(value: ConfigValue, path: string | null, { folder, env, m }: Place): Config {
  const asked = env['CARTABLE_DATABASE']
  const { database: written } = value
  const [database, databasePassword] =
    asked !== undefined && asked !== ''
      ? [asked, null]
      : typeof written === 'object'
        ? [written.url, written.password]
        : [written ?? './cartable.db', null]
  const { file, key } = value.vault
  return {
    ...value,
    credentials: inOrder(value),
    path,
    folder,
    database: databasePlace(database, folder, m),
    databasePassword,
    vault: { file: resolve(folder, file), keyFile: key === undefined ? null : resolve(folder, key.file) },
  }
}

/** Credentials in the order in which they are tried: v3, v2c, v1, each as written, unless the writing is to decide. */
function inOrder({ credentials, scan }: ConfigValue): ConfigValue['credentials'] {
  if (scan.credentialOrder === 'configured') return credentials
  return [...credentials].sort((a, b) => ORDER.indexOf(a.version) - ORDER.indexOf(b.version))
}

/** The one that keeps its secret best first. */
const ORDER = ['3', '2c', '1'] as const

/**
 * A database as it is written: the URL of a server, or the path of a file from a folder.
 *
 * @throws UserError for a URL that holds a password, or that is none.
 */
export function databasePlace(written: string, folder: string, m: Messages['config']): string {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(written)) return resolve(folder, written)
  if (!isPostgres(written) || !URL.canParse(written)) throw new UserError(m.badUrl, m.passwordInUrlHint)
  const url = new URL(written)
  if (url.password !== '' || url.searchParams.has('password')) {
    throw new UserError(m.passwordInUrl(url.host), m.passwordInUrlHint)
  }
  return written
}
