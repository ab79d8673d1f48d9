import { ping } from '../../collectors/ping.js'
import { closeSnmp, limitPacketsPerSecond, readDevice } from '../../collectors/snmp.js'
import { forEachLimited } from '../lib/concurrency.js'
import { addressNumber, contains, parseCidr } from '../lib/cidr.js'
import type { Credential } from '../model/credential.js'
import type { DeviceReading } from '../model/device.js'
import { UserError } from '../model/errors.js'
import type { Outcome, ReasonCode } from '../model/outcome.js'
import type { SnmpSettings } from '../model/reading.js'
import type { ScanSummary } from '../model/records.js'
import { countMissing, endScan, rememberedCredentials, startScan } from '../store/scans.js'
import { writeResults, type TargetResult } from '../store/scan-writer.js'
import { inBlackout } from './blackout.js'
import { boardOf, type Session } from './session.js'
import { addressesOf, countAddresses, type Target, type TargetRange } from './targets.js'

/** What a scan is asked. */
export interface ScanRequest {
  readonly ranges: readonly TargetRange[]
  /** The targets as they were written, kept with the scan. */
  readonly written: string
  readonly credentials: readonly Credential[]
  readonly ping: boolean
  readonly signal: AbortSignal
  progress(done: ScanProgress): void
}

/** How far a scan is. */
export interface ScanProgress {
  readonly asked: number
  readonly addresses: number
  readonly answered: number
  readonly failed: number
}

const MAX_ROWS_PER_TABLE = 100_000
const MAX_MS_PER_DEVICE = 5 * 60_000
/** Results are written by this many, or as soon as the last write is done: what is written survives a kill. */
const BATCH = 50

/** Silence of these is no news in a range: the addresses are counted, not kept. */
const SILENT: readonly ReasonCode[] = ['no-answer', 'blackout', 'cancelled']

/**
 * Asks every target, keeps what answered, and says what happened to each.
 *
 * @throws UserError when ping is wanted and cannot be used; the driver's errors when the database cannot be written.
 */
