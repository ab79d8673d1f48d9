import type { Rule } from './define-profile.js'
import type { Fact, Facts } from './facts.js'
import {
  CLAUSE,
  COMMON,
  LEADING_MODEL,
  LONG_VERSION,
  MODEL_GRAMMAR,
  PARTS,
  SHORT_VERSION,
  SYSTEMS,
  VERSION_GRAMMAR,
} from './grammar.js'

/** A description is one short line; longer ones are prose, where the shorter patterns would find anything. */
const SHORT = 100

export const GENERAL_SERIAL: readonly Rule[] = [
  { from: 'entPhysicalSerialNum' },
  { from: 'prtGeneralSerialNumber' },
  { from: 'extend serial' },
]

/** entPhysicalModelName is meant for the model, but some agents put a revision or a bare number there. */
const IS_MODEL = /[a-z]/i

/** What a virtual machine's firmware calls itself, or a maker that filled nothing in. */
const NO_HARDWARE = /virtual|^kvm|^vmware|^standard pc|to be filled|default string|product name|not specified/i

/** The MIB's name of a sysObjectID: `ogACM550x` and `jnxProductNameEX3400` say a model after what stands for the maker. */
export const PRODUCT_NAME: readonly Rule[] = [
  { from: 'productName', match: /^[a-z]{2,8}(?:[A-Z]\w*?)??((?:[A-Z]{1,6}|[A-Z][a-z]+)-?\d[\w+-]*)$/ },
  { from: 'productName', match: /^(?=.*[A-Za-z].*\d)[\w+-]{4,40}$/ },
]

/** A model by the rules that hold for every maker; null when none fits. */
export function findGeneralModel(facts: Facts, vendor: string | null): Fact | null {
  const entity = facts.get('entPhysicalModelName')
  if (entity !== null && IS_MODEL.test(entity.value) && entity.value.length <= 60) return unbranded(entity, vendor)
  const extended = facts.get('extend hardware')
  if (extended !== null && extended.value.length <= 60 && !NO_HARDWARE.test(extended.value)) return extended
  const printer = facts.get('hrDeviceDescr')
  if (printer !== null) return unbranded(firstClause(printer), vendor)
  const ups = facts.get('upsIdentModel')
  if (ups !== null) return ups
  return facts.first(MODEL_GRAMMAR) ?? leadingModel(facts.get('sysDescr'), vendor) ?? entityDescr(facts)
}

function firstClause(fact: Fact): Fact {
  return { ...fact, value: fact.value.split(/[;,\n]| \/ /)[0]?.trim() ?? fact.value }
}

/** `Canon LBP6670` → `LBP6670`; a model is told without its maker's name. */
function unbranded(fact: Fact, vendor: string | null): Fact {
  if (vendor === null) return fact
  const brand = new RegExp(`^${vendor.replace(/[^\w ]/g, '.')}[ _-]+(?=\\S*\\w)`, 'i')
  const value = fact.value.replace(brand, '').replace(/ series$/i, '')
  return { ...fact, value }
}

/** Words of a maker's name that stand for it in front of a model. */
const FIRM = /^(?:Networks?|Technology|Technologies|Inc\.?|Corp(?:oration)?\.?|Co\.?|Ltd\.?|Systems|Computer)\b,? */i

/** The model that a short sysDescr begins with, after its maker's name. */
function leadingModel(sysDescr: Fact | null, vendor: string | null): Fact | null {
  if (sysDescr === null || SYSTEMS.some(({ match }) => match.test(sysDescr.value))) return null
  const words = (vendor ?? '').split(' ').filter((word) => word.length > 1)
  const stripped = words.reduce(
    (rest, word) => rest.replace(new RegExp(`^${word.replace(/\W/g, '.')}(?![a-z])[ -]*`, 'i'), ''),
    sysDescr.value,
  )
  const isSigned = stripped !== sysDescr.value
  const rest = stripped.replace(FIRM, '')
  const found = sysDescr.value.length <= SHORT ? LEADING_MODEL.exec(rest)?.[1] : undefined
  // Digits alone count ports, or are a year.
  if (found !== undefined && /[A-Z]/.test(found)) return { value: found, evidence: 'sysDescr: model first' }
  return clauseModel(rest, isSigned)
}

/** `Room Alert 4E v4.2.4`, `PowerConnect 6248, 3.3.7.3, VxWorks 6.5`: a few capitalised words, one of which holds a digit. */
function clauseModel(rest: string, isSigned: boolean): Fact | null {
  const clause = CLAUSE.exec(rest)?.[1]?.trim() ?? ''
  const words = clause.split(' ')
  const isNamed = words.every((word) => /^[A-Z\d][\w+./-]*$/.test(word) && !COMMON.test(word))
  const holdsDigit = words.some((word) => /\d/.test(word) && (isSigned || words.length > 1 || /[A-Za-z]/.test(word)))
  if (!isNamed || !holdsDigit || words.length > 5 || clause.length > 40 || /^v?\d+(?:\.\d+)+$/i.test(clause))
    return null
  return { value: clause, evidence: 'sysDescr: model before its version' }
}

function entityDescr(facts: Facts): Fact | null {
  const fact = facts.get('entPhysicalDescr')
  return fact !== null && fact.value.length <= 60 && /[a-z].*\d/i.test(fact.value) ? fact : null
}

/** A version by the rules that hold for every maker; null when none fits. */
export function findGeneralVersion(facts: Facts): Fact | null {
  const told = facts.first(VERSION_GRAMMAR)
  if (told !== null) return told
  const sysDescr = facts.get('sysDescr')
  const isSystem = SYSTEMS.some(({ match }) => match.test(sysDescr?.value ?? ''))
  const long = sysDescr === null || isSystem ? undefined : LONG_VERSION.exec(withoutParts(sysDescr.value))?.[1]
  if (long !== undefined) return { value: long, evidence: `sysDescr: ${LONG_VERSION.source}` }
  const entity = facts.first([{ from: 'entPhysicalSoftwareRev' }, { from: 'entPhysicalFirmwareRev' }], isVersion)
  if (entity !== null) return entity
  const short =
    sysDescr !== null && !isSystem && sysDescr.value.length <= SHORT
      ? SHORT_VERSION.exec(withoutParts(sysDescr.value))?.[1]
      : undefined
  if (short !== undefined) return { value: short, evidence: `sysDescr: ${SHORT_VERSION.source}` }
  return facts.first([{ from: 'upsIdentAgentSoftwareVersion' }, { from: 'upsIdentUPSSoftwareVersion' }], isVersion)
}

/** The versions of a box's parts (its kernel, its loader) and of its hardware are not its own. */
function withoutParts(sysDescr: string): string {
  return sysDescr.replace(PARTS, ' ')
}

function isVersion(value: string): boolean {
  return /\d/.test(value) && value.length <= 60
}

/** True when the sysDescr is a kernel's own (`uname -a`), and the agent net-snmp's. */
export function isComputer(facts: Facts): boolean {
  const sysObjectID = facts.get('sysObjectID')?.value ?? ''
  return sysObjectID.startsWith('1.3.6.1.4.1.8072.') && findSystem(facts) !== null
}

/** The operating system that a sysDescr names by its kernel; null when it names none. */
export function findSystem(facts: Facts): { readonly osName: string; readonly version: Fact } | null {
  const sysDescr = facts.get('sysDescr')?.value ?? ''
  for (const { match, osName } of SYSTEMS) {
    const version = match.exec(sysDescr)?.[1]
    if (version !== undefined) return { osName, version: { value: version, evidence: `sysDescr: ${match.source}` } }
  }
  return null
}
