import type { CellKind, ReportColumn } from './report.js'

/** A table of a report that people keep: what its columns are, and what is added up below them. */
export interface ReportSheet<Row> {
  readonly id: string
  /** In the user's language; at most 31 characters, as a spreadsheet's tab holds no more. */
  readonly title: string
  readonly columns: readonly ReportColumn<Row>[]
  readonly rows: readonly Row[]
  /** Columns of numbers or money that a last line adds up. */
  readonly totals: readonly (keyof Row & string)[]
}

/** Bars of one board, worst or largest first. */
export interface ReportChart {
  readonly title: string
  readonly kind: CellKind
  /** `of`: the whole that a bar is a part of (a target, an amount); null when it is none's. */
  readonly bars: readonly { readonly label: string; readonly value: number; readonly of: number | null }[]
}

/** A report whole: the sheets that any format writes, the first of which is the one that CSV holds. */
export interface ReportDocument {
  readonly id: string
  readonly title: string
  /** What it was computed from and what to remember, a sentence each. */
  readonly notes: readonly string[]
  // A document holds sheets of different rows; who renders one reads it by its columns.
  readonly sheets: readonly ReportSheet<Readonly<Record<string, unknown>>>[]
  readonly charts: readonly ReportChart[]
}
