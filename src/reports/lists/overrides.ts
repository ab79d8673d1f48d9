import { defineReport } from '../../model/report.js'
import type { OverrideRow } from '../../model/rows.js'

/** What people say over what is read, with who and why: for those who look after the database, not for publication. */
export default defineReport<OverrideRow>({
  id: 'overrides',
  columns: [
    { key: 'override', kind: 'code', inTable: true },
    { key: 'noun', kind: 'code', inTable: false },
    { key: 'subject', kind: 'code', inTable: false },
    { key: 'thing', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: false },
    { key: 'field', kind: 'code', inTable: true },
    { key: 'read', kind: 'text', inTable: true },
    { key: 'value', kind: 'text', inTable: true },
    { key: 'who', kind: 'text', inTable: true },
    { key: 'since', kind: 'date', inTable: false },
    { key: 'why', kind: 'text', inTable: true },
    { key: 'holds', kind: 'yes-no', inTable: true },
    { key: 'until', kind: 'date', inTable: false },
    { key: 'removedBy', kind: 'text', inTable: false },
  ],
})
