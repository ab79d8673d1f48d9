import type { FrozenRun } from '../model/allocation.js'
import { defineReport } from '../model/report.js'

/** Allocations that were frozen; who froze them is in no report. */
export type RunLine = Omit<FrozenRun, 'who' | 'inputs'>

export default defineReport<RunLine>({
  id: 'allocation-runs',
  columns: [
    { key: 'run', kind: 'code', inTable: true },
    { key: 'at', kind: 'date', inTable: true },
    { key: 'part', kind: 'word', inTable: true },
    { key: 'schoolYear', kind: 'code', inTable: true },
    { key: 'enrolmentYear', kind: 'code', inTable: false },
    { key: 'rules', kind: 'code', inTable: true },
    { key: 'rulesVersion', kind: 'code', inTable: false },
    { key: 'rulesSource', kind: 'text', inTable: false },
    { key: 'envelopeCents', kind: 'money', inTable: false },
    { key: 'sumCents', kind: 'money', inTable: true },
    { key: 'reserveCents', kind: 'money', inTable: false },
    { key: 'unallocatedCents', kind: 'money', inTable: false },
    { key: 'recoveredCents', kind: 'money', inTable: false },
    { key: 'schools', kind: 'number', inTable: false },
    { key: 'against', kind: 'code', inTable: true },
    { key: 'why', kind: 'text', inTable: false },
    { key: 'digest', kind: 'code', inTable: false },
  ],
})
