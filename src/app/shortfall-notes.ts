import type { Messages } from '../i18n/translator.js'
import { groupedBy, sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import type { CountDoubt } from '../model/device-counts.js'
import type { EquipmentRules } from '../model/equipment.js'
import type { Shortfall } from '../model/records.js'
import type { Known } from './known.js'

/** Codes that a note names before it says how many more there are. */
const NAMED = 5

/** Some codes, and how many others. */
function someOf(codes: readonly string[], m: Messages): string {
  const named = codes.slice(0, NAMED).join(', ')
  return codes.length > NAMED ? m.shortfalls.andOthers(named, m.format.number(codes.length - NAMED)) : named
}

/** Schools without enrolment, and pupils of preschool that a rule leaves out. */
export function shortfallNotes(
  found: {
    readonly known: Known
    readonly rules: EquipmentRules
    readonly shortfalls: readonly Shortfall[]
    readonly enrolmentYear: string
  },
  m: Messages,
): readonly string[] {
  const { known, rules, shortfalls, enrolmentYear } = found
  const unknown = [...new Set(shortfalls.filter(({ pupils }) => pupils === null).map(({ school }) => school))]
  const silent = Object.entries(rules.categories)
    .filter(([, rule]) => {
      const sectors = rule.sectors ?? rules.eligible.sectors
      return sectors.includes('youth') && !sectors.includes('preschool')
    })
    .map(([category]) => category)
  const rows = known.enrolment.filter(
    ({ sector, schoolYear }) => sector === 'preschool' && schoolYear === enrolmentYear,
  )
  const pupils = sum(rows.map((row) => row.pupils))
  return [
    ...(unknown.length === 0
      ? []
      : [m.shortfalls.unknownSchools(m.format.number(unknown.length), enrolmentYear, someOf(unknown, m))]),
    ...(silent.length === 0 || pupils === 0
      ? []
      : [m.shortfalls.preschoolLeftOut(m.format.number(pupils), categoryNames(silent, m))]),
  ]
}

function categoryNames(categories: readonly string[], m: Messages): string {
  return categories.map((code) => m.words[`category-${code}` as keyof Messages['words']] ?? code).join(', ')
}

/** Lots that nothing counts: of categories that the rule does not name, of schools that nobody knows, of later years. */
export function lotNotes(
  {
    known,
    rules,
    schoolYear,
  }: { readonly known: Known; readonly rules: EquipmentRules; readonly schoolYear: string | null },
  m: Messages,
): readonly string[] {
  const schools = new Set(known.schools.map(({ code }) => code))
  const others = groupedBy(
    known.equipment.filter(({ category }) => !Object.hasOwn(rules.categories, category)),
    ({ category }) => category,
  )
  const strays = known.equipment.filter(({ school }) => !schools.has(school))
  const codes = [...new Set(strays.map(({ school }) => school))].sort(byCode)
  const nextYear = schoolYear === null ? null : `${schoolYear.slice(5)}-07-01`
  const later = known.equipment.filter(
    ({ category, acquiredOn }) =>
      nextYear !== null && acquiredOn !== null && acquiredOn >= nextYear && Object.hasOwn(rules.categories, category),
  )
  return [
    ...(others.size === 0
      ? []
      : [
          m.shortfalls.otherCategories(
            [...others]
              .sort(([a], [b]) => byCode(a, b))
              .map(([category, lots]) => `${category} (${m.format.number(lots.length)})`)
              .join(', '),
            Object.keys(rules.categories).join(', '),
          ),
        ]),
    ...(strays.length === 0 ? [] : [m.shortfalls.strayLots(m.format.number(strays.length), someOf(codes, m))]),
    ...(later.length === 0 || schoolYear === null
      ? []
      : [m.shortfalls.laterLots(m.format.number(later.length), schoolYear)]),
  ]
}

/** What a reader of devices counted must know, in the order of the list. */
export function doubtNotes(doubts: ReadonlyMap<CountDoubt, number> | undefined, m: Messages): readonly string[] {
  return [...(doubts ?? [])].map(([code, count]) => m.shortfalls[`doubt-${code}`](m.format.number(count)))
}
