import t from 'tap'
import { deriveCapacity } from '../../src/derive/capacity.js'
import { deriveLinkMeasure, type MeasuredEnd } from '../../src/derive/link-measures.js'
import type { LinkMeasure } from '../../src/model/traffic.js'
import { gapOf, link, MBPS, oneSchoolEach } from './network.js'

const DAY_MS = 86_400_000

type Day = MeasuredEnd['days'][number]

/** A day with its 95th percentiles in Mbit/s, fully sampled unless it says otherwise. */
function day(date: string, inMbps: number, outMbps: number, samples = 288): Day {
  const [p95InBps, p95OutBps] = [inMbps * MBPS, outMbps * MBPS]
  return {
    ...{ day: date, samples, expected: 288, measuredSeconds: samples * 300 },
    ...{ p95InBps, p95OutBps, maxInBps: p95InBps, maxOutBps: p95OutBps, meanInBps: p95InBps, meanOutBps: p95OutBps },
  }
}

/** So many days from a date on; what each receives comes from its number, and it sends 1 Mbit/s. */
function days(from: string, count: number, inMbps: (i: number) => number): Day[] {
  return Array.from({ length: count }, (_, i) =>
    day(new Date(Date.parse(from) + i * DAY_MS).toISOString().slice(0, 10), inMbps(i), 1),
  )
}

const atA = (rows: readonly Day[]): MeasuredEnd[] => [{ linkEnd: 'a', days: rows }]
const hundred = link('l', 'S', 'POP', 100)
const fifty = link('l', 'S', 'POP', 50)
const months = (measure: LinkMeasure | null): string | undefined => measure?.monthsUntilFull?.toFixed(4)

t.test('what a link carries is the median of the 95th percentiles of its last 30 days', (t) => {
  // Ten days at 90, then 1, 2, … 30: the median of the last thirty is between 15 and 16.
  const rows = days('2026-01-05', 40, (i) => (i < 10 ? 90 : i - 9))
  t.strictSame(deriveLinkMeasure(hundred, atA(rows.toReversed())), {
    link: 'l',
    since: '2026-01-05',
    until: '2026-02-13',
    days: 40,
    p95DownBps: 15.5 * MBPS,
    p95UpBps: 1 * MBPS,
    use: 0.155,
    headroomBps: 84.5 * MBPS,
    monthsUntilFull: null,
  })
  t.end()
})

t.test('days with less than half of their samples do not count; without any other there is no measure', (t) => {
  const thin = [day('2026-01-05', 99, 99, 143), day('2026-01-06', 10, 2, 144)]
  t.match(deriveLinkMeasure(hundred, atA(thin)), { since: '2026-01-06', days: 1, p95DownBps: 10 * MBPS })
  t.equal(deriveLinkMeasure(hundred, atA(thin.slice(0, 1))), null)
  t.equal(deriveLinkMeasure(hundred, []), null)
  t.end()
})

t.test('at A what is received flows down; at B it flows up; of both ends each day takes the larger', (t) => {
  const a = { linkEnd: 'a', days: [day('2026-01-05', 40, 5), day('2026-01-06', 60, 5)] } as const
  const b = { linkEnd: 'b', days: [day('2026-01-05', 6, 50), day('2026-01-07', 7, 30)] } as const
  t.match(deriveLinkMeasure(hundred, [a]), { p95DownBps: 50 * MBPS, p95UpBps: 5 * MBPS })
  t.match(deriveLinkMeasure(hundred, [b]), { p95DownBps: 40 * MBPS, p95UpBps: 6.5 * MBPS })
  // Down 50, 60, 30 and up 6, 5, 7 on the three days.
  t.match(deriveLinkMeasure(hundred, [a, b]), { days: 3, p95DownBps: 50 * MBPS, p95UpBps: 6 * MBPS })
  t.end()
})

