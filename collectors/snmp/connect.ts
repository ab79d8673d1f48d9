import type { Credential } from '../../src/model/credential.js'
import type { Reason, ReasonCode } from '../../src/model/outcome.js'
import { systemScalars } from './readers/system.js'
import { Agent } from './wire/agent.js'
import { discover, type Discovery } from './wire/discover.js'
import { reasonCodeOf, type Failure } from './wire/failure.js'
import type { Limits } from './wire/limits.js'
import type { EngineParameters } from './wire/net-snmp.js'
import { Session } from './wire/session.js'
import type { Endpoint } from './wire/transport.js'
import { isAbsent } from './wire/value.js'

/** An agent that answers a credential, and what its engine said of itself, for a v3 one. */
export interface Connected {
  readonly agent: Agent
  readonly session: Session
  readonly credential: Credential
  readonly engine: EngineParameters | null
}

export type Connection = Connected | Reason

/** Reasons from the one that tells most to the one that tells least: what is reported when every credential failed. */
const TELLING: readonly ReasonCode[] = [
  'cancelled',
  'view-empty',
  'v3-wrong-key',
  'v3-unknown-user',
  'v3-unsupported',
  'agent-broken',
  'refused-source',
  'cap-reached',
  'no-answer',
]

/**
 * Finds the first credential that the agent answers. Where a v3 credential is among them, the engine is discovered
 * first, which costs no secret; when it is silent, keys are not tried.
 */
export async function connect(
  endpoint: Endpoint,
  credentials: readonly Credential[],
  limits: Limits,
  signal: AbortSignal,
): Promise<Connection> {
  const patience = { timeoutMs: limits.timeoutMs(null), retries: limits.retries }
  const engine = credentials.some(({ version }) => version === '3') ? await discover(endpoint, patience, signal) : null
  const failures: Failure[] = engine !== null && 'failure' in engine ? [engine.failure] : []
  for (const credential of credentials) {
    const tried = await tryCredential(endpoint, credential, engine, limits, signal)
    if (typeof tried !== 'string') return tried
    failures.push(tried)
  }
  const codes = failures.map((failure) => reasonCodeOf(failure, false))
  return { code: TELLING.find((code) => codes.includes(code)) ?? 'no-answer', during: null }
}

async function tryCredential(
  endpoint: Endpoint,
  credential: Credential,
  engine: Discovery | null,
  limits: Limits,
  signal: AbortSignal,
): Promise<Connected | Failure> {
  if (credential.version === '3' && engine !== null && 'failure' in engine) return engine.failure
  const known = credential.version === '3' && engine !== null && 'engine' in engine ? engine.engine : null
  const session = await Session.open(endpoint, credential, known)
  const agent = new Agent(session, limits, signal)
  const failure = await firstAnswer(agent)
  if (failure === null) return { agent, session, credential, engine: known }
  session.close()
  // The engine speaks, this user's requests are dropped: agents do so when what they decrypt makes no sense.
  return credential.version === '3' && failure === 'silence' ? 'v3-wrong-key' : failure
}

/** Null when the agent answers this credential and shows something. */
async function firstAnswer(agent: Agent): Promise<Failure | null> {
  const answer = await agent.ask({ kind: 'get', oids: Object.values<string>(systemScalars) })
  if ('failure' in answer) {
    // It answers, only not this question as a whole: the readers ask smaller ones.
    return answer.failure === 'too-big' || answer.failure === 'refused' ? null : answer.failure
  }
  if (answer.varbinds.some(([varbind]) => varbind !== undefined && !isAbsent(varbind))) return null
  const next = await agent.ask({ kind: 'getNext', oids: ['1.3.6'] })
  const [varbind] = 'varbinds' in next ? (next.varbinds[0] ?? []) : []
  return varbind === undefined || isAbsent(varbind) ? 'denied' : null
}
