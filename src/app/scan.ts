import { closeSnmp, limitPackets } from '../../collectors/snmp.js'
import { forEachLimited } from '../lib/concurrency.js'
import type { ScanSummary } from '../model/records.js'
import { adoptBoard, endScan, knownAddresses, settleDevices, startScan } from '../store/scans.js'
import { writeResults, type TargetResult } from '../store/scan-writer.js'
import { BatchWriter } from './scan/batch-writer.js'
import { askTarget } from './scan/ask-target.js'
import { leftToAsk } from './scan/exclusions.js'
import { findTargets } from './scan/find-targets.js'
import { networkLimits } from './scan/network-limits.js'
import { patiently } from './scan/patience.js'
import type { ScanRequest, ScanResult } from './scan/request.js'
import { boardOf, type Session } from './session.js'
import { countAddresses } from './scan/targets.js'

/** Each holds a whole file in memory, and reads it without ever waiting. */
const REPLAYS_AT_ONCE = 2
/** Silent addresses cost nothing but a count: progress is told of so many together. */
const SILENT_AT_ONCE = 100

/**
 * Asks every target, keeps what answered, and says what happened to each. Interrupted, or when blackout hours begin, it
 * stops asking: what was not asked is counted, and nothing known of it is touched.
 *
 * @throws UserError when ping is wanted and cannot be used; the driver's errors when the database cannot be written.
 */
export async function scan(session: Session, request: ScanRequest): Promise<ScanResult> {
  const { config, store } = session
  const board = boardOf(config)
  const isReplay = request.replay !== undefined
  const ranges = isReplay ? request.ranges : await leftToAsk(session, request.ranges, request.excluded)
  await patiently(() => adoptBoard(store.db, board))
  const known = await knownAddresses(store.db, board)
  const startedAt = session.now()
  const id = await patiently(() => startScan(store.db, { board, targets: request.written, at: startedAt }))
  const addresses = countAddresses(ranges)
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
  const tell = (latest: readonly TargetResult[]): void => {
    const { answered, partial, failed, packetsSent } = tally
    request.progress({
      asked: answered + partial + failed,
      addresses,
      answered: answered + partial,
      partial,
      failed,
      byReason: { ...byReason },
      packetsSent,
      latest,
    })
  }
  const writer = new BatchWriter<TargetResult>(async (batch) => {
    const counts = await patiently(() => writeResults(store.db, { id, board }, batch))
    tally.devicesNew += counts.devicesNew
    tally.devicesChanged += counts.devicesChanged
    batch.forEach(note)
    tell(batch)
  })
  const spend = (packets: number, bytes: number): void => {
    tally.packetsSent += packets
    tally.bytesSent += bytes
  }
  const silent = (): void => {
    tally.failed++
    byReason['no-answer'] = (byReason['no-answer'] ?? 0) + 1
    if (byReason['no-answer'] % SILENT_AT_ONCE === 0) tell([])
  }
  const limits = isReplay ? [] : await networkLimits(session)
  const { packetsPerSecond, jitter, devicesAtOnce } = config.scan
  const pace = limitPackets({ packetsPerSecond, networks: limits, jitter })
  try {
    const targets = findTargets(session, request, { ranges, known, limits, pace, silent, spent: spend })
    await forEachLimited(targets, isReplay ? REPLAYS_AT_ONCE : devicesAtOnce, async (target) => {
      const asked = await askTarget(session, request, target, known.get(target.address))
      spend(asked.packetsSent, asked.bytesSent)
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
