import t from 'tap'
import fc from 'fast-check'
import { dispersionOf, partInWorst, worstTenthOf } from '../../src/derive/dispersion.js'
import { deriveCapacity } from '../../src/derive/capacity.js'
import { deriveEquity, worstBuildings } from '../../src/derive/equity.js'
import { equityUnits } from '../../src/derive/equity-units.js'
import { building, link, MBPS, network, pair, pop, pupils, school } from './network.js'

const weighted = (pairs: readonly (readonly [value: number, weight: number])[]) =>
  pairs.map(([value, weight]) => ({ value, weight }))

t.test('dispersion, by hand', (t) => {
  // Four have 1, two have 2, two have 4: sixteen in all, a mean of 2.
  // Pairs that differ: 4 × 2 by 1, 4 × 2 by 3, 2 × 2 by 2, counted both ways: 2 × (8 + 24 + 8) = 80, over 64 pairs is 1.25, over 2 × 2 is 0.3125.
  const { median, p10, p90, gini, theil } = dispersionOf(weighted([[4, 2], [1, 4], [2, 2]])) // prettier-ignore
  t.equal(median, 1, 'half have 1 or less')
  t.equal(p10, 1)
  t.equal(p90, 4)
  t.ok(Math.abs((gini ?? 0) - 0.3125) < 1e-12, `${gini}`)
  // ½ × ½ ln ½ + ¼ × 1 ln 1 + ¼ × 2 ln 2 = ¼ ln 2.
  t.ok(Math.abs((theil ?? 0) - Math.log(2) / 4) < 1e-12, `${theil}`)
  t.match(dispersionOf(weighted([[3, 7], [3, 2]])), { gini: 0, theil: 0, median: 3 }, 'all alike') // prettier-ignore
  t.match(dispersionOf(weighted([[0, 5]])), { gini: null, theil: null, p10: 0 }, 'nothing to share')
  t.match(dispersionOf([]), { gini: null, theil: null, median: null, weight: 0 })
  // One in ten has all: nine tenths of the pairs' differences.
  t.ok(Math.abs((dispersionOf(weighted([[0, 9], [10, 1]])).gini ?? 0) - 0.9) < 1e-12) // prettier-ignore
  t.end()
})

const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 1,
  maxLength: 12,
})

t.test('dispersion is that of the persons one by one', (t) => {
  fc.assert(
    fc.property(values, (pairs) => {
      const people = pairs
        .flatMap(([value, weight]) => Array.from({ length: weight }, () => value))
        .sort((a, b) => a - b)
      const mean = people.reduce((sum, each) => sum + each, 0) / people.length
      const { median, p10, p90, gini, theil } = dispersionOf(weighted(pairs))
      const least = (part: number): number => people[Math.ceil(part * people.length - 1e-9) - 1] ?? NaN
      t.equal(median, least(0.5))
      t.equal(p10, least(0.1))
      t.equal(p90, least(0.9))
      const worst = worstTenthOf(weighted(pairs))
      const inWorst = people.reduce((sum, each) => sum + (worst === null ? 0 : partInWorst(each, worst)), 0)
      t.ok(Math.abs(inWorst - people.length / 10) < 1e-9, 'a tenth, to the fraction of a person')
      if (mean === 0) return t.equal(gini, null)
      let differences = 0
      for (const a of people) for (const b of people) differences += Math.abs(a - b)
      const parts = people.filter((each) => each > 0).map((each) => (each / mean) * Math.log(each / mean))
      t.ok(Math.abs((gini ?? NaN) - differences / (2 * people.length ** 2 * mean)) < 1e-9, 'half the mean difference')
      return t.ok(Math.abs((theil ?? NaN) - parts.reduce((sum, each) => sum + each, 0) / people.length) < 1e-9, 'Theil')
    }),
    { seed: 20_181, numRuns: 200 },
  )
  t.end()
})

