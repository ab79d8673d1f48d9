import type { WorstBuilding } from '../model/equity.js'
import { defineReport } from '../model/report.js'

/** Buildings with pupils in the tenth who have least. */
export default defineReport<WorstBuilding>({
  id: 'equity-worst',
  columns: [
    { key: 'building', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'region', kind: 'text', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'worstPupils', kind: 'number', inTable: true },
    { key: 'bpsPerPupil', kind: 'rate', inTable: true },
    { key: 'ratio', kind: 'ratio', inTable: false },
    { key: 'level', kind: 'level', inTable: true },
    { key: 'bottleneck', kind: 'code', inTable: true },
  ],
})
