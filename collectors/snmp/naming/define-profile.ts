import type { DeviceKind } from '../../../src/model/device.js'

/** How a value is taken from a fact. */
export interface Rule {
  /** One of the profile's objects, or a fact that every device may have: see facts.ts (sysDescr, entPhysicalModelName…). */
  readonly from: string
  /** What the fact must look like; its first group is the value, or all of it when it has none. */
  readonly match?: RegExp
  /** The value in terms of the groups, for instance `PowerConnect $1`. */
  readonly as?: string
}

/** Which kind of device, when a fact looks like this. */
export interface KindRule extends Omit<Rule, 'as'> {
  readonly kind: DeviceKind
}

/**
 * A family of devices: how it is recognised, and where it says what it is.
 *
 * One file each in profiles/, found by folder. Every OID stands beside its `MIB::object`.
 */
export interface Profile {
  readonly id: string
  /** sysObjectID prefixes; the longest that fits, of all profiles, wins. */
  readonly sysObjectIDs: readonly string[]
  /** For agents that give only net-snmp's own sysObjectID: a sysDescr that nothing but this family has. */
  readonly sysDescr?: RegExp
  /** For the same agents: the `MIB::object` whose presence betrays the family. */
  readonly marker?: string
  readonly vendor: string | readonly (Rule & { readonly vendor?: string })[]
  readonly kind: DeviceKind | readonly (KindRule | DeviceKind)[]
  readonly osName?: string
  /** Objects to ask for: `MIB::object` → its OID, without instance. The first instance that is not empty is taken. */
  readonly objects?: Readonly<Record<string, string>>
  /** Tried in order before what every device is tried for. */
  readonly model?: readonly Rule[]
  readonly version?: readonly Rule[]
  readonly serial?: readonly Rule[]
  /** True for computers of every make: the version of the kernel is theirs. */
  readonly isComputer?: true
  /** The enterprise below which the maker's objects are, when the sysObjectID does not tell. */
  readonly maker?: string
  /** Fields where the general rules would be wrong for this family, so that its own alone decide. */
  readonly only?: readonly ('model' | 'version' | 'serial')[]
  /** Checked against recordings of real devices that others made; without it, only a fixture of ours proves the family. */
  readonly proof?: 'recorded'
}

/** Declares a profile. */
export function defineProfile(profile: Profile): Profile {
  return profile
}
