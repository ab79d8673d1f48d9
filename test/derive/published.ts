import fc from 'fast-check'
import { deriveCapacity } from '../../src/derive/capacity.js'
import { deriveDemands } from '../../src/derive/demand.js'
import { knownPupils, ordersBySchool } from '../../src/derive/enrolment.js'
import { findWays } from '../../src/derive/paths.js'
import { publicInput, tellsSectors } from '../../src/derive/publication.js'
import { retotalled } from '../../src/derive/roadmap-totals.js'
import { deriveRoadmap } from '../../src/derive/roadmap.js'
import { deriveShortfalls } from '../../src/derive/shortfalls.js'
import { splitSchools } from '../../src/derive/split.js'
import { findWithheld, withOtherCounts, type Assumption, type Counted } from '../../src/derive/suppression.js'
import { messagesFor } from '../../src/i18n/translator.js'
import type { EquipmentLot } from '../../src/model/equipment.js'
import { PLAIN_DRAWING, type MapInput } from '../../src/model/map-format.js'
import { SECTORS, type Board, type Enrolment, type SchoolBuilding } from '../../src/model/organisation.js'
import type { WanLinkFacts } from '../../src/model/wan-link.js'
import { building, MBPS, pair, primary, profileNamed, pupils, school } from './network.js'
import { rulesOf } from './rules-of.js'

// Invented boards whose maps are published, and the pupils that a test puts there.

export const YEAR = '2018-2019'
const french = messagesFor('fr')
const BOARD: Board = { code: '900000', name: 'CSS', language: 'Franco', municipality: null }
export const RULES = rulesOf({
  schoolYear: YEAR,
  eligible: { sectors: ['youth'], excludeVocationalOnly: false },
  categories: {
    flotte: { floor: 10, perPupils: 5, lifeYears: 5 },
    robotique: { floor: 1, perPupils: 100, lifeYears: 5 },
  },
})

/** Facts of a board, as they are imported. */
export interface Facts extends Counted {
  readonly wanLinks: readonly WanLinkFacts[]
  readonly equipment: readonly EquipmentLot[]
}

export const POP = { id: 'POP', name: 'POP', network: 'RISQ', kind: 'pop', coordinates: [-68.5, 48.5] } as const

export function wanLink(
  id: string,
  a: string,
  b: string,
  mbps: number,
  more: Partial<WanLinkFacts> = {},
): WanLinkFacts {
  return {
    id,
    name: null,
    provider: null,
    network: null,
    a,
    b,
    medium: 'fibre',
    capacityDownBps: mbps * MBPS,
    capacityUpBps: mbps * MBPS,
    status: 'operational',
    role: 'primary',
    monthlyCostCents: null,
    contractEnd: null,
    burstDownBps: null,
    burstUpBps: null,
    source: null,
    route: null,
    ...more,
  }
}

/** A map of all that is known, by a standard, with others to switch to. */
export function mapOf(facts: Facts, rules = RULES): MapInput {
  const [main, ...others] = ['ontario-2016', 'nsw-2022', 'setda-2017', 'dfe-2022', 'giga'].map((id) => {
    const input = {
      ...facts,
      boards: [BOARD],
      pops: [POP],
      profile: profileNamed(id),
      usersPerPupil: 1,
      schoolYear: YEAR,
    }
    return { id, input, ...deriveCapacity(input) }
  })
  if (main === undefined) throw new Error('no standard')
  const orders = ordersBySchool(facts.schools, facts.schoolBuildings)
  const counted = knownPupils({ ...facts, orders, schoolYear: YEAR, sectors: SECTORS })
  const steps = deriveRoadmap({
    ways: findWays(facts.wanLinks, [POP]),
    demands: deriveDemands(main.input),
    bothWays: false,
    costOf: () => 100,
  })
  const rows = steps.map((step, i) => ({
    step: i + 1,
    upgrades: step.upgrades,
    buildings: step.buildings,
    pupils: step.pupils,
    costCents: step.cost,
    upgradesTotal: 0,
    costTotalCents: 0,
    pupilsTotal: 0,
    percent: 0,
  }))
  return {
    boards: [BOARD],
    schools: facts.schools,
    buildings: facts.buildings,
    schoolParts: splitSchools(facts.schoolBuildings, new Map()),
    gaps: main.gaps,
    linkLoads: main.linkLoads,
    shortfalls: deriveShortfalls({ ...facts, rules, schoolYear: YEAR }, french),
    views: others.map(({ id, gaps, linkLoads }) => ({
      kind: 'profile',
      id,
      label: null,
      profile: id,
      schoolYear: YEAR,
      gaps,
      linkLoads,
    })),
    roadmap: retotalled(rows, main.gaps),
    measures: new Map(
      facts.wanLinks.map(({ id }) => {
        const days = { since: '2026-10-01', until: '2026-10-31', days: 31 }
        const use = { p95DownBps: 1e6, p95UpBps: 1e6, use: 0.1, headroomBps: 9e6, monthsUntilFull: null }
        return [id, { link: id, ...days, ...use }]
      }),
    ),
    schoolPupils: new Map([...counted].map(([code, known]) => [code, known.pupils])),
    wanLinks: facts.wanLinks,
    pops: [POP],
    territories: [
      {
        board: BOARD.code,
        name: BOARD.name,
        language: 'Franco',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [-69, 48],
              [-68, 48],
              [-68, 49],
              [-69, 49],
              [-69, 48],
            ],
          ],
        },
      },
    ],
    devices: Object.fromEntries(facts.buildings.map(({ code }) => [code, { answered: 3, failed: 1 }])),
    profile: 'ontario-2016',
    schoolYear: YEAR,
    drawing: PLAIN_DRAWING,
    generatedAt: '2026-11-30T12:00:00Z',
  }
}

