import type { Credential } from '../../src/model/credential.js'
import { Secret } from '../../src/model/secret.js'
import type { Connected } from './connect.js'
import type { ReadInVlan } from './read-sightings.js'
import { Agent } from './wire/agent.js'
import type { Limits } from './wire/limits.js'
import { Session } from './wire/session.js'
import type { Endpoint, Transport } from './wire/transport.js'

/** The credential that asks a Cisco switch about one VLAN: `community@vlan` in v2c, context `vlan-N` in v3. */
function inVlan(credential: Credential, vlanId: number): Credential {
  return credential.version === '3'
    ? { ...credential, context: `vlan-${vlanId}` }
    : { ...credential, community: new Secret(`${credential.community.reveal()}@${vlanId}`) }
}

/** Reads in the contexts of a device's VLANs, each by a session of its own, one at a time. What it sends is counted with the rest. */
export function inVlanContext(
  transport: Transport,
  endpoint: Endpoint,
  { credential, engine }: Connected,
  limits: Limits,
  signal: AbortSignal,
): ReadInVlan {
  return async (vlanId, read) => {
    const own = transport.open(endpoint.address, endpoint.port)
    try {
      const session = await Session.open(own, inVlan(credential, vlanId), engine)
      const agent = new Agent(session, limits, signal)
      const value = await read(agent)
      session.close()
      return agent.over ? null : value
    } finally {
      transport.release(own)
      endpoint.packetsSent += own.packetsSent
      endpoint.bytesSent += own.bytesSent
    }
  }
}
