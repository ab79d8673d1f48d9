import type { Gauge } from '../../../src/model/device-parts.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'
import type { Entity } from './components.js'

/** ENTITY-SENSOR-MIB, RFC 3433. Index: entPhysicalIndex. */
export const entPhySensorTable = defineTable('ENTITY-SENSOR-MIB::entPhySensorEntry', '1.3.6.1.2.1.99.1.1.1', {
  entPhySensorType: 1,
  entPhySensorScale: 2,
  entPhySensorPrecision: 3,
  entPhySensorValue: 4,
  entPhySensorOperStatus: 5,
  entPhySensorUnitsDisplay: 6,
})

/** EntitySensorDataType by number; null where the unit is what the agent displays. */
const TYPES = [
  null,
  null,
  null,
  'voltsAC',
  'voltsDC',
  'amperes',
  'watts',
  'hertz',
  'celsius',
  'percentRH',
  'rpm',
  'cmm',
  'truthvalue',
] as const

const UNITS = 9 // EntitySensorDataScale units: 10^0; each step is a thousand
const NONOPERATIONAL = 3 // EntitySensorStatus: what it says means nothing
const UNAVAILABLE = 2
const OVERFLOW = 1_000_000_000 // EntitySensorValue: at or past this, the value is beyond what can be told

type Row = Readonly<Partial<Record<keyof typeof entPhySensorTable.columns, Value>>>

/** What each sensor measures, in whole units; a sensor that is broken is told as such, an unavailable one not at all. */
export function sensorGauges(rows: Rows<keyof typeof entPhySensorTable.columns>, entities: readonly Entity[]): Gauge[] {
  const labels = new Map(entities.map((e) => [String(e.entPhysicalIndex), e.name ?? e.descr]))
  return [...rows].flatMap(([instance, row]): Gauge[] => {
    const label = labels.get(instance) ?? null
    const status = integer(row.entPhySensorOperStatus)
    if (status === NONOPERATIONAL) {
      return [{ name: 'entPhySensorOperStatus', instance, label, value: 'nonoperational', unit: null }]
    }
    const value = status === UNAVAILABLE ? null : valueOf(row)
    if (value === null) return []
    const type = TYPES[integer(row.entPhySensorType) ?? 0] ?? null
    if (type === 'truthvalue') {
      if (value !== 1 && value !== 2) return []
      return [{ name: 'entPhySensorValue', instance, label, value: value === 1 ? 'true' : 'false', unit: null }]
    }
    return [{ name: 'entPhySensorValue', instance, label, value, unit: type ?? text(row.entPhySensorUnitsDisplay) }]
  })
}

/** Value × 1000^(scale − units) ÷ 10^precision; a precision below zero counts sure digits and moves no point. */
function valueOf(row: Row): number | null {
  const value = integer(row.entPhySensorValue)
  if (value === null || Math.abs(value) >= OVERFLOW) return null
  const scale = integer(row.entPhySensorScale) ?? UNITS
  const precision = Math.max(0, integer(row.entPhySensorPrecision) ?? 0)
  if (scale < 1 || scale > 17 || precision > 9) return null
  const exponent = (scale - UNITS) * 3 - precision
  return exponent < 0 ? value / 10 ** -exponent : value * 10 ** exponent
}
