import t from 'tap'
import { deriveCapacity } from '../../src/derive/capacity.js'
import { compareStandards, deriveGapChanges, totalOf } from '../../src/derive/gap-changes.js'
import { announced, applyScenario, unknownAtClosing, type ScenarioFacts } from '../../src/derive/scenario.js'
import type { CapacityInput, CapacityResult } from '../../src/model/capacity.js'
import type { Scenario } from '../../src/model/scenario.js'
import type { WanLink, WanLinkFacts } from '../../src/model/wan-link.js'
import {
  adult,
  building,
  gapOf,
  link,
  MBPS,
  network,
  none,
  pair,
  primary,
  profileNamed,
  pupils,
  school,
  secondary,
} from './network.js'

const YEAR = '2018-2019'
const nothing: Scenario = {
  ...{ name: 'Rien', year: null, growth: 1, pupils: new Map(), planned: [], links: [], closed: [], opened: [] },
}
const facts = (each: WanLink): WanLinkFacts => ({
  ...each,
  burstDownBps: null,
  burstUpBps: null,
  source: null,
  route: null,
})

/** Two schools, P and Q, of 100 and 60 pupils behind a hub of 100 Mbit/s; a planned link would double it. */
const input: CapacityInput & ScenarioFacts = {
  ...network({}),
  schools: [school('P'), school('Q', secondary)],
  buildings: ['P', 'Q', 'H', 'FREE'].map((code) => building(code)),
  schoolBuildings: [pair('P', 'P'), pair('Q', 'Q', secondary)],
  enrolment: [pupils('P', 100), pupils('Q', 60), { ...pupils('P', 90), schoolYear: '2017-2018' }],
  wanLinks: [
    link('p', 'P', 'H', 1000),
    link('q', 'Q', 'H', 1000),
    link('h', 'H', 'POP', 100),
    link('free', 'FREE', 'POP', 100, { status: 'planned' }),
    link('idea', 'FREE', 'POP', 100, { status: 'proposed' }),
  ].map(facts),
}

const after = (scenario: Partial<Scenario>): CapacityResult =>
  deriveCapacity(applyScenario(input, { ...nothing, ...scenario }, YEAR))

t.test('a scenario that says nothing changes nothing', (t) => {
  t.strictSame(applyScenario(input, nothing, YEAR), input)
  t.strictSame(deriveGapChanges(deriveCapacity(input).gaps, after({}).gaps), [])
  t.end()
})

t.test('pupils are those given, in all that the school teaches; the others grow', (t) => {
  const result = after({ growth: 1.1, pupils: new Map([['Q', 40]]) })
  t.equal(gapOf(result, 'P').pupils?.toFixed(6), '110.000000')
  t.equal(gapOf(result, 'Q').pupils, 40)
  const both = { ...secondary, adult: true }
  const mixed = {
    ...input,
    schools: [school('P'), school('Q', both)],
    schoolBuildings: [pair('P', 'P'), pair('Q', 'Q', both)],
  }
  t.match(gapOf(deriveCapacity(mixed), 'Q'), { pupils: 60, incomplete: true }, 'adults are not counted in any file')
  const told = applyScenario(mixed, { ...nothing, pupils: new Map([['Q', 75]]) }, YEAR)
  t.match(gapOf(deriveCapacity(told), 'Q'), { pupils: 75, incomplete: false }, '75 in all, adults too')
  t.strictSame(
    applyScenario(input, { ...nothing, growth: 2 }, YEAR).enrolment.filter((row) => row.schoolYear !== YEAR),
    [{ ...pupils('P', 90), schoolYear: '2017-2018' }],
    'another year stays as it is',
  )
  t.end()
})

t.test('planned links come into service, proposed ones only when they are named', (t) => {
  const inService = (planned: Scenario['planned']): string[] =>
    applyScenario(input, { ...nothing, planned }, YEAR).wanLinks.flatMap(({ id, status }) =>
      id !== 'p' && id !== 'q' && id !== 'h' && status === 'operational' ? [id] : [],
    )
  t.strictSame(inService([]), [])
  t.strictSame(inService('all'), ['free'])
  t.strictSame(inService(['idea']), ['idea'])
  t.end()
})

t.test('a raised link gives its pupils their need: 160 asked of 100, then of 200', (t) => {
  const before = deriveCapacity(input)
  const result = after({ links: [{ id: 'h', capacityDownBps: 200 * MBPS }] })
  t.match(gapOf(before, 'P'), { ratio: 0.625, level: 'short' })
  const changes = deriveGapChanges(before.gaps, result.gaps)
  t.strictSame(
    changes.map(
      ({ building: code, change, levelBefore, levelAfter, ratioAfter, bottleneckBefore, bottleneckAfter }) => [
        ...[code, change, levelBefore, levelAfter, ratioAfter, bottleneckBefore, bottleneckAfter],
      ],
    ),
    [
      ['P', 'better', 'short', 'ok', 1, 'h', null],
      ['Q', 'better', 'short', 'ok', 1, 'h', null],
    ],
  )
  t.strictSame(totalOf(before.gaps), { buildings: 2, buildingsOk: 0, pupils: 160, pupilsOk: 0 })
  t.strictSame(totalOf(result.gaps), { buildings: 2, buildingsOk: 2, pupils: 160, pupilsOk: 160 })
  t.end()
})

