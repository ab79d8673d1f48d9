import { randomFillSync } from 'node:crypto'
import type { Credential } from '../../../src/model/credential.js'
import { PDU, readResponse, requestMessage } from './message.js'
import type { RawVarbind } from './net-snmp.js'
import type { Answered, Ask, Requester } from './session.js'
import type { Endpoint } from './transport.js'

/** An agent's error-status (RFC 3416, section 3). */
export class RequestFailedError extends Error {
  override readonly name = 'RequestFailedError'
  readonly status: number

  constructor(status: number) {
    super(`error-status ${status}`)
    this.status = status
  }
}

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
  #isWhole = false
  readonly #take = (datagram: Buffer): void => {
    if (this.#answered === null) return
    const { community, errorStatus, varbinds } = readResponse(datagram, this.#columns)
    if (!community.equals(this.#community)) this.#end(new Error('Another community'))
    else if (errorStatus > 0) this.#end(new RequestFailedError(errorStatus))
    else if (this.#isWhole && varbinds.some(({ length }) => length !== 1)) {
      this.#end(new Error('Not as many varbinds as were asked for'))
    } else this.#end(null, varbinds)
  }

  constructor(endpoint: Endpoint, { version, community }: Exclude<Credential, { version: '3' }>) {
    this.target = endpoint.address
    this.#endpoint = endpoint
    this.#version = version === '1' ? 0 : 1
    this.#community = Buffer.from(community.reveal())
    endpoint.on('message', this.#take)
  }

  ask(ask: Ask, answered: Answered): void {
    const { kind, oids } = ask
    this.#answered = answered
    this.#columns = oids.length
    this.#isWhole = kind !== 'getBulk' // Answered by as many varbinds as there are OIDs.
    try {
      const id = drawId()
      const [version, community] = [this.#version, this.#community]
      const repetitions = kind === 'getBulk' ? ask.repetitions : 0
      const message = requestMessage({ version, community, pdu: PDU[kind], id, repetitions, oids })
      const { address, port } = this.#endpoint
      this.#endpoint.send(message, 0, message.length, port, address, (error) => {
        if (error !== null) this.#end(error)
      })
    } catch (error) {
      this.#end(error as Error)
    }
  }

  cancel(error: Error): void {
    this.#end(error)
  }

  close(): void {
    this.#end(new Error('The session is closed'))
    this.#endpoint.off('message', this.#take)
  }

  #end(error: Error | null, varbinds?: readonly (readonly RawVarbind[])[]): void {
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
