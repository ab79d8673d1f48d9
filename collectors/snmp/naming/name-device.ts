import type { DeviceKind } from '../../../src/model/device.js'
import { serialOrNull } from '../wire/serial.js'
import type { Profile } from './define-profile.js'
import { isAnonymous } from './choose-profile.js'
import { findEnterprise } from './enterprises.js'
import type { Fact, Facts } from './facts.js'
import { findKind, type Signs } from './kind.js'
import { findGeneralModel, findGeneralVersion, findSystem, GENERAL_SERIAL, PRODUCT_NAME } from './general.js'
import type { IdentityField } from './identity-objects.js'
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
  const { model, version, serial } = findFields(facts, profile)
  const kind = findKind(facts, profile, enterprise, signs)
  return {
    vendor: vendor?.value ?? null,
    model: model?.value ?? null,
    osName: profile?.osName ?? findSystem(facts)?.osName ?? null,
    osVersion: version?.value ?? null,
    serialNumber: serialOrNull(serial?.value ?? null),
    kind: kind?.value ?? 'unknown',
    evidence: evidenceOf({ vendor, model, osVersion: version, serialNumber: serial, kind }),
  }
}

/** Model, version and serial number, as far as the facts tell them. */
export function findFields(facts: Facts, profile: Profile | null): Readonly<Record<IdentityField, Fact | null>> {
  const enterprise = findEnterprise(facts.get('sysObjectID')?.value ?? null)
  const vendor = findVendor(facts, profile, enterprise)?.value ?? null
  const field = (name: IdentityField, general: () => Fact | null): Fact | null => {
    const own = facts.first(profile?.[name] ?? [], name === 'serial' ? isSerial : isName)
    const standard = own ?? (profile?.only?.includes(name) === true ? null : general())
    return standard ?? facts.get(`identity ${name}`)
  }
  // A maker's box that runs Linux: the kernel's version is not the box's.
  const isBare =
    isAnonymous(facts.get('sysObjectID')?.value ?? null) && (profile === null || profile.isComputer === true)
  const kernel = isBare ? (findSystem(facts)?.version ?? null) : null
  const isOnlyOwn = profile?.only?.includes('model') === true
  const productName = isOnlyOwn || isBare ? null : facts.first(PRODUCT_NAME)
  return {
    model: field('model', () => findGeneralModel(facts, vendor)) ?? productName,
    version:
      field('version', () => findGeneralVersion(facts)) ??
      (profile?.only?.includes('version') === true ? null : kernel),
    serial: field('serial', () => facts.first(GENERAL_SERIAL, isSerial)),
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
