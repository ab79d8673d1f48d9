import { defineReport } from '../../model/report.js'
import type { SecretRow } from '../../model/rows.js'

export default defineReport<SecretRow>({
  id: 'secrets',
  columns: [
    { key: 'name', kind: 'code', inTable: true },
    { key: 'addedAt', kind: 'date', inTable: true },
    { key: 'changedAt', kind: 'date', inTable: true },
    { key: 'networks', kind: 'text', inTable: true },
    { key: 'usedBy', kind: 'text', inTable: true },
  ],
})
