import type { Credential } from '../../src/model/credential.js'
import { greetingMessage, RESPONSE } from './wire/datagram.js'
import { DISCOVERY } from './wire/discover.js'
import { inquire, type Inquiry } from './wire/inquire.js'
import type { Transport } from './wire/transport.js'

/** How addresses are probed. */
export interface ProbeSettings {
  readonly port: number
  readonly timeoutMs: number
  readonly retries: number
  /** Communities tried on one address at most; absent is all. */
  readonly maxCredentialTries?: number | undefined
}

/** What probing one address gave, and cost. */
export interface Probed {
  readonly address: string
  /** True when anything came back: what it is, a reading tells. Null when it was interrupted. */
  readonly answered: boolean | null
  /** Name of the community's credential that was answered; null when it was a v3 engine, or nobody. */
  readonly credential: string | null
  readonly packetsSent: number
  readonly bytesSent: number
}

function greeting(credential: Exclude<Credential, { version: '3' }>): Inquiry {
  const version = credential.version === '1' ? 0 : 1
  return {
    message: (id) => greetingMessage(version, credential.community.reveal(), id),
    isAnswer: (head) => head.version === version && head.pdu === RESPONSE,
  }
}

/**
 * Asks whether somebody speaks SNMP at an address, among the credentials that may be sent there: where one is v3, which
 * engine listens, as that costs no secret; only after silence its communities, in their order, one GET each.
 */
export async function probe(
  transport: Transport,
  address: string,
  allowed: readonly Credential[],
  { port, timeoutMs, retries, maxCredentialTries }: ProbeSettings,
  signal: AbortSignal,
): Promise<Probed> {
  const endpoint = transport.open(address, port, { isPatient: true })
  const result = (answered: boolean | null, credential: string | null): Probed => {
    const { packetsSent, bytesSent } = endpoint
    return { address, answered, credential, packetsSent, bytesSent }
  }
  const communities = allowed.flatMap((credential) => (credential.version === '3' ? [] : [credential]))
  const steps = [
    ...(communities.length < allowed.length ? [{ name: null, inquiry: DISCOVERY }] : []),
    ...communities
      .slice(0, maxCredentialTries)
      .map((credential) => ({ name: credential.name, inquiry: greeting(credential) })),
  ]
  try {
    for (const { name, inquiry } of steps) {
      const inquired = await inquire(endpoint, inquiry, { timeoutMs, retries }, signal)
      if (!('failure' in inquired)) return result(true, name)
      if (inquired.failure === 'cancelled') return result(null, null)
      // From an address that was not asked, or unreadable: somebody is there, and the reading says what is wrong.
      if (inquired.failure !== 'silence') return result(true, null)
    }
    return result(false, null)
  } finally {
    transport.release(endpoint)
  }
}
