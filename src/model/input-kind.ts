/** A canonical column of a kind of file. */
export interface InputColumn {
  /** Canonical header, snake_case. */
  readonly name: string
  /** Other headers that mean the same: the ministry's own, French and English. Compared folded (case, accents, punctuation). */
  readonly synonyms: readonly string[]
  readonly required: boolean
}

/** One record's cells by canonical column name: raw text, trimmed; an absent column or an empty cell is ''. */
export type Cells = Readonly<Record<string, string>>

/** What is wrong with one cell (or, with a null column, the whole record). `message` is already in the user's language. */
export interface CellProblem {
  readonly column: string | null
  readonly message: string
}

/**
 * A kind of file that can be imported: one file each in src/ingest/, found by folder.
 *
 * `parse` turns one record into a row, or reports at least one problem and returns null. It sees one record alone:
 * what needs others (duplicates, orphans) is checked where rows meet the database.
 */
export interface InputKind<Row, Texts> {
  readonly id: string
  readonly columns: readonly InputColumn[]
  parse(cells: Cells, report: (problem: CellProblem) => void, texts: Texts): Row | null
}

/** A row with its line in the file. */
export interface NumberedRow<Row> {
  readonly line: number
  readonly row: Row
}
