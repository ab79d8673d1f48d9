import type { ChangeSums } from '../../../derive/allocation-changes.js'
import type { Messages } from '../../../i18n/translator.js'
import type { Allocation, AllocationProblem, AllocationResult } from '../../../model/allocation.js'
import type { Report } from '../../../model/report.js'
import allocationReport from '../../../reports/allocation.js'

/** What is shared, for which year. */
export function titleOf({ part, schoolYear, enrolmentYear, envelopeCents }: AllocationResult, m: Messages): string {
  return m.allocate.title(part, schoolYear, enrolmentYear, m.format.money(envelopeCents))
}

/** What was done with the envelope, in the order in which it comes down. */
export function sumLines(result: AllocationResult, { allocate, format, results }: Messages): string[] {
  const { dueCents, envelopeCents, reserveCents, recoveredCents, unallocatedCents, stages } = result
  const room = envelopeCents - reserveCents + recoveredCents
  const carried = result.allocations.reduce((total, { carriedCents }) => total + carriedCents, 0) - recoveredCents
  return [
    ...(reserveCents > 0 ? [allocate.reserve(format.money(reserveCents))] : []),
    ...(recoveredCents > 0 ? [allocate.recovered(format.money(recoveredCents))] : []),
    ...(dueCents > room ? [allocate.cut(format.money(dueCents), format.money(room))] : []),
    ...stages.map(({ stage, sumCents }) => results.stageSum(stage, format.money(sumCents))),
    ...(unallocatedCents > 0 ? [allocate.unallocated(format.money(unallocatedCents))] : []),
    ...(carried > 0 ? [allocate.carried(format.money(carried))] : []),
  ]
}

/** Past so many schools, a screen says no more than how many others there are: a report names them all. */
const MOST_TOLD = 10

/** What the data lack, a sentence each: of the first schools, then what concerns none in particular. */
export function problemLines(
  problems: readonly Pick<AllocationProblem, 'school' | 'message'>[],
  m: Messages,
): string[] {
  const ofSchools = problems.filter(({ school }) => school !== null)
  const left = ofSchools.length - MOST_TOLD
  return [
    ...ofSchools.slice(0, MOST_TOLD).map(({ message }) => message),
    ...(left > 0 ? [m.allocate.otherProblems(m.format.number(left))] : []),
    ...problems.filter(({ school }) => school === null).map(({ message }) => message),
  ]
}

/** The table of amounts tells adjustments where there are some, so that what is shown adds up. */
export function tableOf<Row extends Pick<Allocation, 'adjustmentCents'>>(
  rows: readonly Row[],
): { readonly table?: { readonly report: Report<Allocation>; readonly texts: object } } {
  if (rows.every(({ adjustmentCents }) => adjustmentCents === 0)) return {}
  const columns = allocationReport.columns.map((column) =>
    column.key === 'adjustmentCents' ? { ...column, inTable: true } : column,
  )
  return { table: { report: { ...allocationReport, columns }, texts: {} } }
}

/** Who wins, who loses, and how much. */
export function changeLines({ winners, wonCents, losers, lostCents, unchanged }: ChangeSums, m: Messages): string[] {
  const { money, number } = m.format
  return [
    ...(winners > 0 ? [m.allocate.winners(number(winners), money(wonCents))] : []),
    ...(losers > 0 ? [m.allocate.losers(number(losers), money(lostCents))] : []),
    ...(unchanged > 0 ? [m.allocate.unchanged(number(unchanged))] : []),
  ]
}
