import type { CredentialTrial } from '../app/vault/try.js'
import type { Messages } from '../i18n/translator.js'
import type { ShownFinding } from './findings.js'

/** A credential's trial as people read it. */
export function trialFinding(trial: CredentialTrial, m: Messages): ShownFinding {
  const name = `${trial.credential} (${trial.version === '3' ? 'SNMPv3' : 'SNMP v2c'})`
  const { credentials } = m
  switch (trial.status) {
    case 'works':
      return { mark: 'ok', what: credentials.works(name, trial.sysName ?? ''), mend: null }
    case 'ready':
      return { mark: 'ok', what: credentials.ready(name), mend: null }
    case 'out-of-scope':
      return { mark: 'none', what: credentials.outOfScope(name, trial.networks?.join(', ') ?? ''), mend: null }
    case 'no-secret':
      return {
        mark: 'failure',
        what: credentials.trial(name, trial.problem?.message ?? ''),
        mend: trial.problem?.hint ?? null,
      }
    case 'failed':
      return { mark: 'failure', what: credentials.trial(name, reasonOf(trial, m)), mend: null }
  }
}

function reasonOf({ version, reasonCode }: CredentialTrial, m: Messages): string {
  // The silence of an agent that was asked with a community may be its way to refuse it.
  if (reasonCode === null || (reasonCode === 'no-answer' && version === '2c')) return m.credentials.silentCommunity
  return m.reasons[reasonCode]
}
