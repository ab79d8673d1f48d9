import { defineReport } from '../model/report.js'
import type { Problem } from '../model/problem.js'

/** What is wrong in a file, for whoever made it: where, what stands there, and what to do. */
export default defineReport<Problem>({
  id: 'problems',
  columns: [
    { key: 'file', kind: 'text', inTable: true },
    { key: 'line', kind: 'number', inTable: true },
    { key: 'column', kind: 'text', inTable: true },
    { key: 'value', kind: 'text', inTable: true },
    { key: 'message', kind: 'text', inTable: true },
  ],
})
