import type { EstablishmentRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Private schools, a line for each building. */
export default defineReport<EstablishmentRow & FromFile>({
  id: 'private',
  columns: [
    { key: 'code', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'type', kind: 'text', inTable: true },
    { key: 'building', kind: 'code', inTable: true },
    { key: 'municipality', kind: 'text', inTable: true },
    { key: 'lon', kind: 'number', inTable: false },
    { key: 'lat', kind: 'number', inTable: false },
    ...SOURCE_COLUMNS,
  ],
})
