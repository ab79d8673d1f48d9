import type { Messages } from '../../i18n/translator.js'
import type { CredentialTrial } from './try.js'

/** A credential's trial in words, and what to do about it (null: nothing, or nothing that is sure). */
export function tellTrial(
  trial: CredentialTrial,
  m: Messages,
): { readonly what: string; readonly mend: string | null } {
  const name = `${trial.credential} (${trial.version === '3' ? 'SNMPv3' : `SNMP v${trial.version}`})`
  const { credentials } = m
  switch (trial.status) {
    case 'works':
      return { what: credentials.works(name, trial.sysName ?? ''), mend: null }
    case 'ready':
      return { what: credentials.ready(name), mend: null }
    case 'out-of-scope':
      return { what: credentials.outOfScope(name, trial.networks?.join(', ') ?? ''), mend: null }
    case 'no-secret':
      return { what: credentials.trial(name, trial.problem?.message ?? ''), mend: trial.problem?.hint ?? null }
    case 'failed':
      return { what: credentials.trial(name, reasonOf(trial, m)), mend: null }
  }
}

function reasonOf({ version, reasonCode }: CredentialTrial, m: Messages): string {
  // The silence of an agent that was asked with a community may be its way to refuse it.
  if (reasonCode === null || (reasonCode === 'no-answer' && version !== '3')) return m.credentials.silentCommunity
  return m.reasons[reasonCode]
}
