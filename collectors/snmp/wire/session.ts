import type { Credential } from '../../../src/model/credential.js'
import { readHead, REPORT } from './datagram.js'
import type { Failure } from './failure.js'
import { loadNetSnmp, type EngineParameters, type NetSession, type NetSnmp, type RawVarbind } from './net-snmp.js'
import type { Endpoint, Inbox } from './transport.js'

/** What a request gave: for each OID asked, the varbinds that answer it, in order. */
export type Answer = { readonly varbinds: readonly (readonly RawVarbind[])[] } | { readonly failure: Failure }

export type Ask =
  | { readonly kind: 'get' | 'getNext'; readonly oids: readonly string[] }
  | { readonly kind: 'getBulk'; readonly oids: readonly string[]; readonly repetitions: number }

export interface Patience {
  readonly timeoutMs: number
  readonly retries: number
}

/** What answers requests: an agent over the wire, or its recording. */
export interface Asked {
  /** Longest round trip seen, in milliseconds; null before the first answer. */
  readonly slowestMs: number | null
  ask(ask: Ask, patience: Patience, signal: AbortSignal): Promise<Answer>
}

/** Levels as msgFlags (RFC 3412): bit 0 authenticated, bit 1 encrypted. */
const FLAGS = { noAuthNoPriv: 0, authNoPriv: 1, authPriv: 3 } as const
const USM_FAILURES: Readonly<Record<number, Failure>> = {
  1: 'v3-unsupported', // usmStatsUnsupportedSecLevels
  3: 'v3-unknown-user', // usmStatsUnknownUserNames
  5: 'v3-wrong-key', // usmStatsWrongDigests
  6: 'v3-wrong-key', // usmStatsDecryptionErrors
}
const ERROR_STATUS: Readonly<Record<number, Failure>> = { 1: 'too-big', 6: 'denied', 16: 'denied' }

/**
 * A conversation with one agent under one credential: one request at a time, and every way it can fail as a value.
 *
 * net-snmp does the encoding, the keys and the retransmission; what it lets through (answers to a v3 request that are
 * not protected as the request was, exceptions in its own handlers, sockets by the thousand) is stopped here and in
 * the transport.
 */
export class Session implements Inbox, Asked {
  /** Longest round trip seen, in milliseconds; null before the first answer. */
  slowestMs: number | null = null
  readonly #net: NetSession
  readonly #version: number
  readonly #requiredFlags: number
  #foreign = false
  #unprotected = false
  #usmStats: number | null = null
  #failedBy: Failure | null = null

  private constructor(net: NetSession, version: number, requiredFlags: number) {
    this.#net = net
    this.#version = version
    this.#requiredFlags = requiredFlags
    net.on('error', () => this.failed(new Error('unreadable message')))
  }

  /** Opens a session on an endpoint. A v3 session takes what the engine said of itself, and does not ask it again. */
  static async open(endpoint: Endpoint, credential: Credential, engine: EngineParameters | null): Promise<Session> {
    const snmp = await loadNetSnmp()
    const session =
      credential.version === '2c'
        ? new Session(
            snmp.createSession(endpoint.address, credential.community.reveal(), options(endpoint, snmp.Version2c)),
            1,
            0,
          )
        : new Session(v3Session(snmp, endpoint, credential, engine), 3, FLAGS[credential.level])
    endpoint.inbox = session
    return session
  }

  async ask(ask: Ask, patience: Patience, signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return { failure: 'cancelled' }
    this.#foreign = false
    this.#unprotected = false
    this.#usmStats = null
    this.#failedBy = null
    this.#net.timeout = Math.max(1, Math.round(patience.timeoutMs))
    this.#net.retries = patience.retries
    const startedAt = performance.now()
    const abort = (): void => this.#stop('cancelled')
    signal.addEventListener('abort', abort, { once: true })
    const answer = await this.#send(ask)
    signal.removeEventListener('abort', abort)
    if ('varbinds' in answer) this.slowestMs = Math.max(this.slowestMs ?? 0, performance.now() - startedAt)
    return answer
  }

  close(): void {
    this.#net.close()
  }

  accept(datagram: Buffer): boolean {
    const head = readHead(datagram)
    if (head === null) throw new RangeError('not an SNMP message')
    if (head.version !== this.#version) return false
    if (this.#version !== 3) return true
    if (head.pdu === REPORT) {
      this.#usmStats = head.usmStats
      return true
    }
    const isProtected = (head.flags & this.#requiredFlags) === this.#requiredFlags
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
    this.#failedBy ??= failure
    this.#net.cancelRequests(new Error(failure))
  }

  #send(ask: Ask): Promise<Answer> {
    return new Promise((resolve) => {
      const answered = (error: Error | null, varbinds: readonly (readonly RawVarbind[])[] | undefined): void =>
        resolve(error === null && varbinds !== undefined ? { varbinds } : { failure: this.#failure(error) })
      const single = (error: Error | null, varbinds?: RawVarbind[]): void =>
        answered(
          error,
          varbinds?.map((varbind) => [varbind]),
        )
      if (ask.kind === 'getBulk') this.#net.getBulk(ask.oids, 0, ask.repetitions, answered)
      else if (ask.kind === 'getNext') this.#net.getNext(ask.oids, single)
      else this.#net.get(ask.oids, single)
    })
  }

  #failure(error: (Error & { readonly status?: number; readonly code?: unknown }) | null): Failure {
    if (this.#failedBy !== null) return this.#failedBy
    // Ciphers and digests that this Node's OpenSSL leaves out, such as DES since version 3.
    if (/^ERR_(?:OSSL|CRYPTO)/.test(String(error?.code))) return 'v3-unsupported'
    if (error?.name === 'RequestTimedOutError') {
      return this.#foreign ? 'foreign' : this.#unprotected ? 'broken' : 'silence'
    }
    if (error?.name === 'RequestFailedError') return ERROR_STATUS[error.status ?? 0] ?? 'refused'
    return USM_FAILURES[this.#usmStats ?? 0] ?? 'broken'
  }
}

function options(endpoint: Endpoint, version: number) {
  const transport = endpoint.address.includes(':') ? ('udp6' as const) : ('udp4' as const)
  const { port, dgramModule } = endpoint
  return { version, transport, port, timeout: 1000, retries: 0, dgramModule }
}

function v3Session(
  snmp: NetSnmp,
  endpoint: Endpoint,
  credential: Extract<Credential, { version: '3' }>,
  engine: EngineParameters | null,
): NetSession {
  const { auth, priv, level } = credential
  const user = {
    name: credential.user,
    level: snmp.SecurityLevel[level],
    ...(level === 'noAuthNoPriv' || auth === null
      ? {}
      : { authProtocol: protocol(snmp.AuthProtocols, auth.protocol), authKey: auth.key.reveal() }),
    ...(level !== 'authPriv' || priv === null
      ? {}
      : { privProtocol: protocol(snmp.PrivProtocols, priv.protocol), privKey: priv.key.reveal() }),
  }
  const net = snmp.createV3Session(endpoint.address, user, {
    ...options(endpoint, snmp.Version3),
    context: credential.context,
  })
  if (engine !== null) net.msgSecurityParameters = { ...engine }
  return net
}

function protocol(known: Readonly<Record<string, string>>, name: string): string {
  const value = known[name]
  if (value === undefined) throw new Error(`net-snmp knows no protocol ${name}`)
  return value
}
