import type { DayTraffic, LinkMeasure } from '../model/traffic.js'
import type { WanLink } from '../model/wan-link.js'
import { groupedBy } from '../lib/group.js'
import { isWellSampled } from './traffic.js'

/** The days of one interface that is known to be at a link, in any order. */
export interface MeasuredEnd {
  readonly linkEnd: 'a' | 'b' | null
  readonly days: readonly (DayTraffic & { readonly day: string })[]
}

/** Days whose median is what a link carries. */
const LAST_DAYS = 30
/** The least that a trend is made from. */
const LEAST_SPAN_DAYS = 90
const LEAST_WEEKS = 8
/** Months in ten years: a line that is followed further tells nothing. */
const MOST_MONTHS = 120
const DAY_MS = 86_400_000
const DAYS_PER_MONTH = 365.25 / 12
/** One chance in twenty that weeks without any trend rise so much (one-sided). */
const Z_RISING = 1.645

/** A day's 95th percentiles in bits per second, by direction; `larger` where no direction is known. */
interface Day {
  readonly day: string
  readonly down: number | null
  readonly up: number | null
  readonly larger: number
}

/**
 * What a link was measured to carry; null when no day is well sampled.
 *
 * Only days with at least half of their samples count, and of those only the days outside of July and August, as long as
 * there is one. Where both ends are measured, or several interfaces of one, each day takes the larger: what one end did
 * not let through the other does not see. An interface of which nothing tells the end gives no direction: where there is
 * no other, the larger of what it receives and sends is compared with the smaller capacity.
 *
 * `monthsUntilFull` follows the Theil–Sen line through the medians of weeks (at least 8 of them, over at least 90 days)
 * when the weeks rise (Mann–Kendall, 5 %), from where that line stands on the last day, for ten years at most.
 */
export function deriveLinkMeasure(link: WanLink, ends: readonly MeasuredEnd[]): LinkMeasure | null {
  const all = daysOfLink(ends)
  const term = all.filter(({ day }) => !isHoliday(day))
  const days = term.length > 0 ? term : all
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return null
  const recent = days.slice(-LAST_DAYS)
  const { capacityDownBps: down, capacityUpBps: up } = link
  const narrower = down === null || up === null ? null : Math.min(down, up)
  const isDirected = recent.some((day) => day.down !== null)
  const ways = isDirected
    ? [
        { capacity: down, bpsOf: (day: Day) => day.down },
        { capacity: up, bpsOf: (day: Day) => day.up },
      ]
    : [{ capacity: narrower, bpsOf: (day: Day): number | null => day.larger }]
  const measured = ways.map(({ capacity, bpsOf }) => {
    const p95 = median(recent.map(bpsOf).filter((bps) => bps !== null))
    return { capacity, bpsOf, p95, use: p95 === null || !capacity ? null : p95 / capacity }
  })
  const [worst] = measured.toSorted((a, b) => (b.use ?? -1) - (a.use ?? -1))
  const isKnown = worst !== undefined && measured.every(({ use }) => use !== null)
  return {
    link: link.id,
    since: first.day,
    until: last.day,
    days: days.length,
    p95DownBps: isDirected ? (measured[0]?.p95 ?? null) : null,
    p95UpBps: isDirected ? (measured[1]?.p95 ?? null) : null,
    use: isKnown ? worst.use : null,
    headroomBps: isKnown ? Math.max(0, (worst.capacity ?? 0) - (worst.p95 ?? 0)) : null,
    monthsUntilFull: isKnown ? monthsUntil(worst.capacity ?? 0, worst.use ?? 0, weeksOf(days, worst.bpsOf)) : null,
  }
}

/** July and August: schools are closed, and what a link carries then says nothing of a term. */
function isHoliday(day: string): boolean {
  const month = day.slice(5, 7)
  return month === '07' || month === '08'
}

/** One row a day, by day: the larger of what the interfaces measured, of those whose end is known where one is. */
function daysOfLink(ends: readonly MeasuredEnd[]): Day[] {
  const known = ends.filter(({ linkEnd }) => linkEnd !== null)
  const rows = (known.length > 0 ? known : ends).flatMap(({ linkEnd, days }) =>
    days.flatMap(({ day, p95InBps, p95OutBps, ...counts }) => {
      if (!isWellSampled(counts) || p95InBps === null || p95OutBps === null) return []
      const [down, up] = linkEnd === 'b' ? [p95OutBps, p95InBps] : [p95InBps, p95OutBps]
      return [
        { day, down: linkEnd === null ? null : down, up: linkEnd === null ? null : up, larger: Math.max(down, up) },
      ]
    }),
  )
  const larger = (values: readonly (number | null)[]): number | null => {
    const told = values.filter((value) => value !== null)
    return told.length === 0 ? null : Math.max(...told)
  }
  return [...groupedBy(rows, ({ day }) => day)]
    .map(([day, same]) => ({
      day,
      down: larger(same.map((each) => each.down)),
      up: larger(same.map((each) => each.up)),
      larger: Math.max(...same.map((each) => each.larger)),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/** A week's median, and the middle of its days, in days. */
interface Week {
  readonly at: number
  readonly bps: number
}

/** The medians of the days' weeks, Monday to Sunday; and how many days all of it spans. */
function weeksOf(
  days: readonly Day[],
  bpsOf: (day: Day) => number | null,
): { readonly weeks: readonly Week[]; readonly spanDays: number; readonly last: number } {
  const points = days.flatMap((day) => {
    const bps = bpsOf(day)
    return bps === null || isHoliday(day.day) ? [] : [{ at: dayNumber(day.day), bps }]
  })
  // 1 January 1970 was a Thursday.
  const byWeek = groupedBy(points, ({ at }) => Math.floor((at + 3) / 7))
  const weeks = [...byWeek].map(([week, all]) => ({ at: week * 7, bps: median(all.map(({ bps }) => bps)) ?? 0 }))
  const [first = 0, last = 0] = [points[0]?.at, points.at(-1)?.at]
  return { weeks, spanDays: last - first, last }
}

function monthsUntil(
  capacity: number,
  use: number,
  { weeks, spanDays, last }: ReturnType<typeof weeksOf>,
): number | null {
  if (use >= 1) return 0
  if (weeks.length < LEAST_WEEKS || spanDays < LEAST_SPAN_DAYS || !isRising(weeks)) return null
  const slope = median(pairs(weeks).map(([a, b]) => (b.bps - a.bps) / (b.at - a.at))) ?? 0
  const start = median(weeks.map(({ at, bps }) => bps - slope * at)) ?? 0
  if (slope <= 0) return null
  const months = Math.max(0, (capacity - (start + slope * last)) / slope / DAYS_PER_MONTH)
  return months > MOST_MONTHS ? null : months
}

function pairs(weeks: readonly Week[]): (readonly [Week, Week])[] {
  return weeks.flatMap((a, i) => weeks.slice(i + 1).map((b) => [a, b] as const))
}

/** Mann–Kendall: weeks that rise, less weeks that fall, are more than chance would give. */
function isRising(weeks: readonly Week[]): boolean {
  const score = pairs(weeks).reduce((sum, [a, b]) => sum + Math.sign(b.bps - a.bps), 0)
  const n = weeks.length
  return score - 1 > Z_RISING * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
}

/** Null for no value. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - (1 - (sorted.length % 2))], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
