import type { DeviceRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'

/** Devices, and the named addresses that did not answer, with the reason. */
export default defineReport<DeviceRow>({
  id: 'devices',
  columns: [
    { key: 'managementAddress', kind: 'code', inTable: true },
    { key: 'sysName', kind: 'text', inTable: true },
    { key: 'vendor', kind: 'text', inTable: false },
    { key: 'model', kind: 'text', inTable: true },
    { key: 'osVersion', kind: 'text', inTable: false },
    { key: 'serialNumber', kind: 'code', inTable: false },
    { key: 'kind', kind: 'word', inTable: true },
    { key: 'building', kind: 'code', inTable: true },
    { key: 'status', kind: 'status', inTable: true },
    { key: 'reasonCode', kind: 'code', inTable: false },
    { key: 'firstSeen', kind: 'date', inTable: false },
    { key: 'lastSeen', kind: 'date', inTable: false },
    { key: 'namedBy', kind: 'code', inTable: false },
    { key: 'packetsSent', kind: 'number', inTable: false },
    { key: 'bytesSent', kind: 'number', inTable: false },
    { key: 'readMs', kind: 'number', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
