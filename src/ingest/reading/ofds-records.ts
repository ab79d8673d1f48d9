import type { Hash } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { printable } from '../../lib/text.js'
import { UserError } from '../../model/errors.js'
import type { IngestTexts } from './define-input.js'

/** A package of a whole province is far from it. */
const MOST_BYTES = 64 * 1024 * 1024

/** Members of a span that are columns of links; its `route` is the geometry. */
const MEMBERS = ['id', 'name', 'status', 'networkProviders', 'transmissionMedium', 'capacity'] as const

interface Node {
  readonly id?: unknown
  readonly location?: unknown
}

interface Network {
  readonly name?: unknown
  readonly nodes?: readonly Node[]
  readonly spans?: readonly Readonly<Record<string, unknown>>[]
}

/** Whether a file begins as a package of the Open Fibre Data Standard does. @throws what node:fs throws. */
export async function isOfdsPackage(file: string): Promise<boolean> {
  const opened = await open(file)
  try {
    const { bytesRead, buffer } = await opened.read(Buffer.alloc(4096), 0, 4096, 0)
    return /^\ufeff?\s*\{\s*"networks"\s*:/.test(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await opened.close()
  }
}

/**
 * The spans of a JSON package of the Open Fibre Data Standard 0.3 as records, their ends with the place of the node
 * that they name. A record's line is the span's number in the package, after the header's.
 *
 * @throws UserError when the file is no such package.
 * @see Open Fibre Data Standard 0.3, JSON publication format
 */
export async function* readOfdsPackage(
  file: string,
  hash: Hash,
  texts: IngestTexts,
): AsyncGenerator<readonly { readonly line: number; readonly fields: readonly string[] }[]> {
  const refused = new UserError(texts.notOfds(printable(file)), texts.notOfdsHint)
  if ((await stat(file)).size > MOST_BYTES) throw refused
  const bytes = await readFile(file)
  hash.update(bytes)
  const networks = networksOf(bytes.toString('utf8'))
  if (networks === null) throw refused
  yield [{ line: 1, fields: [...MEMBERS, 'network', 'start', 'end', 'geometry'] }]
  let line = 1
  for (const { name, nodes, spans } of networks) {
    const byId = new Map((nodes ?? []).map((node) => [node.id, node.location]))
    for (const span of spans ?? []) {
      const end = (id: unknown): string => JSON.stringify({ id, location: byId.get(id) ?? null })
      const fields = [
        ...MEMBERS.map((member) => span[member]),
        name,
        end(span['start']),
        end(span['end']),
        span['route'],
      ]
      yield [{ line: ++line, fields: fields.map(textOf) }]
    }
  }
}

function networksOf(text: string): readonly Network[] | null {
  try {
    const read = JSON.parse(text.replace(/^\ufeff/, '')) as { networks?: unknown } | null
    const networks = read?.networks
    const isList = (value: unknown): boolean => value === undefined || Array.isArray(value)
    const isNetwork = (each: unknown): boolean =>
      typeof each === 'object' && each !== null && isList((each as Network).nodes) && isList((each as Network).spans)
    return Array.isArray(networks) && networks.every(isNetwork) ? (networks as Network[]) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
