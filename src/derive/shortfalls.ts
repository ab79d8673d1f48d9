import { groupedBy } from '../lib/group.js'
import type { Messages } from '../i18n/translator.js'
import type { DeviceCounts } from '../model/device-counts.js'
import type { EquipmentLot, EquipmentRules } from '../model/equipment.js'
import { NO_ORDERS, SECTORS, type Enrolment, type School, type SchoolBuilding } from '../model/organisation.js'
import type { Shortfall } from '../model/records.js'
import { enrolmentYearOf } from './allocation.js'
import { eligibleSchools } from './eligible.js'
import { knownOver, ordersBySchool, pupilsBySector, type KnownPupils } from './enrolment.js'
import { lotReader, type CountedLot, type LotReader } from './lots.js'
import { shortfallText } from './shortfall-text.js'
import { stockOf } from './stock.js'
import { deriveTarget, isOutside } from './target.js'

export interface ShortfallInput {
  readonly schools: readonly School[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly equipment: readonly EquipmentLot[]
  readonly rules: EquipmentRules
  readonly schoolYear: string
  /** Devices of the inventory and of scans, for a rule that counts them; none when absent. */
  readonly devices?: DeviceCounts
}

/**
 * What each school should have, has and lacks, by school code and then by category in the rule's order.
 *
 * Target = floor + progression × pupils ÷ ratio, rounded and bounded as the rule says (see `deriveTarget`), over the
 * pupils of the rule's sectors, or the category's own, on 30 September of the year, or of the one before, by rule. A school
 * that teaches nothing of the category's own sectors is due none of it.
 *
 * In service = units of the items that the rule lists, in a condition that counts, whose life does not end by 30 September
 * of the year itself; a lot without date is in service, and `because` says so. Units that are broken or past their life
 * are told apart; those that are retired, that the rule does not list, or that came after the school year count nowhere.
 * Where devices of the inventory or of scans count too, the larger of the two holds: lots name no device, so that their
 * sum might count one twice.
 *
 * Without any enrolment, pupils, target and shortfall are null. A centre of vocational training alone is left out when the
 * rule says so, as are lots of a category that the rule does not name. `because` is one sentence with the arithmetic.
 */
export function deriveShortfalls(input: ShortfallInput, messages: Messages): readonly Shortfall[] {
  const { rules, schoolYear } = input
  const lots = groupedBy(input.equipment, (lot) => lot.school)
  const orders = ordersBySchool(input.schools, input.schoolBuildings)
  const counts = pupilsBySector(input.enrolment, enrolmentYearOf(rules, schoolYear))
  const due = rules.progression[schoolYear] ?? 1
  const categories = Object.entries(rules.categories).map(([category, rule]) => {
    const sectors = SECTORS.filter((sector) => (rule.sectors ?? rules.eligible.sectors).includes(sector))
    return { category, rule, sectors, read: lotReader(rule, schoolYear) }
  })

  const inCategory = (school: School, { category, rule, sectors, read }: (typeof categories)[number]): Shortfall => {
    const own = { orders: orders.get(school.code) ?? NO_ORDERS, counts: counts.get(school.code) ?? {} }
    const outside = isOutside(rule, own)
    const known: KnownPupils = outside ? { pupils: 0, missing: [] } : knownOver(own.orders, own.counts, sectors)
    const target = deriveTarget(rule, { ...own, sectors, known, due })
    const stock = stockOf(readOwn(lots.get(school.code), category, read), rule, {
      fleet: input.devices?.fleet.get(category)?.get(school.code) ?? 0,
      scanned: input.devices?.scanned.get(category)?.get(school.code) ?? 0,
    })
    const shortfall = target === null ? null : Math.max(0, target.units - stock.inService)
    return {
      school: school.code,
      name: school.name,
      board: school.board,
      category,
      schoolYear,
      pupils: known.pupils,
      target: target === null ? null : target.units,
      inService: stock.inService,
      pastLife: stock.pastLife,
      broken: stock.broken,
      shortfall,
      percent: target === null || target.units === 0 ? null : (stock.inService / target.units) * 100,
      pupilsPerDevice: known.pupils === null || stock.inService === 0 ? null : known.pupils / stock.inService,
      costCents: shortfall === null || rule.unitCostCents === null ? null : shortfall * rule.unitCostCents,
      // Thousands of sentences that a total or a map does not read are not written.
      get because() {
        return shortfallText({ rule, due, known, stock, target, shortfall, schoolYear, sectors, outside }, messages)
      },
    }
  }

  return eligibleSchools({ ...input, enrolment: [] }).flatMap(({ school }) =>
    categories.map((category) => inCategory(school, category)),
  )
}

function readOwn(lots: readonly EquipmentLot[] | undefined, category: string, read: LotReader): readonly CountedLot[] {
  return (lots ?? []).filter((lot) => lot.category === category).map(read)
}
