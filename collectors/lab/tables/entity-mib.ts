import type { LabComponent, LabDevice } from '../device.js'
import { row, value } from '../values.js'
import type { LabObject } from '../view.js'

const ENTITY = {
  entPhysicalDescr: '1.3.6.1.2.1.47.1.1.1.1.2', // ENTITY-MIB::entPhysicalDescr
  entPhysicalVendorType: '1.3.6.1.2.1.47.1.1.1.1.3', // ENTITY-MIB::entPhysicalVendorType
  entPhysicalContainedIn: '1.3.6.1.2.1.47.1.1.1.1.4', // ENTITY-MIB::entPhysicalContainedIn
  entPhysicalClass: '1.3.6.1.2.1.47.1.1.1.1.5', // ENTITY-MIB::entPhysicalClass
  entPhysicalParentRelPos: '1.3.6.1.2.1.47.1.1.1.1.6', // ENTITY-MIB::entPhysicalParentRelPos
  entPhysicalName: '1.3.6.1.2.1.47.1.1.1.1.7', // ENTITY-MIB::entPhysicalName
  entPhysicalHardwareRev: '1.3.6.1.2.1.47.1.1.1.1.8', // ENTITY-MIB::entPhysicalHardwareRev
  entPhysicalFirmwareRev: '1.3.6.1.2.1.47.1.1.1.1.9', // ENTITY-MIB::entPhysicalFirmwareRev
  entPhysicalSoftwareRev: '1.3.6.1.2.1.47.1.1.1.1.10', // ENTITY-MIB::entPhysicalSoftwareRev
  entPhysicalSerialNum: '1.3.6.1.2.1.47.1.1.1.1.11', // ENTITY-MIB::entPhysicalSerialNum
  entPhysicalMfgName: '1.3.6.1.2.1.47.1.1.1.1.12', // ENTITY-MIB::entPhysicalMfgName
  entPhysicalModelName: '1.3.6.1.2.1.47.1.1.1.1.13', // ENTITY-MIB::entPhysicalModelName
  entPhysicalIsFRU: '1.3.6.1.2.1.47.1.1.1.1.16', // ENTITY-MIB::entPhysicalIsFRU
} as const

/** IANAPhysicalClass (IANA-ENTITY-MIB). */
const PHYSICAL_CLASS: Readonly<Record<string, number>> = {
  other: 1,
  unknown: 2,
  chassis: 3,
  backplane: 4,
  container: 5,
  powerSupply: 6,
  fan: 7,
  sensor: 8,
  module: 9,
  port: 10,
  stack: 11,
  cpu: 12,
}
const TRUTH = { true: 1, false: 2 } as const

/** entPhysicalTable (RFC 6933). */
export function entityObjects(device: LabDevice): LabObject[] {
  return device.components.flatMap((component) => componentRow(component, device))
}

function componentRow(component: LabComponent, device: LabDevice): LabObject[] {
  const siblings = device.components.filter((one) => one.containedIn === component.containedIn)
  const position = component.containedIn === 0 ? -1 : siblings.indexOf(component) + 1
  const replaceable = component.class === 'chassis' || component.class === 'powerSupply'
  return row(
    [component.index],
    [
      [ENTITY.entPhysicalDescr, value.text(component.descr)],
      [ENTITY.entPhysicalVendorType, value.oid(component.class === 'chassis' ? device.sysObjectID : '0.0')],
      [ENTITY.entPhysicalContainedIn, value.integer(component.containedIn)],
      [ENTITY.entPhysicalClass, value.integer(PHYSICAL_CLASS[component.class] ?? 2)],
      [ENTITY.entPhysicalParentRelPos, value.integer(position)],
      [ENTITY.entPhysicalName, value.text(component.name)],
      [ENTITY.entPhysicalHardwareRev, value.text(component.hardwareRev)],
      [ENTITY.entPhysicalFirmwareRev, value.text(component.firmwareRev)],
      [ENTITY.entPhysicalSoftwareRev, value.text(component.softwareRev)],
      [ENTITY.entPhysicalSerialNum, value.text(component.serialNumber)],
      [ENTITY.entPhysicalMfgName, value.text(component.manufacturer)],
      [ENTITY.entPhysicalModelName, value.text(component.modelName)],
      [ENTITY.entPhysicalIsFRU, value.integer(replaceable ? TRUTH.true : TRUTH.false)],
    ],
  )
}
