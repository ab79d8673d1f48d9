import type { ChangeRow } from '../../model/change.js'
import { defineReport } from '../../model/report.js'

/** What differs from one scan to the next, the newest first. */
export default defineReport<ChangeRow>({
  id: 'changes',
  columns: [
    { key: 'at', kind: 'date', inTable: true },
    { key: 'kind', kind: 'word', inTable: true },
    { key: 'building', kind: 'code', inTable: false },
    { key: 'managementAddress', kind: 'code', inTable: true },
    { key: 'sysName', kind: 'text', inTable: false },
    { key: 'subject', kind: 'text', inTable: true },
    { key: 'before', kind: 'text', inTable: true },
    { key: 'after', kind: 'text', inTable: true },
    { key: 'scan', kind: 'code', inTable: false },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'change', kind: 'code', inTable: false },
    { key: 'overridden', kind: 'code', inTable: false },
  ],
})
