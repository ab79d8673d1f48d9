import type { RenewalRow } from '../model/renewal.js'
import { defineReport } from '../model/report.js'

/** What reaches the end of its life when, and what as many units cost, by school, category and school year. */
export default defineReport<RenewalRow>({
  id: 'renewal',
  columns: [
    { key: 'board', kind: 'code', inTable: false },
    { key: 'school', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'category', kind: 'word', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: true },
    { key: 'overdue', kind: 'yes-no', inTable: true },
    { key: 'units', kind: 'number', inTable: true },
    { key: 'costCents', kind: 'money', inTable: true },
  ],
})
