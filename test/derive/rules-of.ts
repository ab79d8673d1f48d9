import { checkRules } from '../../src/derive/rules.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { CategoryRule, EquipmentRules } from '../../src/model/equipment.js'

/** A rule as its file would say it: `file` over the least that a rule file holds. */
export function rulesOf(file: Readonly<Record<string, unknown>> = {}): EquipmentRules {
  const checked = checkRules(
    {
      ...{ id: 'combo', source: 'essai', schoolYear: '2018-2019', progression: {} },
      eligible: { sectors: ['youth', 'adult'], excludeVocationalOnly: true },
      categories: { flotte: { floor: 10, perPupils: 5, lifeYears: 5 } },
      allocation: { stages: ['school'], steps: [{ prorata: { by: 'pupils' } }] },
      ...file,
    },
    messagesFor('en'),
  )
  if ('rules' in checked) return checked.rules
  throw new Error(checked.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
}

/** The rule of one category, as its file would say it. */
export function categoryOf(category: Readonly<Record<string, unknown>>): CategoryRule {
  const rule = rulesOf({ categories: { flotte: category } }).categories['flotte']
  if (rule === undefined) throw new Error('no category')
  return rule
}
