import { byCode } from '../src/lib/text.js'
import type { MapInput } from '../src/model/map-format.js'

function sorted<T>(rows: readonly T[], ...keys: readonly ((row: T) => string)[]): T[] {
  return rows.toSorted((a, b) => keys.reduce((order, key) => order || byCode(key(a), key(b)), 0))
}

function sortedMap<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map(sorted([...map], ([key]) => key))
}

/** A map's rows by code, whatever order a database gives them in: for what writes them as they come. */
export function inOrder(input: MapInput): MapInput {
  const ofBuilding = ({ building }: { readonly building: string }): string => building
  const ofLink = ({ link }: { readonly link: string }): string => link
  const ofSchool = ({ school }: { readonly school: string }): string => school
  const ofCode = ({ code }: { readonly code: string }): string => code
  const ofId = ({ id }: { readonly id: string }): string => id
  return {
    ...input,
    boards: sorted(input.boards, ofCode),
    schools: sorted(input.schools, ofCode),
    buildings: sorted(input.buildings, ofCode),
    schoolParts: sorted(input.schoolParts, ofSchool, ofBuilding),
    gaps: sorted(input.gaps, ofBuilding),
    linkLoads: sorted(input.linkLoads, ofLink),
    shortfalls: sorted(input.shortfalls, ofSchool, ({ category }) => category),
    views: input.views.map((view) => ({
      ...view,
      gaps: sorted(view.gaps, ofBuilding),
      linkLoads: sorted(view.linkLoads, ofLink),
    })),
    measures: sortedMap(input.measures),
    schoolPupils: sortedMap(input.schoolPupils),
    wanLinks: sorted(input.wanLinks, ofId),
    pops: sorted(input.pops, ofId),
    territories: sorted(input.territories, ({ board }) => board),
    devices: Object.fromEntries(sorted(Object.entries(input.devices), ([code]) => code)),
  }
}
