import type { Agent } from './agent.js'
import type { RawVarbind } from './net-snmp.js'
import { indexBelow } from './oid.js'
import { isAbsent, text, valueOf } from './value.js'

const OBJECTS_PER_REQUEST = 12
/** Rows looked at before an object counts as empty: a stack's first slots may hold nothing. */
const ROWS = 3

export interface Instance {
  readonly text: string
  /** Index of the instance: `0` for a scalar. */
  readonly index: string
}

/**
 * The first instance of each object that is not empty, as text: a scalar's `.0` or a column's first rows, whichever the
 * agent has. Objects that it does not have are not in the map. A request that fails is asked again object by object.
 */
export async function readFirstInstances(
  agent: Agent,
  objects: Readonly<Record<string, string>>,
  during: string,
): Promise<Map<string, Instance>> {
  const found = new Map<string, Instance>()
  const entries = Object.entries(objects)
  for (let at = 0; at < entries.length && !agent.over; at += OBJECTS_PER_REQUEST) {
    await readInto(found, agent, entries.slice(at, at + OBJECTS_PER_REQUEST), during)
  }
  return found
}

async function readInto(
  found: Map<string, Instance>,
  agent: Agent,
  entries: readonly (readonly [name: string, oid: string])[],
  during: string,
): Promise<void> {
  const oids = entries.map(([, oid]) => oid)
  const answer = await agent.ask({ kind: 'getBulk', oids, repetitions: ROWS })
  if ('varbinds' in answer) {
    for (const [i, [name, oid]] of entries.entries()) {
      const instance = firstOf(answer.varbinds[i] ?? [], oid)
      if (instance !== null) found.set(name, instance)
    }
  } else if (answer.failure === 'silence' && !(await agent.isAlive(during))) {
    return
  } else if (entries.length > 1) {
    for (const entry of entries) if (!agent.over) await readInto(found, agent, [entry], during)
  } else if (answer.failure !== 'refused') {
    agent.note(answer.failure, during)
  }
}

function firstOf(varbinds: readonly RawVarbind[], oid: string): Instance | null {
  for (const varbind of varbinds) {
    const index = indexBelow(varbind.oid, oid)
    if (index === null || isAbsent(varbind)) return null
    const written = text(valueOf(varbind))
    if (written !== null) return { text: written, index }
  }
  return null
}
