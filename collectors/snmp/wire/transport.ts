import { createSocket, type Socket } from 'node:dgram'
import { EventEmitter } from 'node:events'
import { isIPv6 } from 'node:net'
import { readHead, type Head } from './datagram.js'
import type { DatagramSocket, DgramModule } from './net-snmp.js'
import { Pace } from './pace.js'

/** Sockets for each family: the kernel's receive buffer holds some 200 datagrams a socket, whatever we ask for. */
const SOCKETS = 4
const RECEIVE_BYTES = 4 << 20

/** Another request in flight has the id that net-snmp drew: it is to draw again. */
export class IdTakenError extends Error {}

/** What an endpoint tells its session. */
export interface Inbox {
  /** The request leaves now, for the first time or again. */
  sent?(): void
  /** The answer to the request in flight. True passes it on to net-snmp. */
  accept(head: Head): boolean
  /** An answer to this endpoint's request, from an address that was not asked. */
  refused(from: string): void
  /** The system would not send, or what the device sent is no SNMP message. */
  failed(error: Error): void
}

/**
 * One device's end on the shared sockets. It passes for a `dgram.Socket` before net-snmp, which asks for a socket a
 * session: three thousand sessions would be three thousand descriptors.
 */
export class Endpoint extends EventEmitter implements DatagramSocket {
  readonly address: string
  readonly port: number
  inbox: Inbox | null = null
  /** True takes answers from another address than the one that was asked, as some devices with many send them. */
  readonly acceptsOthers: boolean
  /** True lets everything else leave first. */
  readonly isPatient: boolean
  packetsSent = 0
  bytesSent = 0
  /** How long what was sent has waited for its turn, in milliseconds, all sendings together. */
  waitedMs = 0
  bytesReceived = 0
  /** request-id or msgID of what was sent last. */
  requestId: number | null = null
  #last: Buffer | null = null
  readonly dgramModule: DgramModule = { createSocket: () => this }
  readonly #transport: Transport

  constructor(transport: Transport, address: string, port: number, { acceptsOthers = false, isPatient = false }) {
    super()
    this.#transport = transport
    this.address = address
    this.port = port
    this.acceptsOthers = acceptsOthers
    this.isPatient = isPatient
  }

  /** True when a datagram from there is from the device itself. */
  isAt(address: string, port: number): boolean {
    return this.address === address && this.port === port
  }

  send(
    buffer: Buffer,
    _offset: number,
    _length: number,
    _port: number,
    _address: string,
    callback: (error: Error | null) => void,
  ): void {
    this.#last = buffer
    this.#transport.send(this, buffer, callback)
  }

  /** Sends the last datagram again, as it was: an answer to either sending is the answer. */
  sendAgain(): void {
    if (this.#last !== null) this.#transport.send(this, this.#last, () => undefined)
  }

  /** Hands a datagram over; nothing that an agent sends may become an uncaught exception. */
  deliver(datagram: Buffer, head: Head | null): void {
    this.bytesReceived += datagram.length
    try {
      if (head === null) throw new RangeError('not an SNMP message')
      if (this.inbox?.accept(head) !== false) this.emit('message', datagram)
    } catch (error) {
      this.inbox?.failed(new Error('unreadable message', { cause: error }))
    }
  }

  /** Net-snmp closes a session's socket with the session; an endpoint outlives its sessions. */
  close(): void {
    this.removeAllListeners()
  }

  ref(): void {}
  unref(): void {}
  bind(): void {}
}

/** A few UDP sockets shared by every device: the only place where SNMP sockets are made. */
export class Transport {
  readonly pace = new Pace()
  readonly #sockets = new Map<string, Socket>()
  readonly #byPeer = new Map<string, Set<Endpoint>>()
  readonly #byRequest = new Map<number, Endpoint>()
  #turn = 0

  /** `acceptsOthers` takes answers from another address than the one asked; `isPatient` lets everything else leave first. */
  open(address: string, port: number, ways: { acceptsOthers?: boolean; isPatient?: boolean } = {}): Endpoint {
    const endpoint = new Endpoint(this, address, port, ways)
    const peer = peerOf(address, port)
    const endpoints = this.#byPeer.get(peer) ?? new Set()
    this.#byPeer.set(peer, endpoints.add(endpoint))
    return endpoint
  }

