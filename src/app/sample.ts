import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeSnmp, countTraffic, limitPacketsPerSecond } from '../../collectors/snmp.js'
import { rateBetween, summariseDay } from '../derive/traffic.js'
import { forEachLimited } from '../lib/concurrency.js'
import { LockedError, withFileLock } from '../lib/file-lock.js'
import { localDay, localDayBefore, localDayOf } from '../lib/local-day.js'
import type { Credential } from '../model/credential.js'
import { UserError } from '../model/errors.js'
import type { SnmpSettings } from '../model/reading.js'
import type { CounterReading, DayTraffic, PortReading, UnknownRate } from '../model/traffic.js'
import { chunks, type Tx } from '../store/bulk.js'
import { isPostgres } from '../store/database.js'
import {
  forgetTraffic,
  interfacesWithRates,
  lastReadings,
  ratesOfDay,
  unsummarisedDays,
  writeDays,
  writeSamples,
  type TrafficSample,
} from '../store/traffic.js'
import { sampledDevices, type SampledDevice } from '../store/wan-interfaces.js'
import { boardOf, type Session } from './session.js'
import { patiently } from './scan/patience.js'
import { refreshWanInterfaces, type WanProblems } from './wan-interfaces.js'

/** Samples are meant to be taken every five minutes: one ends before the next is due. */
const MOST_MS = 4 * 60_000
const MOST_MS_PER_DEVICE = 20_000

/** Readings serve to know the next rate and to summarise a day, again if need be; days serve a contract's year. */
const SAMPLES_KEPT_DAYS = 3
const DAYS_KEPT_MONTHS = 13

/** What a sample is taken with. */
export interface SampleRequest {
  readonly credentials: readonly Credential[]
  readonly signal: AbortSignal
}

/** What a sample did: `sample --json` gives it. */
export interface SampleSummary extends WanProblems {
  readonly startedAt: string
  readonly endedAt: string
  /** Devices with wide-area interfaces, and of those the ones that did not answer (or were not asked in time). */
  readonly devices: number
  readonly silent: readonly string[]
  readonly interfaces: number
  /** Interfaces whose counters were read, and of those the ones whose rate is known. */
  readonly read: number
  readonly rates: number
  /** Why the others have none: reason → interfaces. */
  readonly unknown: Readonly<Partial<Record<UnknownRate, number>>>
  /** Days that were summarised. */
  readonly days: readonly string[]
  readonly packetsSent: number
  readonly bytesSent: number
}

/**
 * Reads the counters of the board's wide-area interfaces, one GET a device, keeps them with the rates since the last
 * time, and summarises the days that are over. Only devices that have such interfaces are asked, with the credential
 * that they last answered to. It ends within four minutes; blackout hours do not hold it back.
 *
 * @throws UserError when another sample of this database is under way; the driver's errors.
 */
export async function sampleTraffic(session: Session, request: SampleRequest): Promise<SampleSummary> {
  const { config, m } = session
  try {
    return await withFileLock(lockOf(config.database), 0, () => sample(session, request))
  } catch (error) {
    if (!(error instanceof LockedError)) throw error
    throw new UserError(m.sample.running, m.sample.runningHint)
  }
}

/** Beside the file; for a server, in the machine's own folder for what does not last. */
function lockOf(database: string): string {
  if (!isPostgres(database)) return `${database}.sample.lock`
  const name = createHash('sha256').update(database).digest('hex').slice(0, 16)
  return join(tmpdir(), `cartable-sample-${name}.lock`)
}

async function sample(session: Session, { credentials, signal }: SampleRequest): Promise<SampleSummary> {
  const { config, store } = session
  const startedAt = session.now()
  const problems = await patiently(() => refreshWanInterfaces(session))
  const devices = await sampledDevices(store.db, boardOf(config))
  const ids = devices.flatMap(({ ports }) => ports.map(({ id }) => id))
  const before = await lastReadings(store.db, ids)
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)])
  const samples: TrafficSample[] = []
  const silent: string[] = []
  let [packetsSent, bytesSent] = [0, 0]
  limitPacketsPerSecond(config.scan.packetsPerSecond)
  try {
    await forEachLimited(devices, config.scan.devicesAtOnce, async (device) => {
      const asked = await ask(session, device, credentials, inTime)
      packetsSent += asked.packetsSent
      bytesSent += asked.bytesSent
      if (asked.readings.length === 0) silent.push(device.address)
      for (const { port, reading } of asked.readings) {
        samples.push(sampleOf(port.id, before.get(port.id) ?? null, reading))
      }
    })
  } finally {
    closeSnmp()
  }
  const today = localDayOf(new Date(session.now())).day
  const days = await patiently(() => store.db.transaction().execute((tx) => keep(tx, samples, today)))
  const unknown: Partial<Record<UnknownRate, number>> = {}
  for (const { unknown: why } of samples) if (why !== null) unknown[why] = (unknown[why] ?? 0) + 1
  const rates = samples.filter(({ rate }) => rate !== null).length
  const counted = {
    devices: devices.length,
    silent: silent.sort(),
    interfaces: ids.length,
    read: samples.length,
    rates,
  }
  return { startedAt, endedAt: session.now(), ...counted, unknown, days, packetsSent, bytesSent, ...problems }
}

