import t from 'tap'
import type { CapacityResult } from '../../src/model/capacity.js'
import { deriveCapacity } from '../../src/derive/capacity.js'
import {
  adult,
  building,
  gapOf,
  link,
  loadOf,
  MBPS,
  network,
  oneSchoolEach,
  pair,
  pop,
  primary,
  pupils,
  reasons,
  school,
  secondary,
} from './network.js'

await t.test('worked by hand', async (t) => {
  await t.test(
    'A (needs 1000, own access 10) and B (needs 50, access 1000) behind a common 100: A gets 10, B gets 50',
    async (t) => {
      // Both grow in proportion to their needs. At 1 % of the needs A's access is full (10 of 1000): A stops there.
      // B goes on to its whole 50, as the common link then carries 10 + 50 = 60 of 100: nothing holds B.
      const result = deriveCapacity(
        oneSchoolEach({ A: 1000, B: 50, H: 0 }, [
          link('access-a', 'A', 'H', 10),
          link('access-b', 'B', 'H', 1000),
          link('common', 'H', 'POP', 100),
        ]),
      )
      const a = gapOf(result, 'A')
      t.match(a, { demandDownBps: 1000 * MBPS, shareDownBps: 10 * MBPS, ratio: 0.01, level: 'critical' })
      t.match(a, { path: ['access-a', 'common'], bottleneck: 'access-a', oversubscription: 100, bpsPerPupil: 10_000 })
      // With its own access wide enough, A brings 1000 to the common link and B 50: 1050 needs 10 Gbit/s there.
      t.same(a.closing, [
        { link: 'access-a', fromBps: 10 * MBPS, toBps: 1000 * MBPS },
        { link: 'common', fromBps: 100 * MBPS, toBps: 10_000 * MBPS },
      ])
      const b = gapOf(result, 'B')
      t.match(b, { shareDownBps: 50 * MBPS, ratio: 1, level: 'ok', bottleneck: null, closing: [] })
      t.equal(b.oversubscription, 10.5, 'the common link has 1050 asked of 100')
      t.match(loadOf(result, 'common'), {
        demandDownBps: 1050 * MBPS,
        demandUpBps: null,
        load: 10.5,
        level: 'critical',
      })
      t.match(loadOf(result, 'access-b'), { load: 0.05, level: 'ok' })
    },
  )

  await t.test("a hub and its spokes share the hub's link by need", async (t) => {
    // Hub 100, spokes 300 and 600 behind 500 Mbit/s: 1000 asked, everybody has half. The spoke of 600 has an access of
    // 200, full at one third of its need: it stops at 200, and 300 are left for the 400 of the two others: 0.75.
    const result = deriveCapacity(
      oneSchoolEach({ HUB: 100, S1: 300, S2: 600 }, [
        link('hub', 'HUB', 'POP', 500),
        link('s1', 'S1', 'HUB', 1000),
        link('s2', 'S2', 'HUB', 200),
      ]),
    )
    t.match(gapOf(result, 'S2'), { shareDownBps: 200 * MBPS, bottleneck: 's2', level: 'critical', oversubscription: 3 })
    t.match(gapOf(result, 'S1'), { shareDownBps: 225 * MBPS, ratio: 0.75, bottleneck: 'hub', level: 'short' })
    t.match(gapOf(result, 'HUB'), { shareDownBps: 75 * MBPS, ratio: 0.75, bottleneck: 'hub', oversubscription: 2 })
    // For S1 the hub's link must carry 100 + 300 + the 200 that S2's access lets through: 600, so 1 Gbit/s.
    t.same(gapOf(result, 'S1').closing, [{ link: 'hub', fromBps: 500 * MBPS, toBps: 1000 * MBPS }])
    // For S2 both: its access to 600, and the hub's link to 1000, which 1 Gbit/s just carries.
    t.same(gapOf(result, 'S2').closing, [
      { link: 's2', fromBps: 200 * MBPS, toBps: 1000 * MBPS },
      { link: 'hub', fromBps: 500 * MBPS, toBps: 1000 * MBPS },
    ])
  })

  await t.test('along a chain each building passes on those beyond it', async (t) => {
    // C1 – C2 – C3 – POP, 100 each; links 80, 150, 400. The link of C1 stops it at 80 (0.8), the link of C2 carries
    // 100 + 80 = 180 asked of 150: at 0.75 both are at 75, so C1 never reaches 80. C3 has its 100 (75 + 75 + 100 = 250).
    const result = deriveCapacity(
      oneSchoolEach({ C1: 100, C2: 100, C3: 100 }, [
        link('l1', 'C1', 'C2', 80),
        link('l2', 'C2', 'C3', 150),
        link('l3', 'C3', 'POP', 400),
      ]),
    )
    t.match(gapOf(result, 'C1'), {
      shareDownBps: 75 * MBPS,
      bottleneck: 'l2',
      path: ['l1', 'l2', 'l3'],
      level: 'short',
    })
    t.match(gapOf(result, 'C2'), { shareDownBps: 75 * MBPS, bottleneck: 'l2' })
    t.match(gapOf(result, 'C3'), { shareDownBps: 100 * MBPS, level: 'ok' })
    t.equal(loadOf(result, 'l3').demandDownBps, 300 * MBPS)
    t.same(
      gapOf(result, 'C2').closing.map((step) => step.link),
      ['l2'],
    )
    t.same(
      gapOf(result, 'C1').closing.map((step) => [step.link, step.toBps]),
      [
        ['l1', 100 * MBPS],
        ['l2', 1000 * MBPS],
      ],
    )
  })

  await t.test('the path is the widest of those with the fewest links', async (t) => {
    const result = deriveCapacity(
      oneSchoolEach({ S: 100, H1: 0, H2: 0 }, [
        link('s-h1', 'S', 'H1', 1000),
        link('s-h2', 'S', 'H2', 200),
        link('h1-pop', 'H1', 'POP', 50),
        link('h2-pop', 'H2', 'POP', 500),
      ]),
    )
    t.same(gapOf(result, 'S').path, ['s-h2', 'h2-pop'], '200 at the narrowest, against 50')
    t.equal(gapOf(result, 'S').singlePointOfFailure, false, 'any one of the four may fail')
  })

  await t.test('two schools in one building add up; the building is in the board of its schools', async (t) => {
    const result = deriveCapacity(
      network({
        schools: [school('910001', primary, '910000'), school('910002', secondary, '910000')],
        buildings: [building('910050')],
        schoolBuildings: [pair('910001', '910050'), pair('910002', '910050', secondary)],
        enrolment: [pupils('910001', 40), pupils('910002', 60)],
        wanLinks: [link('l', '910050', 'POP', 90)],
      }),
    )
    const gap = gapOf(result, '910050')
    t.match(gap, { schools: ['910001', '910002'], pupils: 100, demandDownBps: 100 * MBPS, board: '910000' })
    t.match(gap, { ratio: 0.9, level: 'tight', estimated: false, incomplete: false, singlePointOfFailure: true })
  })

  await t.test(
    'a school in two buildings is split by the file, else by area, else equally, and what is guessed is said',
    async (t) => {
      const split = (areas: (number | null)[], shares: (number | null)[]): CapacityResult =>
        deriveCapacity(
          network({
            schools: [school('S')],
            buildings: [building('B1', { areaM2: areas[0] ?? null }), building('B2', { areaM2: areas[1] ?? null })],
            schoolBuildings: [pair('S', 'B1', primary, shares[0]), pair('S', 'B2', primary, shares[1])],
            enrolment: [pupils('S', 300)],
          }),
        )
      const told = split([1000, 2000], [0.9, 0.1])
      t.match(gapOf(told, 'B1'), { pupils: 270, estimated: false })
      const byArea = split([1000, 2000], [null, null])
      t.match(gapOf(byArea, 'B1'), { pupils: 100, demandDownBps: 100 * MBPS, estimated: true })
      t.ok(reasons(gapOf(byArea, 'B1')).includes('share-estimated S area'))
      const equal = split([1000, null], [null, null])
      t.match(gapOf(equal, 'B1'), { pupils: 150, estimated: true })
      t.ok(reasons(gapOf(equal, 'B2')).includes('share-estimated S equal'))
      const half = split([1000, 2000], [0.9, null])
      t.equal(gapOf(half, 'B2').pupils?.toFixed(6), '30.000000', 'what the file leaves goes to the other building')
      const scaled = split([null, null], [1, 1])
      t.equal(gapOf(scaled, 'B1').pupils, 150, 'no pupil is in two buildings')
    },
  )

  await t.test('unknown enrolment is a bound, carried up every shared link', async (t) => {
    const result = deriveCapacity({
      ...network({
        schools: [school('S'), school('ADULT', adult), school('ALONE', adult), school('FAR')],
        buildings: ['MIXED', 'NEAR', 'LONE', 'HUB', 'FAR'].map((code) => building(code)),
        schoolBuildings: [
          pair('S', 'MIXED'),
          pair('ADULT', 'MIXED', adult),
          pair('ALONE', 'LONE', adult),
          pair('FAR', 'FAR'),
        ],
        enrolment: [pupils('S', 100), pupils('FAR', 10)],
        wanLinks: [
          link('mixed', 'MIXED', 'HUB', 200),
          link('near', 'NEAR', 'HUB', 200),
          link('hub', 'HUB', 'POP', 200),
          link('lone', 'LONE', 'POP', 200),
          link('far', 'FAR', 'POP', 200),
        ],
      }),
    })
    const mixed = gapOf(result, 'MIXED')
    t.match(mixed, { pupils: 100, demandDownBps: 100 * MBPS, level: 'ok', incomplete: true })
    t.ok(reasons(mixed).includes('enrolment-missing ADULT'))
    t.match(gapOf(result, 'HUB'), {
      incomplete: true,
      pupils: 0,
      demandDownBps: 0,
      shareDownBps: null,
      ratio: null,
      level: 'ok',
    })
    t.ok(reasons(gapOf(result, 'NEAR')).includes('shared-link-incomplete hub'))
    t.match(gapOf(result, 'LONE'), {
      pupils: null,
      demandDownBps: null,
      ratio: null,
      level: 'unknown',
      incomplete: true,
    })
    t.match(gapOf(result, 'FAR'), { incomplete: false, level: 'ok' })
    t.match(loadOf(result, 'lone'), { demandDownBps: null, load: null, level: 'unknown' })
  })

  await t.test('a school with known youth and unknown adult pupils is a bound too', async (t) => {
    const both = { ...secondary, adult: true }
    const result = deriveCapacity(
      network({
        schools: [school('S', both)],
        buildings: [building('B')],
        schoolBuildings: [pair('S', 'B', both)],
        enrolment: [pupils('S', 0)],
        wanLinks: [link('l', 'B', 'POP', 100)],
      }),
    )
    t.match(gapOf(result, 'B'), { pupils: 0, demandDownBps: 0, level: 'unknown', incomplete: true })
  })

  await t.test('a backup adds no capacity; its absence is a single point of failure', async (t) => {
    const links = [link('main', 'S', 'POP', 100)]
    const alone = deriveCapacity(oneSchoolEach({ S: 200 }, links))
    t.match(gapOf(alone, 'S'), { shareDownBps: 100 * MBPS, singlePointOfFailure: true })
    const backup = link('backup', 'S', 'POP', 500, { role: 'backup', medium: 'cellular' })
    const backed = deriveCapacity(oneSchoolEach({ S: 200 }, [...links, backup]))
    t.match(gapOf(backed, 'S'), { shareDownBps: 100 * MBPS, path: ['main'], singlePointOfFailure: false })
    t.match(loadOf(backed, 'backup'), { demandDownBps: null, load: null, level: 'unknown' })
  })

  await t.test('behind a hub with one link out, a ring of schools is still cut off by that link', async (t) => {
    const ring = [link('r1', 'R1', 'HUB', 100), link('r2', 'R2', 'HUB', 100), link('r12', 'R1', 'R2', 100)]
    const single = deriveCapacity(oneSchoolEach({ HUB: 1, R1: 1, R2: 1 }, [...ring, link('out', 'HUB', 'POP', 100)]))
    t.ok(single.gaps.every((gap) => gap.singlePointOfFailure))
    const twoPops = {
      ...oneSchoolEach({ HUB: 1, R1: 1, R2: 1 }, [
        ...ring,
        link('out', 'HUB', 'POP', 100),
        link('out2', 'R2', 'POP2', 100),
      ]),
    }
    const double = deriveCapacity({ ...twoPops, pops: [pop('POP'), pop('POP2')] })
    t.notOk(double.gaps.some((gap) => gap.singlePointOfFailure))
  })

  await t.test('a building without a way to a POP is unlinked, and why is said', async (t) => {
    const result = deriveCapacity(
      oneSchoolEach({ NONE: 10, PLANNED: 10, WRONG: 10, X: 10, EMPTY: null, ADMIN: 0 }, [
        link('p', 'PLANNED', 'POP', 100, { status: 'planned' }),
        link('w', 'WRONG', 'X', 100),
      ]),
    )
    for (const gap of result.gaps) {
      t.match(gap, {
        level: 'unlinked',
        path: [],
        shareDownBps: null,
        ratio: null,
        singlePointOfFailure: false,
        closing: [],
      })
    }
    t.same(reasons(gapOf(result, 'NONE')), ['no-link'])
    t.same(reasons(gapOf(result, 'PLANNED')), ['link-not-operational p'])
    t.same(reasons(gapOf(result, 'WRONG')), ['no-path w'])
    t.same(reasons(gapOf(result, 'EMPTY')), ['no-link', 'enrolment-missing EMPTY'])
    t.same(reasons(gapOf(result, 'ADMIN')), ['no-link', 'no-pupils'])
  })

  await t.test('before any file of links is imported, every building is unknown, and that is why', async (t) => {
    const nothing = oneSchoolEach({ S: 10, EMPTY: null, ADMIN: 0 }, [])
    const result = deriveCapacity(nothing)
    for (const gap of result.gaps) t.match(gap, { level: 'unknown', path: [], shareDownBps: null, ratio: null })
    t.same(reasons(gapOf(result, 'S')), ['no-links-imported'])
    t.same(reasons(gapOf(result, 'ADMIN')), ['no-links-imported', 'no-pupils'])
    t.equal(gapOf(result, 'S').demandDownBps, 10 * MBPS, 'its need is known all the same')
    const ignored = deriveCapacity({ ...nothing, linksImported: true })
    t.match(gapOf(ignored, 'S'), { level: 'unlinked' }, 'a link that was imported, and that a person ignores, is none')
    t.same(reasons(gapOf(ignored, 'S')), ['no-link'])
  })

  await t.test(
    'a link of unknown capacity makes those behind it unknown, and still leaves its neighbours the rest',
    async (t) => {
      // X grows as if its own link were wide: at the common 100, X and Y (100 each) have half each.
      const result = deriveCapacity(
        oneSchoolEach({ X: 100, Y: 100, H: 0 }, [
          link('x', 'X', 'H', null),
          link('y', 'Y', 'H', 1000),
          link('common', 'H', 'POP', 100),
        ]),
      )
      t.match(gapOf(result, 'X'), { level: 'unknown', shareDownBps: null, ratio: null, bottleneck: null, closing: [] })
      t.ok(reasons(gapOf(result, 'X')).includes('capacity-missing x'))
      t.match(gapOf(result, 'Y'), { shareDownBps: 50 * MBPS, level: 'short' })
      t.match(loadOf(result, 'x'), { demandDownBps: 100 * MBPS, load: null, level: 'unknown' })
    },
  )

  await t.test('a link of no capacity gives nothing and divides by nothing', async (t) => {
    const result = deriveCapacity(oneSchoolEach({ S: 100 }, [link('z', 'S', 'POP', 0)]))
    t.match(gapOf(result, 'S'), {
      shareDownBps: 0,
      ratio: 0,
      level: 'critical',
      bottleneck: 'z',
      oversubscription: null,
    })
    t.match(loadOf(result, 'z'), { load: null, level: 'critical' })
    t.same(gapOf(result, 'S').closing, [{ link: 'z', fromBps: 0, toBps: 100 * MBPS }])
  })

  await t.test('past 100 Gbit/s, links are raised by whole hundreds', async (t) => {
    const result = deriveCapacity(oneSchoolEach({ S: 250_000 }, [link('l', 'S', 'POP', 100_000)]))
    t.same(gapOf(result, 'S').closing, [{ link: 'l', fromBps: 100e9, toBps: 300e9 }])
  })

  await t.test('without coordinates a building still has its gap', async (t) => {
    const result = deriveCapacity(
      network({
        buildings: [building('710001', { coordinates: null })],
        boards: [{ code: '710000', name: '', language: null, municipality: null }],
      }),
    )
    t.same(reasons(gapOf(result, '710001')), ['no-links-imported', 'no-pupils', 'no-coordinates'])
    t.equal(gapOf(result, '710001').board, '710000', 'without a school, the board is the one whose code begins alike')
  })

  await t.test('without any enrolment everything is unknown, and nothing is zero', async (t) => {
    const result = deriveCapacity({ ...oneSchoolEach({ S: null }, [link('l', 'S', 'POP', 100)]), schoolYear: null })
    t.match(gapOf(result, 'S'), {
      pupils: null,
      demandDownBps: null,
      level: 'unknown',
      bpsPerPupil: null,
      schoolYear: null,
    })
  })
})