t.test('use is of the worse direction: 40 down of 100 against 15 up of 20', (t) => {
  const uneven = link('l', 'S', 'POP', 100, { capacityUpBps: 20 * MBPS })
  t.match(deriveLinkMeasure(uneven, atA([day('2026-01-05', 40, 15)])), { use: 0.75, headroomBps: 5 * MBPS })
  t.end()
})

t.test(
  'of an interface whose end is not known, the larger stands against the smaller capacity, without direction',
  (t) => {
    const uneven = link('l', 'S', 'POP', 100, { capacityUpBps: 80 * MBPS })
    const unknown = { linkEnd: null, days: [day('2026-01-05', 40, 15)] } as const
    t.match(deriveLinkMeasure(uneven, [unknown]), {
      p95DownBps: null,
      p95UpBps: null,
      use: 0.5,
      headroomBps: 40 * MBPS,
    })
    const known = { linkEnd: 'a', days: [day('2026-01-05', 8, 4)] } as const
    t.match(deriveLinkMeasure(uneven, [unknown, known]), { p95DownBps: 8 * MBPS, use: 0.08 }, 'where there is another')
    t.end()
  },
)

t.test('without a capacity there is neither use, headroom nor trend', (t) => {
  const silent = link('l', 'S', 'POP', 100, { capacityUpBps: null })
  const expected = { p95DownBps: 40 * MBPS, use: null, headroomBps: null, monthsUntilFull: null }
  t.match(deriveLinkMeasure(silent, atA([day('2026-01-05', 40, 15)])), expected)
  t.end()
})

t.test('a link that carries its capacity or more is full now', (t) => {
  const full = deriveLinkMeasure(fifty, atA(days('2026-01-05', 5, () => 50.5)))
  t.match(full, { use: 1.01, headroomBps: 0, monthsUntilFull: 0 })
  t.end()
})

t.test('a link that rises by 1 Mbit/s a week is full when the line meets its capacity', (t) => {
  // Twenty weeks from Monday 5 January: 10, 11, … 29 Mbit/s. The line is at 29 on the Thursday of the last week, and at
  // 29 + 3/7 on its Sunday. 50 − 29 − 3/7 = 20 4/7 Mbit/s are left, at 1/7 a day: 144 days, of 30.4375 a month.
  const rise = (i: number): number => 10 + Math.floor(i / 7)
  const rows = days('2026-01-05', 140, rise)
  const expected = (144 / 30.4375).toFixed(4)
  t.equal(months(deriveLinkMeasure(fifty, atA(rows))), expected)

  // A week of exams at 45 Mbit/s and a line cut on some days move no median.
  const rough = rows.map((each, i) => (i >= 63 && i < 70 ? { ...each, p95InBps: 45 * MBPS } : each))
  t.equal(months(deriveLinkMeasure(fifty, atA(rough))), expected, 'with a week apart')
  const torn = rows.map((each, i) => (i % 7 === 2 ? { ...each, p95InBps: 0 } : each))
  t.equal(months(deriveLinkMeasure(fifty, atA(torn))), expected, 'with a bad day in each week')
  t.equal(
    months(deriveLinkMeasure(fifty, atA(rows.filter((_, i) => i < 35 || i >= 84)))),
    expected,
    'with seven weeks missing',
  )
  t.end()
})

t.test('July and August count neither in the trend nor in what the link carries', (t) => {
  // Monday 2 March to Sunday 13 September: 28 weeks, rising by 1 a week from 10; in summer nobody is there.
  const rows = days('2026-03-02', 196, (i) => 10 + Math.floor(i / 7)).map((each) =>
    /-0[78]-/.test(each.day) ? { ...each, p95InBps: 0.1 * MBPS } : each,
  )
  const measure = deriveLinkMeasure(hundred, atA(rows))
  t.match(measure, { since: '2026-03-02', until: '2026-09-13', days: 196 - 62 })
  // The last 30 such days: 14 to 30 June at 24 (1 day), 25 (7), 26 (7) and 27 (2), then 13 days at 36 and 37.
  t.equal(measure?.p95DownBps, 26.5 * MBPS)
  // On 13 September the line is at 37 + 3/7; the 62 4/7 that are left take 438 days.
  t.equal(months(measure), (438 / 30.4375).toFixed(4))
  const summer = days('2026-07-01', 20, () => 2)
  t.match(deriveLinkMeasure(hundred, atA(summer)), { days: 20, use: 0.02 }, 'where summer is all there is, it is told')
  t.end()
})