interface Asked {
  readonly readings: readonly { readonly port: SampledDevice['ports'][number]; readonly reading: PortReading }[]
  readonly packetsSent: number
  readonly bytesSent: number
}

const NOT_ASKED: Asked = { readings: [], packetsSent: 0, bytesSent: 0 }

async function ask(
  { config, now }: Session,
  { address, credential, ports }: SampledDevice,
  credentials: readonly Credential[],
  signal: AbortSignal,
): Promise<Asked> {
  const remembered = credentials.filter(({ name }) => name === credential)
  if (signal.aborted) return NOT_ASKED
  const settings: SnmpSettings = { ...config.scan, maxRowsPerTable: 1, maxMsPerDevice: MOST_MS_PER_DEVICE }
  const allowed = remembered.length > 0 ? remembered : credentials
  const { outcome, packetsSent, bytesSent } = await countTraffic(ports, now)(address, allowed, settings, signal)
  const told = outcome.status === 'failed' ? [] : outcome.value
  const byIndex = new Map(told.map((reading) => [reading.ifIndex, reading]))
  const readings = ports.flatMap((port) => {
    const reading = byIndex.get(port.ifIndex)
    return reading === undefined ? [] : [{ port, reading }]
  })
  return { readings, packetsSent, bytesSent }
}

function sampleOf(wanInterface: number, before: CounterReading | null, reading: PortReading): TrafficSample {
  // Another port's octets are no reading of this one: the next rate is counted from the last that was its own.
  if (!reading.isSame) {
    const none = { ...reading, inOctets: null, outOctets: null }
    return { wanInterface, reading: none, rate: null, unknown: 'renumbered', day: null }
  }
  const { rate, unknown } = rateBetween(before, reading)
  if (rate === null) return { wanInterface, reading, rate, unknown, day: null }
  const middle = new Date(Date.parse(reading.at) - (rate.seconds * 1000) / 2)
  return { wanInterface, reading, rate, unknown, day: localDayOf(middle).day }
}

/** Writes a sample and the days that it ends or completes, whole or not at all. Gives those days. */
async function keep(tx: Tx, samples: readonly TrafficSample[], today: string): Promise<string[]> {
  await writeSamples(tx, samples)
  const over = await unsummarisedDays(tx, today)
  for (const day of over) await summarise(tx, day, await interfacesWithRates(tx, day))
  // A device that was silent for long may tell of a day that is summarised already.
  const late = samples.filter(({ day }) => day !== null && day < today && !over.includes(day))
  for (const day of new Set(late.map((each) => each.day ?? ''))) {
    await summarise(
      tx,
      day,
      late.filter((each) => each.day === day).map(({ wanInterface }) => wanInterface),
    )
  }
  if (over.length > 0) {
    const now = localDay(today)
    const at = localDayBefore(now, { days: SAMPLES_KEPT_DAYS }).startsAt.toISOString()
    await forgetTraffic(tx, { at, day: localDayBefore(now, { months: DAYS_KEPT_MONTHS }).day })
  }
  return over
}

/** So many interfaces' rates of one day are in memory together. */
const AT_ONCE = 200

async function summarise(tx: Tx, day: string, ids: readonly number[]): Promise<void> {
  const { seconds } = localDay(day)
  for (const part of chunks(ids, AT_ONCE)) {
    const rates = await ratesOfDay(tx, day, part)
    await writeDays(
      tx,
      day,
      new Map([...rates].map(([id, each]): [number, DayTraffic] => [id, summariseDay(each, seconds)])),
    )
  }
}
