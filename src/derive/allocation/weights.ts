import type { AllocationStep, ProrataWeights } from '../../model/equipment.js'
import type { Building, SchoolPart } from '../../model/organisation.js'
import { distanceKm } from '../../lib/great-circle.js'
import { deriveDeprivation } from '../deprivation.js'
import { partsOf, type AllocationFacts, type Parties } from './parties.js'

export type ProrataStep = Extract<AllocationStep, { readonly kind: 'prorata' }>

/** Why a school's pupils weigh more or less. `about`: the decile, the region, the kilometres beyond which, the pupils at most. */
export interface Factor {
  readonly reason: 'deprivation' | 'region' | 'km' | 'small-school' | 'special-status'
  readonly about: string | number | null
  readonly factor: number
}

/** What the weights of a rule could not look at: they then weigh 1. */
export interface UnknownWeights {
  readonly withoutDecile: number
  readonly withoutRegion: number
  readonly withoutDistance: number
  /** Regions of the rule where no building is. */
  readonly regions: readonly string[]
}

/** How a prorata weighs each party, at its position. */
export interface Weighing {
  readonly step: number
  readonly rule: ProrataStep
  /** Whole: pupils (in millionths where factors weigh them), or cents of need. */
  readonly weights: readonly number[]
  /** What makes one of `weights` a weighted pupil. */
  readonly perUnit: number
  readonly factorsOf: (i: number) => readonly Factor[]
  readonly unknown: UnknownWeights
}

const NO_FACTORS: readonly Factor[] = []

const NOTHING_UNKNOWN: UnknownWeights = { withoutDecile: 0, withoutRegion: 0, withoutDistance: 0, regions: [] }

/** Weighted pupils count to the millionth; to the thousandth if sums would not be exact otherwise. */
const FINEST = [1_000_000, 1_000] as const

function decilesOf(
  facts: AllocationFacts,
  index: 'imse' | 'sfr',
  schoolYear: string,
): ReadonlyMap<string, number | null> {
  const told = deriveDeprivation(facts.deprivation.filter((fact) => fact.schoolYear <= schoolYear))
  told.sort((a, b) => (a.schoolYear < b.schoolYear ? -1 : 1))
  return new Map(told.map((each) => [each.school, index === 'imse' ? each.imseDecile : each.sfrDecile]))
}

/** By school, the building where most of its pupils are; of equal ones, the first by code. */
export function mainBuildings(
  parts: readonly SchoolPart[],
  buildings: readonly Building[],
): ReadonlyMap<string, Building> {
  const byCode = new Map(buildings.map((building) => [building.code, building]))
  const most = new Map<string, SchoolPart>()
  for (const part of parts) {
    const before = most.get(part.school)
    if (before === undefined || part.share > before.share) most.set(part.school, part)
  }
  return new Map(
    [...most].flatMap(([school, { building }]) => {
      const found = byCode.get(building)
      return found === undefined ? [] : [[school, found] as const]
    }),
  )
}

interface Places {
  readonly regionOf: (school: string) => string | null
  readonly kmOf: (school: string) => number | null
}

function placesOf(parties: Parties, facts: AllocationFacts): Places {
  const main = mainBuildings(partsOf(parties, facts), facts.buildings)
  const pops = facts.pops.flatMap(({ coordinates }) => (coordinates === null ? [] : [coordinates]))
  return {
    regionOf: (school) => main.get(school)?.region ?? null,
    kmOf: (school) => {
      const coordinates = main.get(school)?.coordinates ?? null
      return coordinates === null || pops.length === 0
        ? null
        : Math.min(...pops.map((pop) => distanceKm(coordinates, pop)))
    },
  }
}

interface Asked {
  readonly parties: Parties
  readonly facts: AllocationFacts
  readonly schoolYear: string
}

/** The factors of each party by one kind of weight, and how many it could not look at. */
interface Looked {
  readonly factors: (i: number) => readonly Factor[]
  readonly unknown: Partial<UnknownWeights>
}

