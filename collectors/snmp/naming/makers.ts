import type { Agent } from '../wire/agent.js'
import { findEnterprise } from './enterprises.js'

const PRIVATE = '1.3.6.1.4.1'
/** Enterprises that an agent may implement before its maker's. */
const HOPS = 8
/**
 * Enterprises whose objects say nothing of what a computer is for: agents' software (UCD, FOKUS, net-snmp), and what
 * servers of every use carry (IBM, Sun, Fujitsu, Compaq, Microsoft, Intel, Dell, LSI, VMware, Supermicro).
 */
const EVERYWHERE = new Set([2, 9, 11, 42, 231, 232, 311, 343, 674, 2021, 3582, 6876, 8072, 10876, 12325])

/**
 * The private enterprise that made a device whose sysObjectID names only its agent's software: the first of those that
 * the agent implements, from one GETNEXT each, and that makes one kind of device. Null when there is none.
 */
export async function findMaker(agent: Agent): Promise<string | null> {
  let from = PRIVATE
  for (let hop = 0; hop < HOPS && !agent.over; hop++) {
    const answer = await agent.ask({ kind: 'getNext', oids: [from] })
    const oid = 'varbinds' in answer ? answer.varbinds[0]?.[0]?.oid : undefined
    const enterprise = Number(/^1\.3\.6\.1\.4\.1\.(\d+)\./.exec(oid ?? '')?.[1] ?? Number.NaN)
    // An agent that goes back, or has no more.
    if (Number.isNaN(enterprise) || enterprise < Number(from.slice(PRIVATE.length + 1) || 0)) return null
    const maker = `${PRIVATE}.${enterprise}`
    if (!EVERYWHERE.has(enterprise) && findEnterprise(maker) !== null) return maker
    from = `${PRIVATE}.${enterprise + 1}`
  }
  return null
}
