import type { DeviceReading } from '../../../src/model/device.js'
import { isAnonymous } from '../naming/choose-profile.js'
import { readEverything } from '../read.js'
import { Recording } from '../replay/recording.js'
import { Agent } from '../wire/agent.js'
import { indexBelow, indexNumbers } from '../wire/oid.js'
import type { Asked } from '../wire/session.js'
import { isAbsent } from '../wire/value.js'
import { readTable } from '../wire/walk.js'
import { Tap } from './tap.js'

/** What is recorded beyond what the readers ask for. */
export interface RecordingPlan {
  /** OIDs below which everything is walked; null is the standard tables and the maker's own. */
  readonly subtrees: readonly string[] | null
  /** Upper bound of what one recording holds: OIDs and values. */
  readonly maxBytes: number
  /** Told after each answer how many objects were heard. */
  progress(objects: number): void
}

/** What an agent was heard to say, and what it was read to be. */
export interface Recorded {
  readonly recording: Recording
  readonly reading: DeviceReading
}

const STANDARD = [
  '1.3.6.1.2.1', // SNMPv2-SMI::mib-2
  '1.0.8802.1.1.2', // LLDP-MIB::lldpMIB
  '1.3.111.2.802', // IEEE 802.1 and 802.3: LLDP-V2-MIB, IEEE8021-Q-BRIDGE-MIB…
  '1.2.840.10006.300.43', // IEEE8023-LAG-MIB::lagMIB
]
const ENTERPRISES = '1.3.6.1.4.1' // SNMPv2-SMI::enterprises

/**
 * Hears an agent out: first what the readers ask, so that a recording cut short still shows how the device is named, then
 * each subtree. What goes wrong is the agent's `reason`, as in a reading.
 */
export async function recordAgent(
  session: Asked,
  agent: Agent,
  signal: AbortSignal,
  plan: RecordingPlan,
): Promise<Recorded> {
  const tap = new Tap(session, plan.maxBytes, plan.progress)
  const heard = new Agent(tap, agent.limits, signal)
  const reading = await readEverything(heard)
  for (const subtree of plan.subtrees ?? defaultSubtrees(reading.sysObjectID)) {
    await walkBranches(heard, subtree)
  }
  agent.reason = heard.reason
  return { recording: Recording.of(tap.heard), reading }
}

/** Where a sysObjectID names only the agent's software, any maker's tables may be there. */
function defaultSubtrees(sysObjectID: string | null): readonly string[] {
  const [enterprise] = /^1\.3\.6\.1\.4\.1\.\d+/.exec(sysObjectID ?? '') ?? []
  return [...STANDARD, enterprise === undefined || isAnonymous(sysObjectID) ? ENTERPRISES : enterprise]
}

/** Walks what is below an OID branch by branch: one that loops or falls silent does not hide those after it. */
async function walkBranches(agent: Agent, subtree: string): Promise<void> {
  for (let from = 0; !agent.over;) {
    const answer = await agent.ask({ kind: 'getNext', oids: [from === 0 ? subtree : `${subtree}.${from}`] })
    if ('failure' in answer) {
      if (answer.failure !== 'refused') agent.note(answer.failure, subtree)
      return
    }
    const varbind = answer.varbinds[0]?.[0]
    const index = varbind === undefined || isAbsent(varbind) ? null : indexBelow(varbind.oid, subtree)
    const [branch = -1] = index === null ? [] : indexNumbers(index)
    // Less than what was asked after: the agent has gone back.
    if (branch < from) return
    const oid = `${subtree}.${branch}`
    await readTable(agent, { name: oid, entry: oid, columns: { [oid]: oid } })
    from = branch + 1
  }
}
