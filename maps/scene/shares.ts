import type { Building, SchoolBuilding } from '../../src/model/organisation.js'
import { grouped } from './grouped.js'

/** A school in a building, and the part of its pupils (0 to 1) who are there. */
export interface SchoolShare {
  readonly school: string
  readonly share: number
}

/**
 * The schools of each building, by building code, each with the part of it that is there: what a file says, and the
 * rest by usable area when the areas of all its other buildings are known, else equally.
 */
export function sharesByBuilding(
  pairs: readonly SchoolBuilding[],
  buildings: readonly Building[],
): ReadonlyMap<string, readonly SchoolShare[]> {
  const areas = new Map(buildings.map(({ code, areaM2 }) => [code, areaM2]))
  const byBuilding = new Map<string, SchoolShare[]>()
  for (const [school, own] of grouped(pairs, ({ school }) => school)) {
    for (const { building, share } of sharesOf(own, areas)) {
      byBuilding.set(building, [...(byBuilding.get(building) ?? []), { school, share }])
    }
  }
  return byBuilding
}

function sharesOf(
  pairs: readonly SchoolBuilding[],
  areas: ReadonlyMap<string, number | null>,
): { readonly building: string; readonly share: number }[] {
  const told = pairs.reduce((sum, { share }) => sum + (share ?? 0), 0)
  const untold = pairs.filter(({ share }) => share === null)
  const weights = untold.map(({ building }) => areas.get(building) ?? 0)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const byArea = weights.every((weight) => weight > 0)
  return pairs.map(({ building, share }) => {
    const part = byArea ? (areas.get(building) ?? 0) / total : 1 / untold.length
    return { building, share: share ?? Math.max(0, 1 - told) * part }
  })
}