t.test('pupils of a closed school go where the file says, and what they are taught with them', (t) => {
  const result = after({ closed: [{ school: 'Q', pupilsTo: 'P' }] })
  t.match(gapOf(result, 'P'), { pupils: 160, schools: ['P'] })
  t.match(gapOf(result, 'Q'), { pupils: 0, schools: [], level: 'ok' })
  // 160 pupils, alone behind the hub's 100: the same 0.625, now all at P.
  t.match(gapOf(result, 'P'), { ratio: 0.625, shareDownBps: 100 * MBPS })
  const changes = deriveGapChanges(deriveCapacity(input).gaps, result.gaps)
  t.strictSame(
    changes.map(({ building: code, change }) => [code, change]),
    [
      ['P', 'differs'],
      ['Q', 'empties'],
    ],
  )
  const dfe = deriveCapacity({
    ...applyScenario(input, { ...nothing, closed: [{ school: 'Q', pupilsTo: 'P' }] }, YEAR),
    profile: profileNamed('dfe-2022'),
  })
  t.equal(gapOf(dfe, 'P').demandDownBps, 1000 * MBPS, 'P was primary, and teaches secondary pupils now')
  t.end()
})

t.test('without a school to take them in, the pupils of a closed one leave, and the others gain', (t) => {
  // P alone asks 100 of 100.
  const result = after({ closed: [{ school: 'Q', pupilsTo: null }] })
  t.match(gapOf(result, 'P'), { ratio: 1, level: 'ok' })
  t.equal(totalOf(result.gaps).pupils, 100)
  t.end()
})

t.test('pupils are not added to a number that nobody knows', (t) => {
  const centre = { ...input, schools: [...input.schools, school('A', adult), school('B', adult), school('C')] }
  const housed = {
    ...centre,
    schoolBuildings: [...input.schoolBuildings, pair('A', 'H', adult), pair('B', 'H', adult), pair('C', 'H')],
  }
  const closing = (from: string, pupilsTo: string, given: [string, number][] = []) =>
    unknownAtClosing(housed, { ...nothing, pupils: new Map(given), closed: [{ school: from, pupilsTo }] }, YEAR)
  t.strictSame(closing('C', 'P'), [{ closed: 0, school: 'C' }], 'C has pupils, and no file counts them')
  t.strictSame(closing('P', 'C'), [{ closed: 0, school: 'C' }])
  t.strictSame(closing('C', 'P', [['C', 12]]), [])
  t.strictSame(closing('A', 'B'), [], 'the sum of two unknown numbers is unknown, and is told as such')
  t.strictSame(closing('P', 'Q'), [])
  const kindergarten = { ...housed, schools: [...housed.schools, school('K', { ...none, preschool: true })] }
  const taking = { ...nothing, closed: [{ school: 'K', pupilsTo: 'P' }] }
  t.strictSame(unknownAtClosing(kindergarten, taking, YEAR), [{ closed: 0, school: 'K' }])
  const counted = {
    ...kindergarten,
    enrolment: [...kindergarten.enrolment, { ...pupils('K', 9, 'preschool'), schoolYear: YEAR }],
  }
  t.strictSame(unknownAtClosing(counted, taking, YEAR), [], 'all that it teaches is counted as preschool')
  t.end()
})

t.test('a school opens in a building that is there, or in a new one with a link of its own', (t) => {
  const opened = { code: 'N', name: 'École neuve', board: '900000', orders: primary }
  const there = after({ planned: 'all', opened: [{ school: opened, building: 'FREE', pupils: 80 }] })
  t.match(gapOf(there, 'FREE'), { pupils: 80, schools: ['N'], level: 'ok', path: ['free'] })
  const scenario: Scenario = {
    ...nothing,
    opened: [{ school: opened, building: building('NEW'), pupils: 80 }],
    links: [{ id: 'new', a: 'NEW', b: 'H', capacityDownBps: 50 * MBPS, capacityUpBps: 50 * MBPS }],
  }
  const result = deriveCapacity(applyScenario(input, scenario, YEAR))
  // 240 asked of the hub's 100: 5/12 for everybody; the new link would give 50 of 80.
  t.match(gapOf(result, 'NEW'), { path: ['new', 'h'], bottleneck: 'h', level: 'critical' })
  const changes = deriveGapChanges(deriveCapacity(input).gaps, result.gaps)
  t.strictSame(
    changes.map(({ building: code, change, levelBefore }) => [code, change, levelBefore]),
    [
      ['NEW', 'opens', null],
      ['P', 'worse', 'short'],
      ['Q', 'worse', 'short'],
    ],
  )
  const drawn = announced(input, scenario)
  t.match(gapOf(deriveCapacity(drawn), 'NEW'), { level: 'unlinked', pupils: 0 }, 'before, its place is empty')
  t.strictSame(
    drawn.wanLinks.filter(({ id }) => id === 'new').map(({ status }) => status),
    ['planned'],
  )
  t.end()
})

t.test('what becomes known or unknown is neither a gain nor a loss', (t) => {
  const result = after({ links: [{ id: 'h', capacityDownBps: null }] })
  t.strictSame(
    deriveGapChanges(deriveCapacity(input).gaps, result.gaps).map(({ building: code, change, levelAfter }) => [
      ...[code, change, levelAfter],
    ]),
    [
      ['P', 'differs', 'unknown'],
      ['Q', 'differs', 'unknown'],
    ],
  )
  t.end()
})

t.test('several standards stand side by side, in the order asked', (t) => {
  const ids = ['dfe-2022', 'ontario-2016', 'giga']
  const results = ids.map((id) => deriveCapacity({ ...input, profile: profileNamed(id) }).gaps)
  const row = compareStandards(results).find((each) => each.building === 'Q')
  t.strictSame(
    row?.standards.map(({ profile, demandDownBps, level }) => [profile, demandDownBps, level]),
    [
      ['dfe-2022', 1000 * MBPS, 'critical'],
      ['ontario-2016', 60 * MBPS, 'short'],
      ['giga', null, 'ok'],
    ],
  )
  t.equal(row?.pupils, 60)
  t.end()
})
