import t from 'tap'
import { buildScene } from '../../maps/scene/scene.js'
import { territoryLevel } from '../../maps/scene/territories.js'
import type { Gap, Level } from '../../src/model/records.js'
import { twoSchools } from './samples/two-schools.js'

void t.test("a territory's level is the part of its demand that is met, surplus apart", (t) => {
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

void t.test('what has no place is kept apart, with all it says', (t) => {
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
