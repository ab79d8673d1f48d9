import { setTimeout as wait } from 'node:timers/promises'
import { sweep } from '../../../collectors/ping/sweep.js'
import { PingUnavailable } from '../../../collectors/ping/unavailable.js'
import { probeDevices } from '../../../collectors/snmp.js'
import { UserError } from '../../model/errors.js'
import type { PacketPace } from '../../model/reading.js'
import type { KnownAddress } from '../../store/scans.js'
import type { Session } from '../session.js'
import { AddressSet } from './address-set.js'
import { endOfBlackout, inBlackout } from './blackout.js'
import { lanesOf, type NetworkLimits } from './network-limits.js'
import type { ScanRequest } from './request.js'
import { addressesOf, namedIn, targetsOf, type Target, type TargetRange } from './targets.js'

/** An address that is worth a reading, and how it was found. */
export interface FoundTarget extends Target {
  /** What it said to a ping; null when it was asked for none. */
  readonly ping: 'alive' | 'silent' | null
  /** Name of the credential that a probe was answered with; null when none was. */
  readonly credential: string | null
}

/** Where targets are looked for. */
export interface Search {
  /** What is excluded is not in them any more. */
  readonly ranges: readonly TargetRange[]
  readonly known: ReadonlyMap<string, KnownAddress>
  readonly limits: NetworkLimits
  readonly pace: PacketPace
  /** What was asked before, and is not asked again. */
  readonly done: { has(address: string): boolean }
  /** Told of each address where nobody answered, and which is then forgotten. */
  silent(address: string): void
  /** Told what probing an address has cost. */
  spent(packets: number, bytes: number): void
}

/** Probes under way at once: what the rate fills during a time-out and a quarter, within bounds. */
const PROBES = { least: 64, most: 4096 }
/** How often the clock is looked at while nobody takes what was found. */
const CLOCK_MS = 1000
/** Longer than that the clock is not trusted to go on as it does. */
const LONGEST_WAIT_MS = 60_000

/**
 * Finds the addresses to read, as they answer a ping or a probe; those that somebody named, or that are known, whether
 * they do or not. It ends when all were asked, when the person stops it, or at the beginning of blackout hours; where
 * the request says to wait, it goes on after them with what was not asked yet.
 *
 * @throws UserError when ping is wanted and cannot be used.
 */
export async function* findTargets(
  session: Session,
  request: ScanRequest,
  search: Search,
): AsyncGenerator<FoundTarget, void, void> {
  const { signal } = request
  if (request.replay !== undefined) {
    for (const target of targetsOf(search.ranges)) {
      if (signal.aborted) return
      yield { ...target, ping: null, credential: null }
    }
    return
  }
  const { blackout } = session.config.scan
  const isQuiet = (): boolean => blackout !== undefined && inBlackout(blackout, new Date(session.now()))
  const mayGoOn = blackout !== undefined && request.wait === true
  const told = mayGoOn ? new AddressSet(search.ranges) : null
  for (;;) {
    const isDone = yield* untilQuiet(session, request, { ...search, told, isQuiet })
    if (isDone || !mayGoOn || signal.aborted) return
    await untilHoursEnd(session, request, blackout)
    if (signal.aborted) return
  }
}

interface Round extends Search {
  /** Addresses told in rounds before; null when there is but one round. */
  readonly told: AddressSet | null
  isQuiet(): boolean
}

/** True when everything was asked. */
async function* untilQuiet(
  session: Session,
  request: ScanRequest,
  round: Round,
): AsyncGenerator<FoundTarget, boolean, void> {
  const { known, told, isQuiet } = round
  const named = namedIn(round.ranges)
  const quiet = new AbortController()
  const signal = AbortSignal.any([request.signal, quiet.signal])
  const isOver = (): boolean => {
    if (!signal.aborted && isQuiet()) quiet.abort()
    return signal.aborted
  }
  if (isOver()) return false
  const clock = setInterval(isOver, CLOCK_MS)
  clock.unref()
  try {
    for await (const found of request.ping ? pinged(session, round, signal) : probed(session, request, round, signal)) {
      told?.add(found.address)
      const isNamed = named.has(found.address)
      // A host that filters ping may still answer SNMP, but only one that somebody named, or that did, is worth asking.
      if (found.answered || isNamed || known.has(found.address)) {
        const { address, ping, credential } = found
        yield { address, named: isNamed, ping, credential }
      } else round.silent(found.address)
      if (isOver()) return false
    }
    return !signal.aborted
  } finally {
    clearInterval(clock)
  }
}

interface Told extends Omit<FoundTarget, 'named'> {
  readonly answered: boolean
}

function* unasked({ told, done }: Round, addresses: Iterable<string>): Generator<string> {
  for (const address of addresses) if (told?.has(address) !== true && !done.has(address)) yield address
}

async function* pinged(
  { config, env, m }: Session,
  round: Round,
  signal: AbortSignal,
): AsyncGenerator<Told, void, void> {
  const { packetsPerSecond, timeoutMs, retries } = config.scan
  const lanes = lanesOf(round.ranges, round.limits, (addresses) => unasked(round, addresses))
  const options = { packetsPerSecond, timeoutMs, retries, pace: round.pace, signal, env }
  try {
    for await (const { address, alive } of sweep(lanes, options)) {
      yield { address, answered: alive, ping: alive ? 'alive' : 'silent', credential: null }
    }
  } catch (error) {
    if (!(error instanceof PingUnavailable)) throw error
    throw new UserError(m.scan.pingUnavailable(error.message), m.scan.pingUnavailableHint)
  }
}

async function* probed(
  { config }: Session,
  { credentials }: ScanRequest,
  round: Round,
  signal: AbortSignal,
): AsyncGenerator<Told, void, void> {
  const { packetsPerSecond, timeoutMs } = config.scan
  const named = namedIn(round.ranges)
  const isSure = (address: string): boolean => named.has(address) || round.known.has(address)
  const all = (): Generator<string> => unasked(round, addressesOf(round.ranges))
  // Those that are read in any case need no probe.
  for (const address of all()) {
    if (signal.aborted) return
    if (isSure(address)) yield { address, answered: true, ping: null, credential: null }
  }
  function* others(): Generator<string> {
    for (const address of all()) {
      if (signal.aborted) return
      if (!isSure(address)) yield address
    }
  }
  const inFlight = Math.ceil((packetsPerSecond * timeoutMs * 1.25) / 1000)
  const atOnce = Math.min(PROBES.most, Math.max(PROBES.least, inFlight))
  for await (const each of probeDevices(others(), credentials, { ...config.scan, atOnce }, signal)) {
    round.spent(each.packetsSent, each.bytesSent)
    const { address, answered, credential } = each
    if (answered !== null) yield { address, answered, ping: null, credential }
  }
}

/** Waits until blackout hours are over, or the person stops it; the clock is looked at again and again. */
async function untilHoursEnd(session: Session, { signal, pause, waiting }: ScanRequest, hours: string): Promise<void> {
  waiting?.(endOfBlackout(hours, new Date(session.now())))
  while (!signal.aborted) {
    const now = new Date(session.now())
    const left = endOfBlackout(hours, now).getTime() - now.getTime()
    if (left <= 0) return
    await (pause ?? pausing)(Math.min(left, LONGEST_WAIT_MS), signal)
  }
}

async function pausing(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}
