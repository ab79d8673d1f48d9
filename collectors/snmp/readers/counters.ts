import type { CountedPort, PortReading } from '../../../src/model/traffic.js'
import type { Agent } from '../wire/agent.js'
import { defineScalars, defineTable } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'
import { speedBps } from './interfaces.js'

/** SNMPv2-MIB::sysUpTime, RFC 3418. */
const clock = defineScalars('SNMPv2-MIB::system', '1.3.6.1.2.1.1', { sysUpTime: 3 })

/** IF-MIB::ifXEntry, RFC 2863: 64-bit counters, and when they last began anew. */
const ifXCounters = defineTable('IF-MIB::ifXEntry', '1.3.6.1.2.1.31.1.1.1', {
  ifName: 1,
  ifHCInOctets: 6,
  ifHCOutOctets: 10,
  ifHighSpeed: 15,
  ifCounterDiscontinuityTime: 19,
})

/** IF-MIB::ifEntry, RFC 2863: what agents without the extension have. */
const ifCounters = defineTable('IF-MIB::ifEntry', '1.3.6.1.2.1.2.2.1', { ifSpeed: 5, ifInOctets: 10, ifOutOctets: 16 })

/** With the clock, no more objects than one GET may ask of a small agent (24). */
const PORTS_PER_GET = 4

/**
 * Reads the octets that some ports have counted, and the device's own clock in the same answer: one GET for four ports,
 * and another for those without 64-bit counters.
 *
 * @param now our clock, asked when the answer has come: ISO 8601, UTC.
 */
export async function readCounters(
  agent: Agent,
  ports: readonly CountedPort[],
  now: () => string,
): Promise<PortReading[]> {
  const readings: PortReading[] = []
  for (let at = 0; at < ports.length && !agent.over; at += PORTS_PER_GET) {
    const some = ports.slice(at, at + PORTS_PER_GET)
    const values = await agent.get(
      [clock.sysUpTime, ...some.flatMap((port) => oidsOf(ifXCounters.columns, port))],
      'IF-MIB::ifXTable',
    )
    const wide = { values, at: now() }
    const narrow = some.filter((port) => counter(values, ifXCounters.columns.ifHCInOctets, port) === null)
    const more =
      narrow.length === 0 || agent.over
        ? wide
        : {
            values: await agent.get(
              [clock.sysUpTime, ...narrow.flatMap((port) => oidsOf(ifCounters.columns, port))],
              'IF-MIB::ifTable',
            ),
            at: now(),
          }
    for (const port of some) readings.push(readingOf(port, values, narrow.includes(port) ? more : wide))
  }
  return readings
}

type Answered = { readonly values: ReadonlyMap<string, Value>; readonly at: string }

function readingOf(port: CountedPort, extension: ReadonlyMap<string, Value>, { values, at }: Answered): PortReading {
  const { columns } = ifXCounters
  const isWide = counter(values, columns.ifHCInOctets, port) !== null
  const ifName = text(extension.get(instance(columns.ifName, port)))
  const low = integer(values.get(instance(ifCounters.columns.ifSpeed, port)))
  return {
    ...port,
    isSame: port.ifName === null || ifName === null || ifName === port.ifName,
    at,
    upTime: integer(values.get(clock.sysUpTime)),
    inOctets: counter(values, isWide ? columns.ifHCInOctets : ifCounters.columns.ifInOctets, port),
    outOctets: counter(values, isWide ? columns.ifHCOutOctets : ifCounters.columns.ifOutOctets, port),
    bits: isWide ? 64 : 32,
    discontinuityTime: integer(extension.get(instance(columns.ifCounterDiscontinuityTime, port))),
    speedBps: speedBps(low, integer(extension.get(instance(columns.ifHighSpeed, port)))),
  }
}

function oidsOf(columns: Readonly<Record<string, string>>, port: CountedPort): string[] {
  return Object.values(columns).map((column) => instance(column, port))
}

function instance(column: string, { ifIndex }: CountedPort): string {
  return `${column}.${ifIndex}`
}

/** A counter, which is never negative: some agents send a 32-bit one as if it had a sign. */
function counter(values: ReadonlyMap<string, Value>, column: string, port: CountedPort): bigint | null {
  const value = values.get(instance(column, port))
  if (typeof value !== 'number' && typeof value !== 'bigint') return null
  return typeof value === 'bigint' ? value : BigInt.asUintN(32, BigInt(value))
}
