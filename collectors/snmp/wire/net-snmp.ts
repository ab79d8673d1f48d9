/** The part of `net-snmp` 3.29 that is used here: its published types are older than the package. */
import type { EventEmitter } from 'node:events'

export interface RawVarbind {
  readonly oid: string
  readonly type: number
  readonly value: unknown
}

export interface User {
  readonly name: string
  readonly level: number
  readonly authProtocol?: string
  readonly authKey?: string
  readonly privProtocol?: string
  readonly privKey?: string
}

/** What a v3 engine said of itself; a session that has it asks without discovering again. */
export interface EngineParameters {
  readonly msgAuthoritativeEngineID: Buffer
  readonly msgAuthoritativeEngineBoots: number
  readonly msgAuthoritativeEngineTime: number
}

type Callback<T> = (error: Error | null, varbinds?: T) => void

export interface NetSession extends EventEmitter {
  msgSecurityParameters?: EngineParameters
  get(oids: readonly string[], callback: Callback<RawVarbind[]>): void
  getNext(oids: readonly string[], callback: Callback<RawVarbind[]>): void
  getBulk(
    oids: readonly string[],
    nonRepeaters: number,
    maxRepetitions: number,
    callback: Callback<RawVarbind[][]>,
  ): void
  cancelRequests(error: Error): void
  close(): void
}

/** The part of a `dgram.Socket` that a session uses. */
export interface DatagramSocket extends EventEmitter {
  ref(): void
  unref(): void
  bind(port?: number, address?: string): void
  send(
    buffer: Buffer,
    offset: number,
    length: number,
    port: number,
    address: string,
    callback: (error: Error | null) => void,
  ): void
  close(): void
}

export interface DgramModule {
  createSocket(transport: string): DatagramSocket
}

export interface SessionOptions {
  readonly version: number
  readonly transport: 'udp4' | 'udp6'
  readonly port: number
  readonly timeout: number
  readonly retries: number
  readonly context?: string
  /** The session's own engine, of which it makes one when absent. */
  readonly engineID?: Buffer
  readonly dgramModule: DgramModule
}

export interface NetSnmp {
  readonly Version2c: number
  readonly Version3: number
  readonly SecurityLevel: Readonly<Record<'noAuthNoPriv' | 'authNoPriv' | 'authPriv', number>>
  readonly AuthProtocols: Readonly<Record<string, string>>
  readonly PrivProtocols: Readonly<Record<string, string>>
  createSession(target: string, community: string, options: SessionOptions): NetSession
  createV3Session(target: string, user: User, options: SessionOptions): NetSession
}

let loaded: Promise<NetSnmp> | null = null

/** Loads the package once, when the first device is asked: it takes 55 ms that other commands need not pay. */
export function loadNetSnmp(): Promise<NetSnmp> {
  loaded ??= import('net-snmp').then((module) => module.default as NetSnmp)
  return loaded
}
