import fc from 'fast-check'
import t from 'tap'
import { percentile95, rateBetween, summariseDay } from '../../src/derive/traffic.js'
import { localDay, localDayBefore, localDayOf } from '../../src/lib/local-day.js'
import type { CounterReading } from '../../src/model/traffic.js'

const MBPS = 1_000_000

function reading(seconds: number, change: Partial<CounterReading> = {}): CounterReading {
  return {
    at: new Date(Date.parse('2026-11-30T15:00:00Z') + seconds * 1000).toISOString(),
    upTime: 1_000_000 + seconds * 100,
    inOctets: 0n,
    outOctets: 0n,
    bits: 64,
    discontinuityTime: 0,
    speedBps: 100 * MBPS,
    ...change,
  }
}

t.test('the rate is the octets times eight over the time of the device itself', (t) => {
  // 375,000,000 octets in 300 s: 10 Mbit/s. The answer came 2 s late by our clock: the device's own says 300 s.
  const now = reading(300, { inOctets: 375_000_000n, outOctets: 37_500_000n, at: reading(302).at })
  t.strictSame(rateBetween(reading(0), now), { rate: { seconds: 300, inBps: 10 * MBPS, outBps: MBPS }, unknown: null })
  t.end()
})

t.test('one turn of a 32-bit counter, of a 64-bit one and of sysUpTime is undone', (t) => {
  const narrow = { bits: 32 as const }
  const before = reading(0, { ...narrow, inOctets: 4_294_967_000n, outOctets: 5n, upTime: 2 ** 32 - 100 })
  const now = reading(300, { ...narrow, inOctets: 704n, outOctets: 5n, upTime: 300 * 100 - 100 })
  // 296 octets to the end, 704 after it: 1000.
  t.strictSame(rateBetween(before, now).rate, { seconds: 300, inBps: 8000 / 300, outBps: 0 })
  const wide = rateBetween(reading(0, { inOctets: 2n ** 64n - 1n }), reading(300, { inOctets: 999n }))
  t.strictSame(wide.rate?.inBps, 8000 / 300)
  t.end()
})

t.test('what cannot be known is said, with the reason', (t) => {
  const at = (change: Partial<CounterReading>, before: Partial<CounterReading> | null = {}) =>
    rateBetween(
      before === null ? null : reading(0, { inOctets: 5000n, ...before }),
      reading(300, { inOctets: 6000n, ...change }),
    )
  const cases: readonly [string, ReturnType<typeof at>][] = [
    ['first', at({}, null)],
    ['not-told', at({ inOctets: null })],
    ['not-told', at({ upTime: null })],
    ['restart', at({ upTime: 100 })],
    // Up for longer than before, but started in between: 100 s before, then 250 s though 300 went by.
    ['restart', at({ upTime: 25_000 }, { upTime: 10_000 })],
    ['clock', at({ at: reading(-3600).at })],
    ['clock', at({ at: reading(0).at, upTime: reading(0).upTime })],
    ['discontinuity', at({ discontinuityTime: 1_010_000 })],
    ['discontinuity', at({ discontinuityTime: 1_010_000 }, { discontinuityTime: null })],
    ['width', at({ bits: 32 })],
    ['wrap', at({ bits: 32, speedBps: 1000 * MBPS }, { bits: 32 })],
    ['wrap', at({ bits: 32, speedBps: null }, { bits: 32 })],
    ['over-speed', at({ inOctets: 4999n })],
    ['over-speed', at({ inOctets: 10_000_000_000n })],
  ]
  for (const [why, measured] of cases) t.strictSame(measured, { rate: null, unknown: why })
  t.strictSame(at({ discontinuityTime: 10 }, { discontinuityTime: null }).unknown, null, 'an old discontinuity')
  t.end()
})

