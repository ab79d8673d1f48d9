import type { Gauge, StorageVolume } from '../../../src/model/device-parts.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'

/** HOST-RESOURCES-MIB, RFC 2790. Index: hrStorageIndex. */
export const hrStorageTable = defineTable('HOST-RESOURCES-MIB::hrStorageEntry', '1.3.6.1.2.1.25.2.3.1', {
  hrStorageType: 2,
  hrStorageDescr: 3,
  hrStorageAllocationUnits: 4,
  hrStorageSize: 5,
  hrStorageUsed: 6,
})

/** UCD-SNMP-MIB: the disks that a net-snmp agent was told to watch, in kB. Index: dskIndex. */
export const dskTable = defineTable('UCD-SNMP-MIB::dskEntry', '1.3.6.1.4.1.2021.9.1', {
  dskPath: 2,
  dskTotal: 6,
  dskUsed: 8,
  dskTotalLow: 11,
  dskTotalHigh: 12,
  dskUsedLow: 15,
  dskUsedHigh: 16,
})

/** hrStorageType by the last number of its OID below hrStorageTypes (HOST-RESOURCES-TYPES). */
const TYPES: Readonly<Record<string, string>> = {
  2: 'ram',
  3: 'virtualMemory',
  4: 'fixedDisk',
  5: 'removableDisk',
  6: 'floppyDisk',
  7: 'compactDisc',
  8: 'ramDisk',
  9: 'flashMemory',
  10: 'networkDisk',
}
/** HOST-RESOURCES-TYPES::hrStorageTypes */
const STORAGE_TYPES = '1.3.6.1.2.1.25.2.1.'

/** What comes and goes with sessions and containers is no volume of the machine. */
const PASSING = /^\/(?:run|dev|sys|proc|snap)(?:\/|$)|\/(?:docker|containers|kubelet|overlay2?)\//

/** Volumes, and the bytes used of each. */
export interface Volumes {
  readonly storage: StorageVolume[]
  readonly gauges: Gauge[]
}

/** Memory and volumes of a host. Buffers and caches, which have another size each night, are left out. */
export function volumesOf(rows: Rows<keyof typeof hrStorageTable.columns>): Volumes {
  const volumes = [...rows].flatMap(([index, row]) => {
    const type = typeof row.hrStorageType === 'string' ? typeOf(row.hrStorageType) : undefined
    const description = text(row.hrStorageDescr)
    const size = unsigned(row.hrStorageSize)
    if (type === undefined || description === null || PASSING.test(description) || size === 0) return []
    const unit = integer(row.hrStorageAllocationUnits)
    const used = unsigned(row.hrStorageUsed)
    return [{ index, type, description, size: times(size, unit), used: times(used, unit), name: 'hrStorageUsed' }]
  })
  return told(volumes)
}

/** The disks of an agent that has no hrStorageTable. */
export function disksOf(rows: Rows<keyof typeof dskTable.columns>): Volumes {
  const disks = [...rows].flatMap(([index, row]) => {
    const description = text(row.dskPath)
    if (description === null) return []
    const size = wide(row.dskTotalHigh, row.dskTotalLow) ?? unsigned(row.dskTotal)
    const used = wide(row.dskUsedHigh, row.dskUsedLow) ?? unsigned(row.dskUsed)
    const bytes = { size: times(size, 1024), used: times(used, 1024) }
    return [{ index, type: 'fixedDisk', description, ...bytes, name: 'dskUsed' }]
  })
  return told(disks)
}

function told(
  volumes: readonly {
    readonly index: string
    readonly type: string
    readonly description: string
    readonly size: number | null
    readonly used: number | null
    readonly name: string
  }[],
): Volumes {
  return {
    storage: volumes.map(({ index, description, type, size }) => ({
      index: Number(index),
      description,
      type,
      sizeBytes: size,
    })),
    gauges: volumes.flatMap(({ index, description, used, name }): Gauge[] =>
      used === null ? [] : [{ name, instance: index, label: description, value: used, unit: 'bytes' }],
    ),
  }
}

function typeOf(oid: string): string | undefined {
  return oid.startsWith(STORAGE_TYPES) ? TYPES[oid.slice(STORAGE_TYPES.length)] : undefined
}

/** Counts past 2³¹ come as negative numbers from agents that keep them in 32 bits. */
function unsigned(value: Value | undefined): number | null {
  const count = integer(value)
  if (count === null || count >= 0) return count
  return count >= -(2 ** 31) ? count + 2 ** 32 : null
}

function times(count: number | null, unit: number | null): number | null {
  return count === null || unit === null || unit <= 0 ? null : count * unit
}

function wide(high: Value | undefined, low: Value | undefined): number | null {
  const [upper, lower] = [integer(high), integer(low)]
  return upper === null || lower === null ? null : upper * 2 ** 32 + lower
}
