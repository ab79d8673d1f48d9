import { byCode } from '../lib/text.js'
import type { EquipmentRules } from '../model/equipment.js'
import { listCatalogue } from '../store/organisation.js'
import type { Known } from './known.js'
import type { Session } from './session.js'

/**
 * What to say of categories of a rule that no lot of equipment and no item of the catalogue is in: most often a name that
 * is spelled otherwise. Null when all are known, or when neither was imported.
 */
export async function unknownCategories(
  { store, m }: Session,
  known: Known,
  rules: EquipmentRules,
): Promise<string | null> {
  const items = await listCatalogue(store.db)
  const there = new Set([...known.equipment, ...items].map(({ category }) => category))
  const unknown = Object.keys(rules.categories).filter((category) => !there.has(category))
  if (there.size === 0 || unknown.length === 0) return null
  return m.allocate.unknownCategories(unknown.join(', '), [...there].sort(byCode).join(', '))
}
