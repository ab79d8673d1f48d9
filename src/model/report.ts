/** How a cell is written for people; a `word` is one of a closed list. Machines get the raw value. */
export type CellKind =
  'text' | 'word' | 'code' | 'number' | 'rate' | 'money' | 'percent' | 'ratio' | 'level' | 'status' | 'yes-no' | 'date'

/** A column of a report, named after the record's field. */
export interface ReportColumn<Row> {
  readonly key: keyof Row & string
  readonly kind: CellKind
  /** In the user's language, where the field alone does not tell it; the header of its name otherwise. */
  readonly header?: string
  /** Whether the terminal's table shows it; files always hold every column. */
  readonly inTable: boolean
  /** True for sentences: the table writes them in full, on lines of their own below the row. */
  readonly below?: true
}

/** Columns of a kind of record: one file each in src/reports/, rendered by any format. */
export interface Report<Row> {
  readonly id: string
  readonly columns: readonly ReportColumn<Row>[]
}

/** Declares a report with its row type checked. */
export function defineReport<Row>(report: Report<Row>): Report<Row> {
  return report
}
