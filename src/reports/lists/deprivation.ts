import type { Deprivation } from '../../model/deprivation.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Deprivation of each school, its levels together. */
export default defineReport<Deprivation & FromFile>({
  id: 'deprivation',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: true },
    { key: 'levels', kind: 'word', inTable: true },
    { key: 'imse', kind: 'ratio', inTable: true },
    { key: 'imseDecile', kind: 'number', inTable: true },
    { key: 'sfr', kind: 'ratio', inTable: true },
    { key: 'sfrDecile', kind: 'number', inTable: true },
    { key: 'pupils', kind: 'number', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
