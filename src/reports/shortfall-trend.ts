import { defineReport } from '../model/report.js'
import type { ShortfallTrend } from '../model/shortfall-trend.js'

/** Equipment year after year, by place and category. */
export default defineReport<ShortfallTrend>({
  id: 'shortfall-trend',
  columns: [
    { key: 'code', kind: 'code', inTable: false },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'category', kind: 'word', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: true },
    { key: 'schools', kind: 'number', inTable: false },
    { key: 'unknownSchools', kind: 'number', inTable: false },
    { key: 'pupils', kind: 'number', inTable: false },
    { key: 'target', kind: 'number', inTable: true },
    { key: 'inService', kind: 'number', inTable: true },
    { key: 'shortfall', kind: 'number', inTable: true },
    { key: 'shortfallChange', kind: 'number', inTable: true },
    { key: 'percent', kind: 'percent', inTable: true },
  ],
})
