import type { LinkEnd, LinkGraph, LinkGraphDevice } from '../../model/link.js'
import { linkDeviceName } from '../../model/link-name.js'

/** Text from a device for a file that other programs open: no control character, no character that hides or reorders. */
export function inertText(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g, '')
}

/** A node of the graph: a device of ours, or a neighbour that is not. */
export interface GraphNode {
  readonly id: string
  readonly label: string
  /** Null for a neighbour that is not ours. */
  readonly device: LinkGraphDevice | null
  readonly board: string
  /** What a neighbour is told by; null for a device of ours. */
  readonly chassisId: string | null
  readonly addresses: readonly string[]
}

/** What one end of a link is called in a file: the device's address, else what the neighbour is told by. */
function nodeKey(board: string, end: LinkEnd, link: string): string {
  if (end.managementAddress !== null) return `${board}\u0000${end.managementAddress}`
  const told = end.chassisId ?? end.sysName
  return told === null ? `${board}\u0000link ${link}` : `${board}\u0000told ${told.toLowerCase()}`
}

/** Nodes and edges by number (`n0`, `n1`…), in the order of devices and links. One neighbour heard at several ports is one node. */
export function graphOf({ devices, links }: LinkGraph): {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly {
    readonly link: LinkGraph['links'][number]
    readonly source: string
    readonly target: string
  }[]
} {
  const nodes = new Map<string, GraphNode>()
  const add = (key: string, node: Omit<GraphNode, 'id'>): void => {
    if (!nodes.has(key)) nodes.set(key, { id: `n${nodes.size}`, ...node })
  }
  for (const device of devices) {
    const { board, managementAddress, sysName } = device
    add(`${board}\u0000${managementAddress}`, {
      label: sysName ?? managementAddress,
      device,
      board,
      chassisId: null,
      addresses: [managementAddress],
    })
  }
  const nodeOf = (board: string, end: LinkEnd, link: string): string => {
    const key = nodeKey(board, end, link)
    const { chassisId, toldAddresses } = end
    add(key, { label: linkDeviceName(end), device: null, board, chassisId, addresses: toldAddresses })
    return nodes.get(key)?.id ?? ''
  }
  const edges = links.map((link) => ({
    link,
    source: nodeOf(link.board, link.a, link.id),
    target: nodeOf(link.board, link.b, link.id),
  }))
  return { nodes: [...nodes.values()], edges }
}
