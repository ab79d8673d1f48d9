import { readFile } from 'node:fs/promises'
import type { Messages } from '../../i18n/translator.js'
import { shipped } from '../../lib/paths.js'
import { editUnit, type UnitChanges } from './edit-unit.js'
import type { SchedulePlan } from './plan.js'
import { commandLine, listedPath, wholePath } from './quoting.js'

/** A file to install. */
export interface UnitFile {
  readonly name: string
  readonly text: string
}

/** What the units are called, with or without those of the samples. */
export const SCAN_UNITS = ['cartable-scan.service', 'cartable-scan.timer'] as const
export const SAMPLE_UNITS = ['cartable-sample.service', 'cartable-sample.timer'] as const

/** What a user's own manager cannot give: it needs rights that only the system's has. @see systemd.exec(5) */
const OF_SYSTEM_ALONE = [
  'Wants',
  'After',
  'User',
  'Group',
  'StateDirectory',
  'StateDirectoryMode',
  'LoadCredential',
  'AmbientCapabilities',
  'CapabilityBoundingSet',
  'ProtectSystem',
  'ProtectHome',
  'PrivateTmp',
  'PrivateDevices',
  'ProtectClock',
  'ProtectControlGroups',
  'ProtectHostname',
  'ProtectKernelLogs',
  'ProtectKernelModules',
  'ProtectKernelTunables',
  'ProtectProc',
  'RemoveIPC',
] as const

/** What implies NoNewPrivileges= in a user's manager, under which ping's own right is not given. */
const WITHOUT_NEW_RIGHTS = [
  'NoNewPrivileges',
  'RestrictAddressFamilies',
  'RestrictNamespaces',
  'RestrictRealtime',
  'RestrictSUIDSGID',
  'LockPersonality',
  'SystemCallArchitectures',
  'SystemCallFilter',
  'SystemCallErrorNumber',
] as const

/** The folder that StateDirectory= of the shipped unit makes. */
const STATE_FOLDER = '/var/lib/cartable'

/**
 * The systemd units of a plan, made of those that come with the program: the nightly scan and its timer, and where
 * traffic is measured, the sample of every five minutes and its own.
 */
export async function unitsOf(plan: SchedulePlan, m: Messages): Promise<UnitFile[]> {
  const [service, timer] = await Promise.all(
    SCAN_UNITS.map((name) => readFile(shipped('packaging', 'systemd', name), 'utf8')),
  )
  const shared = serviceChanges(plan)
  const header = m.schedule.header
  const make = (template: string | undefined, changes: UnitChanges, section: string): string =>
    editUnit(template ?? '', header, changes, section)
  const start = (verb: string): string => commandLine([...plan.program, '--config', plan.configPath, verb])
  const files = [
    make(service, { ...shared, Description: m.schedule.scanDescription, ExecStart: start('scan') }, '[Service]'),
    make(
      timer,
      {
        Description: m.schedule.scanTimerDescription,
        ...(plan.at === undefined ? {} : { OnCalendar: `*-*-* ${plan.at}:00` }),
      },
      '[Timer]',
    ),
  ].map((text, i) => ({ name: SCAN_UNITS[i] ?? '', text }))
  if (!plan.measures) return files
  const documentation = 'man:cartable-sample(1) man:cartable-mesurer(1)'
  const samples = [
    make(
      service,
      {
        ...shared,
        Description: m.schedule.sampleDescription,
        Documentation: documentation,
        ExecStart: start('sample'),
        TimeoutStartSec: '290',
        TimeoutStopSec: '30',
        // It sends no ping.
        AmbientCapabilities: null,
        ...(plan.scope === 'system' ? { CapabilityBoundingSet: '' } : {}),
      },
      '[Service]',
    ),
    make(
      timer,
      {
        Description: m.schedule.sampleTimerDescription,
        Documentation: documentation,
        OnCalendar: '*:0/5',
        RandomizedDelaySec: null,
        Persistent: null,
        AccuracySec: '1s',
      },
      '[Timer]',
    ),
  ].map((text, i) => ({ name: SAMPLE_UNITS[i] ?? '', text }))
  return [...files, ...samples]
}

/** What both services have of the plan. */
function serviceChanges(plan: SchedulePlan): UnitChanges {
  const folder = plan.databaseFolder
  const workIn = wholePath(folder ?? plan.configFolder)
  const left = (names: readonly string[]): UnitChanges => Object.fromEntries(names.map((name) => [name, null]))
  if (plan.scope === 'user') {
    return { ...left(OF_SYSTEM_ALONE), ...(plan.pingIsFree ? {} : left(WITHOUT_NEW_RIGHTS)), WorkingDirectory: workIn }
  }
  const isState = folder === STATE_FOLDER && plan.account === 'cartable'
  const key = plan.vaultKey === null ? [] : [`vault-key:${wholePath(plan.vaultKey)}`]
  const credentials = [...(plan.hasCredentials ? ['snmp:/etc/cartable/secrets'] : []), ...key]
  return {
    User: plan.account ?? '',
    // The account's own group.
    Group: null,
    ...(isState ? {} : { StateDirectory: null, StateDirectoryMode: null, WorkingDirectory: workIn }),
    ...(isState || folder === null ? {} : { ReadWritePaths: listedPath(folder) }),
    ...(plan.isOutsideHomes ? {} : { ProtectHome: 'read-only' }),
    LoadCredential: credentials.length === 0 ? null : credentials,
    ...(key.length === 0 ? {} : { Environment: 'CARTABLE_VAULT_KEY_FILE=%d/vault-key' }),
  }
}
