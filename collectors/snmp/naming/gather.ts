import type { Entity } from '../readers/components.js'
import type { PrinterDevice } from '../readers/host.js'
import type { Printer } from '../readers/printer.js'
import type { System } from '../readers/system.js'
import type { Ups } from '../readers/ups.js'
import type { Agent } from '../wire/agent.js'
import { findPresent } from '../wire/presence.js'
import { findChassis } from './chassis.js'
import { findBySysDescr, findBySysObjectID, isAnonymous, loadProfiles, markersOf } from './choose-profile.js'
import type { Profile } from './define-profile.js'
import { findEnterprise } from './enterprises.js'
import { Facts } from './facts.js'
import { findMaker } from './makers.js'
import { readMissing } from './missing.js'
import { readObjects } from './objects.js'
import { findProductName } from './product-names.js'

/** What was read before the device is named. */
export interface Known {
  readonly system: System
  readonly entities: readonly Entity[]
  readonly printer: Printer | null
  readonly printerDevice: PrinterDevice | null
  readonly ups: Ups | null
}

/** Asks for the family's own objects, and puts all facts together. */
export async function gatherFacts(agent: Agent, profile: Profile | null, known: Known): Promise<Facts> {
  const facts = standardFacts(known)
  facts.set('productName', await findProductName(known.system.sysObjectID), 'sysObjectID')
  const instances = agent.over ? new Map<string, never>() : await readObjects(agent, profile?.objects ?? {})
  for (const [name, { text, index }] of instances) {
    const object = name.slice(name.indexOf('::') + 2)
    facts.set(object, text, index === '' ? object : `${object}.${index}`)
  }
  await readMissing(agent, facts, profile)
  return facts
}

/**
 * The device's family: by its sysObjectID; when that names only the agent's software, by what its sysDescr betrays or
 * by an object that only one family has, or by the maker whose objects it implements. Null when no family is known.
 */
export async function findProfile(agent: Agent, system: System): Promise<Profile | null> {
  const profiles = await loadProfiles()
  const named = findBySysObjectID(profiles, system.sysObjectID)
  if (named !== null && !isAnonymous(system.sysObjectID)) return named
  const described = findBySysDescr(profiles, system.sysDescr)
  if (described !== null || !isAnonymous(system.sysObjectID)) return described ?? named
  const markers = markersOf(profiles)
  const present = agent.over ? new Set<string>() : await findPresent(agent, [...markers.keys()])
  // When the agent could not say, every marker would count as present: no family is better than a wrong one.
  const marked = present.size === markers.size ? undefined : [...markers].find(([oid]) => present.has(oid))?.[1]
  return marked ?? (await findByMaker(agent, profiles)) ?? named
}

/** The family of the maker whose objects the agent implements; one of its own for a maker without a profile. */
async function findByMaker(agent: Agent, profiles: readonly Profile[]): Promise<Profile | null> {
  const maker = agent.over ? null : await findMaker(agent)
  const enterprise = findEnterprise(maker)
  if (maker === null || enterprise === null) return null
  const { vendor, kind } = enterprise
  return (
    findBySysObjectID(profiles, maker) ?? { id: `maker ${vendor}`, sysObjectIDs: [], vendor, kind: kind ?? [], maker }
  )
}

function standardFacts({ system, entities, printer, printerDevice, ups }: Known): Facts {
  const facts = new Facts()
  facts.set('sysDescr', system.sysDescr)
  facts.set('sysName', system.sysName)
  facts.set('sysObjectID', system.sysObjectID)
  facts.set('sysServices', system.sysServices === null ? null : String(system.sysServices))
  const chassis = findChassis(entities)
  if (chassis !== null) {
    const at = (object: string): string => `${object}.${chassis.entPhysicalIndex}`
    facts.set('entPhysicalDescr', chassis.descr, at('entPhysicalDescr'))
    facts.set('entPhysicalName', chassis.name, at('entPhysicalName'))
    facts.set('entPhysicalModelName', chassis.modelName, at('entPhysicalModelName'))
    facts.set('entPhysicalSerialNum', chassis.serialNumber, at('entPhysicalSerialNum'))
    facts.set('entPhysicalHardwareRev', chassis.hardwareRev, at('entPhysicalHardwareRev'))
    facts.set('entPhysicalFirmwareRev', chassis.firmwareRev, at('entPhysicalFirmwareRev'))
    facts.set('entPhysicalSoftwareRev', chassis.softwareRev, at('entPhysicalSoftwareRev'))
    facts.set('entPhysicalMfgName', chassis.mfgName, at('entPhysicalMfgName'))
  }
  facts.set('hrDeviceDescr', printerDevice?.descr ?? null, `hrDeviceDescr.${printerDevice?.index ?? ''}`)
  facts.set('prtGeneralPrinterName', printer?.name ?? null, `prtGeneralPrinterName.${printer?.index ?? ''}`)
  facts.set('prtGeneralSerialNumber', printer?.serialNumber ?? null, `prtGeneralSerialNumber.${printer?.index ?? ''}`)
  facts.set('upsIdentManufacturer', ups?.manufacturer ?? null, 'upsIdentManufacturer.0')
  facts.set('upsIdentModel', ups?.model ?? null, 'upsIdentModel.0')
  facts.set('upsIdentUPSSoftwareVersion', ups?.softwareVersion ?? null, 'upsIdentUPSSoftwareVersion.0')
  facts.set('upsIdentAgentSoftwareVersion', ups?.agentVersion ?? null, 'upsIdentAgentSoftwareVersion.0')
  return facts
}
