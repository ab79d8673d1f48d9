import { closeSnmp, limitPacketsPerSecond } from '../../collectors/snmp.js'
import { forEachLimited } from '../lib/concurrency.js'
import type { ScanSummary } from '../model/records.js'
import { adoptBoard, endScan, knownAddresses, startScan } from '../store/scans.js'
import { settleDevices } from '../store/settle.js'
import { writeResults, type TargetResult } from '../store/scan-writer.js'
import { countChanges, type History } from '../store/changes.js'
import { deriveChanges } from '../derive/changes.js'
import { BatchWriter } from './scan/batch-writer.js'
import { whileAllowed } from './scan/allowed.js'
import { askTarget } from './scan/ask-target.js'
import { patiently } from './scan/patience.js'
import type { ScanRequest, ScanResult } from './scan/request.js'
import { boardOf, sessionLocator, type Session } from './session.js'
import { countAddresses } from './scan/targets.js'

/** Each holds a whole file in memory, and reads it without ever waiting. */
const REPLAYS_AT_ONCE = 2

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
  const { missesBeforeVanished } = config.scan
  const history: History = { derive: deriveChanges, locate: await sessionLocator(session), missesBeforeVanished }
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
    const counts = await patiently(() => writeResults(store.db, { id, board }, batch, { history }))
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
  const devicesMissing = await patiently(() => settleDevices(store.db, { id, board }, session.now(), history))
  const summary: ScanSummary = {
    scan: id,
    startedAt,
    endedAt: session.now(),
    addresses,
    ...tally,
    byReason: Object.fromEntries(Object.entries(byReason).sort(([a], [b]) => (a < b ? -1 : 1))),
    devicesMissing,
    changes: await countChanges(store.db, id),
  }
  await patiently(() => endScan(store.db, summary))
  return { summary, unread: unread + unasked }
}
