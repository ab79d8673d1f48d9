import { defineReport } from '../model/report.js'

/** What the files of a folder are, and why. */
export default defineReport<{ readonly file: string; readonly kind: string | null; readonly why: string }>({
  id: 'import-plan',
  columns: [
    { key: 'file', kind: 'text', inTable: true },
    { key: 'kind', kind: 'code', inTable: true },
    { key: 'why', kind: 'text', inTable: true },
  ],
})
