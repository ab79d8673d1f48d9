import t from 'tap'
import { deriveCapacity } from '../../src/derive/capacity.js'
import type { CapacityResult } from '../../src/model/capacity.js'
import type { WanLink } from '../../src/model/wan-link.js'
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
  profileNamed,
  pupils,
  school,
  secondary,
} from './network.js'

// Cases as a planner works them out on paper, by 1 Mbit/s a pupil unless another standard is named. Each says what is
// there, what is asked, where it is held, and what would be done.

const mbps = (bps: number | null): number | null => (bps === null ? null : bps / MBPS)

/** What a planner writes down of a building: asked and received in Mbit/s, where it is held, and its level. */
function lineOf(result: CapacityResult, code: string) {
  const { demandDownBps, shareDownBps, bottleneck, level } = gapOf(result, code)
  return { asked: mbps(demandDownBps), gets: mbps(shareDownBps), heldBy: bottleneck, level }
}

/** `link to Mbit/s` of each link to raise. */
function toDo(result: CapacityResult, code: string): string[] {
  return gapOf(result, code).closing.map(({ link: id, toBps }) => `${id} ${toBps / MBPS}`)
}

t.test('hub and spoke: a data centre on 1 Gbit/s, four schools behind it', (t) => {
  // The centre (no pupils) has 1 Gbit/s to RISQ. Secondary school 800, primary schools 300, 200 and 100; each has
  // 1 Gbit/s of fibre but the last, on 50 Mbit/s of copper.
  // Asked in all: 1400 of 1000. The copper stops the last at 50 (half of its 100). The centre's link then has 950 for
  // 1300: 73 %. That is more than half, so the copper did stop first.
  const links = [
    link('risq', 'CENTRE', 'POP', 1000),
    link('sec', 'SEC', 'CENTRE', 1000),
    link('p1', 'P300', 'CENTRE', 1000),
    link('p2', 'P200', 'CENTRE', 1000),
    link('copper', 'P100', 'CENTRE', 50, { medium: 'copper' }),
  ]
  const demands = { CENTRE: 0, SEC: 800, P300: 300, P200: 200, P100: 100 }
  const result = deriveCapacity(oneSchoolEach(demands, links))
  t.strictSame(lineOf(result, 'P100'), { asked: 100, gets: 50, heldBy: 'copper', level: 'short' })
  t.match(lineOf(result, 'SEC'), { asked: 800, heldBy: 'risq', level: 'short' })
  t.equal(gapOf(result, 'SEC').ratio?.toFixed(6), (950 / 1300).toFixed(6))
  t.equal(gapOf(result, 'P300').ratio, gapOf(result, 'P200').ratio, 'the others share alike')
  // What all ask of the centre's link is 1.4 times what it has; the secondary's own fibre is 80 % full.
  t.equal(loadOf(result, 'risq').load, 1.4)
  t.equal(loadOf(result, 'sec').load, 0.8)
  // The secondary needs the centre's link raised, and so does the last one, with its copper to 100 besides.
  t.strictSame(toDo(result, 'SEC'), ['risq 10000'])
  t.strictSame(toDo(result, 'P100'), ['copper 100', 'risq 10000'])
  const raised = links.map((each) => (each.id === 'risq' ? link('risq', 'CENTRE', 'POP', 10_000) : each))
  const then = deriveCapacity(oneSchoolEach(demands, raised))
  t.strictSame(
    ['SEC', 'P300', 'P200', 'P100'].map((code) => lineOf(then, code).level),
    ['ok', 'ok', 'ok', 'short'],
    'one upgrade lifts three schools',
  )
  t.end()
})

