import { onAbort } from '../../../src/lib/on-abort.js'
import type { Credential } from '../../../src/model/credential.js'
import { REPORT, type Head } from './datagram.js'
import type { Failure } from './failure.js'
import { CommunitySession } from './community-session.js'
import { loadNetSnmp, type EngineParameters, type RawVarbind } from './net-snmp.js'
import { NetRequester, v3Session } from './net-session.js'
import { RoundTrips } from './round-trips.js'
import { TimeOut } from './time-out.js'
import { IdTakenError, type Endpoint, type Inbox } from './transport.js'

/** Why a request gave nothing, and the varbind that the agent blames: from 1, or 0 when it blames none. */
export interface Failed {
  readonly failure: Failure
  readonly errorIndex?: number
}

/** What a session asks with: net-snmp for v3, our own messages for a community. One request is in flight at a time. */
export interface Requester {
  ask(ask: Ask, answered: Answered): void
  /** Ends the request in flight. */
  cancel(error: Error): void
  close(): void
}

/** Told of an answer's varbinds by OID asked, or why there is none. */
export type Answered = (error: Error | null, varbinds?: readonly (readonly RawVarbind[])[]) => void

/** What a request gave: for each OID asked, the varbinds that answer it, in order. */
export type Answer = { readonly varbinds: readonly (readonly RawVarbind[])[] } | Failed

export type Ask =
  | { readonly kind: 'get' | 'getNext'; readonly oids: readonly string[] }
  | { readonly kind: 'getBulk'; readonly oids: readonly string[]; readonly repetitions: number }

export interface Patience {
  /** The longest wait for one answer. */
  readonly timeoutMs: number
  /** How often a request is sent again after silence. */
  readonly retries: number
  /** The longest wait for all of them together; absent when the retries bound it enough. */
  readonly withinMs?: number
}

/** What answers requests: an agent over the wire, or its recording. */
export interface Asked {
  /** Longest round trip seen, in milliseconds; null before the first answer. */
  readonly slowestMs: number | null
  /** Round trip of the last answer; absent or null when there is none. */
  readonly lastMs?: number | null
  /** Bytes received so far; absent where there is no wire. */
  readonly bytesReceived?: number
  /** True for v1: no GETBULK, and errors instead of exceptions. */
  readonly isVersion1?: boolean
  /** Whose answers these are, for what is remembered of a device; absent where there is no wire. */
  readonly device?: string
  ask(ask: Ask, patience: Patience, signal: AbortSignal): Promise<Answer>
}

/** msgVersion, and version of v1 and v2c messages. */
const VERSIONS = { 1: 0, '2c': 1, 3: 3 } as const
/** net-snmp's ResponseInvalidCode.ENotInTimeWindow. */
const OUTSIDE_TIME_WINDOW = 14
/** Levels as msgFlags (RFC 3412): bit 0 authenticated, bit 1 encrypted. */
const FLAGS = { noAuthNoPriv: 0, authNoPriv: 1, authPriv: 3 } as const
const USM_FAILURES: Readonly<Record<number, Failure>> = {
  1: 'v3-unsupported', // usmStatsUnsupportedSecLevels
  3: 'v3-unknown-user', // usmStatsUnknownUserNames
  5: 'v3-wrong-key', // usmStatsWrongDigests
  6: 'v3-wrong-key', // usmStatsDecryptionErrors
}
/** error-status (RFC 3416): tooBig, noSuchName, noAccess, authorizationError; the others refuse. */
const ERROR_STATUS: Readonly<Record<number, Failure>> = { 1: 'too-big', 2: 'absent', 6: 'denied', 16: 'denied' }
const NOT_IN_TIME_WINDOW = 2 // usmStatsNotInTimeWindows
/** An engine whose clock jumps again and again is no clock that messages can be dated by. */
const RESYNCHRONISATIONS = 3
const DRAWS = 5
/** After a Report net-snmp asks again, and after the engine's time too. An agent that goes on reporting is not waited for. */
const REPORTS = 2

