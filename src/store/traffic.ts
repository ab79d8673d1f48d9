import { sql, type Selectable } from '#kysely'
import type { CounterReading, DayTraffic, Rate, UnknownRate } from '../model/traffic.js'
import { chunks, insertRows, type Tx, type Value } from './bulk.js'
import type { Db } from './database.js'
import type { TrafficDayTable, TrafficSampleTable } from './schema/traffic.js'

/** A reading of a wide-area interface, and its rate since the one before, or why none is known. */
export interface TrafficSample {
  readonly wanInterface: number
  readonly reading: CounterReading
  readonly rate: Rate | null
  readonly unknown: UnknownRate | null
  /** The local day that the rate is of; null without one. */
  readonly day: string | null
}

/** The last reading of some interfaces that holds counters, by their ids. */
export async function lastReadings(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, CounterReading>> {
  const readings = new Map<number, CounterReading>()
  for (const row of await lastRows(db, ids, sql`and last.in_octets is not null`)) {
    readings.set(row.wan_interface_id, {
      at: row.at,
      upTime: row.up_time,
      inOctets: row.in_octets === null ? null : BigInt(row.in_octets),
      outOctets: row.out_octets === null ? null : BigInt(row.out_octets),
      bits: row.bits === 32 ? 32 : 64,
      discontinuityTime: row.discontinuity_time,
      speedBps: row.speed_bps,
    })
  }
  return readings
}

/** When an interface was last read, and the rate that this gave: bits per second, or why none is known. */
export interface LastRate {
  readonly at: string
  readonly inBps: number | null
  readonly outBps: number | null
  readonly unknown: UnknownRate | null
}

/** The last rate of some interfaces, by their ids. */
export async function lastRates(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, LastRate>> {
  const rows = await lastRows(db, ids, sql``)
  return new Map(
    rows.map(({ wan_interface_id, at, in_bps, out_bps, unknown }) => [
      wan_interface_id,
      { at, inBps: in_bps, outBps: out_bps, unknown: unknown as UnknownRate | null },
    ]),
  )
}

async function lastRows(db: Db, ids: readonly number[], which: ReturnType<typeof sql>) {
  const found: Selectable<TrafficSampleTable>[] = []
  for (const part of chunks(ids, 1000)) {
    const { rows } = await sql<Selectable<TrafficSampleTable>>`
      select sample.* from wan_interface as wan
      join traffic_sample as sample on sample.id = (
        select last.id from traffic_sample as last where last.wan_interface_id = wan.id ${which}
        order by last.id desc limit 1)
      where wan.id in (${sql.join(part)})`.execute(db)
    found.push(...rows)
  }
  return found
}

const SAMPLE_COLUMNS = [
  'wan_interface_id',
  'at',
  'up_time',
  'in_octets',
  'out_octets',
  'bits',
  'discontinuity_time',
  'speed_bps',
  'seconds',
  'in_bps',
  'out_bps',
  'unknown',
  'day',
] as const

/** Writes readings and their rates. */
export async function writeSamples(db: Tx, samples: readonly TrafficSample[]): Promise<void> {
  const rows = samples.map(({ wanInterface, reading, rate, unknown, day }): Value[] => [
    wanInterface,
    reading.at,
    reading.upTime,
    reading.inOctets?.toString() ?? null,
    reading.outOctets?.toString() ?? null,
    reading.bits,
    reading.discontinuityTime,
    reading.speedBps,
    rate?.seconds ?? null,
    rate?.inBps ?? null,
    rate?.outBps ?? null,
    unknown,
    day,
  ])
  await insertRows(db, 'traffic_sample', SAMPLE_COLUMNS, rows)
}

/** The days before `today` that have samples and no summary yet, oldest first. */
export async function unsummarisedDays(db: Tx, today: string): Promise<string[]> {
  const { last } = await db
    .selectFrom('traffic_day')
    .select((build) => build.fn.max('day').as('last'))
    .executeTakeFirstOrThrow()
  let query = db.selectFrom('traffic_sample').select('day').distinct().where('day', '<', today)
  if (last !== null) query = query.where('day', '>', last)
  return (await query.orderBy('day').execute()).flatMap(({ day }) => day ?? [])
}

/** The interfaces that have rates of a day. */
export async function interfacesWithRates(db: Tx, day: string): Promise<number[]> {
  const rows = await db
    .selectFrom('traffic_sample')
    .select('wan_interface_id')
    .distinct()
    .where('day', '=', day)
    .orderBy('wan_interface_id')
    .execute()
  return rows.map(({ wan_interface_id }) => wan_interface_id)
}

/** The rates of a day of some interfaces, by their ids. */
export async function ratesOfDay(
  db: Tx,
  day: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly Rate[]>> {
  const rates = new Map<number, Rate[]>()
  if (ids.length === 0) return rates
  const rows = await db
    .selectFrom('traffic_sample')
    .select(['wan_interface_id', 'seconds', 'in_bps', 'out_bps'])
    .where('day', '=', day)
    .where('wan_interface_id', 'in', ids)
    .orderBy('id')
    .execute()
  for (const { wan_interface_id, seconds, in_bps, out_bps } of rows) {
    if (seconds === null || in_bps === null || out_bps === null) continue
    const of = rates.get(wan_interface_id) ?? []
    rates.set(wan_interface_id, of)
    of.push({ seconds, inBps: in_bps, outBps: out_bps })
  }
  return rates
}

const DAY_COLUMNS = [
  'wan_interface_id',
  'day',
  'samples',
  'expected',
  'p95_in_bps',
  'p95_out_bps',
  'max_in_bps',
  'max_out_bps',
  'mean_in_bps',
  'mean_out_bps',
  'measured_seconds',
] as const
const WRITE_OVER = `on conflict (wan_interface_id, day) do update set ${DAY_COLUMNS.slice(2)
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`

/** Writes what a day came to, over what was written before. */
export async function writeDays(db: Tx, day: string, of: ReadonlyMap<number, DayTraffic>): Promise<void> {
  const rows = [...of].map(([id, each]): Value[] => [
    id,
    day,
    each.samples,
    each.expected,
    each.p95InBps,
    each.p95OutBps,
    each.maxInBps,
    each.maxOutBps,
    each.meanInBps,
    each.meanOutBps,
    each.measuredSeconds,
  ])
  await insertRows(db, 'traffic_day', DAY_COLUMNS, rows, { onConflict: WRITE_OVER })
}

/** Removes samples read before an instant (ISO 8601, UTC) and days before a local day. */
export async function forgetTraffic(db: Tx, before: { readonly at: string; readonly day: string }): Promise<void> {
  await db.deleteFrom('traffic_sample').where('at', '<', before.at).execute()
  await db.deleteFrom('traffic_day').where('day', '<', before.day).execute()
}

/** The days of some interfaces, by their ids; the latest first. */
export async function daysOf(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly (DayTraffic & { readonly day: string })[]>> {
  const days = new Map<number, (DayTraffic & { readonly day: string })[]>()
  for (const part of chunks(ids, 1000)) {
    const rows = await db
      .selectFrom('traffic_day')
      .selectAll()
      .where('wan_interface_id', 'in', part)
      .orderBy('day', 'desc')
      .execute()
    for (const row of rows) {
      const of = days.get(row.wan_interface_id) ?? []
      days.set(row.wan_interface_id, of)
      of.push(dayOf(row))
    }
  }
  return days
}

function dayOf(row: Selectable<TrafficDayTable>): DayTraffic & { readonly day: string } {
  return {
    day: row.day,
    samples: row.samples,
    expected: row.expected,
    p95InBps: row.p95_in_bps,
    p95OutBps: row.p95_out_bps,
    maxInBps: row.max_in_bps,
    maxOutBps: row.max_out_bps,
    meanInBps: row.mean_in_bps,
    meanOutBps: row.mean_out_bps,
    measuredSeconds: row.measured_seconds,
  }
}
