import type { DeviceParts } from '../model/device-parts.js'
import type { Value } from './bulk.js'

/** The tables of a device's parts, as DEVICE_FACTS describes tables. */
export const PART_TABLES = {
  access_point: {
    key: ['access_point'],
    content: ['name', 'mac', 'model', 'serial_number', 'os_version', 'address', 'status'],
  },
  installed_software: { key: ['name'], content: ['type', 'installed_on'] },
  storage_volume: { key: ['volume'], content: ['description', 'type', 'size_bytes'] },
  poe_source: { key: ['pse_group'], content: ['budget_watts', 'status'] },
  poe_port: { key: ['pse_group', 'pse_port'], content: ['if_index', 'admin_enabled', 'status', 'power_class'] },
} as const

type PartTableName = keyof typeof PART_TABLES

/** A whole number that the database can hold, else null: an agent may say anything. */
export function whole(value: number | null): number | null {
  return value !== null && Number.isSafeInteger(value) ? value : null
}

/** One row for each key, the last: an agent may repeat itself. A row whose key is not there, or no number, is dropped. */
export function unique(rows: readonly (readonly Value[])[], keys: number): readonly (readonly Value[])[] {
  const keyed = rows.filter((row) => row.slice(0, keys).every((cell) => cell !== null))
  const byKey = new Map(keyed.map((row) => [JSON.stringify(row.slice(0, keys)), row]))
  return [...byKey.values()]
}

/** What may stand in an index: PostgreSQL refuses longer keys, and an agent may send a name of any length. */
export function indexable(text: string): string {
  return text.slice(0, 500)
}

/** Turns the parts of a reading into rows; columns in the order that PART_TABLES gives. */
export function partRows(parts: DeviceParts): Readonly<Record<PartTableName, readonly (readonly Value[])[]>> {
  return {
    access_point: unique(
      parts.accessPoints.map((a) => [
        indexable(a.id),
        a.name,
        a.mac,
        a.model,
        a.serialNumber,
        a.osVersion,
        a.address,
        a.status,
      ]),
      1,
    ),
    installed_software: unique(
      parts.software.map((s) => [indexable(s.name), s.type, s.installedOn]),
      1,
    ),
    storage_volume: unique(
      parts.storage.map((v) => [whole(v.index), v.description, v.type, whole(v.sizeBytes)]),
      1,
    ),
    poe_source: unique(
      parts.poeSources.map((p) => [whole(p.group), whole(p.budgetWatts), p.status]),
      1,
    ),
    poe_port: unique(
      parts.poePorts.map((p) => [
        whole(p.group),
        whole(p.port),
        whole(p.ifIndex),
        p.adminEnabled === null ? null : Number(p.adminEnabled),
        p.status,
        whole(p.powerClass),
      ]),
      2,
    ),
  }
}
