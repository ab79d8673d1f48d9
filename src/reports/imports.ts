import type { ImportRow } from '../model/rows.js'
import { defineReport } from '../model/report.js'

/** Files that were imported, the newest first. */
export default defineReport<ImportRow>({
  id: 'imports',
  columns: [
    { key: 'import', kind: 'code', inTable: true },
    { key: 'kind', kind: 'code', inTable: true },
    { key: 'file', kind: 'text', inTable: true },
    { key: 'importedAt', kind: 'date', inTable: true },
    { key: 'rows', kind: 'number', inTable: true },
    { key: 'added', kind: 'number', inTable: true },
    { key: 'changed', kind: 'number', inTable: true },
    { key: 'removed', kind: 'number', inTable: true },
    { key: 'sha256', kind: 'code', inTable: true },
    { key: 'undoneAt', kind: 'date', inTable: false },
    { key: 'undoneBy', kind: 'text', inTable: false },
  ],
})
