import fc from 'fast-check'
import t from 'tap'
import { retotalled } from '../../src/derive/roadmap-totals.js'
import { LEAST_TOLD } from '../../src/derive/suppression.js'
import { listPlugins, loadPlugin } from '../../src/lib/plugins.js'
import { messagesFor, type Messages } from '../../src/i18n/translator.js'
import type { EquipmentRules } from '../../src/model/equipment.js'
import type { MapFormat, MapInput } from '../../src/model/map-format.js'
import { attack, type Bounds } from './attacker.js'
import { building, pair, primary, profiles, pupils, school } from './network.js'
import { boards, mapOf, publishedMap, RULES, wanLink, type Facts } from './published.js'

const knowledge = { profiles, rules: RULES }

/** The counts below 30 that there really are: of schools, and of schools in one of their buildings. */
function smallCounts(facts: Facts): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { school: code, pupils: count } of facts.enrolment) counts.set(code, (counts.get(code) ?? 0) + count)
  for (const { school: code, building: at, share } of facts.schoolBuildings) {
    counts.set(`${code} ${at}`, (counts.get(code) ?? 0) * (share ?? 1))
  }
  return new Map([...counts].filter(([, count]) => count < LEAST_TOLD))
}

/** Whole numbers below 30 that a count may be. */
function candidates({ least, most }: Bounds): number {
  const [from, to] = [Math.ceil(least - 1e-6), Math.min(LEAST_TOLD - 1, Math.floor(most + 1e-6))]
  return Math.max(0, to - from + 1)
}

