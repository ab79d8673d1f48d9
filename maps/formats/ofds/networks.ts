import type { Messages } from '../../../src/i18n/translator.js'
import { groupedBy } from '../../../src/lib/group.js'
import { byCode } from '../../../src/lib/text.js'
import type { MapInput } from '../../../src/model/map-format.js'
import { nodesOf, type Node } from './nodes.js'
import { spanOf, type Span } from './spans.js'
import { uuidOf } from './uuid.js'

const SCHEMA =
  'https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/network-schema.json'

/** An organisation that has a part in a network; its id is the board's code, or the provider's name. */
interface Organisation {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

/** A network of the package. What is not known has no member: the standard knows no null. */
interface Network {
  readonly id: string
  readonly name?: string
  readonly nodes?: readonly Node[]
  readonly spans?: readonly Span[]
  readonly organisations?: readonly Organisation[]
  readonly website?: string
  readonly publicationDate: string
  readonly crs: { readonly name: string; readonly uri: string }
  readonly language: string
  readonly links: readonly { readonly rel: string; readonly href: string }[]
}

/**
 * One network for each that links or POPs name, then one without name for what names none; by name. A node is in each
 * network whose spans it ends, but says that it is a POP in its own only.
 */
export function networksOf(input: MapInput, { language }: Messages): readonly Network[] {
  const links = groupedBy(input.wanLinks, ({ network }) => network)
  const pops = groupedBy(input.pops, ({ network }) => network)
  const nodeOf = nodesOf(input)
  const names = [...new Set([...links.keys(), ...pops.keys()])].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : byCode(a, b),
  )
  // The same names in another board's map are another network.
  const boards = [...new Set(input.gaps.map(({ board }) => board ?? ''))].sort(byCode).join()
  return names.map((name) => {
    const spans = (links.get(name) ?? []).map((link) => spanOf(link, input.drawing)).sort(byId)
    const ends = [...spans.flatMap(({ start, end }) => [start, end]), ...(pops.get(name) ?? []).map(({ id }) => id)]
    const nodes = [...new Set(ends)].sort(byCode).map((id) => nodeOf(id, name))
    const organisations = organisationsOf(nodes, spans)
    return {
      id: uuidOf(JSON.stringify([boards, name])),
      ...(name === null ? {} : { name }),
      ...(nodes.length === 0 ? {} : { nodes }),
      ...(spans.length === 0 ? {} : { spans }),
      ...(organisations.length === 0 ? {} : { organisations }),
      publicationDate: input.generatedAt.slice(0, 10),
      crs: { name: 'urn:ogc:def:crs:OGC::CRS84', uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' },
      language,
      links: [{ rel: 'describedby', href: SCHEMA }],
    }
  })
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byCode(a.id, b.id)
}

function organisationsOf(nodes: readonly Node[], spans: readonly Span[]): Organisation[] {
  const found = new Map<string, Organisation>()
  for (const { physicalInfrastructureProvider: owner } of nodes)
    if (owner !== undefined) found.set(owner.id, { ...owner, roles: ['physicalInfrastructureProvider'] })
  for (const { networkProviders } of spans)
    for (const provider of networkProviders ?? []) found.set(provider.id, { ...provider, roles: ['networkProvider'] })
  return [...found.values()].sort(byId)
}
