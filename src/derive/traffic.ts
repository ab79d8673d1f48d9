import type { CounterReading, DayTraffic, Rate, UnknownRate } from '../model/traffic.js'

/** sysUpTime and ifCounterDiscontinuityTime are TimeTicks: hundredths of a second, modulo 2³² (RFC 2578). */
const TICKS = 2 ** 32
const TICKS_PER_SECOND = 100

/** How far the device's clock and ours may differ on an interval: an answer's delay, and cheap clocks. */
const APART_SECONDS = 3
const APART_PART = 0.001

/** Agents count some seconds late, so that an interval may hold a little more than its own time. */
const LATE_SECONDS = 10
const MARGIN = 1.01

/** Where no speed is known, 64-bit counters are still not believed beyond this. */
const FASTEST_BPS = 1e12

/** The rate between two readings of an interface, or why none is known: it is never negative, nor more than the line carries. */
export type Measured =
  { readonly rate: Rate; readonly unknown: null } | { readonly rate: null; readonly unknown: UnknownRate }

/**
 * The averages between two readings of the same interface; `before` is null for the first one.
 *
 * The time in between is the device's own (sysUpTime): our clock only tells whether it has started again. One turn of a
 * counter is undone where no second one can have been; both directions are known, or none.
 *
 * @see RFC 2863, 3.1.5 and 3.1.6 (IF-MIB)
 */
export function rateBetween(before: CounterReading | null, now: CounterReading): Measured {
  if (before === null) return unknown('first')
  const [was, is] = [before.upTime, now.upTime]
  if (was === null || is === null || !hasOctets(before) || !hasOctets(now)) return unknown('not-told')
  const elapsed = (Date.parse(now.at) - Date.parse(before.at)) / 1000
  const seconds = ((is - was + TICKS) % TICKS) / TICKS_PER_SECOND
  const apart = APART_SECONDS + Math.abs(elapsed) * APART_PART
  if (Math.abs(seconds - elapsed) > apart)
    return unknown(is < was || is / TICKS_PER_SECOND < elapsed ? 'restart' : 'clock')
  if (seconds <= 0) return unknown('clock')
  if (hasBroken(before, now, seconds)) return unknown('discontinuity')
  if (before.bits !== now.bits) return unknown('width')
  const speed = now.speedBps !== null && now.speedBps > 0 ? now.speedBps : null
  const most = ((speed ?? FASTEST_BPS) * (seconds + LATE_SECONDS) * MARGIN) / 8
  if (now.bits === 32 && (speed === null || most >= 2 ** 32)) return unknown('wrap')
  const octets = (from: bigint, to: bigint): number => Number(BigInt.asUintN(now.bits, to - from))
  const received = octets(before.inOctets, now.inOctets)
  const sent = octets(before.outOctets, now.outOctets)
  if (received > most || sent > most) return unknown('over-speed')
  return { rate: { seconds, inBps: (received * 8) / seconds, outBps: (sent * 8) / seconds }, unknown: null }
}

function unknown(why: UnknownRate): Measured {
  return { rate: null, unknown: why }
}

function hasOctets(reading: CounterReading): reading is CounterReading & { inOctets: bigint; outOctets: bigint } {
  return reading.inOctets !== null && reading.outOctets !== null
}

/** True when the interface says that it has counted anew since the reading before. */
function hasBroken(before: CounterReading, now: CounterReading, seconds: number): boolean {
  if (now.discontinuityTime === null) return false
  if (before.discontinuityTime !== null) return before.discontinuityTime !== now.discontinuityTime
  const ago = ((now.upTime ?? 0) - now.discontinuityTime + TICKS) % TICKS
  return ago < seconds * TICKS_PER_SECOND
}

/** What a 5-minute average may last: half as long, or half as long again. */
const SHORTEST_SECONDS = 150
const LONGEST_SECONDS = 450
const SECONDS_PER_SAMPLE = 300

/** True for an average that counts as one of the day's 5-minute averages. */
export function isSample({ seconds }: Rate): boolean {
  return seconds >= SHORTEST_SECONDS && seconds <= LONGEST_SECONDS
}

/**
 * The 95th percentile as the trade has it: the values sorted, the top 5 % dropped, the highest that is left (nearest
 * rank: of 288, the 274th). Null without any.
 */
export function percentile95(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  // In whole numbers: 0.95 × 20 is no more than 19 in floating point only by luck.
  return sorted[Math.ceil((sorted.length * 95) / 100) - 1] ?? null
}

/**
 * A day of an interface from its rates. The percentile and the maximum are of 5-minute averages alone; the mean weighs
 * every rate by its time.
 *
 * @param daySeconds how long the day is: 86,400, but for those on which the clocks change.
 */
export function summariseDay(rates: readonly Rate[], daySeconds: number): DayTraffic {
  const samples = rates.filter(isSample)
  const of = (key: 'inBps' | 'outBps') => {
    const values = samples.map((rate) => rate[key])
    const bits = rates.reduce((sum, rate) => sum + rate[key] * rate.seconds, 0)
    return {
      p95: percentile95(values),
      max: values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value)),
      mean: measuredSeconds === 0 ? null : bits / measuredSeconds,
    }
  }
  const measuredSeconds = rates.reduce((sum, { seconds }) => sum + seconds, 0)
  const [received, sent] = [of('inBps'), of('outBps')]
  return {
    samples: samples.length,
    expected: Math.round(daySeconds / SECONDS_PER_SAMPLE),
    p95InBps: received.p95,
    p95OutBps: sent.p95,
    maxInBps: received.max,
    maxOutBps: sent.max,
    meanInBps: received.mean,
    meanOutBps: sent.mean,
    measuredSeconds,
  }
}

/** False when less than half of the day's 5-minute averages stand behind its figures. */
export function isWellSampled({ samples, expected }: Pick<DayTraffic, 'samples' | 'expected'>): boolean {
  return samples * 2 >= expected
}