function text(map: MapInput): string {
  return JSON.stringify(map, (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
  )
}

/** One small school on its own, or what else a test needs, behind links in Mbit/s. */
function facts(more: Partial<Facts>): Facts {
  return { schools: [], buildings: [], schoolBuildings: [], enrolment: [], wanLinks: [], equipment: [], ...more }
}

t.test('with other counts in place of those withheld, the same map is published, byte for byte', async (t) => {
  const formats = await Promise.all(
    listPlugins('maps/formats').map((id) => loadPlugin<MapFormat<Messages>>('maps/formats', id)),
  )
  const other = fc.array(fc.integer({ min: 0, max: LEAST_TOLD - 1 }), { minLength: 7, maxLength: 7 })
  const exchanged = (known: Facts, counts: readonly number[]): Facts => {
    const small = smallCounts(known)
    const enrolment = known.enrolment.map((row, i) =>
      small.has(row.school) ? { ...row, pupils: counts[i % counts.length] ?? 0 } : row,
    )
    return { ...known, enrolment }
  }
  fc.assert(
    fc.property(boards, other, (known, counts) => {
      return text(publishedMap(known)) === text(publishedMap(exchanged(known, counts)))
    }),
    { numRuns: 100, seed: 7 },
  )
  for (const known of fc.sample(boards, { numRuns: 3, seed: 7 })) {
    for (const format of formats) {
      const render = async (of: Facts): Promise<string> =>
        JSON.stringify(
          (await format.render(publishedMap(of), messagesFor('fr'))).map(({ name, content }) => [
            name,
            Buffer.from(content).toString('base64'),
          ]),
        )
      t.equal(await render(exchanged(known, [0, 29, 13, 5, 1, 28, 20])), await render(known), format.id)
    }
  }
})

t.test('nobody who solves for the counts withheld finds one, nor fewer than ten that it may be', (t) => {
  let [attacked, told] = [0, 0]
  const kinds = { oneSmall: 0, smallSplit: 0, partSmall: 0, smallTogether: 0, aloneBehindLink: 0 }
  fc.assert(
    fc.property(boards, (known) => {
      const small = smallCounts(known)
      const partsOf = (code: string) => known.schoolBuildings.filter((each) => each.school === code)
      const smallIn = (code: string) =>
        known.schoolBuildings.filter((each) => each.building === code && small.has(each.school))
      const schools = known.schools.map(({ code }) => code).filter((code) => small.has(code))
      if (schools.length === 1) kinds.oneSmall++
      if (schools.some((code) => partsOf(code).length > 1)) kinds.smallSplit++
      if ([...small.keys()].some((key) => key.includes(' ') && !small.has(key.split(' ', 1).join()))) kinds.partSmall++
      if (known.buildings.some(({ code }) => smallIn(code).length > 1)) kinds.smallTogether++
      const leads = new Set(known.wanLinks.map(({ b }) => b))
      if (known.buildings.some(({ code }) => smallIn(code).length === 1 && !leads.has(code))) kinds.aloneBehindLink++
      const found = attack(publishedMap(known), knowledge)
      for (const [name, count] of smallCounts(known)) {
        const bounds = found.get(name)
        if (bounds === undefined) continue
        attacked++
        if (candidates(bounds) < 10) {
          throw new Error(`${name} has ${count} and is known to be in ${bounds.least} to ${bounds.most}`)
        }
      }
      told += [...found.values()].filter(({ least, most }) => most - least < 1e-6 && most >= LEAST_TOLD).length
    }),
    { numRuns: 150, seed: 11 },
  )
  for (const [kind, count] of Object.entries(kinds)) t.ok(count >= 30, `${kind}: ${count} boards`)
  t.ok(attacked > 300, `${attacked} counts were attacked`)
  t.ok(told > 300, `${told} larger counts were found, as they are told`)
  t.end()
})

t.test('what is told is what the map for the board itself says', (t) => {
  const figures = ['pupils', 'demandDownBps', 'demandUpBps', 'ratio', 'shareDownBps', 'oversubscription'] as const
  let compared = 0
  for (const known of fc.sample(boards, { numRuns: 200, seed: 17 })) {
    // One school in three buildings or more may change what others get in a way that two derivations do not see.
    if (known.schools.some(({ code }) => known.schoolBuildings.filter((each) => each.school === code).length > 2))
      continue
    // A small school without any pupil is shown as if it had some: that it is empty is not told.
    if ([...smallCounts(known).values()].includes(0)) continue
    const [own, told] = [mapOf(known), publishedMap(known)]
    for (const [i, view] of [told, ...told.views].entries()) {
      for (const gap of view.gaps) {
        const truth = [own, ...own.views][i]?.gaps.find(({ building: code }) => code === gap.building)
        for (const figure of figures) {
          const [a, b] = [gap[figure], truth?.[figure] ?? null]
          if (a === null || (b !== null && Math.abs(a - b) <= 1e-6 * Math.abs(b))) continue
          t.fail(`${gap.building} ${gap.profile} ${figure}: told ${a}, is ${b}`)
        }
        if (gap.level === 'unknown') continue
        compared++
        if (gap.level !== truth?.level) t.fail(`${gap.building} ${gap.profile}: told ${gap.level}, is ${truth?.level}`)
      }
    }
  }
  t.ok(compared > 400, `${compared} levels are the board's own`)
  t.end()
})

t.test('the same attack finds most of them when only the small figures themselves are taken out', (t) => {
  const naive = (known: Facts): MapInput => {
    const map = mapOf(known)
    const small = smallCounts(known)
    const gaps = map.gaps.map((gap) => ((gap.pupils ?? 30) < 30 ? { ...gap, pupils: null, demandDownBps: null } : gap))
    const schoolPupils = new Map([...map.schoolPupils].map(([code, n]) => [code, small.has(code) ? null : n]))
    const suppressedSchools = new Set([...small.keys()])
    return { ...map, gaps, schoolPupils, suppressedSchools, shortfalls: [], roadmap: retotalled(map.roadmap, gaps) }
  }
  let [found, all] = [0, 0]
  for (const known of fc.sample(boards, { numRuns: 60, seed: 13 })) {
    const bounds = attack(naive(known), knowledge)
    for (const name of smallCounts(known).keys()) {
      const of = bounds.get(name)
      if (of === undefined) continue
      all++
      if (candidates(of) < 10) found++
    }
  }
  t.ok(found > all / 2, `${found} of ${all}`)
  t.end()
})

t.test('a level is told where any count below 30 has it; elsewhere it would be two bounds', (t) => {
  const alone = (mbps: number): Facts =>
    facts({
      schools: [school('900001')],
      buildings: [building('900101')],
      schoolBuildings: [pair('900001', '900101')],
      enrolment: [pupils('900001', 11)],
      wanLinks: [wanLink('X', '900101', 'POP', mbps)],
    })
  // At 1 Mbit/s a pupil, 11 pupils and 10 Mbit/s are `tight`: between 10 and 12.5 pupils, hence 11 or 12.
  t.equal(mapOf(alone(10)).gaps[0]?.level, 'tight')
  t.match(publishedMap(alone(10)).gaps[0], { level: 'unknown', suppressed: true, pupils: null, ratio: null })
  // 29 Mbit/s are enough for whoever is there.
  const [wide] = publishedMap(alone(29)).gaps
  t.match(wide, { level: 'ok', ratio: 1, suppressed: true, pupils: null, demandDownBps: null, shareDownBps: null })
  t.strictSame(wide?.reasons, [{ code: 'count-withheld', about: ['900001'] }])
  t.end()
})

t.test('who shares a narrow link with a small school keeps the figures that would give it away', (t) => {
  const known = facts({
    schools: [school('900001'), school('900002'), school('900003')],
    buildings: [building('900101'), building('900102'), building('900103')],
    schoolBuildings: [pair('900001', '900101'), pair('900002', '900102'), pair('900003', '900103')],
    enrolment: [pupils('900001', 20), pupils('900002', 100), pupils('900003', 300)],
    wanLinks: [
      wanLink('A', '900101', '900102', 100),
      wanLink('B', '900102', 'POP', 60),
      wanLink('C', '900103', 'POP', 150),
    ],
  })
  // 60 ÷ (100 + 20) is 0.5: with the capacity, the ratio gives 20 back. Between 60 ÷ 101 and 60 ÷ 129 lies 0.5.
  const map = publishedMap(known)
  const own = { pupils: 100, demandDownBps: 100e6, ratio: null, shareDownBps: null, level: 'unknown', suppressed: true }
  t.match(map.gaps[1], { ...own, reasons: [{ code: 'figures-withheld', about: [] }], bottleneck: '900102-POP' })
  t.match(map.gaps[2], { pupils: 300, ratio: 0.5, level: 'short', suppressed: false, oversubscription: 2 })
  t.match(map.linkLoads, [
    { link: '900101-900102', demandDownBps: null, load: null, level: 'ok', suppressed: true },
    { link: '900102-POP', demandDownBps: null, load: null, suppressed: true },
    { link: '900103-POP', demandDownBps: 300e6, load: 2, suppressed: false },
  ])
  t.strictSame([...map.measures.keys()], ['900102-POP', '900103-POP'], 'what 20 pupils do is not told')
  t.end()
})

t.test('a small part of a school takes the smallest other part with it; the school itself is told', (t) => {
  const at = (code: string, share: number) => pair('900001', code, primary, share)
  const known = facts({
    schools: [school('900001')],
    buildings: [building('900101'), building('900102'), building('900103')],
    schoolBuildings: [at('900101', 0.6), at('900102', 0.35), at('900103', 0.05)],
    enrolment: [pupils('900001', 400)],
    equipment: [
      {
        school: '900001',
        category: 'flotte',
        item: 'Portable',
        quantity: 1,
        unitsEach: 1,
        acquiredOn: null,
        condition: 'good',
        costCents: null,
      },
    ],
  })
  const map = publishedMap(known)
  t.strictSame(
    map.gaps.map((gap) => gap.pupils),
    [240, null, null],
  )
  t.equal(map.schoolPupils.get('900001'), 400)
  t.strictSame([...new Set(map.schoolParts.map(({ share }) => share))], [null], 'a share of 400 is a count')
  t.strictSame(map.shortfalls, [], 'and so is a part of a target')
  t.end()
})

t.test('a sector of fewer than 30 pupils is not given by a target that counts the others alone', (t) => {
  const of = (adults: number): MapInput =>
    publishedMap(
      facts({
        schools: [school('900001')],
        buildings: [building('900101')],
        schoolBuildings: [pair('900001', '900101')],
        enrolment: [pupils('900001', 200), pupils('900001', adults, 'adult')],
      }),
    )
  t.equal(of(12).shortfalls.length, 0)
  t.equal(of(60).shortfalls.length, 2)
  t.end()
})

t.test('only links of some path are drawn: a ring and a backup would say who has neither', (t) => {
  const secret = {
    name: 'ecole-sw1 10.20.0.5',
    monthlyCostCents: 99_900,
    contractEnd: '2031-01-01',
    source: 'contrat 7',
  }
  const map = publishedMap(
    facts({
      schools: [school('900001'), school('900002')],
      buildings: [building('900101'), building('900102')],
      schoolBuildings: [pair('900001', '900101'), pair('900002', '900102')],
      enrolment: [pupils('900001', 200), pupils('900002', 100)],
      wanLinks: [
        wanLink('CIRCUIT-1', '900101', 'POP', 1000, { ...secret, route: '{"type":"LineString"}' }),
        wanLink('CIRCUIT-2', '900102', 'POP', 1000),
        wanLink('CIRCUIT-3', '900101', '900102', 1000),
        wanLink('CIRCUIT-4', '900102', 'POP', 100, { role: 'backup' }),
        wanLink('CIRCUIT-5', '900102', 'POP', 100, { status: 'planned' }),
      ],
    }),
  )
  t.strictSame(
    map.wanLinks.map(({ id }) => id),
    ['900101-POP', '900102-POP'],
  )
  t.notMatch(text(map), /CIRCUIT|sw1|99900|2031|contrat|LineString/)
  t.strictSame([...new Set(map.gaps.map((gap) => gap.singlePointOfFailure))], [null])
  t.strictSame(map.devices, {})
  t.end()
})

t.test('by ratios of sectors, or of the year before, no target tells a sector of fewer than 30 pupils', (t) => {
  const one = facts({
    schools: [school('A')],
    buildings: [building('B')],
    schoolBuildings: [pair('A', 'B')],
    wanLinks: [wanLink('l', 'B', 'POP', 1000)],
  })
  const { flotte } = RULES.categories
  if (flotte === undefined) throw new Error('no category')
  const categories: EquipmentRules['categories'] = { flotte: { ...flotte, perPupils: { primary: 5, adult: 8 } } }
  const eligible = { ...RULES.eligible, sectors: ['youth', 'adult'] as const }
  // Floor + 200 ÷ 5 + adults ÷ 8: with the pupils beside it, the target gives how many of them are adults.
  const rowsOf = (
    adults: number,
    before: number,
    rules: EquipmentRules = { ...RULES, categories, eligible },
  ): number => {
    const years = [pupils('A', adults, 'adult'), { ...pupils('A', before, 'adult'), schoolYear: '2017-2018' }]
    const youth = [pupils('A', 200), { ...pupils('A', 200), schoolYear: '2017-2018' }]
    return publishedMap({ ...one, enrolment: [...youth, ...years] }, rules).shortfalls.length
  }
  t.equal(rowsOf(12, 60), 0)
  t.equal(rowsOf(60, 60), 1)
  t.equal(rowsOf(0, 60), 1, 'none of them at all is no number of theirs')
  t.equal(rowsOf(60, 12), 0)
  t.equal(rowsOf(60, 12, { ...RULES, enrolment: 'previous', categories: { flotte } }), 0)
  t.equal(rowsOf(60, 60, { ...RULES, enrolment: 'previous', categories: { flotte } }), 1)
  t.equal(rowsOf(60, 12, { ...RULES, categories: { flotte } }), 1, 'a ratio for all tells no sector')
  t.end()
})
