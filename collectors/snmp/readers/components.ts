import type { Component } from '../../../src/model/device.js'
import { serialOrNull } from '../wire/serial.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, text } from '../wire/value.js'

/** ENTITY-MIB, RFC 6933. */
export const entPhysicalTable = defineTable('ENTITY-MIB::entPhysicalEntry', '1.3.6.1.2.1.47.1.1.1.1', {
  entPhysicalDescr: 2,
  entPhysicalContainedIn: 4,
  entPhysicalClass: 5,
  entPhysicalName: 7,
  entPhysicalHardwareRev: 8,
  entPhysicalFirmwareRev: 9,
  entPhysicalSoftwareRev: 10,
  entPhysicalSerialNum: 11,
  entPhysicalMfgName: 12,
  entPhysicalModelName: 13,
})

/** PhysicalClass (IANA-ENTITY-MIB), by number. */
const CLASSES = [
  'unknown',
  'other',
  'unknown',
  'chassis',
  'backplane',
  'container',
  'powerSupply',
  'fan',
  'sensor',
  'module',
  'port',
  'stack',
  'cpu',
  'energyObject',
  'battery',
  'storageDrive',
] as const

/** A row of entPhysicalTable, with the two columns that only naming needs. */
export interface Entity extends Component {
  readonly firmwareRev: string | null
  readonly mfgName: string | null
}

/** Every row of entPhysicalTable, by rising index. */
export function entitiesOf(rows: Rows<keyof typeof entPhysicalTable.columns>): Entity[] {
  return [...rows]
    .filter(([index]) => /^\d+$/.test(index))
    .map(([index, row]) => ({
      entPhysicalIndex: Number(index),
      class: CLASSES[integer(row.entPhysicalClass) ?? 0] ?? 'unknown',
      descr: text(row.entPhysicalDescr),
      name: text(row.entPhysicalName),
      modelName: text(row.entPhysicalModelName),
      serialNumber: serialOrNull(text(row.entPhysicalSerialNum)),
      hardwareRev: text(row.entPhysicalHardwareRev),
      softwareRev: text(row.entPhysicalSoftwareRev),
      containedIn: integer(row.entPhysicalContainedIn),
      operState: null,
      firmwareRev: text(row.entPhysicalFirmwareRev),
      mfgName: text(row.entPhysicalMfgName),
    }))
    .sort((a, b) => a.entPhysicalIndex - b.entPhysicalIndex)
}

const WORTH_KEEPING = new Set([
  'chassis',
  'stack',
  'module',
  'powerSupply',
  'fan',
  'backplane',
  'battery',
  'storageDrive',
])

/**
 * The parts that an inventory holds: whatever has a serial or a model, and the bodies themselves. Bare ports, sensors
 * and slots (hundreds a switch) are left out.
 */
export function componentsOf(entities: readonly Entity[]): Component[] {
  return entities
    .filter((entity) => entity.serialNumber !== null || WORTH_KEEPING.has(entity.class) || isNamedPart(entity))
    .map(({ firmwareRev: _firmware, mfgName: _mfg, ...component }) => component)
}

function isNamedPart(entity: Entity): boolean {
  return entity.modelName !== null && entity.class !== 'port' && entity.class !== 'sensor'
}