t.test('chain: three villages on one road, each behind the next', (t) => {
  // END 60 – MIDDLE 90 – TOWN 150 – POP. Links 100, 100, 240.
  // END's link (100) carries its 60. MIDDLE's link carries both, 150 asked of 100: two thirds, END 40 and MIDDLE 60.
  // TOWN's link carries 300 asked of 240; with MIDDLE's link already holding 100 back, 140 are left for TOWN's 150, which
  // is 93 %.
  const result = deriveCapacity(
    oneSchoolEach({ END: 60, MIDDLE: 90, TOWN: 150 }, [
      link('end', 'END', 'MIDDLE', 100),
      link('middle', 'MIDDLE', 'TOWN', 100),
      link('town', 'TOWN', 'POP', 240),
    ]),
  )
  t.match(lineOf(result, 'END'), { heldBy: 'middle', level: 'short' })
  t.equal(mbps(gapOf(result, 'END').shareDownBps)?.toFixed(6), '40.000000')
  t.equal(mbps(gapOf(result, 'MIDDLE').shareDownBps)?.toFixed(6), '60.000000')
  t.equal(mbps(gapOf(result, 'TOWN').shareDownBps)?.toFixed(6), '140.000000')
  t.match(lineOf(result, 'TOWN'), { heldBy: 'town', level: 'tight' })
  // TOWN is helped by its own link alone: 250 come to it. END needs MIDDLE's link raised, and then TOWN's, to which 300
  // would come.
  t.strictSame(toDo(result, 'TOWN'), ['town 1000'])
  t.strictSame(toDo(result, 'END'), ['middle 1000', 'town 1000'])
  t.strictSame(gapOf(result, 'END').path, ['end', 'middle', 'town'])
  t.end()
})

t.test('ring: two ways out, the shorter one is taken, the other saves it', (t) => {
  // A – B – C – D – A around a town, A at the POP. B and D are one link from A, C is two: it goes by the wider side, D.
  const ring = [
    link('ab', 'B', 'A', 100),
    link('bc', 'C', 'B', 100),
    link('cd', 'C', 'D', 200),
    link('da', 'D', 'A', 200),
    link('out', 'A', 'POP', 1000),
  ]
  const demands = { A: 100, B: 100, C: 80, D: 100 }
  const result = deriveCapacity(oneSchoolEach(demands, ring))
  t.strictSame(gapOf(result, 'C').path, ['cd', 'da', 'out'])
  t.strictSame(
    ['A', 'B', 'C', 'D'].map((code) => lineOf(result, code).level),
    ['ok', 'ok', 'ok', 'ok'],
  )
  t.equal(loadOf(result, 'da').load, 0.9, '80 of C and 100 of D, of 200')
  t.equal(loadOf(result, 'bc').demandDownBps, null, 'the side that is not taken carries nothing')
  // Any link of the ring may fail; the one to the POP may not.
  t.ok(['A', 'B', 'C', 'D'].every((code) => gapOf(result, code).singlePointOfFailure))
  const second = deriveCapacity({
    ...oneSchoolEach(demands, [...ring, link('out-2', 'C', 'POP-2', 100)]),
    pops: [pop('POP'), pop('POP-2')],
  })
  t.notOk(
    ['A', 'B', 'C', 'D'].some((code) => gapOf(second, code).singlePointOfFailure),
    'with a second way out, none',
  )
  t.strictSame(gapOf(second, 'C').path, ['out-2'], 'and C takes it, as it is the shortest')
  t.end()
})

t.test('shared access: two buildings of a campus behind one antenna', (t) => {
  // The annex (40) is cabled to the school (160), which has 100 by microwave. Half for both: 20 and 80.
  const result = deriveCapacity(
    oneSchoolEach({ SCHOOL: 160, ANNEX: 40 }, [
      link('cable', 'ANNEX', 'SCHOOL', 1000),
      link('antenna', 'SCHOOL', 'POP', 100, { medium: 'microwave' }),
    ]),
  )
  t.strictSame(lineOf(result, 'SCHOOL'), { asked: 160, gets: 80, heldBy: 'antenna', level: 'short' })
  t.strictSame(lineOf(result, 'ANNEX'), { asked: 40, gets: 20, heldBy: 'antenna', level: 'short' })
  t.equal(gapOf(result, 'ANNEX').oversubscription, 2, 'the antenna is asked for twice what it has')
  t.strictSame(toDo(result, 'ANNEX'), ['antenna 1000'])
  t.strictSame(toDo(result, 'SCHOOL'), ['antenna 1000'])
  t.end()
})

