import type { CellProblem, InputKind, InputSubject, NumberedRow } from '../../model/input-kind.js'
import type { IngestTexts } from './define-input.js'
import { KeyLines } from './key-lines.js'
import { shown } from './shown.js'

type Described<Row> = Pick<InputKind<Row, unknown>, 'keyOf' | 'keyColumns' | 'keepsRepeats' | 'subjects'>

/**
 * Finds what one row alone cannot show: a key given twice in a file, and rows that contradict each other about a thing
 * that several describe. The later row is at fault, and is told on which line the first one stands.
 *
 * Memory holds some bytes for each key, and for each such thing (a school, a building) the row that described it first.
 */
export class Duplicates<Row> {
  readonly #kind: Described<Row>
  readonly #texts: IngestTexts
  readonly #lines = new KeyLines()
  readonly #described: readonly {
    readonly subject: InputSubject<Row>
    readonly firsts: Map<string, NumberedRow<Row>>
  }[]

  constructor(kind: Described<Row>, texts: IngestTexts) {
    this.#kind = kind
    this.#texts = texts
    this.#described = (kind.subjects ?? []).map((subject) => ({ subject, firsts: new Map<string, NumberedRow<Row>>() }))
  }

  /** True when the row is the first with its key and says what the rows before it said. */
  accepts(row: Row, line: number, report: (problem: CellProblem) => void): boolean {
    if (this.#kind.keepsRepeats === true) return this.#agrees(row, line, report)
    const before = this.#lines.add(this.#kind.keyOf(row), line)
    if (before !== null) {
      const { keyColumns } = this.#kind
      const column = keyColumns.length === 1 ? (keyColumns[0] ?? null) : null
      report({ column, message: this.#texts.duplicateRow(before, keyColumns.join(', ')) })
      return false
    }
    if (this.#agrees(row, line, report)) return true
    this.#lines.forgetLast()
    return false
  }

  #agrees(row: Row, line: number, report: (problem: CellProblem) => void): boolean {
    let agrees = true
    for (const { subject, firsts } of this.#described) {
      const key = subject.keyOf(row)
      const first = firsts.get(key)
      if (first === undefined) {
        firsts.set(key, { line, row })
        continue
      }
      for (const fact of subject.facts) {
        const here = fact.valueOf(row)
        const there = fact.valueOf(first.row)
        if (here === there) continue
        agrees = false
        const message = this.#texts.contradicts(this.#shown(here), first.line, this.#shown(there), shown(key))
        report({ column: fact.column, message })
      }
    }
    return agrees
  }

  #shown(value: string | number | null): string {
    return value === null ? this.#texts.nothing : shown(String(value))
  }
}
