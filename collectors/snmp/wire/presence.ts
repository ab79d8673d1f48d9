import type { Agent } from './agent.js'
import { indexBelow } from './oid.js'
import { isAbsent } from './value.js'

const SUBTREES_PER_REQUEST = 12

/**
 * Which subtrees hold anything: one GETNEXT at the root of each, a dozen in a request, so that absent tables cost
 * nothing more. When the agent does not answer that, every subtree counts as present and its own reading tells.
 */
export async function findPresent(agent: Agent, subtrees: readonly string[]): Promise<ReadonlySet<string>> {
  const present = new Set<string>()
  for (let at = 0; at < subtrees.length && !agent.over; at += SUBTREES_PER_REQUEST) {
    const oids = subtrees.slice(at, at + SUBTREES_PER_REQUEST)
    const answer = await agent.ask({ kind: 'getNext', oids })
    for (const [i, oid] of oids.entries()) {
      const varbind = 'varbinds' in answer ? answer.varbinds[i]?.[0] : undefined
      const isThere = varbind !== undefined && !isAbsent(varbind) && indexBelow(varbind.oid, oid) !== null
      if ('failure' in answer || isThere) present.add(oid)
    }
  }
  return present
}
