import type { Spending } from '../../model/allocation.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** What schools spent, line by line, as imported. */
export default defineReport<Spending & FromFile>({
  id: 'spending',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: true },
    { key: 'part', kind: 'word', inTable: true },
    { key: 'category', kind: 'word', inTable: true },
    { key: 'amountCents', kind: 'money', inTable: true },
    { key: 'date', kind: 'code', inTable: true },
    { key: 'reference', kind: 'text', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