t.test('satellite only: 30 pupils on 10 Mbit/s, and what a cellular backup changes', (t) => {
  const dish = link('dish', 'ISLAND', 'POP', 10, { medium: 'satellite', capacityUpBps: 2 * MBPS })
  const alone = deriveCapacity(oneSchoolEach({ ISLAND: 30 }, [dish]))
  t.match(lineOf(alone, 'ISLAND'), { asked: 30, gets: 10, heldBy: 'dish', level: 'critical' })
  t.match(gapOf(alone, 'ISLAND'), { singlePointOfFailure: true, path: ['dish'] })
  t.strictSame(toDo(alone, 'ISLAND'), ['dish 100'], 'a satellite is a link like another: the tier says what is needed')
  const modem = (role: WanLink['role']): WanLink => link('modem', 'ISLAND', 'POP', 50, { medium: 'cellular', role })
  const backed = deriveCapacity(oneSchoolEach({ ISLAND: 30 }, [dish, modem('backup')]))
  t.match(lineOf(backed, 'ISLAND'), { gets: 10, heldBy: 'dish' }, 'a backup adds nothing')
  t.equal(gapOf(backed, 'ISLAND').singlePointOfFailure, false, 'but one failure cuts nobody off')
  const primaryModem = deriveCapacity(oneSchoolEach({ ISLAND: 30 }, [dish, modem('primary')]))
  t.match(gapOf(primaryModem, 'ISLAND'), { path: ['modem'], level: 'ok' }, 'as primary, the wider one carries')
  t.end()
})

t.test('upload rule: a secondary school of 400 on 1 Gbit/s down and 300 up, by the rule of 1 Gbit/s both ways', (t) => {
  // Down it has all that is asked; up it has 300 of 1000. The worse way counts, and says what to do.
  const input = (upMbps: number | null): CapacityResult =>
    deriveCapacity({
      ...network({
        schools: [school('S', secondary), school('P')],
        buildings: [building('S'), building('P')],
        schoolBuildings: [pair('S', 'S', secondary), pair('P', 'P')],
        enrolment: [pupils('S', 400), pupils('P', 200)],
        wanLinks: [
          link('s', 'S', 'POP', 1000, { capacityUpBps: upMbps === null ? null : upMbps * MBPS }),
          link('p', 'P', 'POP', 100, { capacityUpBps: 30 * MBPS }),
        ],
      }),
      profile: profileNamed('dfe-2022'),
    })
  const result = input(300)
  t.match(gapOf(result, 'S'), { ratio: 0.3, level: 'critical', bottleneck: 's', shareUpBps: 300 * MBPS })
  t.equal(gapOf(result, 'S').shareDownBps, 1000 * MBPS)
  t.strictSame(
    gapOf(result, 'S').closing,
    [{ link: 's', fromBps: 300 * MBPS, toBps: 1000 * MBPS }],
    'of the way that lacks',
  )
  t.match(loadOf(result, 's'), { demandDownBps: 1000 * MBPS, demandUpBps: 1000 * MBPS, level: 'critical' })
  t.match(gapOf(result, 'P'), { ratio: 1, level: 'ok', demandUpBps: 30 * MBPS }, 'a primary asks for 100 and 30')
  t.match(gapOf(input(null), 'S'), { level: 'unknown', ratio: null }, 'without the capacity up, nothing is known')
  t.end()
})

t.test('a building of several schools, and a school of several buildings', (t) => {
  // The complex holds all of the primary school (120) and three quarters of the secondary (400): 120 + 300 = 420. The
  // pavilion holds the last quarter: 100.
  const result = deriveCapacity(
    network({
      schools: [school('PRI'), school('SEC', secondary)],
      buildings: [building('COMPLEX'), building('PAVILION')],
      schoolBuildings: [
        pair('PRI', 'COMPLEX'),
        pair('SEC', 'COMPLEX', secondary, 0.75),
        pair('SEC', 'PAVILION', secondary, 0.25),
      ],
      enrolment: [pupils('PRI', 120), pupils('SEC', 400)],
      wanLinks: [link('c', 'COMPLEX', 'POP', 378), link('p', 'PAVILION', 'COMPLEX', 100)],
    }),
  )
  t.match(gapOf(result, 'COMPLEX'), { pupils: 420, schools: ['PRI', 'SEC'] })
  t.equal(gapOf(result, 'PAVILION').pupils, 100)
  // 520 asked of 378 behind the complex: 72.7 % for both buildings.
  t.equal(gapOf(result, 'PAVILION').ratio?.toFixed(6), (378 / 520).toFixed(6))
  t.match(lineOf(result, 'COMPLEX'), { heldBy: 'c', level: 'short' })
  t.strictSame(toDo(result, 'PAVILION'), ['c 1000'], "the pavilion's own link is wide enough")
  t.end()
})

