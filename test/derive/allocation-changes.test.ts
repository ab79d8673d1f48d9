import t from 'tap'
import {
  allocationChanges,
  allocationEquity,
  changeSums,
  type ComparedLine,
} from '../../src/derive/allocation-changes.js'

function line(school: string, pupils: number, amountCents: number, carriedCents = 0): ComparedLine {
  return { school, name: `École ${school}`, board: '1', pupils, amountCents, carriedCents }
}

t.test('two allocations side by side: who wins, who loses, and who is in one only', (t) => {
  const changes = allocationChanges(
    [line('C', 3, 500), line('A', 1, 100), line('B', 2, 200)],
    [line('B', 4, 200), line('D', 5, 50), line('A', 1, 180)],
  )
  t.same(
    changes.map(({ school, pupilsBefore, pupilsAfter, changeCents }) => [
      school,
      pupilsBefore,
      pupilsAfter,
      changeCents,
    ]),
    [
      ['A', 1, 1, 80],
      ['B', 2, 4, 0],
      ['C', 3, null, -500],
      ['D', null, 5, 50],
    ],
  )
  t.same(changeSums(changes), { winners: 2, wonCents: 130, losers: 1, lostCents: 500, unchanged: 1 })
  t.end()
})

t.test('equity counts each pupil the same, with what the school keeps of earlier years', (t) => {
  // 10 pupils with 1.00 each and 10 with 3.00 each: the mean is 2.00. Gini: half the mean difference of two pupils, who
  // differ by 2.00 half of the time: 1.00 ÷ 2 ÷ 2.00 = 0.25. The worst tenth, two pupils, has 1.00 each.
  const lines = [line('A', 10, 1_000), line('B', 10, 2_000, 1_000), line('C', 0, 700)]
  t.match(allocationEquity(lines), { pupils: 20, meanCents: 200, worstTenthCents: 100, gini: 0.25 })
  // Of 20 pupils the worst tenth is two: the one pupil of A, with 0, and one of B's nineteen, with 1.00.
  t.match(allocationEquity([line('A', 1, 0), line('B', 19, 1_900)]), { meanCents: 95, worstTenthCents: 50 })
  t.same(allocationEquity([line('C', 0, 700)]), { pupils: 0, meanCents: null, worstTenthCents: null, gini: null })
  t.equal(allocationEquity([line('A', 5, 0)]).gini, null)
  t.end()
})
