/** How the tests of faulty agents read: quick time-outs, one community and one user. */
import { readDevice } from '../../../collectors/snmp.js'
import type { Credential } from '../../../src/model/credential.js'
import type { SnmpSettings } from '../../../src/model/reading.js'
import { Secret } from '../../../src/model/secret.js'
import { Objects, response, startAgent, switchObjects, type Request, type UdpAgent } from './udp-agent.js'

export const PORTS = 30
export const IF_DESCR = '1.3.6.1.2.1.2.2.1.2' // IF-MIB::ifDescr
export const IF_ALIAS = '1.3.6.1.2.1.31.1.1.1.18' // IF-MIB::ifAlias

export const community = {
  name: 'lecture',
  version: '2c',
  community: new Secret('ecole'),
  networks: null,
} as const satisfies Credential
export const v3 = {
  name: 'v3',
  version: '3',
  user: 'inventaire',
  level: 'authPriv',
  auth: { protocol: 'sha256', key: new Secret('motdepasse') },
  priv: { protocol: 'aes', key: new Secret('motdepriv') },
  context: '',
  networks: null,
} as const satisfies Credential

/** Reads an agent. Where an answer is expected, the time-out is long: the machine may be busy. */
export function read(
  agent: { readonly address: string; readonly port: number },
  options: Partial<SnmpSettings> & { credentials?: readonly Credential[]; signal?: AbortSignal } = {},
) {
  const { credentials = [community], signal = new AbortController().signal, ...settings } = options
  return readDevice(
    agent.address,
    credentials,
    {
      port: agent.port,
      timeoutMs: 400,
      retries: 1,
      perDevice: 1,
      maxRowsPerTable: 1000,
      maxMsPerDevice: 20_000,
      ...settings,
    },
    signal,
  )
}

/** A switch whose answers `fault` may replace: undefined leaves the right answer, null is silence. */
export async function faulty(
  fault: (request: Request, right: Buffer) => Buffer | null | undefined,
  options: Parameters<typeof startAgent>[1] = {},
): Promise<UdpAgent> {
  const objects = new Objects(switchObjects(PORTS))
  return startAgent((_bytes, request) => {
    if (request === null) return null
    const right = response(request, objects.answer(request))
    const replaced = fault(request, right)
    return replaced === undefined ? right : replaced
  }, options)
}

/** True for a GETNEXT or GETBULK that stands in a column. */
export function asks(request: Request, subtree: string): boolean {
  return request.pdu !== 0xa0 && request.oids.some((one) => one.startsWith(`${subtree}.`))
}

/** Numbers that look random and are the same at every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}
