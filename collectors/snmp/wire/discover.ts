import { randomInt } from 'node:crypto'
import { discoveryMessage, REPORT } from './datagram.js'
import type { EngineParameters } from './net-snmp.js'
import type { Endpoint } from './transport.js'
import type { Patience } from './session.js'
import { TimeOut } from './time-out.js'

export type Discovery =
  | { readonly engine: EngineParameters; readonly rttMs: number }
  | { readonly failure: 'silence' | 'foreign' | 'broken' | 'cancelled' }

/** Asks which v3 engine listens (RFC 3414, section 4), without a secret: who speaks SNMP is known before a key is tried. */
export function discover(endpoint: Endpoint, patience: Patience, signal: AbortSignal): Promise<Discovery> {
  return new Promise((resolve) => {
    const draw = (): Buffer => discoveryMessage(randomInt(1, 2 ** 31 - 1))
    let message = draw()
    let sent = 0
    let sentAt = 0
    const timeOut = new TimeOut()
    let foreign = false
    let ended = false
    const end = (discovery: Discovery): void => {
      ended = true
      timeOut.clear()
      signal.removeEventListener('abort', cancel)
      endpoint.inbox = null
      resolve(discovery)
    }
    const cancel = (): void => end({ failure: 'cancelled' })
    const send = (): void => {
      if (sent > patience.retries) {
        end({ failure: foreign ? 'foreign' : 'silence' })
        return
      }
      endpoint.send(message, 0, message.length, endpoint.port, endpoint.address, (error) => {
        if (ended) return
        if (error !== null) {
          message = draw() // The id is taken.
          setImmediate(send)
          return
        }
        sent += 1
        sentAt = performance.now()
        timeOut.set(patience.timeoutMs, send)
      })
    }
    endpoint.inbox = {
      accept: ({ pdu, engine }) => {
        if (pdu === REPORT && engine !== null) end({ engine, rttMs: performance.now() - sentAt })
        return false
      },
      refused: () => {
        foreign = true
      },
      failed: (error) => end({ failure: 'code' in error ? 'silence' : 'broken' }),
    }
    if (signal.aborted) cancel()
    else {
      signal.addEventListener('abort', cancel, { once: true })
      send()
    }
  })
}
