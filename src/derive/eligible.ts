import type { EquipmentRules } from '../model/equipment.js'
import type { Enrolment, School, SchoolBuilding } from '../model/organisation.js'
import { byCode } from '../lib/text.js'
import { isVocationalOnly, knownPupils, ordersBySchool, type KnownPupils } from './enrolment.js'

/** A school that a rule applies to, with its pupils over the rule's sectors. */
export interface EligibleSchool {
  readonly school: School
  readonly known: KnownPupils
}

/** The schools that a rule applies to, by code: all of them, less the centres of vocational training alone if it says so. */
export function eligibleSchools(input: {
  readonly schools: readonly School[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly rules: EquipmentRules
  readonly schoolYear: string
}): readonly EligibleSchool[] {
  const { sectors, excludeVocationalOnly } = input.rules.eligible
  const orders = ordersBySchool(input.schools, input.schoolBuildings)
  const pupils = knownPupils({ ...input, orders, sectors })
  const eligible: EligibleSchool[] = []
  for (const school of input.schools) {
    const { code, orders: own } = school
    if (excludeVocationalOnly && isVocationalOnly(orders.get(code) ?? own)) continue
    eligible.push({ school, known: pupils.get(code) ?? { pupils: null, missing: [] } })
  }
  return eligible.sort((a, b) => byCode(a.school.code, b.school.code))
}
