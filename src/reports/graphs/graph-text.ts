import { createHash } from 'node:crypto'
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

/** The id of a device's node, an NMTOKEN that lasts: its board and address. */
function deviceId(board: string, managementAddress: string): string {
  return `d-${board}-${managementAddress}`.replace(/[^\w.:-]/g, '_')
}

/** The id of a neighbour's node: of what it is told by, or of its link when it is told by nothing. */
function neighbourId(board: string, { chassisId, sysName }: LinkEnd, link: string): string {
  const told = JSON.stringify([
    board,
    (chassisId ?? sysName)?.toLowerCase() ?? null,
    (chassisId ?? sysName) === null ? link : '',
  ])
  return `u-${createHash('sha256').update(told).digest('hex').slice(0, 12)}`
}

/** Nodes and edges in the order of devices and links. One neighbour that is heard at several ports is one node. */
export function graphOf({ devices, links }: LinkGraph): {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly {
    readonly link: LinkGraph['links'][number]
    readonly source: string
    readonly target: string
  }[]
} {
  const nodes = new Map<string, GraphNode>()
  const add = (node: GraphNode): void => {
    if (!nodes.has(node.id)) nodes.set(node.id, node)
  }
  for (const device of devices) {
    const { board, managementAddress, sysName } = device
    add({
      id: deviceId(board, managementAddress),
      label: sysName ?? managementAddress,
      device,
      board,
      chassisId: null,
      addresses: [managementAddress],
    })
  }
  const nodeOf = (board: string, end: LinkEnd, link: string): string => {
    if (end.managementAddress !== null) return deviceId(board, end.managementAddress)
    const id = neighbourId(board, end, link)
    add({
      id,
      label: linkDeviceName(end),
      device: null,
      board,
      chassisId: end.chassisId,
      addresses: end.toldAddresses,
    })
    return id
  }
  const edges = links.map((link) => ({
    link,
    source: nodeOf(link.board, link.a, link.id),
    target: nodeOf(link.board, link.b, link.id),
  }))
  return { nodes: [...nodes.values()], edges }
}
