import type { AllocationChange } from '../model/allocation.js'
import { defineReport } from '../model/report.js'

/** Two allocations side by side, school by school. */
export default defineReport<AllocationChange>({
  id: 'allocation-changes',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'pupilsBefore', kind: 'number', inTable: false },
    { key: 'pupilsAfter', kind: 'number', inTable: true },
    { key: 'beforeCents', kind: 'money', inTable: true },
    { key: 'afterCents', kind: 'money', inTable: true },
    { key: 'changeCents', kind: 'money', inTable: true },
  ],
})