/**
 * A conversation with one agent under one credential: one request at a time, and every way it can fail as a value.
 *
 * net-snmp does the encoding and the keys of v3; what it lets through (answers to a v3 request that are not protected as the
 * request was, exceptions in its own handlers, sockets by the thousand) is stopped here and in the transport. Sending
 * again after silence is done here, as the waits follow the agent's pace.
 */
export class Session implements Inbox, Asked {
  readonly device: string
  readonly isVersion1: boolean
  readonly #endpoint: Endpoint
  readonly #connect: (engine: EngineParameters | null) => Requester
  readonly #version: number
  readonly #requiredFlags: number
  readonly #roundTrips = new RoundTrips()
  #net: Requester
  #signal: AbortSignal | null = null
  #heedless = (): void => undefined
  #resynchronised = 0
  #waits: number[] = []
  /** For what net-snmp sends by itself once the agent has reported, which is no retry of ours. */
  #waitsAfterReport: number[] = []
  readonly #timeOut = new TimeOut()
  #foreign = false
  #unprotected = false
  #usmStats: number | null = null
  #errorIndex = 0
  /** When the request in flight left, for the first time and the last: waiting for one's turn to send is no round trip. */
  #firstSentAt: number | null = null
  #lastSentAt = 0
  #failedBy: Failure | null = null
  /** Ends the request in flight; null between requests. */
  #settle: Answered | null = null

  private constructor(
    endpoint: Endpoint,
    credential: Credential,
    connect: (engine: EngineParameters | null) => Requester,
    engine: EngineParameters | null,
  ) {
    this.device = `${endpoint.address} ${endpoint.port}`
    this.isVersion1 = credential.version === '1'
    this.#endpoint = endpoint
    this.#version = VERSIONS[credential.version]
    this.#requiredFlags = credential.version === '3' ? FLAGS[credential.level] : 0
    this.#connect = connect
    this.#net = this.#connect(engine)
    endpoint.inbox = this
  }

  /** Opens a session on an endpoint. A v3 session takes what the engine said of itself, and does not ask it again. */
  static async open(endpoint: Endpoint, credential: Credential, engine: EngineParameters | null): Promise<Session> {
    if (credential.version !== '3')
      return new Session(endpoint, credential, () => new CommunitySession(endpoint, credential), null)
    const snmp = await loadNetSnmp()
    const session: Session = new Session(
      endpoint,
      credential,
      (parameters) => {
        const net = v3Session(snmp, endpoint, credential, parameters)
        net.on('error', () => endpoint.inbox?.failed(new Error('unreadable message')))
        return new NetRequester(net)
      },
      engine,
    )
    return session
  }

  get slowestMs(): number | null {
    return this.#roundTrips.slowestMs
  }

  get lastMs(): number | null {
    return this.#roundTrips.lastMs
  }

  get bytesReceived(): number {
    return this.#endpoint.bytesReceived
  }

  async ask(ask: Ask, patience: Patience, signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return { failure: 'cancelled' }
    this.#heed(signal)
    for (let draws = 1; ; draws++) {
      const answer = await this.#askOnce(ask, patience)
      if ('varbinds' in answer || answer.failure !== 'again' || draws === DRAWS) return givenUp(answer)
    }
  }

  #heed(signal: AbortSignal | null): void {
    if (this.#signal === signal) return
    this.#heedless()
    this.#signal = signal
    if (signal !== null) this.#heedless = onAbort(signal, () => this.#stop('cancelled'))
  }

