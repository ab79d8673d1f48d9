import type { Board } from '../../model/organisation.js'
import { defineReport } from '../../model/report.js'
import { SOURCE_COLUMNS, type FromFile } from '../source-columns.js'

/** Boards, as imported. */
export default defineReport<Board & FromFile>({
  id: 'boards',
  columns: [
    { key: 'code', kind: 'code', inTable: true },
    { key: 'name', kind: 'text', inTable: true },
    { key: 'language', kind: 'word', inTable: true },
    { key: 'municipality', kind: 'text', inTable: true },
    ...SOURCE_COLUMNS,
  ],
})
