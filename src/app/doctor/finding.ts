import type { Messages } from '../../i18n/translator.js'
import type { Secret } from '../../model/secret.js'
import type { Config } from '../config/load.js'

/**
 * One thing that the doctor looked at. `failure`: the nightly scan would fail, or read nothing. `warning`: it would not,
 * but something is worth a look. `id` is a promise to programs; `what` and `mend` are in the user's language.
 */
export interface Finding {
  readonly id: FindingId
  readonly status: 'ok' | 'warning' | 'failure'
  readonly what: string
  /** What to do; null where there is nothing to mend. */
  readonly mend: string | null
}

/** What is looked at, in the order in which it is shown. */
export const FINDING_IDS = [
  'node',
  'language-data',
  'terminal',
  'clock',
  'time-zone',
  'time-synchronized',
  'configuration',
  'configuration-mode',
  'targets',
  'network-too-large',
  'blackout',
  'profile',
  'rules',
  'credentials',
  'credential',
  'device',
  'vault',
  'vault-cost',
  'core-files',
  'ping',
  'fping',
  'udp',
  'database-folder',
  'disk',
  'database',
  'schema',
  'integrity',
  'wan',
  'timer',
  'sample-timer',
] as const

export type FindingId = (typeof FINDING_IDS)[number]

/** What is known without a configuration. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv
  readonly m: Messages
  readonly now: Date
  /** Whether findings are shown on a terminal. */
  readonly onTerminal: boolean
}

/** What a check may look at. */
export interface Patient extends Machine {
  readonly config: Config
  /** A device to try the credentials on, or null. */
  readonly address: string | null
  readonly signal: AbortSignal
  askVaultKey?(): Promise<Secret>
}

/** Looks at one thing. It changes nothing, and gives nothing where there is nothing to say. */
export type Check<P = Patient> = (patient: P) => Promise<readonly Finding[]>

export const good = (id: FindingId, what: string): Finding => ({ id, status: 'ok', what, mend: null })

export const warning = (id: FindingId, what: string, mend: string): Finding => ({ id, status: 'warning', what, mend })

export const failure = (id: FindingId, what: string, mend: string | null): Finding => ({
  id,
  status: 'failure',
  what,
  mend,
})
