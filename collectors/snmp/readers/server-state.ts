import type { Gauge } from '../../../src/model/device-parts.js'
import { defineScalars } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'

/** HOST-RESOURCES-MIB, RFC 2790: physical memory, in kB. */
const hrMemory = defineScalars('HOST-RESOURCES-MIB::hrStorage', '1.3.6.1.2.1.25.2', { hrMemorySize: 2 })

/** UCD-SNMP-MIB::memory, in kB. */
const ucdMemory = defineScalars('UCD-SNMP-MIB::memory', '1.3.6.1.4.1.2021.4', {
  memTotalSwap: 3,
  memAvailSwap: 4,
  memTotalReal: 5,
  memAvailReal: 6,
  memBuffer: 14,
  memCached: 15,
})

/** UCD-SNMP-MIB::laLoad: average load over 1, 5 and 15 minutes, written as text. */
const laLoad = {
  1: '1.3.6.1.4.1.2021.10.1.3.1', // UCD-SNMP-MIB::laLoad.1
  2: '1.3.6.1.4.1.2021.10.1.3.2', // UCD-SNMP-MIB::laLoad.2
  3: '1.3.6.1.4.1.2021.10.1.3.3', // UCD-SNMP-MIB::laLoad.3
} as const
const MINUTES = { 1: '1 min', 2: '5 min', 3: '15 min' } as const

/** What a server is asked in one request. */
export const serverScalars: readonly string[] = [
  ...Object.values(hrMemory),
  ...Object.values<string>(ucdMemory),
  ...Object.values(laLoad),
]

const KIB = 1024

/** A server's memory, and the last values of what it uses and how loaded it is. */
export function serverStateOf(values: ReadonlyMap<string, Value>): {
  readonly memoryBytes: number | null
  readonly gauges: Gauge[]
} {
  const bytes = (oid: string): number | null => {
    const count = integer(values.get(oid))
    return count === null || count < 0 ? null : count * KIB
  }
  const total = bytes(hrMemory.hrMemorySize) ?? bytes(ucdMemory.memTotalReal)
  const memory = Object.entries<string>(ucdMemory).flatMap(([name, oid]): Gauge[] => {
    const value = bytes(oid)
    return value === null ? [] : [{ name, instance: '0', label: null, value, unit: 'bytes' }]
  })
  const load = ([1, 2, 3] as const).flatMap((instance): Gauge[] => {
    const written = text(values.get(laLoad[instance]))
    const value = written !== null && /^\d+(?:\.\d+)?$/.test(written) ? Number(written) : null
    return value === null
      ? []
      : [{ name: 'laLoad', instance: String(instance), label: MINUTES[instance], value, unit: 'load' }]
  })
  return { memoryBytes: total === 0 ? null : total, gauges: [...memory, ...load] }
}
