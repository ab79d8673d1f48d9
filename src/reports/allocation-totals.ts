import type { AllocationTotal } from '../model/allocation-totals.js'
import { defineReport } from '../model/report.js'

/** What the schools of each board or region get of an envelope. */
export default defineReport<AllocationTotal>({
  id: 'allocation-totals',
  columns: [
    { key: 'by', kind: 'word', inTable: false },
    { key: 'code', kind: 'code', inTable: false },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'schools', kind: 'number', inTable: true },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'floorCents', kind: 'money', inTable: false },
    { key: 'prorataCents', kind: 'money', inTable: false },
    { key: 'adjustmentCents', kind: 'money', inTable: false },
    { key: 'amountCents', kind: 'money', inTable: true },
    { key: 'carriedCents', kind: 'money', inTable: false },
    { key: 'perPupilCents', kind: 'money', inTable: true },
  ],
})
