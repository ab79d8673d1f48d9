import { createSocket, type Socket } from 'node:dgram'
import { EventEmitter } from 'node:events'
import { isIPv6 } from 'node:net'
import { readHead } from './datagram.js'
import type { DatagramSocket, DgramModule } from './net-snmp.js'
import { Pace } from './pace.js'

/** Sockets for each family: the kernel's receive buffer holds some 200 datagrams a socket, whatever we ask for. */
const SOCKETS = 4
const RECEIVE_BYTES = 4 << 20

/** What an endpoint tells its session. */
export interface Inbox {
  /** A datagram from the device itself. True passes it on to net-snmp. */
  accept(datagram: Buffer): boolean
  /** An answer to this endpoint's request, from an address that was not asked. */
  refused(from: string): void
  /** The system would not send, or what came could not be read. */
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
  packetsSent = 0
  bytesSent = 0
  /** request-id or msgID of what was sent last. */
  requestId: number | null = null
  readonly dgramModule: DgramModule = { createSocket: () => this }
  readonly #transport: Transport

  constructor(transport: Transport, address: string, port: number) {
    super()
    this.#transport = transport
    this.address = address
    this.port = port
  }

  send(
    buffer: Buffer,
    _offset: number,
    _length: number,
    _port: number,
    _address: string,
    callback: (error: Error | null) => void,
  ): void {
    this.#transport.send(this, buffer, callback)
  }

  /** Hands a datagram over; nothing that an agent sends may become an uncaught exception. */
  deliver(datagram: Buffer): void {
    try {
      if (this.inbox?.accept(datagram) !== false) this.emit('message', datagram)
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

  open(address: string, port: number): Endpoint {
    const endpoint = new Endpoint(this, address, port)
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
    this.pace.run(() => {
      const id = readHead(datagram)?.id ?? null
      if (id !== null && !this.#claim(endpoint, id)) {
        callback(new Error('request id already in flight'))
        return
      }
      endpoint.packetsSent += 1
      endpoint.bytesSent += datagram.length
      callback(null)
      this.#socket(endpoint.address).send(datagram, endpoint.port, endpoint.address, (error) => {
        if (error !== null) endpoint.inbox?.failed(error)
      })
    })
  }

  /** False when another reading of the same device has this request id in flight. */
  #claim(endpoint: Endpoint, id: number): boolean {
    const holder = this.#byRequest.get(id)
    if (holder !== undefined && holder !== endpoint && holder.address === endpoint.address) return false
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
    const endpoints = this.#byPeer.get(peerOf(address, port))
    if (endpoints?.size === 1) {
      for (const endpoint of endpoints) endpoint.deliver(datagram)
      return
    }
    const id = readHead(datagram)?.id
    const asker = id === undefined ? undefined : this.#byRequest.get(id)
    if (asker === undefined) return
    if (endpoints?.has(asker)) asker.deliver(datagram)
    else asker.inbox?.refused(address)
  }
}

function peerOf(address: string, port: number): string {
  return `${address} ${port}`
}
