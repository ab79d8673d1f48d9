import type { Allocation } from '../model/allocation.js'
import { defineReport } from '../model/report.js'

/** What each school gets of an envelope, to the cent, and why. */
export default defineReport<Allocation>({
  id: 'allocation',
  columns: [
    { key: 'school', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'pupils', kind: 'number', inTable: true },
    { key: 'floorCents', kind: 'money', inTable: true },
    { key: 'prorataCents', kind: 'money', inTable: true },
    { key: 'adjustmentCents', kind: 'money', inTable: false },
    { key: 'amountCents', kind: 'money', inTable: true },
    { key: 'carriedCents', kind: 'money', inTable: false },
    { key: 'because', kind: 'text', inTable: false },
  ],
})
