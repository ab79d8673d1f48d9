import { isWellSampled, summariseDay } from '../derive/traffic.js'
import { localDayOf } from '../lib/local-day.js'
import type { Messages } from '../i18n/translator.js'
import type { TrafficRow } from '../model/rows.js'
import type { DayTraffic, WanInterface } from '../model/traffic.js'
import { currentRows, devicePages, idsOf, ownerOf, type DeviceScope } from '../store/devices.js'
import type { View } from '../store/overrides.js'
import { daysOf, lastRates, ratesOfDay, type LastRate } from '../store/traffic.js'
import { wanInterfacesOf } from '../store/wan-interfaces.js'
import { scopeOf, type Session } from './session.js'

/** A wide-area interface with what was measured of it: its last rate, then its days, today's so far first. */
export interface MeasuredInterface extends WanInterface {
  readonly last: LastRate | null
  readonly days: readonly (DayTraffic & { readonly day: string; readonly sufficient: boolean })[]
}

/** What was measured of the wide-area interfaces of some devices, by their ids. */
export async function measuredInterfaces(
  { store: { db }, now }: Session,
  devices: readonly number[],
): Promise<ReadonlyMap<number, readonly MeasuredInterface[]>> {
  const interfaces = await wanInterfacesOf(db, devices)
  const ids = interfaces.map(({ id }) => id)
  const today = localDayOf(new Date(now()))
  const [rates, days, last] = [await ratesOfDay(db, today.day, ids), await daysOf(db, ids), await lastRates(db, ids)]
  const measured = new Map<number, MeasuredInterface[]>()
  for (const { id, ...each } of interfaces) {
    const of = measured.get(each.deviceId) ?? []
    measured.set(each.deviceId, of)
    const soFar = rates.get(id)
    const all = [
      ...(soFar === undefined ? [] : [{ ...summariseDay(soFar, today.seconds), day: today.day }]),
      ...(days.get(id) ?? []).filter(({ day }) => day !== today.day),
    ]
    of.push({
      ...each,
      last: last.get(id) ?? null,
      days: all.map((day) => ({ ...day, sufficient: isWellSampled(day) })),
    })
  }
  return measured
}

const NO_DAY = {
  day: null,
  samples: 0,
  expected: null,
  sufficient: false,
  p95InBps: null,
  p95OutBps: null,
  maxInBps: null,
  maxOutBps: null,
  meanInBps: null,
  meanOutBps: null,
  measuredSeconds: 0,
} as const

/** A row for each day of each wide-area interface, by device and port, the latest day first; one that was never measured has one row. Of some devices only where `ids` says which. */
export async function* trafficRows(session: Session, view: View, ids?: readonly number[]): AsyncGenerator<TrafficRow> {
  const { db } = session.store
  const scope: DeviceScope = { board: scopeOf(session.config), view, ...(ids === undefined ? {} : { ids }) }
  for await (const devices of devicePages(db, scope)) {
    const measured = await measuredInterfaces(session, idsOf(devices))
    if (measured.size === 0) continue
    const names = await currentRows(db, 'device_system', idsOf(devices))
    for (const { id, management_address, sayings } of devices) {
      const owner = ownerOf(management_address, names(id)[0]?.sys_name ?? null, sayings)
      for (const each of measured.get(id) ?? []) {
        const { ifIndex, port, ifAlias, link, linkEnd, confidence } = each
        const evidence = each.evidence.map(({ rule, about }) => `${rule}: ${about}`)
        const shared = { ...owner, ifIndex, port, ifAlias, link, linkEnd, confidence, evidence }
        for (const day of each.days.length === 0 ? [NO_DAY] : each.days) yield { ...shared, ...day }
      }
    }
  }
}

/** How many days of an interface `show` tells. */
const DAYS_SHOWN = 3

/** What `show` says of a device's wide-area interfaces. */
export function trafficLines(measured: readonly MeasuredInterface[], m: Messages): string[] {
  const { sample, format } = m
  return measured.flatMap(({ port, link, evidence, last, days }) => {
    const why = evidence.map(({ rule, about }) => sample[`rule-${rule}`](about)).join(', ')
    const lines = [sample.port(port, link ?? '', why)]
    if (last !== null) {
      const at = format.dateTime(last.at)
      lines.push(
        last.unknown === null
          ? sample.last(at, format.rate(last.inBps), format.rate(last.outBps))
          : sample.lastUnknown(at, sample[`unknown-${last.unknown}`]),
      )
    }
    for (const day of days.slice(0, DAYS_SHOWN)) {
      const { rate, number } = format
      if (day.samples === 0) lines.push(sample.dayMean(day.day, rate(day.meanInBps), rate(day.meanOutBps)))
      else {
        const [samples, expected] = [number(day.samples), number(day.expected)]
        lines.push(sample.day(day.day, rate(day.p95InBps), rate(day.p95OutBps), samples, expected))
        if (!day.sufficient) lines.push(sample.tooFew)
      }
    }
    return lines
  })
}
