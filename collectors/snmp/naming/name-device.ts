import type { DeviceKind } from '../../../src/model/device.js'
import { serialOrNull } from '../wire/serial.js'
import type { Profile } from './define-profile.js'
import { isAnonymous } from './choose-profile.js'
import { findEnterprise } from './enterprises.js'
import type { Fact, Facts } from './facts.js'
import { findKind, type Signs } from './kind.js'
import { findGeneralModel, findGeneralVersion, findSystem, GENERAL_SERIAL } from './general.js'
import { findVendor } from './vendor.js'

export interface Name {
  readonly vendor: string | null
  readonly model: string | null
  readonly osName: string | null
  readonly osVersion: string | null
  readonly serialNumber: string | null
  readonly kind: DeviceKind
  /** Field → the object or the rule that gave it. */
  readonly evidence: Readonly<Record<string, string>>
}

/** Longer than this, a text is prose and no model or version. */
const LONGEST = 80

/**
 * Says what a device is: its profile's rules first, then those that hold for every maker. A field that no rule gives is
 * null: a wrong answer is worse than none.
 */
export function nameDevice(facts: Facts, profile: Profile | null, signs: Signs): Name {
  const enterprise = findEnterprise(facts.get('sysObjectID')?.value ?? null)
  const vendor = findVendor(facts, profile, enterprise)
  const system = findSystem(facts)
  const field = (name: 'model' | 'version' | 'serial', general: () => Fact | null): Fact | null => {
    const own = facts.first(profile?.[name] ?? [], name === 'serial' ? isSerial : isName)
    return own ?? (profile?.only?.includes(name) === true ? null : general())
  }
  const model = field('model', () => findGeneralModel(facts, vendor?.value ?? null))
  // A maker's box that runs Linux: the kernel's version is not the box's.
  const kernel = isAnonymous(facts.get('sysObjectID')?.value ?? null) ? (system?.version ?? null) : null
  const version = field('version', () => findGeneralVersion(facts) ?? kernel)
  const serial = field('serial', () => facts.first(GENERAL_SERIAL, isSerial))
  const kind = findKind(facts, profile, enterprise, signs)
  const osName = profile?.osName ?? system?.osName ?? null
  return {
    vendor: vendor?.value ?? null,
    model: model?.value ?? null,
    osName,
    osVersion: version?.value ?? null,
    serialNumber: serialOrNull(serial?.value ?? null),
    kind: kind?.value ?? 'unknown',
    evidence: evidenceOf({ vendor, model, osVersion: version, serialNumber: serial, kind }),
  }
}

function isName(value: string): boolean {
  return value.length <= LONGEST && !/^(?:n\/?a|none|null|unknown|<.*>|not specified)$/i.test(value)
}

function isSerial(value: string): boolean {
  return serialOrNull(value) !== null
}

function evidenceOf(found: Readonly<Record<string, { readonly evidence: string } | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, fact]) => (fact === null ? [] : [[field, fact.evidence]])),
  )
}
