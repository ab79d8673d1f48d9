import { stat } from 'node:fs/promises'
import { explain } from '../explain.js'
import { readProfile, readRules } from '../reference.js'
import { excludedBy } from '../scan/exclusions.js'
import { countAddresses, isTooLarge, parseTargets, withoutExcluded } from '../scan/targets.js'
import { examineDatabase } from './database.js'
import { failure, good, warning, type Check, type Finding, type FindingId, type Patient } from './finding.js'

/** The configuration file, which is valid when this is asked, and who may change it. */
export const checkConfiguration: Check = async ({ config: { path }, m: { doctor } }) => {
  if (path === null) return [failure('configuration', doctor.noConfiguration, doctor.noConfigurationMend)]
  const found = good('configuration', doctor.configuration(path))
  const { mode } = await stat(path)
  if (process.platform === 'win32' || (mode & 0o022) === 0) return [found]
  return [found, warning('configuration-mode', doctor.configurationMode(path), doctor.configurationModeMend(path))]
}

/** The networks that a scan without --targets asks: the configuration's, and those imported. */
export const checkTargets: Check = async (patient) => {
  const { doctor, scan, format } = patient.m
  const examined = await examineDatabase(patient)
  const imported = examined.status === 'examined' ? examined.networks : []
  const cidrs = [...new Set([...patient.config.networks.map(({ cidr }) => cidr), ...imported])]
  const tooLarge = cidrs.filter(isTooLarge)
  const left = cidrs.filter((cidr) => !tooLarge.includes(cidr))
  const large = tooLarge.map((cidr) => warning('network-too-large', doctor.tooLarge(cidr), doctor.tooLargeMend))
  if (left.length === 0) return [failure('targets', doctor.noTargets, doctor.noTargetsMend), ...large]
  const excluded = await excludedBy(patient)
  const addresses = countAddresses(withoutExcluded(parseTargets(left.join(' '), scan), excluded))
  return [good('targets', doctor.targets(format.number(left.length), format.number(addresses))), ...large]
}

const DAY_MINUTES = 24 * 60
/** A night shorter than this reads nothing worth the name. */
const LEAST_MINUTES = 10

/** Hours of a school day that blackout leaves to scan. */
export const checkBlackout: Check = async ({ config, m: { doctor, format } }) => {
  const { blackout } = config.scan
  if (blackout === undefined) return []
  const left = minutesLeft(blackout)
  return [
    left < LEAST_MINUTES
      ? failure('blackout', doctor.blackoutAll(blackout, format.number(left)), doctor.blackoutMend)
      : good('blackout', doctor.blackout(blackout, format.number(left / 60))),
  ]
}

/** Minutes of a day outside `07:30-16:30`; a range that passes midnight is one too. */
export function minutesLeft(hours: string): number {
  const [from = 0, to = 0] = hours.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return hour * 60 + minute
  })
  return DAY_MINUTES - ((to - from + DAY_MINUTES) % DAY_MINUTES)
}

/** The bandwidth standard and the equipment rules: no scan needs them, maps and gaps do. */
export const checkReference: Check = async (patient) => {
  const { config, m } = patient
  const { profile } = config.bandwidth
  const findings = [
    await readable(patient, 'profile', () => Promise.resolve(m.doctor.profile(readProfile(profile, config, m).id))),
  ]
  if (config.equipment.rules === undefined) return findings
  return [
    ...findings,
    await readable(patient, 'rules', async () =>
      m.doctor.rules((await readRules(undefined, config, config.folder, m)).rules.id),
    ),
  ]
}

async function readable({ m }: Patient, id: FindingId, read: () => Promise<string>): Promise<Finding> {
  try {
    return good(id, await read())
  } catch (error) {
    const told = explain(error, null, m)
    if (told === null) throw error
    return { id, status: 'warning', what: told.message, mend: told.hint }
  }
}
