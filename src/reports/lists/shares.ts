import type { ShareRow } from '../../model/input-kind.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Parts of schools' pupils in each of their buildings, 0 to 1. */
export default defineReport<ShareRow & FromFile>({
  id: 'shares',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'building', kind: 'code', inTable: true },
    { key: 'share', kind: 'ratio', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
