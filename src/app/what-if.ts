import type { Messages } from '../i18n/translator.js'
import { byCode } from '../lib/text.js'
import { UserError } from '../model/errors.js'

type Group = Readonly<Record<string, unknown>> | readonly unknown[]

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null
}

/** Whether a key is the group's own: what every object inherits is no place of a file. */
function holds(group: Group, key: string): boolean {
  return Array.isArray(group) ? /^\d+$/.test(key) && Number(key) < group.length : Object.hasOwn(group, key)
}

function inside(group: Group, key: string): unknown {
  return Array.isArray(group)
    ? (group as readonly unknown[])[Number(key)]
    : (group as Readonly<Record<string, unknown>>)[key]
}

/** The group with one of its values otherwise; the one that came stays as it is. */
function replaced(group: Group, key: string, value: unknown): Group {
  if (Array.isArray(group)) return (group as readonly unknown[]).with(Number(key), value)
  return Object.fromEntries(Object.entries(group).map(([each, old]) => [each, each === key ? value : old]))
}

/** A path of the file that is not there, and those that are where it leaves the file's. */
class NoPlace extends Error {
  readonly near: readonly string[]

  constructor(near: readonly string[]) {
    super('no such place')
    this.near = near
  }
}

function changedAt(value: unknown, keys: readonly string[], to: unknown, before: readonly string[]): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return to
  if (!isGroup(value)) throw new NoPlace([before.join('.')])
  if (!holds(value, key)) throw new NoPlace(Object.keys(value).map((each) => [...before, each].join('.')))
  return replaced(value, key, changedAt(inside(value, key), rest, to, [...before, key]))
}

/**
 * What a file says, with some of it otherwise: `allocation.steps.1.floorPerSchool=6000`, keys and positions from 0, then a
 * scalar as YAML writes it.
 *
 * @throws UserError for a path that is not in the file, naming those that are where it leaves it; for a value that is no
 * scalar; and for what is no `path=value`.
 */
export async function changed(value: unknown, whatIf: readonly string[], m: Messages): Promise<unknown> {
  if (whatIf.length === 0) return value
  const { parseDocument, isScalar } = await import('#yaml')
  let now = value
  for (const change of whatIf) {
    const [, path, text] = /^([^=]+)=(.*)$/s.exec(change) ?? []
    if (path === undefined || text === undefined)
      throw new UserError(m.allocate.badWhatIf(change), m.allocate.badWhatIfHint, { usage: true })
    const { contents, errors } = parseDocument(text)
    if (errors.length > 0 || !isScalar(contents)) {
      throw new UserError(m.allocate.whatIfValue(text), m.allocate.badWhatIfHint, { usage: true })
    }
    try {
      now = changedAt(now, path.trim().split('.'), contents.value, [])
    } catch (error) {
      if (!(error instanceof NoPlace)) throw error
      const near = [...error.near].sort(byCode).join(', ')
      throw new UserError(m.allocate.whatIfPlace(path), m.allocate.whatIfNear(near), { usage: true, cause: error })
    }
  }
  return now
}