t.test('bounds: an adult centre that no file counts, behind the link of two schools', (t) => {
  // Schools of 50 and 40 and a centre behind 100: 90 of 100 are asked for by those who are counted, so that both are
  // sufficient at best; what the centre takes is not known. Nothing is said of the centre itself.
  const result = deriveCapacity(
    network({
      schools: [school('A'), school('B'), school('CENTRE', adult)],
      buildings: ['A', 'B', 'CENTRE', 'FAR', 'HUB'].map((code) => building(code)),
      schoolBuildings: [pair('A', 'A'), pair('B', 'B'), pair('CENTRE', 'CENTRE', adult)],
      enrolment: [pupils('A', 50), pupils('B', 40)],
      wanLinks: [
        link('a', 'A', 'HUB', 100),
        link('b', 'B', 'HUB', 100),
        link('centre', 'CENTRE', 'HUB', 100),
        link('hub', 'HUB', 'POP', 100),
        link('far', 'FAR', 'POP', 100),
      ],
    }),
  )
  t.match(gapOf(result, 'A'), { level: 'ok', ratio: 1, incomplete: true })
  t.strictSame(gapOf(result, 'A').reasons, [{ code: 'shared-link-incomplete', about: ['hub'] }])
  t.match(gapOf(result, 'CENTRE'), { level: 'unknown', pupils: null, demandDownBps: null, incomplete: true })
  t.match(loadOf(result, 'hub'), { demandDownBps: 90 * MBPS, load: 0.9, level: 'ok' }, 'a lower bound')
  t.match(gapOf(result, 'FAR'), { incomplete: false }, 'what is not behind that link is not in doubt')
  t.end()
})

t.test('a link of unknown capacity: nothing is said of those behind it, and it takes nothing from the others', (t) => {
  const result = deriveCapacity(
    oneSchoolEach({ KNOWN: 50, DARK: 500 }, [link('known', 'KNOWN', 'POP', 100), link('dark', 'DARK', 'POP', null)]),
  )
  t.match(lineOf(result, 'DARK'), { asked: 500, gets: null, heldBy: null, level: 'unknown' })
  t.strictSame(gapOf(result, 'DARK').reasons, [{ code: 'capacity-missing', about: ['dark'] }])
  t.match(lineOf(result, 'KNOWN'), { gets: 50, level: 'ok' })
  t.end()
})

t.test('levels: a school of 100 on 100, 80, 79, 50, 49 and 0', (t) => {
  const levels = [100, 80, 79, 50, 49, 0].map((capacity) =>
    lineOf(deriveCapacity(oneSchoolEach({ S: 100 }, [link('l', 'S', 'POP', capacity)])), 'S'),
  )
  t.strictSame(
    levels.map(({ level }) => level),
    ['ok', 'tight', 'short', 'short', 'critical', 'critical'],
  )
  t.end()
})

t.test('links that carry nothing: planned, inactive, decommissioned', (t) => {
  const statuses = ['proposed', 'planned', 'underConstruction', 'inactive', 'decommissioned'] as const
  for (const status of statuses) {
    const result = deriveCapacity(oneSchoolEach({ S: 10 }, [link('l', 'S', 'POP', 100, { status })]))
    t.match(
      gapOf(result, 'S'),
      { level: 'unlinked', reasons: [{ code: 'link-not-operational', about: ['l'] }] },
      status,
    )
  }
  t.end()
})
