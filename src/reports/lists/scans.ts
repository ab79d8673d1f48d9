import type { ScanRow } from '../../model/rows.js'
import { defineReport } from '../../model/report.js'

/** Scans, the newest first. */
export default defineReport<ScanRow>({
  id: 'scans',
  columns: [
    { key: 'scan', kind: 'code', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'startedAt', kind: 'date', inTable: true },
    { key: 'endedAt', kind: 'date', inTable: false },
    { key: 'targets', kind: 'text', inTable: false },
    { key: 'addresses', kind: 'number', inTable: true },
    { key: 'answered', kind: 'number', inTable: true },
    { key: 'partial', kind: 'number', inTable: true },
    { key: 'failed', kind: 'number', inTable: true },
  ],
})
