import type { CategoryRule, EquipmentLot, EquipmentRules } from '../model/equipment.js'
import type { Enrolment, School, SchoolBuilding } from '../model/organisation.js'
import type { Shortfall } from '../model/records.js'
import type { Messages } from '../i18n/translator.js'
import { eligibleSchools } from './eligible.js'
import type { KnownPupils } from './enrolment.js'
import { groupedBy } from '../lib/group.js'
import { sectorList } from './sectors.js'

export interface ShortfallInput {
  readonly schools: readonly School[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly equipment: readonly EquipmentLot[]
  readonly rules: EquipmentRules
  readonly schoolYear: string
}

/** Units of one school in one category, by what they are worth today. */
interface Stock {
  readonly inService: number
  readonly pastLife: number
  readonly broken: number
  /** Of those in service, the units that nobody knows the age of. */
  readonly undated: number
}

const NO_STOCK: Stock = { inService: 0, pastLife: 0, broken: 0, undated: 0 }

/** Divisions leave dust such as 15.000000000000002, which must not round up to 16. */
const DUST = 1e-9

/** One ratio for every order; the most favourable where they differ. */
function ratioOf({ perPupils }: CategoryRule): number {
  return typeof perPupils === 'number' ? perPupils : Math.min(...Object.values(perPupils))
}

/** The day on which a school year's pupils and equipment are counted. */
function countedOn(schoolYear: string): string {
  return `${schoolYear.slice(0, 4)}-09-30`
}

/** ISO dates compare as text; a 29 February ends its life on the same text, between 28 February and 1 March. */
function isPastLife(acquiredOn: string, lifeYears: number, on: string): boolean {
  const endYear = String(Number(acquiredOn.slice(0, 4)) + lifeYears).padStart(4, '0')
  return `${endYear}${acquiredOn.slice(4)}` <= on
}

function addLot(stock: Stock, lot: EquipmentLot, rule: CategoryRule, on: string): Stock {
  const units = lot.quantity * lot.unitsEach
  if (lot.condition === 'retired') return stock
  if (lot.condition === 'broken') return { ...stock, broken: stock.broken + units }
  if (lot.acquiredOn === null) {
    return { ...stock, inService: stock.inService + units, undated: stock.undated + units }
  }
  return isPastLife(lot.acquiredOn, rule.lifeYears, on)
    ? { ...stock, pastLife: stock.pastLife + units }
    : { ...stock, inService: stock.inService + units }
}

function because(input: {
  readonly rule: CategoryRule
  readonly due: number
  readonly known: KnownPupils
  readonly stock: Stock
  readonly target: number | null
  readonly shortfall: number | null
  readonly messages: Messages
}): string {
  const { rule, due, known, stock, target, shortfall, messages } = input
  const { gaps, format } = messages
  const units = (count: number): { count: number; text: string } => ({ count, text: format.number(count) })
  const stocked = {
    inService: units(stock.inService),
    pastLife: units(stock.pastLife),
    broken: units(stock.broken),
    undated: units(stock.undated),
  }
  if (known.pupils === null || target === null || shortfall === null) return gaps['because-no-enrolment'](stocked)
  return gaps['because-shortfall']({
    ...stocked,
    target: format.number(target),
    floor: format.number(rule.floor),
    duePercent: format.number(due * 100, 2),
    isWhole: due === 1,
    pupils: units(known.pupils),
    perPupils: format.number(ratioOf(rule)),
    raw: format.number(rule.floor + (due * known.pupils) / ratioOf(rule), 2),
    shortfall: units(shortfall),
    unknownSectors: sectorList(known.missing, messages),
  })
}

/**
 * What each school should have, has and lacks, by school code and then by category in the rule's order.
 *
 * Target = ⌈floor + progression × pupils ÷ perPupils⌉, pupils over the rule's sectors on 30 September of the year.
 * In service = units in good condition whose life does not end by that day; a lot without date is in service, and
 * `because` says so; broken and past-life units are told apart, retired ones count nowhere. Without any enrolment,
 * pupils, target and shortfall are null. A centre of vocational training alone is left out when the rule says so, as
 * are lots of a category that the rule does not name. `because` is one sentence with the arithmetic.
 */
export function deriveShortfalls(input: ShortfallInput, messages: Messages): readonly Shortfall[] {
  const { rules, schoolYear } = input
  const lots = groupedBy(input.equipment, (lot) => lot.school)
  const due = rules.progression[schoolYear] ?? 1
  const on = countedOn(schoolYear)

  const inCategory = (school: School, known: KnownPupils, category: string, rule: CategoryRule): Shortfall => {
    const own = (lots.get(school.code) ?? []).filter((lot) => lot.category === category)
    const stock = own.reduce((total, lot) => addLot(total, lot, rule, on), NO_STOCK)
    const raw = known.pupils === null ? null : rule.floor + (due * known.pupils) / ratioOf(rule)
    const target = raw === null ? null : Math.ceil(raw - DUST)
    const shortfall = target === null ? null : Math.max(0, target - stock.inService)
    return {
      school: school.code,
      name: school.name,
      board: school.board,
      category,
      schoolYear,
      pupils: known.pupils,
      target,
      inService: stock.inService,
      pastLife: stock.pastLife,
      broken: stock.broken,
      shortfall,
      percent: target === null || target === 0 ? null : (stock.inService / target) * 100,
      pupilsPerDevice: known.pupils === null || stock.inService === 0 ? null : known.pupils / stock.inService,
      costCents: shortfall === null || rule.unitCostCents === null ? null : shortfall * rule.unitCostCents,
      because: because({ rule, due, known, stock, target, shortfall, messages }),
    }
  }

  return eligibleSchools(input).flatMap(({ school, known }) =>
    Object.entries(rules.categories).map(([category, rule]) => inCategory(school, known, category, rule)),
  )
}
