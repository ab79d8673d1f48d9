import { byCode } from '../../src/lib/text.js'
import type { MapSchoolPart } from '../../src/model/map-format.js'
import type { Shortfall } from '../../src/model/records.js'
import { decimalsOrNull } from './layer.js'

/**
 * Equipment of a building in units (two decimals, as a school may be split): what is due, in service and missing over
 * all categories, then `shortfall_<category>` for each one that any school of the map has. Null when not known.
 */
export interface EquipmentProperties {
  readonly target: number | null
  readonly in_service: number | null
  readonly shortfall: number | null
  readonly [perCategory: `${'target' | 'in_service' | 'shortfall'}_${string}`]: number | null
}

/** A category's name as the end of a property's: `laboratoire-creatif` → `laboratoire_creatif`. */
export function categoryKey(category: string): string {
  return category.replaceAll('-', '_')
}

/** The categories of the map, by code: every building has the same columns. */
export function categoriesOf(shortfalls: readonly Shortfall[]): readonly string[] {
  return [...new Set(shortfalls.map(({ category }) => category))].sort(byCode)
}

/** Sums the shortfalls of a building's schools, each by the part of the school that is there. */
export function equipmentOf(
  shares: readonly MapSchoolPart[],
  shortfalls: ReadonlyMap<string, readonly Shortfall[]>,
  categories: readonly string[],
): EquipmentProperties {
  const lots = shares.flatMap(({ school, share }) => (shortfalls.get(school) ?? []).map((lot) => ({ lot, share })))
  const sum = (figure: 'target' | 'inService' | 'shortfall', category: string | null): number | null => {
    const values = lots
      .filter(({ lot }) => category === null || lot.category === category)
      .flatMap(({ lot, share }) => {
        const value = lot[figure]
        return value === null || share === null ? [] : [value * share]
      })
    return decimalsOrNull(values.length === 0 ? null : values.reduce((total, value) => total + value, 0), 2)
  }
  return {
    target: sum('target', null),
    in_service: sum('inService', null),
    shortfall: sum('shortfall', null),
    ...Object.fromEntries(
      categories.flatMap((category) => [
        [`target_${categoryKey(category)}`, sum('target', category)],
        [`in_service_${categoryKey(category)}`, sum('inService', category)],
        [`shortfall_${categoryKey(category)}`, sum('shortfall', category)],
      ]),
    ),
  }
}
