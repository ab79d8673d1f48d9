/** How net-snmp's sessions of v3 are made: on an endpoint of the shared sockets, their waiting left to us. */
import type { Credential } from '../../../src/model/credential.js'
import type { EngineParameters, NetSession, NetSnmp, RawVarbind } from './net-snmp.js'
import type { Answered, Ask, Requester } from './session.js'
import type { Endpoint } from './transport.js'

/** Net-snmp's own time-out never comes: waiting is done here. */
const NEVER_MS = 2 ** 31 - 1
/** Net-snmp draws one a session, which nothing that only asks needs. */
const OWN_ENGINE = Buffer.from('8000b98380000000000000', 'hex')

function options(endpoint: Endpoint, version: number) {
  const transport = endpoint.address.includes(':') ? ('udp6' as const) : ('udp4' as const)
  const { port, dgramModule } = endpoint
  return { version, transport, port, timeout: NEVER_MS, retries: 0, dgramModule, engineID: OWN_ENGINE }
}

/** A session of v3; with what the engine said of itself, it asks without discovering it again. */
export function v3Session(
  snmp: NetSnmp,
  endpoint: Endpoint,
  credential: Extract<Credential, { version: '3' }>,
  engine: EngineParameters | null,
): NetSession {
  const { auth, priv, level } = credential
  const user = {
    name: credential.user,
    level: snmp.SecurityLevel[level],
    ...(level === 'noAuthNoPriv' || auth === null
      ? {}
      : { authProtocol: protocol(snmp.AuthProtocols, auth.protocol), authKey: auth.key.reveal() }),
    ...(level !== 'authPriv' || priv === null
      ? {}
      : { privProtocol: protocol(snmp.PrivProtocols, priv.protocol), privKey: priv.key.reveal() }),
  }
  const net = snmp.createV3Session(endpoint.address, user, {
    ...options(endpoint, snmp.Version3),
    context: credential.context,
  })
  if (engine !== null) net.msgSecurityParameters = { ...engine }
  return net
}

/** Asks by one of net-snmp's sessions. */
export class NetRequester implements Requester {
  readonly #net: NetSession

  constructor(net: NetSession) {
    this.#net = net
  }

  ask(ask: Ask, answered: Answered): void {
    const single = (error: Error | null, varbinds?: RawVarbind[]): void =>
      answered(
        error,
        varbinds?.map((varbind) => [varbind]),
      )
    if (ask.kind === 'getBulk') this.#net.getBulk(ask.oids, 0, ask.repetitions, answered)
    else this.#net[ask.kind](ask.oids, single)
  }

  cancel(error: Error): void {
    this.#net.cancelRequests(error)
  }

  close(): void {
    this.#net.close()
  }
}

function protocol(known: Readonly<Record<string, string>>, name: string): string {
  const value = known[name]
  if (value === undefined) throw new Error(`net-snmp knows no protocol ${name}`)
  return value
}
