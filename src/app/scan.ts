import { ping } from '../../collectors/ping.js'
import { closeSnmp, limitPacketsPerSecond, readDevice } from '../../collectors/snmp.js'
import { forEachLimited } from '../lib/concurrency.js'
import type { Credential } from '../model/credential.js'
import type { DeviceReading } from '../model/device.js'
import { UserError } from '../model/errors.js'
import type { Outcome, ReasonCode } from '../model/outcome.js'
import type { SnmpRead, SnmpSettings } from '../model/reading.js'
import type { ScanSummary } from '../model/records.js'
import { failureOf } from '../store/failure.js'
import { adoptBoard, endScan, knownAddresses, settleDevices, startScan, type KnownAddress } from '../store/scans.js'
import { writeResults, type TargetResult } from '../store/scan-writer.js'
import { inBlackout } from './blackout.js'
import { BatchWriter } from './batch-writer.js'
import { boardOf, type Session } from './session.js'
import { addressesOf, countAddresses, type Target, type TargetRange } from './targets.js'

/** What a scan is asked. */
export interface ScanRequest {
  readonly ranges: readonly TargetRange[]
  /** The targets as they were written, kept with the scan. */
  readonly written: string
  readonly credentials: readonly Credential[]
  readonly ping: boolean
  /** Whether forwarding tables and resolved addresses are read too; absent: as the configuration says. */
  readonly endpoints?: boolean
  readonly signal: AbortSignal
  /** Reads an address from its recording: given, no packet is sent and no hour is excluded. */
  replay?(address: string, signal: AbortSignal): Promise<SnmpRead>
  progress(done: ScanProgress): void
}

/** How far a scan is: what is counted is written, and survives a kill. */
export interface ScanProgress {
  readonly asked: number
  readonly addresses: number
  /** Read whole or in part. */
  readonly answered: number
  /** Of those answered, read in part. */
  readonly partial: number
  readonly failed: number
  /** Reason code → addresses. */
  readonly byReason: Readonly<Record<string, number>>
  readonly packetsSent: number
  /** What came since the last time this was told. */
  readonly latest: readonly TargetResult[]
}

/** What a scan did, and how many named or known addresses it could not read whole. */
export interface ScanResult {
  readonly summary: ScanSummary
  readonly unread: number
}

/** Each holds a whole file in memory, and reads it without ever waiting. */
const REPLAYS_AT_ONCE = 2
const MAX_ROWS_PER_TABLE = 100_000
const MAX_MS_PER_DEVICE = 5 * 60_000
/** How long a result waits for another program that holds the database. */
const MOST_PATIENCE_MS = 10 * 60_000

/** In a range these are no news of a device: such addresses are counted, not kept. */
const NO_DEVICE: readonly ReasonCode[] = ['no-answer', 'port-closed', 'host-up-snmp-silent']

/**
 * Asks every target, keeps what answered, and says what happened to each. Interrupted, or when blackout hours begin, it
 * stops asking: what was not asked is counted, and nothing known of it is touched.
 *
 * @throws UserError when ping is wanted and cannot be used; the driver's errors when the database cannot be written.
 */
export async function scan(session: Session, request: ScanRequest): Promise<ScanResult> {
  const { config, store } = session
  const board = boardOf(config)
  await patiently(() => adoptBoard(store.db, board))
  const known = await knownAddresses(store.db, board)
  const startedAt = session.now()
  const id = await patiently(() => startScan(store.db, { board, targets: request.written, at: startedAt }))
  const addresses = countAddresses(request.ranges)
  const tally = { answered: 0, partial: 0, failed: 0, packetsSent: 0, bytesSent: 0, devicesNew: 0, devicesChanged: 0 }
  const byReason: Record<string, number> = {}
  let unread = 0
  const note = ({ outcome, keep, address }: TargetResult): void => {
    tally[outcome.status]++
    if (outcome.status === 'answered') return
    const { code } = outcome.reason
    byReason[code] = (byReason[code] ?? 0) + 1
    if (keep || known.get(address)?.isDevice === true) unread++
  }
  const writer = new BatchWriter<TargetResult>(async (batch) => {
    const counts = await patiently(() => writeResults(store.db, { id, board }, batch))
    tally.devicesNew += counts.devicesNew
    tally.devicesChanged += counts.devicesChanged
    batch.forEach(note)
    const { answered, partial, failed, packetsSent } = tally
    request.progress({
      asked: answered + partial + failed,
      addresses,
      answered: answered + partial,
      partial,
      failed,
      byReason: { ...byReason },
      packetsSent,
      latest: batch,
    })
  })
  limitPacketsPerSecond(config.scan.packetsPerSecond)
  try {
    const targets = whileAllowed(session, request)
    const atOnce = request.replay === undefined ? config.scan.devicesAtOnce : REPLAYS_AT_ONCE
    await forEachLimited(targets, atOnce, async (target) => {
      const asked = await askTarget(session, request, target, known.get(target.address))
      tally.packetsSent += asked.packetsSent
      tally.bytesSent += asked.bytesSent
      if (asked.result !== null) await writer.add(asked.result)
    })
    await writer.finish()
  } finally {
    closeSnmp()
  }
  const unasked = addresses - tally.answered - tally.partial - tally.failed
  if (unasked > 0) {
    byReason[request.signal.aborted ? 'cancelled' : 'blackout'] = unasked
    tally.failed += unasked
  }
  const devicesMissing = await patiently(() => settleDevices(store.db, { id, board }, session.now()))
  const summary: ScanSummary = {
    scan: id,
    startedAt,
    endedAt: session.now(),
    addresses,
    ...tally,
    byReason: Object.fromEntries(Object.entries(byReason).sort(([a], [b]) => (a < b ? -1 : 1))),
    devicesMissing,
  }
  await patiently(() => endScan(store.db, summary))
  return { summary, unread: unread + unasked }
}

