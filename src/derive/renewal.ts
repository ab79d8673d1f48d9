import { groupedBy, sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import type { CategoryRule, EquipmentLot, EquipmentRules } from '../model/equipment.js'
import type { School, SchoolBuilding } from '../model/organisation.js'
import type { RenewalRow } from '../model/renewal.js'
import { schoolYearOf } from '../model/school-year.js'
import { eligibleSchools } from './eligible.js'
import { lotReader, type CountedLot } from './lots.js'

export interface RenewalInput {
  readonly schools: readonly School[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly equipment: readonly EquipmentLot[]
  readonly rules: EquipmentRules
  /** ISO date: what reached its end by then, that day included, is overdue. */
  readonly asOf: string
}

/**
 * What reaches the end of its life when, and what as many units cost: by school code, category in the rule's order, then
 * school year, those that nobody knows the year of last. A school year that `asOf` cuts has a row for each side of it.
 *
 * The lots that count by the rule are there, each once: eligible items in a condition that counts, of the schools that
 * the rule applies to. Those without date of purchase have no year. Devices of an inventory and those that scans saw are
 * not: nothing dates them. The cost is that of the rule for a unit, else what the lots cost; it is null when one of them
 * does not say.
 */
export function deriveRenewal({ equipment, ...input }: RenewalInput): readonly RenewalRow[] {
  const { rules, asOf } = input
  const schoolYear = schoolYearOf(asOf)
  const lots = groupedBy(equipment, ({ school }) => school)
  const categories = Object.entries(rules.categories).map(([category, rule]) => ({
    ...{ category, rule },
    read: lotReader(rule, schoolYear),
  }))
  return eligibleSchools({ ...input, schoolYear, enrolment: [] }).flatMap(({ school: { code: school, name, board } }) =>
    categories.flatMap(({ category, rule, read }) => {
      const own = (lots.get(school) ?? []).filter((lot) => lot.category === category)
      return rowsOf(own.map(read), rule, asOf).map((row) => ({ board, school, name, category, ...row }))
    }),
  )
}

type YearRow = Pick<RenewalRow, 'schoolYear' | 'overdue' | 'units' | 'costCents'>

/** True for a lot that counts, at whatever date it was acquired. */
function counts({ standing, units, lot }: CountedLot, { conditions }: CategoryRule): boolean {
  return units > 0 && standing !== 'other-item' && conditions.some((condition) => condition === lot.condition)
}

function rowsOf(lots: readonly CountedLot[], rule: CategoryRule, asOf: string): readonly YearRow[] {
  const counted = lots.filter((lot) => counts(lot, rule))
  const byEnd = groupedBy(counted, ({ endsOn }) =>
    endsOn === null ? '' : `${schoolYearOf(endsOn)} ${endsOn <= asOf ? 'a' : 'b'}`,
  )
  return [...byEnd]
    .sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : byCode(a, b)))
    .map(([key, own]): YearRow => {
      const units = sum(own.map((lot) => lot.units))
      const schoolYear = key === '' ? null : key.slice(0, 9)
      return { schoolYear, overdue: key.endsWith('a'), units, costCents: costOf(own, units, rule) }
    })
}

function costOf(lots: readonly CountedLot[], units: number, { unitCostCents }: CategoryRule): number | null {
  if (unitCostCents !== null) return units * unitCostCents
  const costs = lots.map(({ lot }) => lot.costCents)
  return costs.includes(null) ? null : sum(costs.map((cents) => cents ?? 0))
}