t.test('who fares how, as a planner would reason', (t) => {
  // Ontario: 1 Mbit/s for each pupil. Board 900000 (French): A, 400 pupils at 1 Gbit/s, has all. B, 100 at 50 Mbit/s, has half.
  // Board 900001 (English): C, 100 pupils at 20 Mbit/s, has a fifth; D, 50 pupils, has no link; E's pupils are not known.
  const english = ['C', 'D', 'E'].map((code) => school(code, undefined, '900001'))
  const schools = [school('A'), school('B'), ...english]
  const input = network({
    boards: [
      { code: '900000', name: 'Un', language: 'Franco', municipality: null },
      { code: '900001', name: 'Deux', language: 'Anglo', municipality: null },
    ],
    schools,
    buildings: schools.map(({ code }) =>
      building(code, {
        region: code === 'E' ? null : 'Côte-Nord',
        coordinates: code === 'D' ? [-68, 48.5] : [-68, 48],
      }),
    ),
    schoolBuildings: schools.map(({ code }) => pair(code, code)),
    enrolment: [pupils('A', 400), pupils('B', 100), pupils('C', 100), pupils('D', 50)],
    wanLinks: [
      link('A1', 'A', 'POP', 1000),
      link('B1', 'B', 'POP', 50),
      link('C1', 'C', 'POP', 20),
      link('E1', 'E', 'POP', 5),
    ],
  })
  const { gaps } = deriveCapacity(input)
  const decile = (code: string, imseDecile: number | null, schoolYear = '2018-2019') => ({
    ...{
      school: code,
      schoolYear,
      level: 'primary' as const,
      imse: 1,
      imseDecile,
      sfr: null,
      sfrDecile: null,
      pupils: 1,
    },
  })
  const units = equityUnits({
    ...input,
    gaps,
    pops: [{ ...pop('POP'), coordinates: [-68, 48.01] }],
    deprivation: [decile('A', 2), decile('B', 3, '2017-2018'), decile('B', 9), decile('C', 10), decile('D', null)],
  })
  const rows = deriveEquity(units, ['language', 'region', 'decile', 'size', 'remoteness'])
  const [all] = rows
  t.match(all, {
    ...{ by: 'all', schools: 5, unknownSchools: 1, pupils: 650, pupilsOk: 400, pupilsShort: 100, pupilsCritical: 100 },
    // 600 pupils whose rate is known: 400 have 1 Mbit/s, 100 a half, 100 a fifth; the worst tenth are 60 of C.
    ...{
      pupilsUnlinked: 50,
      pupilsUnknown: 0,
      pupilsMeasured: 600,
      medianBps: MBPS,
      p10Bps: 0.2 * MBPS,
      p90OverP10: 5,
    },
    worstPupils: 60,
  })
  t.ok(Math.abs((all?.percentAtStandard ?? 0) - (400 / 650) * 100) < 1e-9, 'one without a link is not at the standard')
  t.ok(Math.abs((all?.ratio ?? 0) - 470 / 600) < 1e-9, '400 × 1 + 100 × 0.5 + 100 × 0.2')
  const rowOf = (by: string, group: string | null) => rows.find((row) => row.by === by && row.group === group)
  t.match(rowOf('language', 'Franco'), { pupils: 500, percentAtStandard: 80, worstPupils: 0, overRepresentation: 0 })
  t.match(rowOf('language', 'Anglo'), {
    pupils: 150,
    percentAtStandard: 0,
    worstPupils: 60,
    percentOfWorst: 100,
    gini: 0,
  })
  t.ok(
    Math.abs((rowOf('language', 'Anglo')?.overRepresentation ?? 0) - 6) < 1e-9,
    'a sixth of the pupils, all of the tenth',
  )
  t.strictSame(
    rows.filter(({ by }) => by === 'decile').map(({ group, pupils: own }) => [group, own]),
    [['2', 400], ['9', 100], ['10', 100], [null, 50]], // prettier-ignore
    'the last decile known counts; by number, the unknown last',
  )
  t.match(rowOf('region', null), { schools: 1, unknownSchools: 1, pupils: 0, percentAtStandard: null, medianBps: null })
  t.match(rowOf('size', '0'), { pupils: 50, pupilsUnlinked: 50, pupilsMeasured: 0, overRepresentation: null })
  t.match(rowOf('size', '60'), { pupils: 200 })
  t.match(rowOf('remoteness', '50'), { pupils: 50 }, 'half a degree of latitude is 54 km')
  const worst = worstBuildings(units, gaps)
  t.equal(worst.length, 1)
  t.match(worst[0], { building: 'C', pupils: 100, bpsPerPupil: 0.2 * MBPS, level: 'critical', bottleneck: 'C1' })
  t.ok(Math.abs((worst[0]?.worstPupils ?? 0) - 60) < 1e-9)
  t.end()
})
