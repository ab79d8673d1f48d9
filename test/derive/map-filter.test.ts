import t from 'tap'
import { filteredMap, NO_FILTER } from '../../src/derive/map-filter.js'
import { building, pair, primary, pupils, school, secondary } from './network.js'
import { mapOf, wanLink, type Facts } from './published.js'

/**
 * A primary school of 100 pupils behind a secondary one of 300, on 150 Mbit/s; and one of 50 on 10 Mbit/s of its own. One
 * upgrade lifts the first two, another the third.
 */
const facts: Facts = {
  schools: [school('900001'), school('900002', secondary), school('900003')],
  buildings: [
    building('900101', { region: 'Ici' }),
    building('900102', { region: 'Ici' }),
    building('900103', { region: 'Là', coordinates: null }),
  ],
  schoolBuildings: [pair('900001', '900101'), pair('900002', '900102', secondary), pair('900003', '900103', primary)],
  enrolment: [pupils('900001', 100), pupils('900002', 300), pupils('900003', 50)],
  wanLinks: [
    wanLink('A', '900101', '900102', 1000),
    wanLink('B', '900102', 'POP', 150),
    wanLink('C', '900103', 'POP', 10),
    wanLink('D', '900101', 'POP', 10, { role: 'backup' }),
  ],
  equipment: [],
}
const whole = mapOf(facts)

t.test('without a filter the map is the same', (t) => {
  t.equal(filteredMap(whole, NO_FILTER), whole)
  t.end()
})

t.test('a region leaves its buildings, their links, views, measures, shortfalls and steps', (t) => {
  const map = filteredMap(whole, { ...NO_FILTER, regions: new Set(['Là']) })
  t.strictSame(
    map.gaps.map((gap) => gap.building),
    ['900103'],
  )
  t.strictSame(
    map.wanLinks.map(({ id }) => id),
    ['C'],
  )
  t.strictSame([...map.measures.keys()], ['C'])
  for (const view of map.views) {
    t.strictSame([view.gaps.length, view.linkLoads.length], [1, 1], view.id)
  }
  t.strictSame([...new Set(map.shortfalls.map((row) => row.school))], ['900003'])
  t.strictSame(
    map.schools.map(({ code }) => code),
    ['900003'],
  )
  // Of the two steps, the one that lifts the 50 pupils of this building: all that are drawn.
  t.equal(whole.roadmap.length, 2)
  t.match(map.roadmap, [
    { step: 1, buildings: ['900103'], pupils: 50, pupilsTotal: 50, upgradesTotal: 1, percent: 100 },
  ])
  t.equal(map.allGaps?.length, 3, 'totals of a territory are of all its buildings')
  t.end()
})

t.test('a building keeps its path, the buildings on it for their place alone, and the links that touch it', (t) => {
  const map = filteredMap(whole, { ...NO_FILTER, orders: new Set(['primary'] as const), bbox: [-69, 47, -67, 49] })
  t.strictSame(
    map.gaps.map((gap) => gap.building),
    ['900101'],
    'the third has no coordinates',
  )
  t.strictSame(
    map.wanLinks.map(({ id }) => id),
    ['A', 'B', 'D'],
  )
  t.strictSame(
    map.buildings.map(({ code }) => code),
    ['900101', '900102'],
  )
  t.equal(map.linkLoads.find(({ link }) => link === 'B')?.demandDownBps, 400e6, 'a link still carries everybody')
  t.match(map.roadmap, [{ buildings: ['900101'], pupils: 100, percent: 100 }])
  t.end()
})

t.test('what fits one filter and not another is not drawn', (t) => {
  const map = filteredMap(whole, { ...NO_FILTER, regions: new Set(['Là']), levels: new Set(['ok'] as const) })
  t.strictSame(map.gaps, [])
  t.end()
})
