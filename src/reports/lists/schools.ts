import type { SchoolRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Schools with their buildings and the last enrolment known. */
export default defineReport<SchoolRow & FromFile>({
  id: 'schools',
  columns: [
    { key: 'code', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: true },
    { key: 'buildings', kind: 'text', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
