import { randomFillSync } from 'node:crypto'
import type { Credential } from '../../../src/model/credential.js'
import { PDU, readResponse, requestMessage } from './message.js'
import type { NetSession, RawVarbind } from './net-snmp.js'
import type { Endpoint } from './transport.js'

/** What a session asks with: net-snmp for v3, this file for a community. */
export type Requester = Pick<NetSession, 'get' | 'getNext' | 'getBulk' | 'cancelRequests' | 'close'>

/** An agent's error-status (RFC 3416, section 3). */
export class RequestFailedError extends Error {
  override readonly name = 'RequestFailedError'
  readonly status: number

  constructor(status: number) {
    super(`error-status ${status}`)
    this.status = status
  }
}

type Answered = (error: Error | null, varbinds?: readonly RawVarbind[]) => void

/**
 * Requests of v1 and v2c on an endpoint, one in flight at a time. The endpoint hands over answers to that request alone;
 * one that cannot be read is thrown back at it, and one under another community is none.
 */
export class CommunitySession implements Requester {
  /** The address that is asked. */
  readonly target: string
  readonly #endpoint: Endpoint
  readonly #version: 0 | 1
  readonly #community: Buffer
  #answered: Answered | null = null
  #columns = 0
  readonly #take = (datagram: Buffer): void => {
    if (this.#answered === null) return
    const { community, errorStatus, varbinds } = readResponse(datagram, this.#columns)
    if (!community.equals(this.#community)) this.#end(new Error('Another community'))
    else if (errorStatus > 0) this.#end(new RequestFailedError(errorStatus))
    else this.#end(null, varbinds)
  }

  constructor(endpoint: Endpoint, { version, community }: Exclude<Credential, { version: '3' }>) {
    this.target = endpoint.address
    this.#endpoint = endpoint
    this.#version = version === '1' ? 0 : 1
    this.#community = Buffer.from(community.reveal())
    endpoint.on('message', this.#take)
  }

  get(oids: readonly string[], callback: (error: Error | null, varbinds?: RawVarbind[]) => void): void {
    this.#each(PDU.get, oids, callback)
  }

  getNext(oids: readonly string[], callback: (error: Error | null, varbinds?: RawVarbind[]) => void): void {
    this.#each(PDU.getNext, oids, callback)
  }

  getBulk(
    oids: readonly string[],
    _nonRepeaters: number,
    repetitions: number,
    callback: (error: Error | null, varbinds?: RawVarbind[][]) => void,
  ): void {
    this.#ask(PDU.getBulk, oids, repetitions, (error, varbinds) => {
      if (varbinds === undefined) return callback(error)
      const columns: RawVarbind[][] = []
      for (const [i, varbind] of varbinds.entries()) {
        const column = columns[i % oids.length]
        if (column === undefined) columns.push([varbind])
        else column.push(varbind)
      }
      callback(null, columns)
    })
  }

  cancelRequests(error: Error): void {
    this.#end(error)
  }

  close(): void {
    this.#end(new Error('The session is closed'))
    this.#endpoint.off('message', this.#take)
  }

  /** A request that is answered by as many varbinds as it has OIDs. */
  #each(
    pdu: (typeof PDU)['get' | 'getNext'],
    oids: readonly string[],
    callback: (error: Error | null, varbinds?: RawVarbind[]) => void,
  ): void {
    this.#ask(pdu, oids, 0, (error, varbinds) => {
      if (varbinds === undefined) callback(error)
      else if (varbinds.length !== oids.length) callback(new Error('Not as many varbinds as were asked for'))
      else callback(null, [...varbinds])
    })
  }

  #ask(pdu: (typeof PDU)[keyof typeof PDU], oids: readonly string[], repetitions: number, answered: Answered): void {
    this.#answered = answered
    this.#columns = oids.length
    try {
      const id = drawId()
      const [version, community] = [this.#version, this.#community]
      const message = requestMessage({ version, community, pdu, id, repetitions, oids })
      const { address, port } = this.#endpoint
      this.#endpoint.send(message, 0, message.length, port, address, (error) => {
        if (error !== null) this.#end(error)
      })
    } catch (error) {
      this.#end(error as Error)
    }
  }

  #end(error: Error | null, varbinds?: readonly RawVarbind[]): void {
    const answered = this.#answered
    this.#answered = null
    answered?.(error, varbinds)
  }
}

const drawn = new Int32Array(1024)
let left = 0

/** A request-id that nobody guesses, from 1 to 2³¹ − 1. */
function drawId(): number {
  if (left === 0) {
    randomFillSync(drawn)
    left = drawn.length
  }
  return (drawn[--left] ?? 0) & 0x7fff_ffff || 1
}
