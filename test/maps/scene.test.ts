import t from 'tap'
import { sharesByBuilding } from '../../maps/scene/shares.js'
import { buildScene } from '../../maps/scene/scene.js'
import { territoryLevel } from '../../maps/scene/territories.js'
import type { Building, SchoolBuilding } from '../../src/model/organisation.js'
import type { Gap, Level } from '../../src/model/records.js'
import { twoSchools } from './samples/two-schools.js'

const orders = { preschool: true, primary: true, secondary: false, vocational: false, adult: false }
const pair = (school: string, building: string, share: number | null = null): SchoolBuilding => ({
  school,
  building,
  share,
  orders,
})
const building = (code: string, areaM2: number | null): Building => ({
  code,
  name: code,
  coordinates: null,
  municipality: null,
  mrc: null,
  region: null,
  areaM2,
})

t.test('a school is split by what a file says, then by area, then equally', (t) => {
  const shares = sharesByBuilding(
    [
      pair('told', 'A', 0.7),
      pair('told', 'B', 0.3),
      pair('rest', 'A', 0.4),
      pair('rest', 'B'),
      pair('rest', 'C'),
      pair('area', 'A'),
      pair('area', 'B'),
      pair('equal', 'A'),
      pair('equal', 'C'),
      pair('alone', 'C'),
    ],
    [building('A', 3000), building('B', 1000), building('C', null)],
  )
  const of = (code: string): Record<string, number> =>
    Object.fromEntries((shares.get(code) ?? []).map(({ school, share }) => [school, Number(share.toFixed(6))]))
  t.strictSame(of('A'), { told: 0.7, rest: 0.4, area: 0.75, equal: 0.5 })
  // rest: 0.6 is left, and C has no area, so it is halved.
  t.strictSame(of('B'), { told: 0.3, rest: 0.3, area: 0.25 })
  t.strictSame(of('C'), { rest: 0.3, equal: 0.5, alone: 1 })
  t.end()
})

t.test("a territory's level is the part of its demand that is met, surplus apart", (t) => {
  const gap = (demandDownBps: number | null, ratio: number | null, level: Level): Gap =>
    ({ demandDownBps, ratio, level }) as Gap
  // (100 × 1 + 100 × 0.6) ÷ 200 = 0.8: the surplus of the first does not serve the second.
  t.equal(territoryLevel([gap(100, 3, 'ok'), gap(100, 0.6, 'short')]), 'tight')
  // (100 × 1 + 0) ÷ 300: who has no link meets nothing.
  t.equal(territoryLevel([gap(100, 1, 'ok'), gap(200, null, 'unlinked')]), 'critical')
  t.equal(territoryLevel([gap(100, null, 'unlinked')]), 'unlinked')
  t.equal(territoryLevel([gap(null, null, 'unknown'), gap(100, 1, 'ok')]), 'ok')
  t.equal(territoryLevel([gap(null, null, 'unknown')]), 'unknown')
  t.equal(territoryLevel([]), 'unknown')
  t.end()
})

t.test('what has no place is kept apart, with all it says', (t) => {
  const scene = buildScene(twoSchools)
  t.strictSame(
    scene.buildings.unlocated.map((row) => row.building),
    ['799003'],
  )
  t.strictSame(
    scene.wanLinks.unlocated.map((row) => row.id),
    ['L3'],
  )
  t.strictSame(
    scene.pops.unlocated.map((row) => row.id),
    ['DC'],
  )
  t.end()
})
