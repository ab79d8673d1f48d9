import type { Allocation } from '../model/allocation.js'
import type { AllocationTotal } from '../model/allocation-totals.js'
import { groupedBy, sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'

/** A group of schools: the code that it is sorted by, and its name. */
export interface TotalGroup {
  readonly code: string
  readonly name: string
}

/** Amounts added up by board or by region, by code. The sums are those of the lines, to the cent. */
export function allocationTotals(
  allocations: readonly Allocation[],
  by: AllocationTotal['by'],
  groupOf: (line: Allocation) => TotalGroup,
): readonly AllocationTotal[] {
  const groups = groupedBy(
    allocations.map((line) => ({ line, group: groupOf(line) })),
    ({ group }) => group.code,
  )
  return [...groups]
    .sort(([a], [b]) => byCode(a, b))
    .map(([code, own]): AllocationTotal => {
      const lines = own.map(({ line }) => line)
      const pupils = sum(lines.map((line) => line.pupils))
      const amountCents = sum(lines.map((line) => line.amountCents))
      return {
        by,
        code,
        name: own[0]?.group.name ?? '',
        schools: lines.length,
        pupils,
        floorCents: sum(lines.map((line) => line.floorCents)),
        prorataCents: sum(lines.map((line) => line.prorataCents)),
        adjustmentCents: sum(lines.map((line) => line.adjustmentCents)),
        amountCents,
        carriedCents: sum(lines.map((line) => line.carriedCents)),
        perPupilCents: pupils === 0 ? null : Math.round(amountCents / pupils),
      }
    })
}
