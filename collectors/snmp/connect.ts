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

/** What every try of a credential is made with. */
interface Door {
  readonly endpoint: Endpoint
  readonly limits: Limits
  readonly signal: AbortSignal
  /** How many times a credential was tried so far. */
  tries: number
}

/**
 * Finds the first credential that the agent answers. Where a v3 credential is among them, the engine is discovered
 * first, which costs no secret; when it is silent, keys are not tried. After as many tries as the limits allow, the
 * others are not: some devices shut out who fails too often.
 */
export async function connect(
  endpoint: Endpoint,
  credentials: readonly Credential[],
  limits: Limits,
  signal: AbortSignal,
): Promise<Connection> {
  const door = { endpoint, limits, signal, tries: 0 }
  const engine = credentials.some(({ version }) => version === '3') ? await discoverAt(door) : null
  const failures: Failure[] = engine !== null && 'failure' in engine ? [engine.failure] : []
  for (const credential of credentials) {
    if (door.tries >= limits.maxCredentialTries) break
    const tried = await tryCredential(door, credential, engine)
    if (typeof tried !== 'string') return tried
    failures.push(tried)
  }
  const codes = failures.map((failure) => reasonCodeOf(failure, false))
  return { code: TELLING.find((code) => codes.includes(code)) ?? 'no-answer', during: null }
}

function discoverAt({ endpoint, limits, signal }: Door): Promise<Discovery> {
  return discover(endpoint, { timeoutMs: limits.timeoutMs, retries: limits.retries }, signal)
}

async function tryCredential(
  door: Door,
  credential: Credential,
  engine: Discovery | null,
): Promise<Connected | Failure> {
  if (credential.version !== '3') return greet(door, credential, null)
  if (engine !== null && 'failure' in engine) return engine.failure
  const tried = await greet(door, credential, engine?.engine ?? null)
  return tried === 'silence' ? afterSilence(door, credential) : tried
}

/**
 * The engine was discovered, and then this user's requests stayed silent. Agents drop without a word what they cannot
 * decrypt (RFC 3414 lets them); a slow agent or a lost packet looks the same. So the engine is asked again: when it
 * answers promptly, and the user's requests are still silent, it is the key.
 */
async function afterSilence(door: Door, credential: Credential): Promise<Connected | Failure> {
  const again = await discoverAt(door)
  if ('failure' in again) return again.failure
  if (door.tries >= door.limits.maxCredentialTries) return 'silence'
  const tried = await greet(door, credential, again.engine)
  const isPrompt = again.rttMs < door.limits.timeoutMs / 2
  return tried === 'silence' && isPrompt ? 'v3-wrong-key' : tried
}

async function greet(
  door: Door,
  credential: Credential,
  engine: Extract<Discovery, { rttMs: number }>['engine'] | null,
): Promise<Connected | Failure> {
  const { endpoint, limits, signal } = door
  door.tries++
  const session = await Session.open(endpoint, credential, engine)
  const agent = new Agent(session, limits, signal)
  const failure = await firstAnswer(agent)
  if (failure === null) return { agent, session, credential, engine }
  session.close()
  return failure
}

/** Null when the agent answers this credential and shows something. */
async function firstAnswer(agent: Agent): Promise<Failure | null> {
  const answer = await agent.ask({ kind: 'get', oids: Object.values<string>(systemScalars) })
  if ('failure' in answer) {
    // It answers, only not this question as a whole: the readers ask smaller ones.
    const isAnswer = answer.failure === 'too-big' || answer.failure === 'refused' || answer.failure === 'absent'
    return isAnswer ? null : answer.failure
  }
  if (answer.varbinds.some(([varbind]) => varbind !== undefined && !isAbsent(varbind))) return null
  const next = await agent.ask({ kind: 'getNext', oids: ['1.3.6'] })
  const [varbind] = 'varbinds' in next ? (next.varbinds[0] ?? []) : []
  return varbind === undefined || isAbsent(varbind) ? 'denied' : null
}
