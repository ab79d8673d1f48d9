import type { Shortfall } from '../model/records.js'
import { defineReport } from '../model/report.js'

/** Equipment of every school and category against floor + prorata. */
export default defineReport<Shortfall>({
  id: 'shortfalls',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'category', kind: 'word', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'target', kind: 'number', inTable: true },
    { key: 'inService', kind: 'number', inTable: true },
    { key: 'pastLife', kind: 'number', inTable: false },
    { key: 'broken', kind: 'number', inTable: false },
    { key: 'shortfall', kind: 'number', inTable: true },
    { key: 'percent', kind: 'percent', inTable: false },
    { key: 'pupilsPerDevice', kind: 'ratio', inTable: false },
    { key: 'costCents', kind: 'money', inTable: false },
    { key: 'because', kind: 'text', inTable: false },
  ],
})
