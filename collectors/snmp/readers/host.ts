import { defineTable, type Rows } from '../wire/table.js'
import { text } from '../wire/value.js'

/** HOST-RESOURCES-MIB, RFC 2790. Index: hrDeviceIndex. */
export const hrDeviceTable = defineTable('HOST-RESOURCES-MIB::hrDeviceEntry', '1.3.6.1.2.1.25.3.2.1', {
  hrDeviceType: 2,
  hrDeviceDescr: 3,
})

const PRINTER = '1.3.6.1.2.1.25.3.1.5' // HOST-RESOURCES-TYPES::hrDevicePrinter

/** A row of hrDeviceTable whose type says that it is a printer. */
export interface PrinterDevice {
  readonly index: string
  readonly descr: string
}

/** The first printer among the host's devices; null when there is none, or it has no description. */
export function printerDeviceOf(rows: Rows<keyof typeof hrDeviceTable.columns>): PrinterDevice | null {
  for (const [index, row] of rows) {
    const descr = text(row.hrDeviceDescr)
    if (row.hrDeviceType === PRINTER && descr !== null) return { index, descr }
  }
  return null
}
