import { defineReport } from '../model/report.js'

/** What becomes of a fact, in words: its key and its content as text. */
export interface FactChangeRow {
  readonly what: 'added' | 'changed' | 'removed'
  readonly fact: string
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** What a file would change, or what undoing one does. */
export default defineReport<FactChangeRow>({
  id: 'fact-changes',
  columns: [
    { key: 'what', kind: 'code', inTable: true },
    { key: 'fact', kind: 'code', inTable: true },
    { key: 'key', kind: 'text', inTable: true },
    { key: 'before', kind: 'text', inTable: true },
    { key: 'after', kind: 'text', inTable: true },
  ],
})
