import { readFile, stat } from 'node:fs/promises'
import { forbidCoreFiles, mayNotLeaveCoreFiles } from '../../lib/core-files.js'
import { serviceOfCredential } from '../../lib/private-file.js'
import { splitVault } from '../../lib/vault/format.js'
import { referencesOf } from '../config/credentials.js'
import { explain } from '../explain.js'
import { vaultUsers } from '../vault/list.js'
import { tellTrial } from '../vault/trial-words.js'
import { tryCredentials, type CredentialTrial } from '../vault/try.js'
import { keyFileOf, unlockedVault } from '../vault/unlock.js'
import { failure, good, warning, type Check, type Finding, type Patient } from './finding.js'

/** Each credential: its secrets (a scan needs them all), and with `--device` whether that device answers it. */
export const checkCredentials: Check = async (patient) => {
  const { m, config, address, signal } = patient
  if (config.credentials.length === 0) {
    return [failure('credentials', m.scan.noCredentials, m.scan.noCredentialsHint)]
  }
  const trials = await tryCredentials(patient, address, signal)
  const isRead = trials.some(({ status }) => status === 'works')
  const findings = trials.map((trial) => trialFinding(trial, patient))
  // Those that only the service sees were not tried on the device: of them alone nothing can be said.
  const isTried = trials.some((trial) => serviceOf(trial, patient) === null)
  if (address === null || !isTried) return findings
  return [
    ...findings,
    isRead
      ? good('device', m.doctor.device(address))
      : failure('device', m.doctor.deviceUnread(address), m.doctor.deviceUnreadMend),
  ]
}

/** The service that alone sees the secrets of a credential that could not be had here; null when that is not why. */
function serviceOf({ credential, status }: CredentialTrial, patient: Patient): string | null {
  const { config, env } = patient
  if (status !== 'no-secret' || isService(env)) return null
  const ofVault = serviceOfCredential(keyFileOf(patient) ?? '')
  const references = config.credentials.filter(({ name }) => name === credential).flatMap(referencesOf)
  const services = references.map((each) =>
    'file' in each ? serviceOfCredential(each.file) : 'vault' in each ? ofVault : null,
  )
  return services.find((service) => service !== null) ?? null
}

/** Whether systemd gave this process credentials. @see systemd.exec(5) */
function isService(env: NodeJS.ProcessEnv): boolean {
  return (env['CREDENTIALS_DIRECTORY'] ?? '') !== ''
}

function trialFinding(trial: CredentialTrial, patient: Patient): Finding {
  const { m, address } = patient
  const { doctor } = m
  const service = serviceOf(trial, patient)
  if (service !== null) {
    const mend = doctor.serviceAloneMend(patient.config.path ?? '')
    return warning('credential', doctor.serviceAlone(trial.credential, service), mend)
  }
  const { what, mend } = tellTrial(trial, m)
  if (trial.status === 'no-secret') return failure('credential', what, mend)
  if (trial.networks?.length === 0) {
    return warning('credential', doctor.scopeEmpty(trial.credential), doctor.scopeEmptyMend)
  }
  // That one of several is not answered by a device is usual: only none at all is a failure.
  if (trial.status === 'failed') return warning('credential', what, doctor.credentialUnansweredMend(address ?? ''))
  return good('credential', what)
}

/** Less than this and a stolen vault is tried faster than it should be. */
const LEAST_LOG2N = 16

/** The vault: whether it opens, and without anybody there. */
export const checkVault: Check = async (patient) => {
  const { m, config } = patient
  const path = config.vault.file
  const isNeeded = vaultUsers(config).length > 0
  if (!isNeeded && (await stat(path).catch(() => null)) === null) return []
  const keyFile = keyFileOf(patient)
  const service = keyFile === null || isService(patient.env) ? null : serviceOfCredential(keyFile)
  if (service !== null) {
    return [warning('vault', m.doctor.serviceAloneKey(path, service), m.doctor.serviceAloneMend(config.path ?? ''))]
  }
  if (keyFile === null) {
    const told = isNeeded ? failure : warning
    return [told('vault', m.doctor.vaultTyped(path), m.doctor.vaultTypedMend)]
  }
  try {
    const { secrets } = await unlockedVault(patient)
    const { log2N } = splitVault(await readFile(path)).header
    const opens = good('vault', m.doctor.vault(path, m.format.number(secrets.length)))
    return log2N >= LEAST_LOG2N ? [opens] : [opens, warning('vault-cost', m.doctor.vaultCost, m.doctor.vaultCostMend)]
  } catch (error) {
    const told = explain(error, null, m)
    if (told === null) throw error
    return [{ id: 'vault', status: isNeeded ? 'failure' : 'warning', what: told.message, mend: told.hint }]
  }
}

/** Whether a core file of this program can be left, and what it would hold. @see core(5) */
export const checkCoreFiles: Check = async ({ m: { doctor } }) => {
  if (process.platform !== 'linux') return []
  await forbidCoreFiles()
  if (await mayNotLeaveCoreFiles()) return [good('core-files', doctor.coreFiles)]
  return [warning('core-files', doctor.coreFilesHold, doctor.coreFilesMend)]
}