/** The map that everybody may see. */
export function publishedMap(facts: Facts, rules = RULES): MapInput {
  const withheld = findWithheld(facts, YEAR)
  const by = (assumption: Assumption): MapInput => mapOf(withOtherCounts(facts, withheld, assumption), rules)
  return publicInput({ least: by('least'), most: by('most'), mixed: by('mixed') }, withheld, {
    tellsSectors: tellsSectors(rules),
  })
}

/** Sizes of schools: small ones, some just above what may be told, and usual ones. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 29 }),
  fc.integer({ min: 30, max: 70 }),
  fc.integer({ min: 71, max: 900 }),
)

/**
 * Boards of one to seven schools in up to three buildings each, some of which they share, behind a tree of links of few
 * capacities; the first school is always small.
 */
export const boards: fc.Arbitrary<Facts> = fc
  .record({
    sizes: fc
      .tuple(fc.integer({ min: 0, max: 29 }), fc.array(size, { maxLength: 6 }))
      .map(([first, rest]) => [first, ...rest]),
    adults: fc.array(fc.option(fc.integer({ min: 1, max: 80 }), { freq: 3 }), { minLength: 7, maxLength: 7 }),
    places: fc.array(fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }), { minLength: 7, maxLength: 7 }),
    weights: fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 7,
      maxLength: 7,
    }),
    ups: fc.array(fc.tuple(fc.nat(20), fc.constantFrom(5, 10, 30, 100, 1000)), { minLength: 9, maxLength: 9 }),
  })
  .map(({ sizes, adults, places, weights, ups }): Facts => {
    const code = (i: number): string => `9001${String(i).padStart(2, '0')}`
    const schools = sizes.map((_, i) => school(`9000${String(i + 1).padStart(2, '0')}`))
    const schoolBuildings = schools.flatMap((own, i): SchoolBuilding[] => {
      const here = [...new Set(places[i] ?? [0])]
      const total = here.reduce((sum, _, k) => sum + (weights[i]?.[k] ?? 1), 0)
      return here.map((at, k) => pair(own.code, code(at), primary, (weights[i]?.[k] ?? 1) / total))
    })
    const used = [...new Set(schoolBuildings.map((each) => each.building))].sort()
    return {
      schools,
      buildings: used.map((each, i) => building(each, { coordinates: [-68 - i / 50, 48.2] })),
      schoolBuildings,
      enrolment: schools.flatMap((own, i): Enrolment[] => {
        const rows = [pupils(own.code, sizes[i] ?? 0)]
        const more = adults[i] ?? null
        return more === null || (sizes[i] ?? 0) < 30 ? rows : [...rows, pupils(own.code, more, 'adult')]
      }),
      wanLinks: used.map((each, i) => {
        const [up = 0, mbps = 10] = ups[i] ?? []
        return wanLink(`L${i}`, each, i === 0 || up > 8 ? 'POP' : (used[up % i] ?? 'POP'), mbps)
      }),
      equipment: schools.map((own) => ({
        school: own.code,
        category: 'flotte',
        item: 'Portable',
        quantity: 7,
        unitsEach: 1,
        acquiredOn: null,
        condition: 'good',
        costCents: null,
      })),
    }
  })
