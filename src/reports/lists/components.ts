import type { ComponentRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'

/** Parts of every device, each stack member and module with its own serial number. */
export default defineReport<ComponentRow>({
  id: 'components',
  columns: [
    { key: 'managementAddress', kind: 'code', inTable: true },
    { key: 'sysName', kind: 'text', inTable: false },
    { key: 'entPhysicalIndex', kind: 'code', inTable: false },
    { key: 'class', kind: 'text', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'descr', kind: 'text', inTable: false },
    { key: 'modelName', kind: 'text', inTable: true },
    { key: 'serialNumber', kind: 'code', inTable: true },
    { key: 'hardwareRev', kind: 'text', inTable: false },
    { key: 'softwareRev', kind: 'text', inTable: false },
    { key: 'containedIn', kind: 'code', inTable: false },
    { key: 'operState', kind: 'text', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
