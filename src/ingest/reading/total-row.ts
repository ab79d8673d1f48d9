import { folded } from '../../lib/text.js'
import type { Header } from './header.js'

const TOTALS = ['total', 'totals', 'totaux', 'total general', 'grand total', 'somme', 'sum']

/** True of a record that adds up those above: its first cell that is not blank says so, the other key cells are empty. */
export function isTotal(fields: readonly string[], header: Header, keyColumns: readonly string[]): boolean {
  const at = fields.findIndex((field) => field.trim() !== '')
  const word = fields[at] ?? ''
  if (!/^\s*[tgs]/i.test(word) || word.length > 20 || !TOTALS.includes(folded(word))) return false
  return header.columns.every(
    ({ name, index }) => index === at || !keyColumns.includes(name) || (fields[index] ?? '').trim() === '',
  )
}