  release(endpoint: Endpoint): void {
    const peer = peerOf(endpoint.address, endpoint.port)
    const endpoints = this.#byPeer.get(peer)
    endpoints?.delete(endpoint)
    if (endpoints?.size === 0) this.#byPeer.delete(peer)
    this.#forget(endpoint)
    endpoint.inbox = null
  }

  /** Closes every socket; the next sending opens them again. */
  close(): void {
    for (const socket of this.#sockets.values()) socket.close()
    this.#sockets.clear()
  }

  /** Sends when the pace allows; `callback` comes right before the datagram leaves, so that no answer can precede it. */
  send(endpoint: Endpoint, datagram: Buffer, callback: (error: Error | null) => void): void {
    const queuedAt = performance.now()
    const leave = (): void => {
      endpoint.waitedMs += performance.now() - queuedAt
      // Released while it waited for its turn: net-snmp would start a timer for a request that it has forgotten.
      if (endpoint.inbox === null) return
      const id = readHead(datagram)?.id ?? null
      if (id !== null && !this.#claim(endpoint, id)) {
        callback(new IdTakenError())
        return
      }
      endpoint.packetsSent += 1
      endpoint.bytesSent += datagram.length
      callback(null)
      endpoint.inbox?.sent?.()
      this.#socket(endpoint.address).send(datagram, endpoint.port, endpoint.address, (error) => {
        if (error !== null) endpoint.inbox?.failed(error)
      })
    }
    this.pace.run(leave, endpoint.address, endpoint.isPatient)
  }

  /** False when another endpoint has this request id in flight. */
  #claim(endpoint: Endpoint, id: number): boolean {
    if (endpoint.requestId === id) return true
    if (this.#byRequest.has(id)) return false
    this.#forget(endpoint)
    this.#byRequest.set(id, endpoint)
    endpoint.requestId = id
    return true
  }

  #forget(endpoint: Endpoint): void {
    if (endpoint.requestId !== null && this.#byRequest.get(endpoint.requestId) === endpoint) {
      this.#byRequest.delete(endpoint.requestId)
    }
    endpoint.requestId = null
  }

  #socket(address: string): Socket {
    const type = isIPv6(address) ? 'udp6' : 'udp4'
    this.#turn = (this.#turn + 1) % SOCKETS
    const key = `${type}/${this.#turn}`
    const known = this.#sockets.get(key)
    if (known !== undefined) return known
    const family = type === 'udp6' ? 6 : 4
    const socket = createSocket({
      type,
      lookup: (host, _options, callback) => callback(null, host, family), // Addresses only: nothing to resolve.
    })
    socket.unref()
    socket.on('message', (datagram, from) => this.#receive(datagram, from.address, from.port))
    socket.on('error', () => {
      // The requests in flight time out on their own; the next sending opens another socket.
      if (this.#sockets.get(key) === socket) this.#sockets.delete(key)
      socket.close()
    })
    socket.bind(0, () => {
      try {
        socket.setRecvBufferSize(RECEIVE_BYTES)
      } catch {
        return // The system keeps its own size: fewer devices at once, nothing lost.
      }
    })
    this.#sockets.set(key, socket)
    return socket
  }

  #receive(datagram: Buffer, address: string, port: number): void {
    const head = readHead(datagram)
    if (head === null) {
      const endpoints = this.#byPeer.get(peerOf(address, port))
      if (endpoints?.size === 1) for (const endpoint of endpoints) endpoint.deliver(datagram, null)
      return
    }
    const asker = this.#byRequest.get(head.id)
    if (asker === undefined) return // Late, or asked by nobody.
    if (asker.acceptsOthers || asker.isAt(address, port)) asker.deliver(datagram, head)
    else asker.inbox?.refused(address)
  }
}

function peerOf(address: string, port: number): string {
  return `${address} ${port}`
}
