import type { IngestTexts } from './define-input.js'
import { inMemory, Unreadable } from './packed.js'
import type { RawRecord } from './records.js'

/** A package of a whole province is far from it. */
const MOST_BYTES = 64 * 1024 * 1024

/** What of a package a kind of file takes. */
export type OfdsPart = 'nodes' | 'spans'

/**
 * Members of a span that are columns of links; its `route` is the geometry. Its `cartable`, which our own packages have
 * beside the standard's members, tells the role, the capacity up where it differs, and a medium without word there.
 */
const MEMBERS = ['id', 'name', 'status', 'networkProviders', 'transmissionMedium', 'capacity'] as const

const HEADERS: Readonly<Record<OfdsPart, readonly string[]>> = {
  spans: [...MEMBERS, 'role', 'network', 'start', 'end', 'geometry'],
  nodes: ['id', 'name', 'network', 'kind', 'lon', 'lat'],
}

type Members = Readonly<Record<string, unknown>>

interface Network extends Members {
  readonly nodes?: readonly Members[]
  readonly spans?: readonly Members[]
}

/** Whether a file begins as a package of the Open Fibre Data Standard does. */
export function isOfdsStart(start: Buffer): boolean {
  return /^\ufeff?\s*\{\s*"networks"\s*:/.test(start.toString('utf8'))
}

/** Whether a header is that of the spans of a package. */
export function isOfdsHeader(fields: readonly string[]): boolean {
  return fields === HEADERS.spans
}

/**
 * The spans of a JSON package of the Open Fibre Data Standard 0.3 as records, their ends with the place of the node
 * that they name; or those of its nodes that are points of presence. A record's line is its number in the package,
 * after the header's.
 *
 * Throws Unreadable when the file is no such package, or holds too much.
 *
 * @see Open Fibre Data Standard 0.3, JSON publication format
 */
export async function* readOfdsPackage(
  chunks: AsyncIterable<Buffer>,
  part: OfdsPart,
  texts: IngestTexts,
): AsyncGenerator<readonly RawRecord[]> {
  const text = (await inMemory(chunks, MOST_BYTES, texts.ofdsTooLarge(MOST_BYTES / 1024 ** 2))).toString('utf8')
  const networks = networksOf(text)
  if (networks === null) throw new Unreadable(texts.notOfds, { line: 1 })
  yield [{ line: 1, fields: HEADERS[part] }]
  const records = part === 'spans' ? networks.flatMap(spanFields) : nodeFields(networks)
  yield records.map((fields, i) => ({ line: i + 2, fields: fields.map(textOf) }))
}

function spanFields({ name, nodes, spans }: Network): unknown[][] {
  const byId = new Map((nodes ?? []).map(({ id, location }) => [id, location]))
  const end = (id: unknown): object => ({ id, location: byId.get(id) ?? null })
  return (spans ?? []).map((span) => {
    const own = (span['cartable'] ?? {}) as Members
    const told: Members = {
      ...span,
      transmissionMedium: span['transmissionMedium'] ?? own['medium'],
      capacity:
        own['capacityUp'] === undefined ? span['capacity'] : `${textOf(span['capacity'])}/${textOf(own['capacityUp'])}`,
    }
    return [
      ...MEMBERS.map((member) => told[member]),
      own['role'],
      name,
      end(span['start']),
      end(span['end']),
      span['route'],
    ]
  })
}

/** An id that the standard wants of a network, and that nobody calls it by. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const POP_TYPE = /^(?:pop|ixp|internet ?exchange|data ?cent(?:re|er))/i

/** A node's id is its network's own: one that is a number, or that another network has, is told with the network's name. */
function nodeFields(networks: readonly Network[]): unknown[][] {
  const pops = networks.flatMap(({ id, name, nodes }) => {
    const prefix = textOf(name) || textOf(id)
    const network = UUID.test(prefix) ? '' : prefix
    const all = (nodes ?? []).map((node) => ({ node, prefix, network }))
    return all.filter(({ node: { type } }) => Array.isArray(type) && type.some((each) => POP_TYPE.test(textOf(each))))
  })
  const times = new Map<string, number>()
  for (const { node } of pops) times.set(textOf(node['id']), (times.get(textOf(node['id'])) ?? 0) + 1)
  return pops.map(({ node, prefix, network }) => {
    const id = textOf(node['id'])
    const [lon, lat] = positionOf(node['location'])
    const isOwn = !/^\d*$/.test(id) && times.get(id) === 1
    return [isOwn ? id : `${prefix} ${id}`.trim(), node['name'] ?? id, network, node['type'], lon, lat]
  })
}

function positionOf(location: unknown): readonly unknown[] {
  const { coordinates } = (location ?? {}) as { readonly coordinates?: unknown }
  return Array.isArray(coordinates) ? coordinates : []
}

function networksOf(text: string): readonly Network[] | null {
  const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
  const isList = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isObject))
  try {
    const { networks } = JSON.parse(text.replace(/^\ufeff/, '')) as { networks?: unknown }
    const isNetwork = (each: unknown): boolean =>
      isObject(each) && isList((each as Network).nodes) && isList((each as Network).spans)
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
