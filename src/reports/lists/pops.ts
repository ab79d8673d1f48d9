import type { PopRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Points of presence. */
export default defineReport<PopRow & FromFile>({
  id: 'pops',
  columns: [
    { key: 'id', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'network', kind: 'text', inTable: true },
    { key: 'kind', kind: 'word', inTable: true },
    { key: 'lon', kind: 'number', inTable: false },
    { key: 'lat', kind: 'number', inTable: false },
    ...SOURCE_COLUMNS,
  ],
})