function byDeprivation(
  rule: NonNullable<ProrataWeights['deprivation']>,
  { parties, facts, schoolYear }: Asked,
): Looked {
  const deciles = decilesOf(facts, rule.index, schoolYear)
  const decileOf = (i: number): number | null => deciles.get(parties.schools[i]?.code ?? '') ?? null
  return {
    factors: (i) => {
      const decile = decileOf(i)
      const factor = decile === null ? undefined : rule.deciles[String(decile)]
      return factor === undefined ? [] : [{ reason: 'deprivation', about: decile, factor }]
    },
    unknown: { withoutDecile: parties.all.filter((i) => decileOf(i) === null).length },
  }
}

function byRemoteness(rule: NonNullable<ProrataWeights['remoteness']>, { parties, facts }: Asked): Looked {
  const { regionOf, kmOf } = placesOf(parties, facts)
  const regions = parties.schools.map(({ code }) => regionOf(code))
  const km = rule.beyondKm.length === 0 ? [] : parties.schools.map(({ code }) => kmOf(code))
  const known = new Set(facts.buildings.map(({ region }) => region))
  const weighs = Object.keys(rule.regions)
  return {
    factors: (i) => {
      const region = regions[i] ?? null
      const byRegion = region !== null && Object.hasOwn(rule.regions, region) ? rule.regions[region] : undefined
      const distance = km[i] ?? null
      const beyond = distance === null ? undefined : rule.beyondKm.findLast((band) => distance > band.km)
      return [
        ...(byRegion === undefined ? [] : [{ reason: 'region' as const, about: region, factor: byRegion }]),
        ...(beyond === undefined ? [] : [{ reason: 'km' as const, about: beyond.km, factor: beyond.factor }]),
      ]
    },
    unknown: {
      withoutRegion: weighs.length === 0 ? 0 : regions.filter((region) => region === null).length,
      withoutDistance: km.filter((distance) => distance === null).length,
      regions: weighs.filter((region) => !known.has(region)),
    },
  }
}

function lookedAt(weights: ProrataWeights, asked: Asked): readonly Looked[] {
  const { parties, facts } = asked
  const looked: Looked[] = []
  if (weights.deprivation !== null) looked.push(byDeprivation(weights.deprivation, asked))
  if (weights.remoteness !== null) looked.push(byRemoteness(weights.remoteness, asked))
  if (weights.smallSchool !== null) {
    const { upTo, factor } = weights.smallSchool
    const own = [{ reason: 'small-school' as const, about: upTo, factor }]
    looked.push({ factors: (i) => ((parties.pupils[i] ?? 0) <= upTo ? own : NO_FACTORS), unknown: {} })
  }
  if (weights.specialStatus !== null) {
    const special = new Set(facts.boards.filter(({ language }) => language === 'Statut').map(({ code }) => code))
    const own = [{ reason: 'special-status' as const, about: null, factor: weights.specialStatus }]
    looked.push({ factors: (i) => (special.has(parties.schools[i]?.board ?? '') ? own : NO_FACTORS), unknown: {} })
  }
  return looked
}

function inWhole(weighted: readonly number[]): { readonly weights: readonly number[]; readonly perUnit: number } {
  const [finest, coarse] = FINEST
  const total = weighted.reduce((sum, weight) => sum + weight, 0)
  const perUnit = total * finest < Number.MAX_SAFE_INTEGER / 2 ? finest : coarse
  return { weights: weighted.map((weight) => Math.round(weight * perUnit)), perUnit }
}

/** How a prorata weighs the parties: by need, by pupils, or by pupils times the factors that concern their school. */
export function weigh(step: number, rule: ProrataStep, asked: Asked): Weighing {
  const { parties, facts } = asked
  const plain = { step, rule, perUnit: 1, factorsOf: () => [], unknown: NOTHING_UNKNOWN }
  const base = rule.by === 'need' ? parties.schools.map(({ code }) => facts.needCents.get(code) ?? 0) : parties.pupils
  const looked = lookedAt(rule.weights, asked)
  if (looked.length === 0) return { ...plain, weights: base }
  const factorsOf = (i: number): readonly Factor[] => looked.flatMap(({ factors }) => factors(i))
  const weighted = base.map((weight, i) => {
    let product = weight
    for (const { factors } of looked) for (const { factor } of factors(i)) product *= factor
    return product
  })
  const unknown = looked.reduce<UnknownWeights>((all, one) => ({ ...all, ...one.unknown }), NOTHING_UNKNOWN)
  return { step, rule, ...inWhole(weighted), factorsOf, unknown }
}
