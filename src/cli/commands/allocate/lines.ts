import type { ChangeSums } from '../../../derive/allocation-changes.js'
import type { Messages } from '../../../i18n/translator.js'
import type { AllocationResult } from '../../../model/allocation.js'

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

/** Who wins, who loses, and how much. */
export function changeLines({ winners, wonCents, losers, lostCents, unchanged }: ChangeSums, m: Messages): string[] {
  const { money, number } = m.format
  return [
    m.allocate.winners(number(winners), money(wonCents)),
    m.allocate.losers(number(losers), money(lostCents)),
    m.allocate.unchanged(number(unchanged)),
  ]
}
