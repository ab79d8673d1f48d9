import type { Territory } from '../../model/map-format.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Territories, as imported; their shapes are on the map. */
export default defineReport<Omit<Territory, 'geometry'> & FromFile>({
  id: 'territories',
  columns: [
    { key: 'board', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'language', kind: 'word', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
