import type { AccessPointRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'

/** Access points of every controller. */
export default defineReport<AccessPointRow>({
  id: 'access-points',
  columns: [
    { key: 'managementAddress', kind: 'code', inTable: true },
    { key: 'sysName', kind: 'text', inTable: false },
    { key: 'id', kind: 'code', inTable: false },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'mac', kind: 'code', inTable: false },
    { key: 'model', kind: 'text', inTable: true },
    { key: 'serialNumber', kind: 'code', inTable: true },
    { key: 'osVersion', kind: 'text', inTable: false },
    { key: 'address', kind: 'code', inTable: false },
    { key: 'status', kind: 'text', inTable: false },
    { key: 'clients', kind: 'number', inTable: true },
    { key: 'channels', kind: 'code', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
