import type { InstalledSoftware } from '../../../src/model/device-parts.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'

/** HOST-RESOURCES-MIB, RFC 2790. Index: hrSWInstalledIndex, which a restart may change: the name tells rows apart. */
export const hrSWInstalledTable = defineTable('HOST-RESOURCES-MIB::hrSWInstalledEntry', '1.3.6.1.2.1.25.6.3.1', {
  hrSWInstalledName: 2,
  hrSWInstalledType: 4,
  hrSWInstalledDate: 5,
})

/** hrSWInstalledType by number; `unknown` (1) is as good as not told. */
const TYPES = [null, null, 'operatingSystem', 'deviceDriver', 'application'] as const

/** What is installed, by name; a name that comes twice is there once, with its last row. */
export function softwareOf(rows: Rows<keyof typeof hrSWInstalledTable.columns>): InstalledSoftware[] {
  const byName = new Map<string, InstalledSoftware>()
  for (const row of rows.values()) {
    const name = text(row.hrSWInstalledName)
    if (name === null) continue
    byName.set(name, {
      name,
      type: TYPES[integer(row.hrSWInstalledType) ?? 0] ?? null,
      installedOn: dayOf(row.hrSWInstalledDate),
    })
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The day of a DateAndTime (SNMPv2-TC: year in two bytes, month, day, and time), as ISO 8601; null when it is no date. */
export function dayOf(value: Value | undefined): string | null {
  if (!Buffer.isBuffer(value) || (value.length !== 8 && value.length !== 11)) return null
  const [year, month, day] = [value.readUInt16BE(0), value.readUInt8(2), value.readUInt8(3)]
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  // Before SNMP existed: a clock that was never set.
  return year >= 1988 && year <= 9999 && isDay ? date.toISOString().slice(0, 10) : null
}
