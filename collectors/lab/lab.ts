import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { shipped } from '../../src/lib/paths.js'
import { createAgent } from './agent.js'
import { readBoard } from './board.js'
import type { LabAccess, LabDevice } from './device.js'

/** A simulated school board that answers SNMP v2c and v3 on loopback addresses. */
export interface Lab {
  readonly devices: readonly LabDevice[]
  /** Who may read it: invented values, no secret. */
  readonly access: LabAccess
  /** UDP port, the same on every address. */
  readonly port: number
  /** Datagrams received so far, answered or not. */
  readonly requests: number
  /** Closes every socket; answers that were still to come are dropped. */
  close(): Promise<void>
}

/**
 * Starts one agent an address, from the descriptions of `folder` (data/samples/lab by default).
 *
 * `port` 0 lets the system choose. Throws what the system says when an address cannot be had (EADDRINUSE,
 * EADDRNOTAVAIL), with its `code`, after closing those that were opened.
 */
export async function startLab(options: { readonly port: number; readonly folder?: string }): Promise<Lab> {
  const { access, devices } = await readBoard(options.folder ?? shipped('data', 'samples', 'lab'))
  const sockets: Socket[] = []
  const timers = new Set<NodeJS.Timeout>()
  let port = options.port
  let requests = 0

  const close = async (): Promise<void> => {
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
    await Promise.all(
      sockets.splice(0).map(
        (socket) =>
          new Promise<void>((resolve) =>
            socket.close(() => {
              resolve()
            }),
          ),
      ),
    )
  }

  const serve = (device: LabDevice, socket: Socket): void => {
    const agent = createAgent(device, access)
    socket.on('message', (datagram, from) => {
      requests++
      const answer = agent(datagram)
      if (answer === null) return
      if (device.delayMs === 0) {
        socket.send(answer, from.port, from.address)
        return
      }
      const timer = setTimeout(() => {
        timers.delete(timer)
        socket.send(answer, from.port, from.address)
      }, device.delayMs)
      timers.add(timer)
    })
  }

  try {
    for (const device of devices) {
      const socket = await open(device.address, port)
      sockets.push(socket)
      port = socket.address().port
      serve(device, socket)
    }
  } catch (error) {
    await close()
    throw error
  }
  return {
    devices,
    access,
    port,
    get requests() {
      return requests
    },
    close,
  }
}

async function open(address: string, port: number): Promise<Socket> {
  const socket = createSocket({ type: 'udp4', recvBufferSize: 1 << 20 })
  try {
    socket.bind({ address, port, exclusive: true })
    await once(socket, 'listening')
  } catch (error) {
    socket.close()
    throw error
  }
  socket.on('error', () => {
    // A requester that went away (ECONNREFUSED by ICMP) is no business of an agent.
  })
  return socket
}
