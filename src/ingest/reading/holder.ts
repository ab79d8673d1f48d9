import type { Holder } from '../../model/fleet.js'
import type { PersonalColumn } from './header.js'

/** Characters kept of what a cell says of a person. */
const MOST = 200

/** Who a record names: what several columns tell of one thing is joined, each once. Null when they are all empty. */
export function holderOf(columns: readonly PersonalColumn[], fields: readonly string[]): Holder | null {
  const told = (field: keyof Holder): string | null => {
    const cells = columns.filter((column) => column.field === field).map(({ index }) => (fields[index] ?? '').trim())
    return [...new Set(cells)].join(' ').trim().slice(0, MOST) || null
  }
  const holder = { user: told('user'), email: told('email'), phone: told('phone') }
  return Object.values(holder).every((value) => value === null) ? null : holder
}