export async function scan(session: Session, request: ScanRequest): Promise<ScanSummary> {
  const { config, store } = session
  const board = boardOf(config)
  const remembered = await rememberedCredentials(store.db, board)
  const startedAt = session.now()
  const id = await startScan(store.db, { board, targets: request.written, at: startedAt })
  const tally = { addresses: 0, answered: 0, partial: 0, failed: 0, packetsSent: 0, bytesSent: 0 }
  const byReason: Record<string, number> = {}
  const writer = new BatchWriter((batch) => writeResults(store.db, { id, board }, batch))
  const total = countAddresses(request.ranges)
  limitPacketsPerSecond(config.scan.packetsPerSecond)
  await forEachLimited(addressesOf(request.ranges), config.scan.devicesAtOnce, async (target) => {
    const { result, packetsSent, bytesSent } = await askTarget(session, request, target, remembered.get(target.address))
    tally.addresses++
    tally[result.outcome.status]++
    tally.packetsSent += packetsSent
    tally.bytesSent += bytesSent
    if (result.outcome.status !== 'answered') {
      const { code } = result.outcome.reason
      byReason[code] = (byReason[code] ?? 0) + 1
    }
    request.progress({
      asked: tally.addresses,
      addresses: total,
      answered: tally.answered + tally.partial,
      failed: tally.failed,
    })
    await writer.add(result)
  })
  closeSnmp()
  const counts = await writer.finish()
  const devicesMissing = await countMissing(store.db, id)
  const summary: ScanSummary = {
    scan: id,
    startedAt,
    endedAt: session.now(),
    ...tally,
    byReason: Object.fromEntries(Object.entries(byReason).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...counts,
    devicesMissing,
  }
  await endScan(store.db, summary)
  return summary
}

interface Asked {
  readonly result: TargetResult
  readonly packetsSent: number
  readonly bytesSent: number
}

async function askTarget(
  session: Session,
  request: ScanRequest,
  target: Target,
  remembered: string | undefined,
): Promise<Asked> {
  const { config, m } = session
  const unread = (code: ReasonCode, packetsSent = 0): Asked => ({
    result: finished(session, target, { status: 'failed', reason: { code, during: null } }, null),
    packetsSent,
    bytesSent: 0,
  })
  if (request.signal.aborted) return unread('cancelled')
  if (config.scan.blackout !== undefined && inBlackout(config.scan.blackout, new Date(session.now()))) {
    return unread('blackout')
  }
  const answersPing = request.ping ? await ping(target.address, { timeoutMs: config.scan.timeoutMs }) : null
  if (answersPing?.status === 'unavailable') {
    throw new UserError(m.scan.pingUnavailable(answersPing.why), m.scan.pingUnavailableHint)
  }
  // A host that filters ping may still answer SNMP, but only one that somebody named is worth asking.
  if (answersPing?.status === 'silent' && !target.named) return unread('no-answer')
  const settings: SnmpSettings = {
    ...config.scan,
    maxRowsPerTable: MAX_ROWS_PER_TABLE,
    maxMsPerDevice: MAX_MS_PER_DEVICE,
  }
  const credentials = inScope(request.credentials, target.address, remembered)
  const read = await readDevice(target.address, credentials, settings, request.signal)
  const outcome = answersPing?.status === 'alive' ? afterPing(read.outcome) : read.outcome
  return { ...read, result: finished(session, target, outcome, read.credential) }
}

/** Silence on SNMP of a host that answers ping is another finding than the silence of nobody. */
function afterPing(outcome: Outcome<DeviceReading>): Outcome<DeviceReading> {
  if (outcome.status !== 'failed' || outcome.reason.code !== 'no-answer') return outcome
  return { status: 'failed', reason: { code: 'host-up-snmp-silent', during: null } }
}

function finished(
  session: Session,
  target: Target,
  outcome: Outcome<DeviceReading>,
  credential: string | null,
): TargetResult {
  const silent = outcome.status === 'failed' && SILENT.includes(outcome.reason.code)
  return { address: target.address, outcome, credential, keep: target.named || !silent, at: session.now() }
}

/** The credentials that may be sent to an address, what it answered to last time first. */
function inScope(credentials: readonly Credential[], address: string, remembered: string | undefined): Credential[] {
  const number = addressNumber(address)
  const allowed = credentials.filter(
    ({ networks }) =>
      networks === null ||
      networks.some((text) => {
        const cidr = parseCidr(text)
        return cidr !== null && number !== null && contains(cidr, number)
      }),
  )
  return allowed.sort((a, b) => Number(b.name === remembered) - Number(a.name === remembered))
}

/** Gathers results while the last batch is being written; never holds more than a few batches. */
class BatchWriter {
  readonly #write: (batch: readonly TargetResult[]) => Promise<{ devicesNew: number; devicesChanged: number }>
  #waiting: TargetResult[] = []
  #writing: Promise<void> = Promise.resolve()
  #counts = { devicesNew: 0, devicesChanged: 0 }

  constructor(write: (batch: readonly TargetResult[]) => Promise<{ devicesNew: number; devicesChanged: number }>) {
    this.#write = write
  }

  async add(result: TargetResult): Promise<void> {
    this.#waiting.push(result)
    if (this.#waiting.length >= BATCH) await this.#flush()
  }

  async finish(): Promise<{ devicesNew: number; devicesChanged: number }> {
    await this.#flush()
    return this.#counts
  }

  #flush(): Promise<void> {
    const batch = this.#waiting
    this.#waiting = []
    this.#writing = this.#writing.then(async () => {
      if (batch.length === 0) return
      const { devicesNew, devicesChanged } = await this.#write(batch)
      this.#counts.devicesNew += devicesNew
      this.#counts.devicesChanged += devicesChanged
    })
    return this.#writing
  }
}
