import { groupedBy, sum } from '../lib/group.js'
import { byCode } from '../lib/text.js'
import type { Messages } from '../i18n/translator.js'
import type { EquipmentRules } from '../model/equipment.js'
import type { Board, Building, SchoolBuilding, SchoolPart } from '../model/organisation.js'
import type { Shortfall } from '../model/records.js'
import type { ShortfallTotal } from '../model/shortfall-totals.js'
import { divideCents } from './remainder.js'
import { splitSchools } from './split.js'

export interface ShortfallTotalsInput {
  /** Of one school year or several, each school and category once a year. */
  readonly shortfalls: readonly Shortfall[]
  readonly boards: readonly Board[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly rules: EquipmentRules
}

/** What a total is of, and whose it is. */
type Place = Pick<ShortfallTotal, 'code' | 'name' | 'board'>

type Figures = Omit<Shortfall, 'because' | 'name' | 'percent' | 'pupilsPerDevice'>

/** Shares in a division are whole numbers: as many decimals of them count. */
const SHARE_UNIT = 1e6

/**
 * Shortfalls by building, board or region, by code, then category and school year in the order in which they come. The
 * figures of all totals add up to those of the schools, exactly.
 *
 * A school of several buildings is divided among them in whole units: its target and pupils by largest remainder of the
 * parts of its pupils (or all in the building that has most, by the category's rule), its shortfall in proportion to the
 * targets, and what is in service so that each building's shortfall is what it lacks. It counts in `schools` of each. A
 * school is in the region of the building that has most of its pupils. Schools without any building, or whose region
 * nobody knows, are under an empty code.
 */
export function deriveShortfallTotals(
  input: ShortfallTotalsInput,
  by: ShortfallTotal['by'],
  { shortfalls: texts }: Messages,
): readonly ShortfallTotal[] {
  const { rules, shortfalls } = input
  const buildings = new Map(input.buildings.map((building) => [building.code, building]))
  const pairs = input.schoolBuildings.filter(({ building }) => buildings.has(building))
  const areas = new Map(input.buildings.map(({ code, areaM2 }) => [code, areaM2]))
  const parts = groupedBy(
    splitSchools(pairs, areas).filter(({ share }) => share > 0),
    ({ school }) => school,
  )
  const names = new Map(input.boards.map(({ code, name }) => [code, name]))
  const nowhere: Place = { code: '', name: texts[by === 'region' ? 'noRegion' : 'noBuilding'], board: null }
  const placeOf = (building: string | undefined, board: string): Place => {
    if (by === 'board') return { code: board, name: names.get(board) ?? board, board: null }
    const found = buildings.get(building ?? '')
    if (found === undefined) return nowhere
    if (by === 'building') return { code: found.code, name: found.name, board }
    return found.region === null ? nowhere : { code: found.region, name: found.region, board: null }
  }
  const placed = shortfalls.flatMap((row): readonly { place: Place; row: Figures }[] => {
    const own = parts.get(row.school) ?? []
    const largest = largestOf(own)
    if (by !== 'building' || own.length < 2 || rules.categories[row.category]?.buildings === 'largest')
      return [{ place: placeOf(largest?.building, row.board), row }]
    return [...dividedAmong(row, own)].map(([building, part]) => ({ place: placeOf(building, row.board), row: part }))
  })
  const order = new Map([...new Set(shortfalls.map(keyOf))].map((key, i) => [key, i]))
  return [...groupedBy(placed, ({ place, row }) => `${place.code}\n${keyOf(row)}`).values()]
    .flatMap((own) => totalOf(own, by))
    .sort((a, b) => byCode(a.code, b.code) || (order.get(keyOf(a)) ?? 0) - (order.get(keyOf(b)) ?? 0))
}

function keyOf({ category, schoolYear }: Pick<Shortfall, 'category' | 'schoolYear'>): string {
  return `${category} ${schoolYear}`
}

/** The building that has most of a school's pupils; of several, the first by code. */
function largestOf(parts: readonly SchoolPart[]): SchoolPart | undefined {
  return parts.reduce<SchoolPart | undefined>(
    (most, part) => (most && most.share >= part.share ? most : part),
    undefined,
  )
}

/** One school's figures in each of its buildings, in whole units. */
function dividedAmong(row: Figures, unordered: readonly SchoolPart[]): ReadonlyMap<string, Figures> {
  const parts = unordered.toSorted((a, b) => byCode(a.building, b.building))
  const shares = parts.map(({ share }) => Math.round(share * SHARE_UNIT))
  const byShare = (units: number): readonly number[] => (units === 0 ? [] : divideCents(units, shares))
  const { target, shortfall } = row
  const targets = target === null ? null : byShare(target)
  const lacks = targets === null ? null : divideCents(shortfall ?? 0, targets)
  // Where nothing is missing, what is more than the target is divided; else each building lacks its part.
  const beyond = byShare(target === null ? row.inService : Math.max(0, row.inService - target))
  const [pupils, pastLife, broken] = [row.pupils, row.pastLife, row.broken].map((each) => byShare(each ?? 0))
  return new Map(
    parts.map(({ building }, i) => {
      const lack = lacks?.[i] ?? 0
      return [
        building,
        {
          ...{ school: row.school, board: row.board, category: row.category, schoolYear: row.schoolYear },
          pupils: row.pupils === null ? null : (pupils?.[i] ?? 0),
          target: targets === null ? null : (targets[i] ?? 0),
          shortfall: shortfall === null ? null : lack,
          inService: (targets?.[i] ?? 0) - lack + (beyond[i] ?? 0),
          pastLife: pastLife?.[i] ?? 0,
          broken: broken?.[i] ?? 0,
          costCents: row.costCents === null ? null : shortfall ? (row.costCents / shortfall) * lack : 0,
        },
      ]
    }),
  )
}

function totalOf(
  placed: readonly { readonly place: Place; readonly row: Figures }[],
  by: ShortfallTotal['by'],
): readonly ShortfallTotal[] {
  const [first] = placed
  if (first === undefined) return []
  const rows = placed.map(({ row }) => row)
  return [{ by, ...first.place, category: first.row.category, schoolYear: first.row.schoolYear, ...addedUp(rows) }]
}

/** The figures of schools, or of their parts, added up; those that nobody knows are left out, and null when nobody knows any. */
export function addedUp(
  rows: readonly Figures[],
): Omit<ShortfallTotal, 'by' | 'code' | 'name' | 'board' | 'category' | 'schoolYear'> {
  const known = rows.filter(({ target }) => target !== null)
  const total = (of: (row: Figures) => number | null, among = known): number | null => {
    const told = among.flatMap((row) => of(row) ?? [])
    return told.length === 0 ? null : sum(told)
  }
  const [target, shortfall] = [total((row) => row.target), total((row) => row.shortfall)]
  const pupils = total((row) => row.pupils)
  const devices = sum(known.map(({ inService }) => inService))
  const schools = new Set(rows.map(({ school }) => school)).size
  return {
    ...{ schools, unknownSchools: schools - new Set(known.map(({ school }) => school)).size },
    ...{ pupils, target, shortfall },
    inService: sum(rows.map(({ inService }) => inService)),
    pastLife: sum(rows.map(({ pastLife }) => pastLife)),
    broken: sum(rows.map(({ broken }) => broken)),
    percent: target === null || target === 0 ? null : ((target - (shortfall ?? 0)) / target) * 100,
    pupilsPerDevice: pupils === null || devices === 0 ? null : pupils / devices,
    costCents: total((row) => row.costCents),
  }
}
