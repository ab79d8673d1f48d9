import type { LinkRow } from '../../model/link.js'
import { defineReport } from '../../model/report.js'

/** Physical links, by address and port of their first end. */
export default defineReport<LinkRow>({
  id: 'links',
  columns: [
    { key: 'id', kind: 'code', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    { key: 'aAddress', kind: 'code', inTable: false },
    { key: 'aDevice', kind: 'text', inTable: true },
    { key: 'aPort', kind: 'text', inTable: true },
    { key: 'aIfIndex', kind: 'code', inTable: false },
    { key: 'bAddress', kind: 'code', inTable: false },
    { key: 'bDevice', kind: 'text', inTable: true },
    { key: 'bPort', kind: 'text', inTable: true },
    { key: 'bIfIndex', kind: 'code', inTable: false },
    { key: 'bChassisId', kind: 'code', inTable: false },
    { key: 'confidence', kind: 'word', inTable: true },
    { key: 'evidence', kind: 'code', inTable: false },
    { key: 'speedBps', kind: 'rate', inTable: true },
    { key: 'conflicts', kind: 'code', inTable: false },
    { key: 'firstSeen', kind: 'date', inTable: false },
    { key: 'lastSeen', kind: 'date', inTable: false },
  ],
})
