import { groupedBy } from '../../lib/group.js'
import { byCode } from '../../lib/text.js'
import { linkPortName } from '../../model/link-name.js'
import type { LinkConfidence, LinkGraph } from '../../model/link.js'
import { graphOf, inertText, type GraphNode } from './graph-text.js'

/** Line of an edge by how sure it is: told by shape, so that colour only repeats it. */
const STYLES: Readonly<Record<LinkConfidence, string>> = {
  confirmed: 'style=solid',
  'one-sided': 'style=dashed',
  ambiguous: 'style=dotted, penwidth=2, color="#b3261e"',
}

/** Text between quotes as DOT reads it: backslashes and quotes escaped, and HTML entities kept from being read. */
function quoted(...lines: readonly string[]): string {
  const written = lines.map((line) =>
    inertText(line).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;'),
  )
  return `"${written.join('\\n')}"`
}

function nodeLine({ id, label, device, addresses }: GraphNode): string {
  const below = device === null ? addresses.slice(0, 1) : [device.managementAddress, device.model ?? '']
  const lines = [label, ...below.filter((line) => line !== '' && line !== label)]
  return `    ${quoted(id)} [label=${quoted(...lines)}${device === null ? ', style="rounded,dashed"' : ''}];\n`
}

/**
 * The cabling as Graphviz draws it (`dot -Tsvg`): devices that have a link, by building; ports at the ends of each edge.
 * Neighbours that are not ours are dashed; so are links that one end alone tells, and doubtful ones are dotted.
 *
 * @param buildingName What a building is called, by its code.
 */
export function* renderDot(graph: LinkGraph, buildingName: (code: string) => string): Generator<string> {
  const { nodes, edges } = graphOf(graph)
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]))
  const buildingOf = new Map(nodes.map(({ id, device }) => [id, device?.building ?? null]))
  // A neighbour is drawn where the device that hears it is.
  for (const { source, target } of edges) {
    if ((buildingOf.get(target) ?? null) === null) buildingOf.set(target, buildingOf.get(source) ?? null)
  }
  yield 'graph links {\n  graph [rankdir=LR, nodesep=0.3, ranksep=1.6, fontname="Helvetica"];\n'
  yield '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];\n'
  yield '  edge [fontname="Helvetica", fontsize=9, labeldistance=1.5];\n'
  const groups = groupedBy(
    nodes.filter(({ id }) => linked.has(id)),
    ({ id }) => buildingOf.get(id) ?? null,
  )
  const sorted = [...groups].sort(([one], [other]) => byCode(one ?? '', other ?? ''))
  for (const [n, [building, group]] of sorted.entries()) {
    if (building !== null) yield `  subgraph cluster_${n} {\n    label=${quoted(buildingName(building))};\n`
    for (const node of group) yield nodeLine(node)
    if (building !== null) yield '  }\n'
  }
  for (const { link, source, target } of edges) {
    const tail = linkPortName(link.a) ?? ''
    const head = linkPortName(link.b) ?? ''
    yield `  ${quoted(source)} -- ${quoted(target)} [id=${quoted(link.id)}, taillabel=${quoted(tail)}, headlabel=${quoted(head)}, ${STYLES[link.confidence]}];\n`
  }
  yield '}\n'
}
