import { defineReport } from '../model/report.js'
import type { ShortfallTotal } from '../model/shortfall-totals.js'

/** Equipment by building, board or region and category against floor + prorata. */
export default defineReport<ShortfallTotal>({
  id: 'shortfall-totals',
  columns: [
    { key: 'by', kind: 'word', inTable: false },
    { key: 'code', kind: 'code', inTable: false },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'category', kind: 'word', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: false },
    { key: 'schools', kind: 'number', inTable: false },
    { key: 'unknownSchools', kind: 'number', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'target', kind: 'number', inTable: true },
    { key: 'inService', kind: 'number', inTable: true },
    { key: 'pastLife', kind: 'number', inTable: false },
    { key: 'broken', kind: 'number', inTable: false },
    { key: 'shortfall', kind: 'number', inTable: true },
    { key: 'percent', kind: 'percent', inTable: true },
    { key: 'pupilsPerDevice', kind: 'ratio', inTable: false },
    { key: 'costCents', kind: 'money', inTable: false },
  ],
})