  async #askOnce(ask: Ask, patience: Patience): Promise<Answer | { readonly failure: 'again' }> {
    this.#foreign = false
    this.#unprotected = false
    this.#usmStats = null
    this.#errorIndex = 0
    this.#failedBy = null
    this.#waits = this.#roundTrips.waits(patience.timeoutMs, patience.retries, patience.withinMs)
    this.#waitsAfterReport = Array.from({ length: REPORTS }, () => this.#waits.at(-1) ?? 1)
    this.#firstSentAt = null
    const answer = await this.#send(ask)
    this.#timeOut.clear()
    if ('varbinds' in answer && this.#firstSentAt !== null) {
      const now = performance.now()
      this.#roundTrips.answered(now - this.#firstSentAt, now - this.#lastSentAt)
    }
    return answer
  }

  close(): void {
    this.#heed(null)
    this.#net.close()
  }

  sent(): void {
    this.#lastSentAt = performance.now()
    this.#firstSentAt ??= this.#lastSentAt
    this.#timeOut.set(Math.ceil(this.#waits.shift() ?? 1), () => {
      if (this.#waits.length > 0) this.#endpoint.sendAgain()
      else this.#stop('silence')
    })
  }

  accept({ version, pdu, flags, usmStats, errorIndex }: Head): boolean {
    if (version !== this.#version) return false
    this.#errorIndex = errorIndex
    if (this.#version !== 3) return true
    if (pdu === REPORT) {
      this.#usmStats = usmStats
      this.#waits.unshift(...this.#waitsAfterReport.splice(0, 1))
      return true
    }
    const isProtected = (flags & this.#requiredFlags) === this.#requiredFlags
    this.#unprotected ||= !isProtected
    return isProtected
  }

  refused(_from: string): void {
    this.#foreign = true
  }

  failed(error: Error): void {
    // A datagram that the system would not send (no route, no neighbour) is silence, not a fault of the agent.
    this.#stop('code' in error ? 'silence' : 'broken')
  }

  #stop(failure: Failure): void {
    this.#timeOut.clear()
    this.#failedBy ??= failure
    this.#net.cancel(new Error(failure))
    // Where an answer broke net-snmp's own handling, it has forgotten the request and calls nobody.
    this.#settle?.(new Error(failure))
  }

  #send(ask: Ask): Promise<Answer | { readonly failure: 'again' }> {
    return new Promise((resolve) => {
      const answered: Answered = (error, varbinds) => {
        if (this.#settle !== answered) return
        this.#settle = null
        resolve(error === null && varbinds !== undefined ? { varbinds } : this.#failure(error))
      }
      this.#settle = answered
      this.#net.ask(ask, answered)
    })
  }

  #failure(error: NetError | null): Failed | { readonly failure: 'again' } {
    if (this.#failedBy !== null) return { failure: this.#silence(this.#failedBy) }
    if (error instanceof IdTakenError) return { failure: 'again' }
    // Ciphers and digests that this Node's OpenSSL leaves out, such as DES since version 3.
    if (/^ERR_(?:OSSL|CRYPTO)/.test(String(error?.code))) return { failure: 'v3-unsupported' }
    if (error?.name === 'RequestFailedError') {
      return { failure: ERROR_STATUS[error.status ?? 0] ?? 'refused', errorIndex: this.#errorIndex }
    }
    const isOutside = error?.code === OUTSIDE_TIME_WINDOW || this.#usmStats === NOT_IN_TIME_WINDOW
    if (isOutside && this.#resynchronised < RESYNCHRONISATIONS) {
      this.#resynchronise()
      return { failure: 'again' }
    }
    return { failure: USM_FAILURES[this.#usmStats ?? 0] ?? 'broken' }
  }

  /** Silence that was none: something came, which could not be taken. */
  #silence(failure: Failure): Failure {
    if (failure !== 'silence') return failure
    return this.#foreign ? 'foreign' : this.#unprotected ? 'broken' : 'silence'
  }

  /**
   * The engine's clock went where no notion of it could follow (it restarted without counting its boots): the engine is
   * discovered again, and its time taken as it is now. RFC 3414, section 2.3.
   */
  #resynchronise(): void {
    this.#resynchronised += 1
    this.#net.close()
    this.#net = this.#connect(null)
  }
}

type NetError = Error & { readonly status?: number; readonly code?: unknown }

function givenUp(answer: Answer | { readonly failure: 'again' }): Answer {
  return 'failure' in answer && answer.failure === 'again' ? { failure: 'broken' } : (answer as Answer)
}
