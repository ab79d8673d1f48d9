import { checkClock, checkSynchronized, checkTimeZone } from './clock.js'
import { checkBlackout, checkConfiguration, checkReference, checkTargets } from './configuration.js'
import { checkDatabase, checkDatabaseFolder, checkDisk } from './database.js'
import { FINDING_IDS, type Check, type Finding, type Machine, type Patient } from './finding.js'
import { checkFping, checkPing, checkUdp } from './network.js'
import { checkLanguageData, checkNode, checkTerminal } from './program.js'
import { checkCoreFiles, checkCredentials, checkVault } from './secrets.js'
import { checkTimer } from './timer.js'
import { checkWan } from './wan.js'

const OF_MACHINE: readonly Check<Machine>[] = [
  checkNode,
  checkLanguageData,
  checkTerminal,
  checkSynchronized,
  checkPing,
  checkFping,
]

const OF_CONFIGURATION: readonly Check[] = [
  checkClock,
  checkTimeZone,
  checkConfiguration,
  checkTargets,
  checkBlackout,
  checkReference,
  checkCredentials,
  checkVault,
  checkCoreFiles,
  checkUdp,
  checkDatabaseFolder,
  checkDisk,
  checkDatabase,
  checkWan,
  checkTimer,
]

/** Looks at what a nightly scan needs of the machine, whatever the configuration. */
export function checkMachine(machine: Machine): Promise<Finding[]> {
  return inOrder(OF_MACHINE, machine)
}

/** Looks at everything that a nightly scan leans on, and changes none of it. */
export async function checkUp(patient: Patient): Promise<Finding[]> {
  return sorted([...(await checkMachine(patient)), ...(await inOrder(OF_CONFIGURATION, patient))])
}

async function inOrder<P>(checks: readonly Check<P>[], patient: P): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(...(await check(patient)))
  return findings
}

/** Findings as they are shown: what belongs together stands together. */
export function sorted(findings: readonly Finding[]): Finding[] {
  const place = ({ id }: Finding): number => FINDING_IDS.indexOf(id)
  return [...findings].sort((a, b) => place(a) - place(b))
}
