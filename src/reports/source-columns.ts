import type { ReportColumn } from '../model/report.js'

/** Where a row of a list comes from: the name of the file that told it as it stands now, the line there, and when. */
export interface FromFile {
  readonly file: string | readonly string[] | null
  readonly line: number | readonly number[] | null
  /** ISO 8601, UTC. */
  readonly importedAt: string | readonly string[] | null
}

/** Its columns, which end the lists of what is imported. */
export const SOURCE_COLUMNS = [
  { key: 'file', kind: 'text', inTable: false },
  { key: 'line', kind: 'code', inTable: false },
  { key: 'importedAt', kind: 'date', inTable: false },
] as const satisfies readonly ReportColumn<FromFile>[]
