import type { Selectable } from '#kysely'
import type { DeviceReading } from '../model/device.js'
import type { DocumentParts, Gauge } from '../model/device-parts.js'
import { chunks, insertRows, type Tx } from './bulk.js'
import type { Db } from './database.js'
import { indexable } from './part-rows.js'
import type { Schema } from './schema.js'

export type StoredGauge = DocumentParts['gauges'][number]

/** The gauge that a supply's percent is kept as. */
export const SUPPLY_LEVEL = 'prtMarkerSuppliesLevel'

/** No device needs more: a stack of eight with every optic of every port measured has fewer. */
const MOST = 2000

/** The gauges of a reading, supplies among them; one for each name and instance. */
export function gaugesOf(reading: DeviceReading): Gauge[] {
  const supplies = reading.supplies.flatMap(({ instance, description, percentLeft }): Gauge[] =>
    instance === null || percentLeft === null
      ? []
      : [{ name: SUPPLY_LEVEL, instance, label: description, value: percentLeft, unit: 'percent' }],
  )
  const usable = [...supplies, ...reading.gauges].filter(
    ({ value }) => typeof value === 'string' || Number.isFinite(value),
  )
  const byKey = new Map(usable.map((gauge) => [`${gauge.name} ${indexable(gauge.instance)}`, gauge]))
  return [...byKey.values()].slice(0, MOST)
}

/** What a batch of readings measures, and what became of their boxes. */
export interface Measured {
  readonly identity: string
  readonly at: string
  readonly complete: boolean
  readonly gauges: readonly Gauge[]
}

const COLUMNS = ['device_id', 'name', 'instance', 'label', 'number', 'text', 'unit', 'read_at'] as const
const WRITE_OVER = `on conflict (device_id, name, instance) do update set ${COLUMNS.slice(3)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`

/**
 * Writes the last values over the ones before, in place. A whole reading also removes what is measured no more; one that
 * broke off leaves it.
 */
export async function writeGauges(
  tx: Tx,
  readings: readonly Measured[],
  deviceOf: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = readings.flatMap(({ identity, at, gauges }) => {
    const id = deviceOf.get(identity)
    if (id === undefined) return []
    return gauges.map(({ name, instance, label, value, unit }) => [
      id,
      name,
      indexable(instance),
      label,
      typeof value === 'number' ? value : null,
      typeof value === 'number' ? null : value,
      unit,
      at,
    ])
  })
  await insertRows(tx, 'gauge', COLUMNS, rows, { onConflict: WRITE_OVER })
  const whole = readings.filter(({ complete }) => complete)
  const now = [...new Set(whole.map(({ at }) => at))]
  for (const part of chunks(whole, 1000)) {
    const ids = part.flatMap(({ identity }) => deviceOf.get(identity) ?? [])
    if (ids.length === 0) continue
    await tx.deleteFrom('gauge').where('device_id', 'in', ids).where('read_at', 'not in', now).execute()
  }
}

/** The gauges of some devices, by device id; by name, then by instance as numbers go. */
export async function readGauges(db: Db, ids: readonly number[]): Promise<(id: number) => readonly StoredGauge[]> {
  const rows = await db.selectFrom('gauge').selectAll().where('device_id', 'in', ids).execute()
  const byDevice = new Map<number, StoredGauge[]>()
  for (const row of rows) {
    const gauges = byDevice.get(row.device_id) ?? []
    byDevice.set(row.device_id, gauges)
    gauges.push(gaugeOf(row))
  }
  const { compare } = new Intl.Collator('en', { numeric: true })
  for (const gauges of byDevice.values()) {
    gauges.sort((a, b) => compare(a.name, b.name) || compare(a.instance, b.instance))
  }
  return (id) => byDevice.get(id) ?? []
}

function gaugeOf(row: Selectable<Schema['gauge']>): StoredGauge {
  const { name, instance, label, unit } = row
  return { name, instance, label, value: row.number ?? row.text ?? '', unit, readAt: row.read_at }
}
