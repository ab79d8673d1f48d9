import { setMaxListeners } from 'node:events'
import { isIP, isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'
import { eachWithin } from '../src/lib/concurrency.js'
import type { Credential } from '../src/model/credential.js'
import type { Reason } from '../src/model/outcome.js'
import type { DeviceReading } from '../src/model/device.js'
import type {
  Glimpse,
  Greeting,
  PaceLimits,
  PacketPace,
  ReadAddress,
  ReadDevice,
  SnmpRead,
  SnmpSettings,
} from '../src/model/reading.js'
import type { CountedPort, PortReading } from '../src/model/traffic.js'
import { connect, type Connected } from './snmp/connect.js'
import { inVlanContext } from './snmp/contexts.js'
import { allowedFor, scopesOf } from './snmp/networks.js'
import { probe, type Probed, type ProbeSettings } from './snmp/probe.js'
import { readFirst, readRest } from './snmp/read.js'
import { ownAddress } from './snmp/readers/addresses.js'
import { readCounters } from './snmp/readers/counters.js'
import { recordAgent, type Recorded, type RecordingPlan } from './snmp/record/record-agent.js'
import { systemOf, systemScalars } from './snmp/readers/system.js'
import { knock } from './snmp/wire/closed-port.js'
import { Lanes } from './snmp/wire/lanes.js'
import { Limits } from './snmp/wire/limits.js'
import { Transport, type Endpoint } from './snmp/wire/transport.js'

const transport = new Transport()

/** How long "port unreachable" is waited for, after silence: it comes within a round trip, or never. */
const KNOCK_MS = 500

/** Caps SNMP packets to all devices together, per second; null lifts the cap. */
export function limitPacketsPerSecond(perSecond: number | null): void {
  limitPackets({ packetsPerSecond: perSecond })
}

/** Caps what is sent to all devices together, and to those of networks; gives the pace, for what others send. */
export function limitPackets(limits: PaceLimits): PacketPace {
  transport.pace.limit(limits)
  return transport.pace
}

/** Closes the shared sockets. They do not keep the process alive; the next reading opens them again. */
export function closeSnmp(): void {
  transport.close()
}

/**
 * Reads one device over SNMP v1, v2c or v3, `perDevice` requests in flight at most.
 *
 * Whatever the device does is an outcome: `answered`, `partial` with what was read and why it broke off, or `failed`
 * with the reason. A credential limited to networks that do not hold the address is never sent to it. Throws a
 * RangeError when `address` is no four-part IPv4 or IPv6 address.
 */
export const readDevice: ReadDevice = (address, credentials, settings, signal) =>
  readDeviceUnless(async () => false)(address, credentials, settings, signal) as Promise<SnmpRead>

/** Tells by a device's first answer, and by asking which addresses are its own, whether it need not be read. */
export type IsKnown = (
  glimpse: Glimpse,
  owns: (addresses: readonly string[]) => Promise<string | null>,
) => Promise<boolean>

/**
 * As `readDevice`, but a box that `isKnown` tells by its first answer is not read again: its value is null. `isKnown` may
 * take its time, as long as the signal allows; the device's own time runs on meanwhile.
 */
export function readDeviceUnless(isKnown: IsKnown): ReadAddress<DeviceReading | null> {
  return (address, credentials, settings, signal) =>
    readWith(address, credentials, settings, signal, async (connected, endpoint, limits) => {
      const { agent } = connected
      const first = await readFirst(agent)
      if (await isKnown(first.glimpse, (addresses) => ownAddress(agent, addresses))) return null
      const atOnce = settings.perDevice
      const lanes = atOnce > 1 ? await Lanes.open(transport, endpoint, connected, atOnce) : null
      if (lanes !== null) agent.askThrough(lanes)
      try {
        return await readRest(agent, first, {
          endpoints: settings.endpoints === true,
          inVlan: inVlanContext(transport, endpoint, connected, limits, signal),
          atOnce,
        })
      } finally {
        lanes?.close(transport)
      }
    })
}

/** As `readDevice`, but asks no more than the system group: enough to know which credential is answered. */
export const greetDevice: ReadAddress<Greeting> = (address, credentials, settings, signal) =>
  readWith(address, credentials, settings, signal, async ({ agent }) => {
    const { sysName, sysDescr } = systemOf(await agent.get(Object.values<string>(systemScalars), 'SNMPv2-MIB::system'))
    return { sysName, sysDescr }
  })

/** As `readDevice`, but asks what some ports have counted and no more; `now` tells when an answer came (ISO 8601, UTC). */
export function countTraffic(ports: readonly CountedPort[], now: () => string): ReadAddress<readonly PortReading[]> {
  return (address, credentials, settings, signal) =>
    readWith(address, credentials, settings, signal, ({ agent }) => readCounters(agent, ports, now))
}

/**
 * Asks every address whether somebody speaks SNMP there, and tells each one's answer as it comes, in no order. Nothing
 * is kept of an address beyond its time-out: `atOnce` are waited for at a time. How each is asked: see `probe`.
 */
export function probeDevices(
  addresses: Iterable<string>,
  credentials: readonly Credential[],
  { atOnce, ...settings }: ProbeSettings & { readonly atOnce: number },
  signal: AbortSignal,
): AsyncGenerator<Probed, void, void> {
  setMaxListeners(0, signal)
  const scopes = scopesOf(credentials)
  return eachWithin(addresses, atOnce, (address) => probe(transport, address, scopes(address), settings, signal))
}

/**
 * As `readDevice`, and keeps all that the agent was heard to say: what the readers ask for, then whole subtrees. A
 * recording that broke off, or was cancelled, is `partial` with what was heard.
 */
export function recordDevice(plan: RecordingPlan): ReadAddress<Recorded> {
  return (address, credentials, settings, signal) =>
    readWith(address, credentials, settings, signal, ({ session, agent }) => recordAgent(session, agent, signal, plan))
}

async function readWith<T>(
  address: string,
  credentials: readonly Credential[],
  settings: SnmpSettings,
  signal: AbortSignal,
  read: (connected: Connected, endpoint: Endpoint, limits: Limits) => Promise<T>,
): Promise<SnmpRead<T>> {
  if (isIP(address) === 0) throw new RangeError(`Not an IP address: ${address}`)
  setMaxListeners(0, signal) // One a device that is being read: thousands are no leak.
  const target = isIPv4(address) ? address : canonical(address)
  const endpoint = transport.open(target, settings.port, { acceptsOthers: settings.acceptOtherSource ?? false })
  const spent = () => ({ packetsSent: endpoint.packetsSent, bytesSent: endpoint.bytesSent })
  try {
    const allowed = allowedFor(target, credentials)
    if (allowed.length === 0) return failed({ code: 'no-answer', during: null }, spent())
    const limits = new Limits(settings, () => endpoint.waitedMs)
    const connection = await connect(endpoint, allowed, limits, signal)
    if (!('agent' in connection)) {
      if (connection.code !== 'no-answer') return failed(connection, spent())
      const heard = await knock(target, settings.port, Math.min(KNOCK_MS, settings.timeoutMs))
      const { packetsSent, bytesSent } = spent()
      const total = { packetsSent: packetsSent + heard.packetsSent, bytesSent: bytesSent + heard.bytesSent }
      return failed(heard.closed ? { code: 'port-closed', during: null } : connection, total)
    }
    const { agent, session, credential } = connection
    const value = await read(connection, endpoint, limits)
    session.close()
    const outcome =
      agent.reason === null
        ? ({ status: 'answered', value } as const)
        : ({ status: 'partial', value, reason: agent.reason } as const)
    return { outcome, credential: credential.name, ...spent() }
  } finally {
    transport.release(endpoint)
  }
}

function failed(reason: Reason, spent: { readonly packetsSent: number; readonly bytesSent: number }): SnmpRead<never> {
  return { outcome: { status: 'failed', reason }, credential: null, ...spent }
}

/** As the system writes the source of a datagram: RFC 5952, the zone kept. */
function canonical(address: string): string {
  const [plain = '', zone] = address.split('%')
  const parsed = ipaddr.IPv6.parse(plain).toRFC5952String()
  return zone === undefined ? parsed : `${parsed}%${zone}`
}
