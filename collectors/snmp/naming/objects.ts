import type { Agent } from '../wire/agent.js'
import { readFirstInstances, type Instance } from '../wire/first-instances.js'
import { isAbsent, text, valueOf } from '../wire/value.js'

/** Objects in one GET. */
const ASKED = 24

/**
 * The first instance of each object, as readFirstInstances does. Where the agent has none at all, the objects' own OIDs
 * are asked for, once: some makers' agents answer for a scalar without its `.0` (index ''; Opengear's does).
 */
export async function readObjects(
  agent: Agent,
  objects: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Instance>> {
  const found = await readFirstInstances(agent, objects, 'naming')
  const entries = Object.entries(objects).slice(0, ASKED)
  if (found.size > 0 || entries.length === 0 || agent.over) return found
  const answer = await agent.ask({ kind: 'get', oids: entries.map(([, oid]) => oid) })
  if ('failure' in answer) return found
  for (const [i, [name, oid]] of entries.entries()) {
    const varbind = answer.varbinds[i]?.[0]
    if (varbind === undefined || varbind.oid !== oid || isAbsent(varbind)) continue
    const written = text(valueOf(varbind))
    if (written !== null) found.set(name, { text: written, index: '' })
  }
  return found
}
