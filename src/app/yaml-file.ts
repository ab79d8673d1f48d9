import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Messages } from '../i18n/translator.js'
import { UserError } from '../model/errors.js'

/** Keys that lead to a place of a document: names, and positions in lists from 0. */
export type Keys = readonly (string | number)[]

/** What a YAML file holds, and where: `at` gives `file:line` of a place, of the nearest one above it when it is absent. */
export interface YamlFile {
  readonly value: unknown
  /** Of the bytes that were read, in hexadecimal. */
  readonly sha256: string
  at(keys: Keys): string
}

/** Reads a YAML file. @throws UserError with file, line and column when it is no YAML; the system's errors. */
export async function readYaml(path: string, m: Messages): Promise<YamlFile> {
  const { parseDocument, LineCounter } = await import('#yaml')
  const lines = new LineCounter()
  const bytes = await readFile(path)
  const document = parseDocument(bytes.toString('utf8'), { lineCounter: lines, prettyErrors: false })
  const [syntax] = document.errors
  if (syntax !== undefined) {
    const { line, col } = lines.linePos(syntax.pos[0])
    throw new UserError(m.config.syntax(`${path}:${line}:${col}`, syntax.message), m.config.syntaxHint)
  }
  let value: unknown
  try {
    value = document.toJS()
  } catch (error) {
    // An alias (`*name`) to nothing: most often a value that begins with a star, without quotes.
    throw new UserError(m.config.syntax(path, error instanceof Error ? error.message : ''), m.config.syntaxHint)
  }
  return {
    value,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    at: (keys) => {
      for (let length = keys.length; length > 0; length--) {
        const node = document.getIn(keys.slice(0, length), true) as { range?: readonly number[] } | null | undefined
        if (node?.range?.[0] !== undefined) return `${path}:${lines.linePos(node.range[0]).line}`
      }
      return path
    },
  }
}
