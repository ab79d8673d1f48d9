import { distanceKm } from '../lib/great-circle.js'
import type { DeprivationFact } from '../model/deprivation.js'
import type { EquityUnit } from '../model/equity.js'
import type { Board, Building, Enrolment, School, SchoolBuilding } from '../model/organisation.js'
import { SECTORS } from '../model/organisation.js'
import type { Gap } from '../model/records.js'
import type { Pop } from '../model/wan-link.js'
import { deriveDeprivation } from './deprivation.js'
import { knownPupils, ordersBySchool } from './enrolment.js'
import { splitSchools } from './split.js'

/**
 * Pupils of a building, from this number up to the next one. 60 and 160 are the thresholds of the ministry's measure 15510
 * for small buildings; 500 is ours.
 */
export const SIZES = [0, 60, 160, 500] as const

/** Kilometres by great circle from a building to the nearest POP, from this one up to the next one. The bands are ours. */
export const REMOTENESS_KM = [0, 10, 50, 100] as const

export interface EquityInput {
  readonly boards: readonly Board[]
  readonly schools: readonly School[]
  readonly buildings: readonly Building[]
  readonly schoolBuildings: readonly SchoolBuilding[]
  readonly enrolment: readonly Enrolment[]
  readonly pops: readonly Pop[]
  readonly deprivation: readonly DeprivationFact[]
  readonly gaps: readonly Gap[]
  readonly schoolYear: string | null
}

/** The band that a number is in, by where it begins. */
function bandOf(value: number | null, from: readonly number[]): string | null {
  return value === null ? null : String(from.findLast((least) => value >= least) ?? from[0])
}

/** Each school's pupils in each of its buildings, with the groups that they are in. A school's decile is the last one known. */
export function equityUnits(input: EquityInput): EquityUnit[] {
  const schools = new Map(input.schools.map((school) => [school.code, school]))
  const buildings = new Map(input.buildings.map((building) => [building.code, building]))
  const languages = new Map(input.boards.map(({ code, language }) => [code, language]))
  const gaps = new Map(input.gaps.map((gap) => [gap.building, gap]))
  const pairs = input.schoolBuildings.filter(({ school, building }) => schools.has(school) && gaps.has(building))
  const orders = ordersBySchool(input.schools, input.schoolBuildings)
  const pupils = knownPupils({ ...input, orders, sectors: SECTORS })
  const rising = deriveDeprivation(input.deprivation).sort((a, b) => (a.schoolYear < b.schoolYear ? -1 : 1))
  const deciles = new Map(rising.map(({ school, imseDecile }) => [school, imseDecile]))
  const pops = input.pops.flatMap(({ coordinates }) => (coordinates === null ? [] : [coordinates]))
  const kmToPop = (coordinates: Building['coordinates']): number | null =>
    coordinates === null || pops.length === 0 ? null : Math.min(...pops.map((pop) => distanceKm(coordinates, pop)))
  const remoteness = new Map(
    input.buildings.map(({ code, coordinates }) => [code, bandOf(kmToPop(coordinates), REMOTENESS_KM)]),
  )
  const areas = new Map(input.buildings.map(({ code, areaM2 }) => [code, areaM2]))
  return splitSchools(pairs, areas).flatMap(({ school, building, share }): EquityUnit[] => {
    const [board, place, gap] = [schools.get(school)?.board ?? null, buildings.get(building), gaps.get(building)]
    if (share === 0 || gap === undefined) return []
    const known = pupils.get(school)?.pupils ?? null
    const decile = deciles.get(school) ?? null
    return [
      {
        ...{ school, building, pupils: known === null ? null : known * share },
        groups: {
          board,
          region: place?.region ?? null,
          mrc: place?.mrc ?? null,
          language: languages.get(board ?? '') ?? null,
          decile: decile === null ? null : String(decile),
          size: bandOf(gap.pupils, SIZES),
          remoteness: remoteness.get(building) ?? null,
        },
        ...{ level: gap.level, bpsPerPupil: gap.bpsPerPupil, ratio: gap.ratio, incomplete: gap.incomplete },
      },
    ]
  })
}
