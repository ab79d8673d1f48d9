import { sum } from '../../lib/group.js'
import type { ReportSheet } from '../../model/report-document.js'

/** What the last line of a sheet adds up, by column; a column without any known value has none, as has an empty sheet. */
export function totalsOf<Row>({ rows, totals }: ReportSheet<Row>): ReadonlyMap<string, number> {
  return new Map(
    totals.flatMap((key) => {
      const known = rows.map((row) => row[key]).filter((value) => typeof value === 'number')
      return known.length === 0 ? [] : [[key, sum(known)] as const]
    }),
  )
}