/** The targets, until the person or the clock says stop. */
function* whileAllowed({ config, now }: Session, { ranges, signal, replay }: ScanRequest): Generator<Target> {
  const blackout = replay === undefined ? config.scan.blackout : undefined
  for (const target of addressesOf(ranges)) {
    if (signal.aborted || (blackout !== undefined && inBlackout(blackout, new Date(now())))) return
    yield target
  }
}

/** Tries again while another program holds the database: a night's reading is not lost for a long import. */
async function patiently<T>(write: () => Promise<T>): Promise<T> {
  const until = Date.now() + MOST_PATIENCE_MS
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (failureOf(error) !== 'locked' || Date.now() > until) throw error
    }
  }
}

interface Asked {
  /** Null when it was interrupted: what is known of the address then stays as it is. */
  readonly result: TargetResult | null
  readonly packetsSent: number
  readonly bytesSent: number
}

async function askTarget(
  session: Session,
  request: ScanRequest,
  target: Target,
  known: KnownAddress | undefined,
): Promise<Asked> {
  const { config, m } = session
  const result = (outcome: Outcome<DeviceReading>, credential: string | null): TargetResult => {
    const keep = target.named || outcome.status !== 'failed' || !NO_DEVICE.includes(outcome.reason.code)
    return { address: target.address, outcome, credential, keep, at: session.now() }
  }
  if (request.replay !== undefined) {
    const { outcome, credential, ...sent } = await request.replay(target.address, request.signal)
    return { result: isCancelled(outcome) ? null : result(outcome, credential), ...sent }
  }
  const answersPing = request.ping ? await ping(target.address, { timeoutMs: config.scan.timeoutMs }) : null
  if (answersPing?.status === 'unavailable') {
    throw new UserError(m.scan.pingUnavailable(answersPing.why), m.scan.pingUnavailableHint)
  }
  // A host that filters ping may still answer SNMP, but only one that somebody named, or that did, is worth asking.
  if (answersPing?.status === 'silent' && !target.named && known === undefined) {
    const outcome = { status: 'failed', reason: { code: 'no-answer', during: null } } as const
    return { result: result(outcome, null), packetsSent: 0, bytesSent: 0 }
  }
  const settings: SnmpSettings = {
    ...config.scan,
    endpoints: request.endpoints ?? config.scan.endpoints,
    maxRowsPerTable: MAX_ROWS_PER_TABLE,
    maxMsPerDevice: MAX_MS_PER_DEVICE,
  }
  const credentials = [...request.credentials].sort(
    (a, b) => Number(b.name === known?.credential) - Number(a.name === known?.credential),
  )
  const { outcome, credential, ...sent } = await readDevice(target.address, credentials, settings, request.signal)
  if (isCancelled(outcome)) return { result: null, ...sent }
  return { result: result(answersPing?.status === 'alive' ? afterPing(outcome) : outcome, credential), ...sent }
}

function isCancelled(outcome: Outcome<unknown>): boolean {
  return outcome.status !== 'answered' && outcome.reason.code === 'cancelled'
}

/** Silence on SNMP of a host that answers ping is another finding than the silence of nobody. */
function afterPing(outcome: Outcome<DeviceReading>): Outcome<DeviceReading> {
  if (outcome.status !== 'failed' || outcome.reason.code !== 'no-answer') return outcome
  return { status: 'failed', reason: { code: 'host-up-snmp-silent', during: null } }
}
