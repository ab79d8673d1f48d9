import type { Gauge } from '../../../src/model/device-parts.js'
import type { Rows, Table } from '../wire/table.js'
import { integer, text, type Value } from '../wire/value.js'

/**
 * What a printer's state is made of, from several tables read together: pages, alerts, console, covers and trays of the
 * Printer-MIB (RFC 3805), status and errors of the HOST-RESOURCES-MIB (RFC 2790). Each row has the columns of its table.
 */
export const printerStateTable = {
  name: 'Printer-MIB::prtMarkerEntry',
  entry: '1.3.6.1.2.1.43.10.2.1',
  columns: {
    prtMarkerCounterUnit: '1.3.6.1.2.1.43.10.2.1.3', // Printer-MIB::prtMarkerCounterUnit
    prtMarkerLifeCount: '1.3.6.1.2.1.43.10.2.1.4', // Printer-MIB::prtMarkerLifeCount
    prtAlertSeverityLevel: '1.3.6.1.2.1.43.18.1.1.2', // Printer-MIB::prtAlertSeverityLevel
    prtAlertCode: '1.3.6.1.2.1.43.18.1.1.7', // Printer-MIB::prtAlertCode
    prtAlertDescription: '1.3.6.1.2.1.43.18.1.1.8', // Printer-MIB::prtAlertDescription
    prtConsoleDisplayBufferText: '1.3.6.1.2.1.43.16.5.1.2', // Printer-MIB::prtConsoleDisplayBufferText
    prtCoverDescription: '1.3.6.1.2.1.43.6.1.1.2', // Printer-MIB::prtCoverDescription
    prtCoverStatus: '1.3.6.1.2.1.43.6.1.1.3', // Printer-MIB::prtCoverStatus
    hrPrinterStatus: '1.3.6.1.2.1.25.3.5.1.1', // HOST-RESOURCES-MIB::hrPrinterStatus
    hrPrinterDetectedErrorState: '1.3.6.1.2.1.25.3.5.1.2', // HOST-RESOURCES-MIB::hrPrinterDetectedErrorState
    prtInputMaxCapacity: '1.3.6.1.2.1.43.8.2.1.9', // Printer-MIB::prtInputMaxCapacity
    prtInputCurrentLevel: '1.3.6.1.2.1.43.8.2.1.10', // Printer-MIB::prtInputCurrentLevel
    prtInputName: '1.3.6.1.2.1.43.8.2.1.13', // Printer-MIB::prtInputName
    prtInputDescription: '1.3.6.1.2.1.43.8.2.1.18', // Printer-MIB::prtInputDescription
  },
} as const satisfies Table<string>

type Row = Readonly<Partial<Record<keyof typeof printerStateTable.columns, Value>>>
type Make = (instance: string, row: Row) => Gauge | null

/** PrtMarkerCounterUnitTC by number. */
const COUNTER_UNITS: Readonly<Record<number, string>> = {
  3: 'tenThousandthsOfInches',
  4: 'micrometers',
  5: 'characters',
  6: 'lines',
  7: 'impressions',
  8: 'sheets',
  9: 'dotRow',
  11: 'hours',
  16: 'feet',
  17: 'meters',
}
/** PrtAlertSeverityLevelTC by number. */
const SEVERITIES: Readonly<Record<number, string>> = {
  1: 'other',
  3: 'critical',
  4: 'warning',
  5: 'warningBinaryChangeEvent',
}
/** PrtCoverStatusTC: only what is open is told. */
const OPEN: Readonly<Record<number, string>> = { 3: 'coverOpen', 5: 'interlockOpen' }
const PRINTER_STATUSES: Readonly<Record<number, string>> = {
  1: 'other',
  2: 'unknown',
  3: 'idle',
  4: 'printing',
  5: 'warmup',
}
/** Bits of hrPrinterDetectedErrorState, the first is the highest bit of the first byte. */
const ERRORS = [
  'lowPaper',
  'noPaper',
  'lowToner',
  'noToner',
  'doorOpen',
  'jammed',
  'offline',
  'serviceRequested',
  'inputTrayMissing',
  'outputTrayMissing',
  'markerSupplyMissing',
  'outputNearFull',
  'outputFull',
  'inputTrayEmpty',
  'overduePreventMaint',
] as const

function told(
  name: keyof Row,
  instance: string,
  value: Gauge['value'] | null,
  more: Partial<Gauge> = {},
): Gauge | null {
  return value === null ? null : { name, instance, label: null, value, unit: null, ...more }
}

const MAKERS: readonly Make[] = [
  (instance, row) => {
    const count = integer(row.prtMarkerLifeCount)
    const unit = COUNTER_UNITS[integer(row.prtMarkerCounterUnit) ?? 0] ?? null
    return told('prtMarkerLifeCount', instance, count !== null && count >= 0 ? count : null, { unit })
  },
  (instance, row) => {
    const code = integer(row.prtAlertCode)
    const description = text(row.prtAlertDescription) ?? (code === null ? null : `prtAlertCode ${code}`)
    const label = SEVERITIES[integer(row.prtAlertSeverityLevel) ?? 0] ?? null
    return told('prtAlertDescription', instance, description, { label })
  },
  (instance, row) => told('prtConsoleDisplayBufferText', instance, text(row.prtConsoleDisplayBufferText)),
  (instance, row) =>
    told('prtCoverStatus', instance, OPEN[integer(row.prtCoverStatus) ?? 0] ?? null, {
      label: text(row.prtCoverDescription),
    }),
  (instance, row) => told('hrPrinterStatus', instance, PRINTER_STATUSES[integer(row.hrPrinterStatus) ?? 0] ?? null),
  (instance, row) => told('hrPrinterDetectedErrorState', instance, errorsOf(row.hrPrinterDetectedErrorState)),
  (instance, row) => {
    const level = integer(row.prtInputCurrentLevel)
    const capacity = integer(row.prtInputMaxCapacity)
    const label = text(row.prtInputName) ?? text(row.prtInputDescription)
    const isKnown = level !== null && capacity !== null && level >= 0 && capacity > 0
    const percent = isKnown ? Math.min(100, Math.round((level / capacity) * 100)) : null
    return told('prtInputCurrentLevel', instance, percent, { label, unit: 'percent' })
  },
]

/** A printer's last values: pages, alerts, display, open covers, status, errors, paper left. */
export function printerGauges(rows: Rows<keyof typeof printerStateTable.columns>): Gauge[] {
  return [...rows].flatMap(([instance, row]) => MAKERS.flatMap((make) => make(instance, row) ?? []))
}

/** The errors whose bits are set, in words; null when none is. */
function errorsOf(value: Value | undefined): string | null {
  if (!Buffer.isBuffer(value)) return null
  const set = ERRORS.filter((_, bit) => ((value[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)
  return set.length === 0 ? null : set.join(' ')
}