await t.test('large networks', async (t) => {
  await t.test('a chain of 500 buildings shares its last link', async (t) => {
    const codes = Array.from({ length: 500 }, (_, i) => `C${String(i).padStart(4, '0')}`)
    const links = codes.map((code, i) => link(`l-${code}`, code, codes[i + 1] ?? 'POP', 250))
    const result = deriveCapacity(oneSchoolEach(Object.fromEntries(codes.map((code) => [code, 1])), links))
    // Links from the 251st on are asked for more than 250; the one before the POP is the narrowest for all: 250 ÷ 500.
    t.ok(result.gaps.every((gap) => gap.ratio === 0.5 && gap.bottleneck === 'l-C0499'))
  })

  await t.test('a province of 3,607 buildings behind 72 hubs is derived at once', async (t) => {
    const hubs = Array.from({ length: 72 }, (_, i) => `H${i}`)
    const schools = Array.from({ length: 3535 }, (_, i) => `S${i}`)
    const links = [
      ...hubs.map((hub, i) => link(`out-${hub}`, hub, i % 9 === 0 ? 'POP' : (hubs[i - (i % 9)] ?? 'POP'), 10_000)),
      ...schools.map((code, i) => link(`access-${code}`, code, hubs[i % 72] ?? 'POP', [50, 100, 1000][i % 3] ?? 0)),
    ]
    const input = oneSchoolEach(
      Object.fromEntries([...hubs, ...schools].map((code, i) => [code, (i * 37) % 800])),
      links,
    )
    const startedAt = performance.now()
    const result = deriveCapacity(input)
    t.comment(`${result.gaps.length} buildings in ${Math.round(performance.now() - startedAt)} ms`)
    t.equal(result.gaps.length, 3607)
    t.ok(result.gaps.some((gap) => gap.bottleneck?.startsWith('out-')))
  })
})
