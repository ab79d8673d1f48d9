import type { BuildingRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Buildings with their schools and the devices seen there. */
export default defineReport<BuildingRow & FromFile>({
  id: 'buildings',
  columns: [
    { key: 'code', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'municipality', kind: 'text', inTable: true },
    { key: 'mrc', kind: 'text', inTable: false },
    { key: 'region', kind: 'text', inTable: false },
    { key: 'lon', kind: 'number', inTable: false },
    { key: 'lat', kind: 'number', inTable: false },
    { key: 'schools', kind: 'text', inTable: true },
    { key: 'devices', kind: 'number', inTable: true },
    { key: 'areaM2', kind: 'number', inTable: false },
    ...SOURCE_COLUMNS,
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
