import { randomInt } from 'node:crypto'
import { onAbort } from '../../../src/lib/on-abort.js'
import type { Head } from './datagram.js'
import type { Patience } from './session.js'
import { TimeOut } from './time-out.js'
import type { Endpoint } from './transport.js'

/** A message that is asked without a session, and what answers it. */
export interface Inquiry {
  /** The message, with this request-id or msgID. */
  message(id: number): Buffer
  isAnswer(head: Head): boolean
}

export type Inquired =
  { readonly head: Head; readonly rttMs: number } | { readonly failure: 'silence' | 'foreign' | 'broken' | 'cancelled' }

/** Asks one message, again after silence, and waits for its answer. */
export function inquire(
  endpoint: Endpoint,
  inquiry: Inquiry,
  patience: Patience,
  signal: AbortSignal,
): Promise<Inquired> {
  return new Promise((resolve) => {
    const draw = (): Buffer => inquiry.message(randomInt(1, 2 ** 31 - 1))
    let message = draw()
    let sent = 0
    let sentAt = 0
    const timeOut = new TimeOut()
    let foreign = false
    let ended = false
    let forget = (): void => undefined
    const end = (inquired: Inquired): void => {
      ended = true
      timeOut.clear()
      forget()
      endpoint.inbox = null
      resolve(inquired)
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
      accept: (head) => {
        if (inquiry.isAnswer(head)) end({ head, rttMs: performance.now() - sentAt })
        return false
      },
      refused: () => {
        foreign = true
      },
      failed: (error) => end({ failure: 'code' in error ? 'silence' : 'broken' }),
    }
    if (signal.aborted) cancel()
    else {
      forget = onAbort(signal, cancel)
      send()
    }
  })
}