t.test('a trend needs 8 weeks over 90 days', (t) => {
  const rise = (i: number): number => 10 + i / 7
  t.equal(months(deriveLinkMeasure(hundred, atA(days('2026-01-05', 90, rise)))), undefined, '89 days lie between')
  t.type(months(deriveLinkMeasure(hundred, atA(days('2026-01-05', 91, rise)))), 'string')
  const everyOther = (count: number): Day[] =>
    days('2026-01-05', 105, rise).filter((_, i) => Math.floor(i / 7) % 2 === 0 && i / 14 < count)
  t.type(months(deriveLinkMeasure(hundred, atA(everyOther(8)))), 'string', '8 weeks in 15')
  t.equal(months(deriveLinkMeasure(hundred, atA(everyOther(7)))), undefined, '7 weeks')
  t.end()
})

t.test('a link that does not rise has no month in which it is full', (t) => {
  t.equal(months(deriveLinkMeasure(hundred, atA(days('2026-01-05', 140, () => 30)))), undefined, 'flat')
  t.equal(months(deriveLinkMeasure(hundred, atA(days('2026-01-05', 140, (i) => 60 - i / 7)))), undefined, 'falling')
  // A line of 0.1 Mbit/s a week. But of 190 pairs of weeks only 24 more rise than fall; chance alone passes 51 once in 20.
  const weeks = [30, 36, 31, 29, 35, 33, 30, 34, 32, 36, 30, 33, 35, 31, 37, 29, 34, 33, 36, 32]
  const noise = days('2026-01-05', 140, (i) => weeks[Math.floor(i / 7)] ?? 0)
  t.equal(months(deriveLinkMeasure(fifty, atA(noise))), undefined, 'by chance')
  // 1 Mbit/s in ten weeks: 69 are left, for 690 weeks.
  const slow = days('2026-01-05', 140, (i) => 30 + Math.floor(i / 7) / 10)
  t.equal(months(deriveLinkMeasure(hundred, atA(slow))), undefined, 'in more than ten years')
  t.end()
})

t.test('a building has the measure of the link of its path that is fullest', (t) => {
  const input = oneSchoolEach({ S: 100, H: 50, ALONE: 10 }, [
    link('s', 'S', 'H', 1000),
    link('h', 'H', 'POP', 1000),
    link('alone', 'ALONE', 'POP', 1000),
  ])
  const of = (id: string, use: number | null, monthsUntilFull: number | null): [string, LinkMeasure] => [
    id,
    {
      ...{ link: id, since: '2026-01-05', until: '2026-05-05', days: 100, p95DownBps: null, p95UpBps: null },
      ...{ use, headroomBps: null, monthsUntilFull },
    },
  ]
  const result = deriveCapacity({
    ...input,
    measures: new Map([of('s', 0.2, 3), of('h', 0.9, 14), of('alone', null, null)]),
  })
  t.match(gapOf(result, 'S'), { measuredUse: 0.9, monthsUntilFull: 14 })
  t.match(gapOf(result, 'H'), { measuredUse: 0.9, monthsUntilFull: 14 })
  t.match(gapOf(result, 'ALONE'), { measuredUse: null, monthsUntilFull: null })
  t.match(gapOf(deriveCapacity(input), 'S'), { measuredUse: null, monthsUntilFull: null })
  t.end()
})
