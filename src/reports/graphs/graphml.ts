import { escaped } from '../../lib/text.js'
import { linkPortName } from '../../model/link-name.js'
import type { LinkGraph } from '../../model/link.js'
import { graphOf, inertText, type GraphNode } from './graph-text.js'

type Edge = ReturnType<typeof graphOf>['edges'][number]
type Value = string | number | boolean | null

interface Attribute<Of> {
  readonly name: string
  readonly type: 'string' | 'long' | 'boolean'
  readonly value: (of: Of) => Value
}

const NODE: readonly Attribute<GraphNode>[] = [
  { name: 'label', type: 'string', value: ({ label }) => label },
  { name: 'ours', type: 'boolean', value: ({ device }) => device !== null },
  { name: 'board', type: 'string', value: ({ board }) => board || null },
  { name: 'address', type: 'string', value: ({ addresses }) => addresses[0] ?? null },
  { name: 'kind', type: 'string', value: ({ device }) => device?.kind ?? null },
  { name: 'vendor', type: 'string', value: ({ device }) => device?.vendor ?? null },
  { name: 'model', type: 'string', value: ({ device }) => device?.model ?? null },
  { name: 'building', type: 'string', value: ({ device }) => device?.building ?? null },
  { name: 'chassis_id', type: 'string', value: ({ chassisId }) => chassisId },
]

const EDGE: readonly Attribute<Edge>[] = [
  {
    name: 'label',
    type: 'string',
    value: ({ link }) => [linkPortName(link.a), linkPortName(link.b)].map((port) => port ?? '?').join(' – '),
  },
  { name: 'a_port', type: 'string', value: ({ link }) => linkPortName(link.a) },
  { name: 'b_port', type: 'string', value: ({ link }) => linkPortName(link.b) },
  { name: 'confidence', type: 'string', value: ({ link }) => link.confidence },
  {
    name: 'evidence',
    type: 'string',
    value: ({ link }) => link.evidence.map(({ protocol, side }) => `${protocol}:${side}`).join(' '),
  },
  { name: 'speed_bps', type: 'long', value: ({ link }) => link.speedBps },
  {
    name: 'conflicts',
    type: 'string',
    value: ({ link }) => link.conflicts.map(({ code }) => code).join(' ') || null,
  },
  { name: 'first_seen', type: 'string', value: ({ link }) => link.firstSeen },
  { name: 'last_seen', type: 'string', value: ({ link }) => link.lastSeen },
]

function xml(value: Exclude<Value, null>): string {
  return escaped(inertText(String(value)))
}

function data<Of>(domain: 'node' | 'edge', attributes: readonly Attribute<Of>[], of: Of): string {
  return attributes
    .map(({ name, value }) => {
      const known = value(of)
      return known === null ? '' : `<data key="${domain}_${name}">${xml(known)}</data>`
    })
    .join('')
}

function keys<Of>(domain: 'node' | 'edge', attributes: readonly Attribute<Of>[]): string {
  return attributes
    .map(({ name, type }) => `<key id="${domain}_${name}" for="${domain}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join('')
}

/**
 * The cabling as GraphML 1.0 (http://graphml.graphdrawing.org), undirected, attributes typed: for yEd, Gephi, Cytoscape and networkx. What is
 * unknown has no `data`. The id of an edge is the link's.
 */
export function* renderGraphml(graph: LinkGraph): Generator<string> {
  const { nodes, edges } = graphOf(graph)
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
  yield ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  yield keys('node', NODE)
  yield keys('edge', EDGE)
  yield '<graph id="links" edgedefault="undirected">\n'
  for (const node of nodes) yield `<node id="${node.id}">${data('node', NODE, node)}</node>\n`
  for (const edge of edges) {
    yield `<edge id="${edge.link.id}" source="${edge.source}" target="${edge.target}">${data('edge', EDGE, edge)}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}
