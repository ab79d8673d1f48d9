import { discoveryMessage, REPORT } from './datagram.js'
import { inquire, type Inquired, type Inquiry } from './inquire.js'
import type { EngineParameters } from './net-snmp.js'
import type { Patience } from './session.js'
import type { Endpoint } from './transport.js'

export type Discovery =
  { readonly engine: EngineParameters; readonly rttMs: number } | Extract<Inquired, { readonly failure: unknown }>

/** The question which v3 engine listens (RFC 3414, section 4). It holds no secret. */
export const DISCOVERY: Inquiry = {
  message: discoveryMessage,
  isAnswer: ({ pdu, engine }) => pdu === REPORT && engine !== null,
}

/** Asks which v3 engine listens, without a secret: who speaks SNMP is known before a key is tried. */
export async function discover(endpoint: Endpoint, patience: Patience, signal: AbortSignal): Promise<Discovery> {
  const inquired = await inquire(endpoint, DISCOVERY, patience, signal)
  if ('failure' in inquired) return inquired
  const { head, rttMs } = inquired
  return head.engine === null ? { failure: 'broken' } : { engine: head.engine, rttMs }
}
