import type { LabDevice } from '../device.js'
import { row, value } from '../values.js'
import type { LabObject } from '../view.js'

const PRINTER = {
  hrDeviceType: '1.3.6.1.2.1.25.3.2.1.2', // HOST-RESOURCES-MIB::hrDeviceType
  hrDeviceDescr: '1.3.6.1.2.1.25.3.2.1.3', // HOST-RESOURCES-MIB::hrDeviceDescr
  hrDeviceStatus: '1.3.6.1.2.1.25.3.2.1.5', // HOST-RESOURCES-MIB::hrDeviceStatus
  hrPrinterStatus: '1.3.6.1.2.1.25.3.5.1.1', // HOST-RESOURCES-MIB::hrPrinterStatus
  prtGeneralPrinterName: '1.3.6.1.2.1.43.5.1.1.16', // Printer-MIB::prtGeneralPrinterName
  prtGeneralSerialNumber: '1.3.6.1.2.1.43.5.1.1.17', // Printer-MIB::prtGeneralSerialNumber
  prtMarkerLifeCount: '1.3.6.1.2.1.43.10.2.1.4', // Printer-MIB::prtMarkerLifeCount
  prtMarkerSuppliesClass: '1.3.6.1.2.1.43.11.1.1.4', // Printer-MIB::prtMarkerSuppliesClass
  prtMarkerSuppliesType: '1.3.6.1.2.1.43.11.1.1.5', // Printer-MIB::prtMarkerSuppliesType
  prtMarkerSuppliesDescription: '1.3.6.1.2.1.43.11.1.1.6', // Printer-MIB::prtMarkerSuppliesDescription
  prtMarkerSuppliesSupplyUnit: '1.3.6.1.2.1.43.11.1.1.7', // Printer-MIB::prtMarkerSuppliesSupplyUnit
  prtMarkerSuppliesMaxCapacity: '1.3.6.1.2.1.43.11.1.1.8', // Printer-MIB::prtMarkerSuppliesMaxCapacity
  prtMarkerSuppliesLevel: '1.3.6.1.2.1.43.11.1.1.9', // Printer-MIB::prtMarkerSuppliesLevel
} as const

const HR_DEVICE_PRINTER = '1.3.6.1.2.1.25.3.1.5' // HOST-RESOURCES-TYPES::hrDevicePrinter
const RUNNING = 2
const IDLE = 3
const SUPPLY_THAT_IS_CONSUMED = 3
const TONER = 3
const PERCENT = 19
/** prtMarkerSuppliesLevel −2: unknown (RFC 3805). */
const UNKNOWN_LEVEL = -2

/** The printer in hrDeviceTable (RFC 2790), its serial number and its supplies (RFC 3805). */
export function printerObjects(device: LabDevice): LabObject[] {
  const { printer } = device
  if (printer === null) return []
  return [
    ...row(
      [1],
      [
        [PRINTER.hrDeviceType, value.oid(HR_DEVICE_PRINTER)],
        [PRINTER.hrDeviceDescr, value.text(printer.description)],
        [PRINTER.hrDeviceStatus, value.integer(RUNNING)],
        [PRINTER.hrPrinterStatus, value.integer(IDLE)],
        [PRINTER.prtGeneralPrinterName, value.text(device.name)],
        [PRINTER.prtGeneralSerialNumber, value.text(printer.serialNumber)],
      ],
    ),
    ...row([1, 1], [[PRINTER.prtMarkerLifeCount, value.counter32(48_211)]]),
    ...device.supplies.flatMap((supply, at) =>
      row(
        [1, at + 1],
        [
          [PRINTER.prtMarkerSuppliesClass, value.integer(SUPPLY_THAT_IS_CONSUMED)],
          [PRINTER.prtMarkerSuppliesType, value.integer(TONER)],
          [PRINTER.prtMarkerSuppliesDescription, value.text(supply.description)],
          [PRINTER.prtMarkerSuppliesSupplyUnit, value.integer(PERCENT)],
          [PRINTER.prtMarkerSuppliesMaxCapacity, value.integer(100)],
          [PRINTER.prtMarkerSuppliesLevel, value.integer(supply.percentLeft ?? UNKNOWN_LEVEL)],
        ],
      ),
    ),
  ]
}
