import type { Agent } from './agent.js'
import { indexBelow } from './oid.js'
import { isAbsent } from './value.js'

/** As many as objects in a GET: the answer is as long, and an agent that finds it too long is asked for half. */
const SUBTREES_PER_REQUEST = 24
/** Below that, smaller questions gain nothing. */
const FEWEST = 6

/**
 * Which subtrees hold anything: one GETNEXT at the root of each, many in a request, so that absent tables cost nothing
 * more. When the agent does not answer that, every subtree counts as present and its own reading tells.
 */
export async function findPresent(agent: Agent, subtrees: readonly string[]): Promise<ReadonlySet<string>> {
  const present = new Set<string>()
  for (let at = 0; at < subtrees.length && !agent.over; at += SUBTREES_PER_REQUEST) {
    await findInto(present, agent, subtrees.slice(at, at + SUBTREES_PER_REQUEST))
  }
  return present
}

async function findInto(present: Set<string>, agent: Agent, oids: readonly string[]): Promise<void> {
  const answer = await agent.ask({ kind: 'getNext', oids })
  if ('varbinds' in answer) {
    for (const [i, oid] of oids.entries()) {
      const varbind = answer.varbinds[i]?.[0]
      if (varbind !== undefined && !isAbsent(varbind) && indexBelow(varbind.oid, oid) !== null) present.add(oid)
    }
  } else if (oids.length > FEWEST && (answer.failure !== 'silence' || (await agent.isAlive('SNMPv2-MIB::system')))) {
    const half = Math.ceil(oids.length / 2)
    await findInto(present, agent, oids.slice(0, half))
    if (!agent.over) await findInto(present, agent, oids.slice(half))
  } else {
    for (const oid of oids) present.add(oid)
  }
}
