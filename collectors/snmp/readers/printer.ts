import type { Supply } from '../../../src/model/device.js'
import { serialOrNull } from '../wire/serial.js'
import { defineTable, type Rows } from '../wire/table.js'
import { integer, text } from '../wire/value.js'

/** Printer-MIB, RFC 3805. Index: hrDeviceIndex. */
export const prtGeneralTable = defineTable('Printer-MIB::prtGeneralEntry', '1.3.6.1.2.1.43.5.1.1', {
  prtGeneralPrinterName: 16,
  prtGeneralSerialNumber: 17,
})

/** Printer-MIB, RFC 3805. Index: hrDeviceIndex, prtMarkerSuppliesIndex. */
export const prtMarkerSuppliesTable = defineTable('Printer-MIB::prtMarkerSuppliesEntry', '1.3.6.1.2.1.43.11.1.1', {
  prtMarkerSuppliesDescription: 6,
  prtMarkerSuppliesMaxCapacity: 8,
  prtMarkerSuppliesLevel: 9,
})

export interface Printer {
  /** hrDeviceIndex of the printer. */
  readonly index: string
  readonly name: string | null
  readonly serialNumber: string | null
}

/** The first printer of the device; null when it is none. */
export function printerOf(rows: Rows<keyof typeof prtGeneralTable.columns>): Printer | null {
  for (const [index, row] of rows) {
    return {
      index,
      name: text(row.prtGeneralPrinterName),
      serialNumber: serialOrNull(text(row.prtGeneralSerialNumber)),
    }
  }
  return null
}

/** Toners, drums and boxes, in the order of the table. Levels below zero mean "other", "unknown" and "some remains". */
export function suppliesOf(rows: Rows<keyof typeof prtMarkerSuppliesTable.columns>): Supply[] {
  return [...rows].flatMap(([index, row]) => {
    const level = integer(row.prtMarkerSuppliesLevel)
    const capacity = integer(row.prtMarkerSuppliesMaxCapacity)
    const isKnown = level !== null && capacity !== null && level >= 0 && capacity > 0
    const percentLeft = isKnown ? Math.min(100, Math.round((level / capacity) * 100)) : null
    return [{ instance: index, description: text(row.prtMarkerSuppliesDescription) ?? index, percentLeft }]
  })
}
