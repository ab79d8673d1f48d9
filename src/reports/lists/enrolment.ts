import type { Enrolment } from '../../model/organisation.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Pupils of each school, by year and sector. */
export default defineReport<Enrolment & FromFile>({
  id: 'enrolment',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: true },
    { key: 'sector', kind: 'word', inTable: true },
    { key: 'pupils', kind: 'number', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
