import t from 'tap'
import fc from 'fast-check'
import type { Gap } from '../../src/model/records.js'
import { deriveCapacity } from '../../src/derive/capacity.js'
import {
  building,
  gapOf,
  link,
  loadOf,
  MBPS,
  network,
  none,
  oneSchoolEach,
  pair,
  primary,
  profileNamed,
  profiles,
  pupils,
  reasons,
  school,
  secondary,
  vocational,
} from './network.js'

await t.test('standards, worked by hand', async (t) => {
  await t.test(
    'DfE: a primary school needs 100 down and 30 up, a secondary 1000 both ways, in each building and with no enrolment',
    async (t) => {
      const result = deriveCapacity(
        network({
          profile: profileNamed('dfe-2022'),
          schools: [school('P'), school('S', { ...primary, secondary: true }), school('V', vocational)],
          buildings: [building('PB'), building('S1'), building('S2'), building('VB')],
          schoolBuildings: [
            pair('P', 'PB'),
            pair('S', 'S1', primary),
            pair('S', 'S2', secondary),
            pair('V', 'VB', vocational),
          ],
          wanLinks: [
            link('p', 'PB', 'POP', 200, { capacityUpBps: 15 * MBPS }),
            link('s1', 'S1', 'POP', 100),
            link('s2', 'S2', 'POP', 900),
            link('v', 'VB', 'POP', 100),
          ],
        }),
      )
      // P has its 100 down, and 15 of 30 up: the worse direction decides, and the upload is what must be raised.
      t.match(gapOf(result, 'PB'), { demandDownBps: 100 * MBPS, demandUpBps: 30 * MBPS, shareDownBps: 100 * MBPS })
      t.match(gapOf(result, 'PB'), {
        shareUpBps: 15 * MBPS,
        ratio: 0.5,
        level: 'short',
        bottleneck: 'p',
        oversubscription: 2,
      })
      t.same(gapOf(result, 'PB').closing, [{ link: 'p', fromBps: 15 * MBPS, toBps: 100 * MBPS }])
      t.match(loadOf(result, 'p'), { demandDownBps: 100 * MBPS, demandUpBps: 30 * MBPS, load: 2, level: 'short' })
      t.match(gapOf(result, 'S1'), {
        demandDownBps: 100 * MBPS,
        demandUpBps: 30 * MBPS,
        level: 'ok',
        incomplete: false,
      })
      t.match(gapOf(result, 'S2'), { demandDownBps: 1000 * MBPS, demandUpBps: 1000 * MBPS, ratio: 0.9, level: 'tight' })
      t.match(gapOf(result, 'VB'), { demandDownBps: null, level: 'unknown' })
      t.ok(reasons(gapOf(result, 'VB')).includes('profile-silent V'))
    },
  )

  await t.test('SETDA 2023: a small board needs 2.8 a user, and 300 once at its edge', async (t) => {
    // 20 + 30 pupils: 56 and 84 Mbit/s, 140 together. The access links keep their own; where the whole board passes,
    // the link counts 300. Another board of 500 pupils (1400) behind the same last link adds its own.
    const small = {
      profile: profileNamed('setda-2023'),
      schools: [school('A'), school('B'), school('Z', primary, '990000')],
      buildings: ['A', 'B', 'H', 'Z'].map((code) => building(code)),
      schoolBuildings: [pair('A', 'A'), pair('B', 'B'), pair('Z', 'Z')],
      enrolment: [pupils('A', 20), pupils('B', 30), pupils('Z', 500)],
      wanLinks: [
        link('a', 'A', 'H', 100),
        link('b', 'B', 'H', 100),
        link('h', 'H', 'X', 200),
        link('z', 'Z', 'X', 1000),
        link('x', 'X', 'POP', 10_000),
      ],
    }
    const result = deriveCapacity(network(small))
    t.match(gapOf(result, 'A'), { demandDownBps: 56 * MBPS, level: 'ok', oversubscription: 1.5 })
    t.equal(loadOf(result, 'a').demandDownBps, 56 * MBPS)
    t.match(loadOf(result, 'h'), { demandDownBps: 300 * MBPS, load: 1.5, level: 'short' })
    t.equal(loadOf(result, 'x').demandDownBps, (300 + 1400) * MBPS)
    // With a way out at each school, the missing 160 are divided by demand: 56 + 64 and 84 + 96.
    const apart = deriveCapacity(
      network({
        ...small,
        wanLinks: [link('a', 'A', 'POP', 200), link('b', 'B', 'POP', 200), link('z', 'Z', 'POP', 2000)],
      }),
    )
    t.equal(loadOf(apart, 'a').demandDownBps, 120 * MBPS)
    t.equal(loadOf(apart, 'b').demandDownBps, 180 * MBPS)
    t.equal(loadOf(apart, 'z').demandDownBps, 1400 * MBPS)
  })

  await t.test('Giga only classifies: capacity is divided by schools, and there is no demand', async (t) => {
    const result = deriveCapacity(
      network({
        profile: profileNamed('giga'),
        schools: ['A', 'B', 'C', 'D'].map((code) => school(code)),
        buildings: ['A', 'BC', 'D', 'H'].map((code) => building(code)),
        schoolBuildings: [pair('A', 'A'), pair('B', 'BC'), pair('C', 'BC'), pair('D', 'D')],
        wanLinks: [
          link('a', 'A', 'H', 0.9),
          link('bc', 'BC', 'H', 100),
          link('h', 'H', 'POP', 40.9),
          link('d', 'D', 'POP', 21),
        ],
      }),
    )
    t.match(gapOf(result, 'A'), {
      demandDownBps: null,
      shareDownBps: 0.9 * MBPS,
      ratio: null,
      level: 'critical',
      closing: [],
    })
    t.equal(gapOf(result, 'BC').level, 'tight', '40 for two schools: 20 each, which is not more than 20')
    t.match(gapOf(result, 'D'), { shareDownBps: 21 * MBPS, level: 'ok', incomplete: false })
    t.match(gapOf(result, 'H'), { level: 'ok', shareDownBps: null })
    t.equal(loadOf(result, 'h').level, 'unknown')
  })

  await t.test('the shipped standards are those of the reference, with a source and rising bands', async (t) => {
    t.same(
      profiles.map((profile) => profile.id),
      [
        'setda-2023',
        'setda-2020',
        'setda-2017',
        'fcc-2018',
        'fcc-2014',
        'ontario-2016',
        'dfe-2022',
        'nsw-2022',
        'giga',
      ],
    )
    for (const { id, source, down } of profiles) {
      t.ok(source.length > 20, id)
      t.same(
        down.map((band) => band.fromPupils),
        down.map((band) => band.fromPupils).toSorted((a, b) => a - b),
      )
    }
    // Demand of a board of one school, Mbit/s, by the rates of each standard at both sides of its steps.
    const asked = (id: string, count: number): number | null =>
      gapOf(deriveCapacity({ ...oneSchoolEach({ S: count }, []), profile: profileNamed(id) }), 'S').demandDownBps
    for (const [id, count, mbps] of [
      ['setda-2023', 999, 2797.2],
      ['setda-2023', 1000, 2000],
      ['setda-2023', 10_000, 20_000],
      ['setda-2023', 10_001, 14_001.4],
      ['setda-2020', 2999, 12_895.7],
      ['setda-2020', 3000, 9000],
      ['setda-2017', 10_001, 7000.7],
      ['fcc-2014', 250, 25],
      ['fcc-2018', 250, 250],
      ['nsw-2022', 250, 1250],
    ] as const) {
      t.equal(asked(id, count), Math.round(mbps * MBPS), `${id} at ${count} pupils`)
    }
  })

  await t.test('users are pupils times the configured factor', async (t) => {
    const result = deriveCapacity({ ...oneSchoolEach({ S: 100 }, []), usersPerPupil: 1.25 })
    t.equal(gapOf(result, 'S').demandDownBps, 125 * MBPS)
  })

  await t.test('adding a pupil never lowers a demand, except at a step of the standard, which is said', async () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...profiles),
        fc.array(fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 900, max: 1010 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom(0, 985, 2990, 9990),
        fc.nat({ max: 7 }),
        (profile, counts, base, at) => {
          const demands = (grown: readonly number[]): readonly Gap[] =>
            deriveCapacity({
              ...oneSchoolEach(Object.fromEntries(grown.map((count, i) => [`S${i}`, count])), []),
              profile,
            }).gaps
          const before = [base, ...counts]
          const after = before.map((count, i) => (i === at % before.length ? count + 1 : count))
          const earlier = demands(before)
          for (const [i, later] of demands(after).entries()) {
            const lowered = (later.demandDownBps ?? 0) < (earlier[i]?.demandDownBps ?? 0)
            const size = profile.sizeOf === 'board' ? after.reduce((sum, n) => sum + n, 0) : (after[i] ?? 0)
            const atStep = profile.down.some((band) => band.fromPupils === size && size > 0)
            if (lowered && !atStep) return false
            if (lowered && !later.reasons.some((reason) => reason.code === 'profile-step')) return false
          }
          return true
        },
      ),
      { numRuns: 500, examples: profiles.map((profile) => [profile, [14], 985, 0]) },
    )
  })

  await t.test('however schools are split, every pupil is in one building and once', async () => {
    const place = fc.record({
      school: fc.nat({ max: 3 }),
      building: fc.nat({ max: 4 }),
      share: fc.oneof(fc.constant(null), fc.constantFrom(0, 0.1, 0.25, 0.5, 0.7, 1)),
    })
    const places = fc.uniqueArray(place, { selector: (one) => `${one.school} ${one.building}`, minLength: 1 })
    const areas = fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 9000 })), {
      minLength: 5,
      maxLength: 5,
    })
    fc.assert(
      fc.property(
        places,
        areas,
        fc.array(fc.nat({ max: 900 }), { minLength: 4, maxLength: 4 }),
        (pairs, areaOf, counts) => {
          const open = [...new Set(pairs.map((one) => one.school))]
          const { gaps } = deriveCapacity(
            network({
              schools: open.map((i) => school(`S${i}`)),
              buildings: areaOf.map((areaM2, i) => building(`B${i}`, { areaM2 })),
              schoolBuildings: pairs.map((one) => pair(`S${one.school}`, `B${one.building}`, primary, one.share)),
              enrolment: open.map((i) => pupils(`S${i}`, counts[i] ?? 0)),
            }),
          )
          const placed = gaps.reduce((sum, gap) => sum + (gap.pupils ?? 0), 0)
          const enrolled = open.reduce((sum, i) => sum + (counts[i] ?? 0), 0)
          return Math.abs(placed - enrolled) < 1e-6 && gaps.every((gap) => (gap.pupils ?? 0) >= 0)
        },
      ),
      { numRuns: 500 },
    )
  })

  await t.test('pupils of preschool, counted apart, add to those of youth; nobody misses a row of them', async (t) => {
    const kindergarten = { ...none, preschool: true }
    const both = { ...primary, preschool: true }
    const result = deriveCapacity(
      network({
        schools: [school('K', kindergarten), school('P', both), school('Y', both), school('L', both)],
        buildings: ['K', 'P', 'Y', 'L'].map((code) => building(code)),
        schoolBuildings: [pair('K', 'K', kindergarten), ...['P', 'Y', 'L'].map((code) => pair(code, code, both))],
        // Ontario: a pupil is 1 Mbit/s. L's file counts its preschool and says nothing of the rest of its youth.
        enrolment: [
          ...[pupils('K', 31, 'preschool'), pupils('P', 40, 'preschool'), pupils('P', 60)],
          ...[pupils('Y', 100), pupils('L', 12, 'preschool')],
        ],
      }),
    )
    t.same(
      ['K', 'P', 'Y', 'L'].map((code) => gapOf(result, code).demandDownBps),
      [31, 100, 100, 12].map((mbps) => mbps * MBPS),
    )
    t.same(
      ['K', 'P', 'Y', 'L'].map((code) => gapOf(result, code).incomplete),
      [false, false, false, true],
    )
  })

  await t.test('the step is said while fewer pupils would need more, and no longer', async (t) => {
    // 999 pupils need 2797.2: at 2 Mbit/s a user, 1398 need 2796 and 1399 need 2798.
    const said = (count: number): string[] =>
      reasons(gapOf(deriveCapacity({ ...oneSchoolEach({ S: count }, []), profile: profileNamed('setda-2023') }), 'S'))
    t.ok(said(1398).includes('profile-step 900000 1000 2.8 2'))
    t.notOk(said(1399).some((reason) => reason.startsWith('profile-step')))
    t.notOk(said(999).some((reason) => reason.startsWith('profile-step')))
  })
})
