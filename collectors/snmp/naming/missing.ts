import type { Agent } from '../wire/agent.js'
import { text } from '../wire/value.js'
import type { Profile } from './define-profile.js'
import type { Facts } from './facts.js'
import { isComputer } from './general.js'
import { isKnownMaker, readIdentity, type IdentityField } from './identity-objects.js'
import { findFields } from './name-device.js'
import { readShapes } from './shapes.js'

/** NETWORK-SERVICES-MIB::applVersion of the first application (RFC 2788). */
const APPLICATION = '1.3.6.1.2.1.27.1.1.4.1'
const EXTENDED = '1.3.6.1.4.1.8072.1.3.2.3.1.1' // NET-SNMP-EXTEND-MIB::nsExtendOutput1Line

/** What people have net-snmp say of a computer, by the names that monitoring systems agreed on. */
const EXTENSIONS = ['distro', 'hardware', 'manufacturer', 'serial'] as const

/**
 * What neither the profile nor the standard MIBs tell is looked for in the maker's other objects, then, where the maker's
 * MIB is not known, by the shape of what its branch holds. Facts found are `identity model`, `identity version`…
 */
export async function readMissing(agent: Agent, facts: Facts, profile: Profile | null): Promise<void> {
  if (isComputer(facts)) await readExtensions(agent, facts)
  const sysObjectID = profile?.maker ?? facts.get('sysObjectID')?.value ?? ''
  const enterprise = /^1\.3\.6\.1\.4\.1\.(\d+)/.exec(sysObjectID)?.[1]
  const missing = stillMissing(facts, profile)
  if (agent.over || missing.length === 0 || enterprise === undefined) return
  note(facts, await readIdentity(agent, { enterprise, sysObjectID }, missing))
  if (profile?.objects === undefined && !(await isKnownMaker(enterprise))) {
    const sysDescr = facts.get('sysDescr')?.value ?? ''
    const branch = `1.3.6.1.4.1.${enterprise}`
    note(facts, await readShapes(agent, { branch, sysDescr }, stillMissing(facts, profile)))
  }
  if (!isComputer(facts) && stillMissing(facts, profile).includes('version')) await readApplication(agent, facts)
}

function stillMissing(facts: Facts, profile: Profile | null): IdentityField[] {
  const fields = findFields(facts, profile)
  // The name that a MIB gives a sysObjectID is the last resort: what the device says is better.
  const told = (field: IdentityField): boolean => (fields[field]?.evidence ?? 'sysObjectID') !== 'sysObjectID'
  return (['model', 'version', 'serial'] as const).filter((field) => !told(field))
}

function note(facts: Facts, found: ReadonlyMap<IdentityField, { readonly value: string; readonly evidence: string }>) {
  for (const [field, { value, evidence }] of found) facts.set(`identity ${field}`, value, evidence)
}

async function readExtensions(agent: Agent, facts: Facts): Promise<void> {
  if (agent.over) return
  const oidOf = (name: string): string => [EXTENDED, name.length, ...Buffer.from(name)].join('.')
  const values = await agent.get(EXTENSIONS.map(oidOf), 'naming')
  for (const name of EXTENSIONS) {
    facts.set(`extend ${name}`, text(values.get(oidOf(name))), `nsExtendOutput1Line."${name}"`)
  }
}

async function readApplication(agent: Agent, facts: Facts): Promise<void> {
  if (agent.over) return
  const said = text((await agent.get([APPLICATION], 'naming')).get(APPLICATION))
  if (said !== null && /^v?\d+(?:\.\d+)+\S*$/.test(said)) facts.set('identity version', said, 'applVersion.1')
}
