import type { Point } from 'geojson'
import { groupedBy } from '../../src/lib/group.js'
import { byCode } from '../../src/lib/text.js'
import type { MapInput, MapSchoolPart } from '../../src/model/map-format.js'
import type { Building, School } from '../../src/model/organisation.js'
import type { Gap, Level } from '../../src/model/records.js'
import { categoriesOf, equipmentOf, type EquipmentProperties } from './equipment.js'
import { decimals, decimalsOrNull, layerOf, rounded, type Layer } from './layer.js'
import { scenarioOf } from './scenario.js'

export interface SchoolFacts {
  readonly school: string
  readonly name: string
  readonly board: string
  readonly preschool: boolean
  readonly primary: boolean
  readonly secondary: boolean
  readonly vocational: boolean
  readonly adult: boolean
  /** Pupils of the school; null when none is known. */
  readonly pupils: number | null
  /** On a public map: fewer than 30 pupils, whose number is withheld. */
  readonly suppressed: boolean
  readonly school_year: string | null
  /** Codes of its buildings, the one with most of its pupils first. */
  readonly buildings: readonly string[]
  /** The building where the point is; null when the school has no place. */
  readonly main_building: string | null
  /** The worst known level of its buildings. */
  readonly level: Level
  /** Part of its need that is met: the buildings' ratios, each 1 at most, weighted by where its pupils are. */
  readonly ratio: number | null
  readonly bps_per_pupil: number | null
  /** On a map that has a scenario only. */
  readonly scenario_level?: Level
  readonly scenario_ratio?: number | null
}

export type SchoolProperties = SchoolFacts & EquipmentProperties

/**
 * One point per school, where most of its pupils are: a table of places that joins, counts and clusters as it is, never
 * a school twice. Its other buildings are listed, and are in the layer of buildings.
 */
export function buildSchools(input: MapInput): Layer<Point, SchoolProperties> {
  const buildings = new Map(input.buildings.map((building) => [building.code, building]))
  const gaps = new Map(input.gaps.map((gap) => [gap.building, gap]))
  const scenario = scenarioOf(input)
  const scenarioGaps = new Map(scenario?.gaps.map((gap) => [gap.building, gap]))
  const parts = groupedBy(input.schoolParts, ({ school }) => school)
  const shortfalls = groupedBy(input.shortfalls, ({ school }) => school)
  const categories = categoriesOf(input.shortfalls)
  const drawn = input.schools.filter(({ code }) => {
    const own = parts.get(code) ?? []
    return own.length === 0 || own.some(({ building }) => gaps.has(building))
  })
  return layerOf(
    drawn.map((school) => {
      const own = (parts.get(school.code) ?? []).toSorted(mostFirst)
      const place = placeOf(own, buildings)
      const facts: SchoolFacts = {
        ...identity(school, input),
        buildings: own.map(({ building }) => building),
        main_building: place?.code ?? null,
        ...bandwidth(own, gaps),
        ...(scenario === null ? {} : scenarioBandwidth(own, scenarioGaps)),
      }
      const whole = [{ school: school.code, building: '', share: 1, method: 'whole' as const, orders: school.orders }]
      return {
        id: school.code,
        geometry: place === null ? null : { type: 'Point' as const, coordinates: place.coordinates },
        properties: { ...facts, ...equipmentOf(whole, shortfalls, categories) },
      }
    }),
  )
}

function identity({ code, name, board, orders }: School, { schoolPupils, suppressedSchools, schoolYear }: MapInput) {
  const { preschool, primary, secondary, vocational, adult } = orders
  const taught = { preschool, primary, secondary, vocational, adult }
  const pupils = schoolPupils.get(code) ?? null
  const suppressed = suppressedSchools?.has(code) ?? false
  return {
    school: code,
    name,
    board,
    ...taught,
    pupils: decimalsOrNull(pupils, 2),
    suppressed,
    school_year: schoolYear,
  }
}

function placeOf(parts: readonly MapSchoolPart[], buildings: ReadonlyMap<string, Building>) {
  for (const { building: code } of parts) {
    const coordinates = buildings.get(code)?.coordinates ?? null
    if (coordinates !== null) return { code, coordinates: rounded(coordinates) }
  }
  return null
}

/** The building of most pupils first; by code where shares are withheld. */
function mostFirst(a: MapSchoolPart, b: MapSchoolPart): number {
  const more = a.share === null || b.share === null ? 0 : b.share - a.share
  return more || byCode(a.building, b.building)
}

/** Worst first. A building that nothing is known of does not hide the others. */
const WORST: readonly Level[] = ['unlinked', 'critical', 'short', 'tight', 'ok', 'unknown']

function isAttended({ share }: MapSchoolPart): boolean {
  return share === null || share > 0
}

/** A building without link receives nothing; one whose share is not known is left out of the means. */
function bandwidth(parts: readonly MapSchoolPart[], gaps: ReadonlyMap<string, Gap>) {
  const attended = parts.some(isAttended) ? parts.filter(isAttended) : parts
  const own = attended.flatMap(({ building, share }) => {
    const gap = gaps.get(building)
    return gap === undefined ? [] : [{ gap, share }]
  })
  const mean = (figure: (gap: Gap) => number | null): number | null => {
    const known = own.flatMap(({ gap, share }) => {
      const value = gap.level === 'unlinked' ? 0 : figure(gap)
      return value === null ? [] : [{ value, share }]
    })
    // Where shares are withheld there is no mean.
    const total = known.reduce((sum, { share }) => sum + (share ?? NaN), 0)
    return total > 0 ? known.reduce((sum, { value, share }) => sum + value * (share ?? NaN), 0) / total : null
  }
  return {
    level: WORST.find((level) => own.some(({ gap }) => gap.level === level)) ?? ('unknown' as const),
    ratio: decimalsOrNull(
      mean(({ ratio }) => (ratio === null ? null : Math.min(1, ratio))),
      4,
    ),
    bps_per_pupil: decimalsOrNull(
      mean(({ bpsPerPupil }) => bpsPerPupil),
      0,
    ),
  }
}

function scenarioBandwidth(parts: readonly MapSchoolPart[], gaps: ReadonlyMap<string, Gap>) {
  const { level, ratio } = bandwidth(parts, gaps)
  return { scenario_level: level, scenario_ratio: ratio === null ? null : decimals(ratio, 4) }
}
