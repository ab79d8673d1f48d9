import { defineReport } from '../model/report.js'

/** A table after a copy: `same` when its rows and the hash of all its cells are those of the source. */
interface CopiedTable {
  readonly table: string
  readonly rows: number
  readonly sha256: string
  readonly same: boolean
}

/** Tables of a database that was copied. */
export default defineReport<CopiedTable>({
  id: 'copied-tables',
  columns: [
    { key: 'table', kind: 'code', inTable: true },
    { key: 'rows', kind: 'number', inTable: true },
    { key: 'sha256', kind: 'text', inTable: true },
    { key: 'same', kind: 'yes-no', inTable: true },
  ],
})