t.test(
  'whatever a line carries, a rate is its true one or none: through turns of counters, restarts and clocks',
  (t) => {
    const step = fc.record({
      seconds: fc.integer({ min: 20, max: 1200 }),
      load: fc.double({ min: 0, max: 1, noNaN: true }),
      // Seconds into the interval at which the device stops, as a part of it, and how long it is away.
      restart: fc.option(
        fc.record({ after: fc.double({ min: 0, max: 0.9, noNaN: true }), away: fc.integer({ min: 8, max: 15 }) }),
        { nil: null, freq: 5 },
      ),
      delayMs: fc.integer({ min: 0, max: 1000 }),
    })
    const line = fc.record({
      bits: fc.constantFrom(32 as const, 64 as const),
      speedBps: fc.constantFrom(2 * MBPS, 10 * MBPS, 100 * MBPS, 1000 * MBPS, 10_000 * MBPS),
      start: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      startUp: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      steps: fc.array(step, { minLength: 1, maxLength: 20 }),
    })
    fc.assert(
      fc.property(line, ({ bits, speedBps, start, startUp, steps }) => {
        let [clockMs, ticks, octets] = [Date.parse('2026-11-30T05:00:00Z'), startUp, start]
        const read = (delayMs: number): CounterReading => ({
          at: new Date(clockMs + delayMs).toISOString(),
          upTime: ticks % 2 ** 32,
          inOctets: BigInt.asUintN(bits, octets),
          outOctets: 0n,
          bits,
          discontinuityTime: null,
          speedBps,
        })
        let before = read(0)
        for (const { seconds, load, restart, delayMs } of steps) {
          const truth = BigInt(Math.floor((speedBps / 8) * load * seconds))
          clockMs += seconds * 1000
          if (restart === null) {
            octets += truth
            ticks += seconds * 100
          } else {
            const left = Math.max(0, seconds * (1 - restart.after) - restart.away)
            octets = BigInt(Math.floor((speedBps / 8) * load * left))
            ticks = Math.floor(left * 100)
          }
          const now = read(delayMs)
          const { rate, unknown } = rateBetween(before, now)
          before = now
          if (restart !== null) {
            if (rate !== null) return false
            continue
          }
          const mayTurnTwice = bits === 32 && (speedBps / 8) * (seconds + 10) * 1.01 >= 2 ** 32
          if (mayTurnTwice ? unknown !== 'wrap' : rate === null) return false
          if (rate !== null && Math.abs(rate.inBps - (Number(truth) * 8) / seconds) > 1) return false
        }
        return true
      }),
      { numRuns: 500 },
    )
    t.end()
  },
)

t.test('the 95th percentile drops the top 5 %: of 288 values, 14', (t) => {
  t.equal(percentile95(Array.from({ length: 288 }, (_, i) => i + 1)), 274)
  t.equal(percentile95(Array.from({ length: 20 }, (_, i) => 20 - i)), 19)
  t.equal(percentile95([7]), 7)
  t.equal(percentile95([]), null)
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 300 }), (values) => {
      const p = percentile95(values) ?? -1
      const above = values.filter((value) => value > p).length
      const atLeast = values.filter((value) => value >= p).length
      // No more than 5 % are above it, and more than 5 % are not below it.
      return above <= values.length * 0.05 && atLeast > values.length * 0.05 && values.includes(p)
    }),
  )
  t.end()
})

t.test('a day: 5-minute averages make the percentile and the maximum, all the time measured makes the mean', (t) => {
  const five = Array.from({ length: 100 }, () => ({ seconds: 300, inBps: 10, outBps: 1 }))
  const day = summariseDay(
    [...five, { seconds: 299, inBps: 60, outBps: 2 }, { seconds: 30_000, inBps: 4, outBps: 4 }],
    86_400,
  )
  t.match(day, { samples: 101, expected: 288, p95InBps: 10, p95OutBps: 1, maxInBps: 60, maxOutBps: 2 })
  t.equal(day.measuredSeconds, 60_299)
  // (100 × 300 × 10 + 299 × 60 + 30,000 × 4) ÷ 60,299
  t.ok(Math.abs((day.meanInBps ?? 0) - 437_940 / 60_299) < 1e-9)
  t.strictSame(summariseDay([{ seconds: 30_000, inBps: 4, outBps: 4 }], 86_400).p95InBps, null)
  t.match(summariseDay([], 86_400), { samples: 0, meanInBps: null, p95InBps: null })
  t.end()
})

t.test('a local day is 23 or 25 hours long when the clocks change', (t) => {
  const zone = process.env['TZ']
  process.env['TZ'] = 'America/Toronto'
  t.teardown(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
  // Québec, 2026: forward on 8 March, back on 1 November.
  t.match(localDay('2026-03-08'), { seconds: 23 * 3600, startsAt: new Date('2026-03-08T05:00:00Z') })
  t.match(localDay('2026-11-01'), { seconds: 25 * 3600, endsAt: new Date('2026-11-02T05:00:00Z') })
  t.equal(localDayOf(new Date('2026-11-30T04:59:59Z')).day, '2026-11-29')
  t.equal(localDayOf(new Date('2026-11-30T05:00:00Z')).day, '2026-11-30')
  t.equal(localDayBefore(localDay('2026-11-30'), { months: 13 }).day, '2025-10-30')
  t.equal(localDayBefore(localDay('2026-03-09'), { days: 3 }).day, '2026-03-06')
  t.equal(summariseDay([], localDay('2026-03-08').seconds).expected, 276)
  t.equal(summariseDay([], localDay('2026-11-01').seconds).expected, 300)
  t.end()
})
