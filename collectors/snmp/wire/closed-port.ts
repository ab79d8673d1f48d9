import { createSocket } from 'node:dgram'
import { discoveryMessage } from './datagram.js'

/** Few at once: each is a socket of its own, and a network of dead hosts asks for many. */
const AT_ONCE = 16
const waiting: (() => void)[] = []
let busy = 0

/** What was heard after silence, and what asking cost. */
export interface Knock {
  readonly closed: boolean
  readonly packetsSent: number
  readonly bytesSent: number
}

/**
 * Asks once more, after silence, through a connected socket: only there does the system say that the host answered
 * "port unreachable" (ICMP type 3, code 3), which means that no agent listens. The question is a v3 engine discovery,
 * which holds no secret.
 */
export async function knock(address: string, port: number, timeoutMs: number): Promise<Knock> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  busy += 1
  try {
    return await knockNow(address, port, timeoutMs)
  } finally {
    busy -= 1
    waiting.shift()?.()
  }
}

function knockNow(address: string, port: number, timeoutMs: number): Promise<Knock> {
  const message = discoveryMessage(1)
  return new Promise((resolve) => {
    const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
    let packetsSent = 0
    const end = (closed: boolean): void => {
      clearTimeout(timer)
      socket.removeAllListeners()
      socket.on('error', () => undefined) // A late ICMP error of a socket that is being closed says nothing new.
      socket.close()
      resolve({ closed, packetsSent, bytesSent: packetsSent * message.length })
    }
    const timer = setTimeout(() => end(false), timeoutMs)
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ECONNREFUSED'))
    socket.once('message', () => end(false))
    socket.connect(port, address, () => {
      packetsSent = 1
      socket.send(message, (error) => {
        if (error !== null) end((error as NodeJS.ErrnoException).code === 'ECONNREFUSED')
      })
    })
  })
}
