import type { BoardNetwork } from '../../model/organisation.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Networks, as imported: those of the configuration are not there. */
export default defineReport<BoardNetwork & FromFile>({
  id: 'networks',
  columns: [
    { key: 'cidr', kind: 'code', inTable: true },
    { key: 'building', kind: 'code', inTable: true },
    { key: 'role', kind: 'word', inTable: true },
    { key: 'board', kind: 'code', inTable: false },
    ...SOURCE_COLUMNS,
  ],
})
