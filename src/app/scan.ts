import { closeSnmp, limitPackets } from '../../collectors/snmp.js'
import { deriveChanges } from '../derive/changes.js'
import type { AddressRange } from '../lib/address-ranges.js'
import { forEachLimited } from '../lib/concurrency.js'
import type { ScanSummary } from '../model/records.js'
import type { ScanManner } from '../model/scan-checkpoint.js'
import { countChanges, type History } from '../store/changes.js'
import { listNetworks } from '../store/organisation.js'
import { askedBefore, lastInstant, namedBefore, reopenScan, type AskedBefore } from '../store/scan-progress.js'
import { writeResults, type TargetResult } from '../store/scan-writer.js'
import { adoptBoard, endScan, knownAddresses, startScan } from '../store/scans.js'
import { settleDevices } from '../store/settle.js'
import { wanLinksByPort } from '../store/wan-interfaces.js'
import { askTarget, isKept } from './scan/ask-target.js'
import { BatchWriter } from './scan/batch-writer.js'
import { Boxes } from './scan/boxes.js'
import { Crawl } from './scan/crawl.js'
import { excludedBy, leftToAsk } from './scan/exclusions.js'
import { findTargets } from './scan/find-targets.js'
import { networkLimits } from './scan/network-limits.js'
import { alone } from './scan/one-scan.js'
import { patiently } from './scan/patience.js'
import type { ScanRequest, ScanResult } from './scan/request.js'
import { steadyClock } from './scan/steady-clock.js'
import { Tally } from './scan/tally.js'
import { countWan } from './scan/wan-counters.js'
import { countAddresses, namedIn, withoutExcluded, type TargetRange } from './scan/targets.js'
import { boardOf, scopeOf, sessionLocator, type Session } from './session.js'

/** Each holds a whole file in memory, and reads it without ever waiting. */
const REPLAYS_AT_ONCE = 2

/**
 * Asks every target, keeps what answered, and says what happened to each. Interrupted, or when blackout hours begin, it
 * stops asking: what was not asked is counted, and nothing known of it is touched. One scan at a time works on a database.
 *
 * @throws UserError when ping is wanted and cannot be used, or another scan runs; the driver's errors when the database cannot be written.
 */
export function scan(session: Session, request: ScanRequest): Promise<ScanResult> {
  return alone(session, { wait: request.wait === true, signal: request.signal }, () => scanAlone(session, request))
}

async function scanAlone(machine: Session, request: ScanRequest): Promise<ScanResult> {
  const { config, store } = machine
  const board = boardOf(config)
  // What is written goes by a clock that never goes back; blackout hours go by the machine's.
  const session: Session = { ...machine, now: steadyClock(machine.now, await lastInstant(store.db, board)) }
  const excluded = request.replay === undefined ? [...(await excludedBy(session)), ...(request.excluded ?? [])] : []
  const ranges = excluded.length === 0 ? request.ranges : await leftToAsk(session, request.ranges, excluded)
  await patiently(() => adoptBoard(store.db, board))
  const known = await knownAddresses(store.db, board)
  const wanLinks = await wanLinksByPort(store.db, board)
  const history: History = {
    derive: deriveChanges,
    locate: await sessionLocator(session),
    missesBeforeVanished: config.scan.missesBeforeVanished,
    wanLinkAt: (device, ifIndex) => wanLinks.get(device)?.get(ifIndex) ?? null,
  }
  const manner = mannerOf(session, request)
  const tally = new Tally(request.progress, request.resume?.checkpoint ?? null)
  const { id, startedAt, before } = await begin(session, request, tally.checkpoint(manner, NO_DEVICES))
  const recount = { ranges, known, before }
  countBefore(tally, recount)

  const writer = new BatchWriter<TargetResult>(async (batch) => {
    const checkpoint = tally.checkpoint.bind(tally, manner)
    const counts = await patiently(() => writeResults(store.db, { id, board }, batch, { history, checkpoint }))
    tally.devicesNew += counts.devicesNew
    tally.devicesChanged += counts.devicesChanged
    for (const { outcome, address, keep } of batch) {
      const code = outcome.status === 'answered' ? null : outcome.reason.code
      tally.count(outcome.status, code, keep || known.get(address)?.isDevice === true)
    }
    tally.tell(batch)
  })
  const crawl = manner.crawl ? await beginCrawl(session, request, [...ranges, ...excluded]) : null
  const boxes = new Boxes()
  const isLive = request.replay === undefined
  if (isLive) {
    const { packetsSent, bytesSent } = await countWan(machine, request)
    tally.spent(packetsSent, bytesSent)
  }
  const limits = isLive ? await networkLimits(session) : []
  const { packetsPerSecond, jitter, devicesAtOnce } = config.scan
  const pace = limitPackets({ packetsPerSecond, networks: limits, jitter })
  const spent = tally.spent.bind(tally)
  const search = { known, limits, pace, done: before, silent: tally.silent.bind(tally), spent }
  try {
    for (let round = ranges; round.length > 0; round = withoutExcluded(crawl?.next() ?? [], excluded)) {
      tally.addresses += countAddresses(round)
      const targets = findTargets(machine, request, { ...search, ranges: round })
      await forEachLimited(targets, isLive ? devicesAtOnce : REPLAYS_AT_ONCE, async (target) => {
        const { address } = target
        const namedBy = crawl?.namedBy(address) ?? null
        const asked = await askTarget({ session, request, boxes, known: known.get(address), namedBy }, target)
        const { result } = asked
        spent(asked.packetsSent, asked.bytesSent)
        if (result !== null && result.outcome.status !== 'failed' && result.outcome.value !== null) {
          crawl?.hear(address, result.outcome.value)
        }
        const written = result === null ? null : writer.add(result)
        asked.done()
        await written
      })
      if (request.signal.aborted) break
    }
    await writer.finish()
  } finally {
    closeSnmp()
  }
  tally.left(tally.addresses - tally.asked, request.signal.aborted ? 'cancelled' : 'blackout')
  const devicesMissing = await patiently(() => settleDevices(store.db, { id, board }, session.now(), history))
  const { addresses, answered, partial, failed, devicesNew, devicesChanged, packetsSent, bytesSent } = tally
  const summary: ScanSummary = {
    scan: id,
    startedAt,
    endedAt: session.now(),
    addresses,
    answered,
    partial,
    failed,
    packetsSent,
    bytesSent,
    devicesNew,
    devicesChanged,
    byReason: Object.fromEntries(Object.entries(tally.byReason).sort(([a], [b]) => (a < b ? -1 : 1))),
    devicesMissing,
    changes: await countChanges(store.db, id),
  }
  await patiently(() => endScan(store.db, summary))
  // After its end: what leads out of a building is derived from what was read.
  if (isLive) await countWan(machine, request)
  return { summary, unread: tally.unread }
}

const NO_DEVICES = { devicesNew: 0, devicesChanged: 0 }

function mannerOf({ config }: Session, { ping, endpoints, crawl, writtenExclude }: ScanRequest): ScanManner {
  return {
    ping,
    endpoints: endpoints ?? config.scan.endpoints,
    crawl: crawl === true,
    exclude: writtenExclude ?? '',
  }
}

/** Opens a scan, or the one that is gone on with. `before`: what that one has asked. */
async function begin(
  { config, store, now }: Session,
  { resume, written }: ScanRequest,
  checkpoint: ReturnType<Tally['checkpoint']>,
): Promise<{
  readonly id: number
  readonly startedAt: string
  readonly before: ReadonlyMap<string, AskedBefore>
}> {
  if (resume === undefined) {
    const startedAt = now()
    const opened = { board: boardOf(config), targets: written, at: startedAt, checkpoint }
    return { id: await patiently(() => startScan(store.db, opened)), startedAt, before: new Map() }
  }
  await patiently(() => reopenScan(store.db, resume.id))
  return { ...resume, before: await askedBefore(store.db, resume.id) }
}

/** Counts what a scan that is gone on with has asked. */
function countBefore(
  tally: Tally,
  {
    ranges,
    known,
    before,
  }: {
    readonly ranges: readonly TargetRange[]
    readonly known: ReadonlyMap<string, { readonly isDevice: boolean }>
    readonly before: ReadonlyMap<string, AskedBefore>
  },
): void {
  const named = namedIn(ranges)
  for (const [address, { status, reasonCode }] of before) {
    const isMissed = isKept(named.has(address), reasonCode) || known.get(address)?.isDevice === true
    tally.count(status, reasonCode, isMissed)
  }
}

/** A crawl within the networks that the configuration or an import names; one that is gone on with knows what was heard. */
async function beginCrawl(
  { config, store }: Session,
  { resume }: ScanRequest,
  asked: readonly AddressRange[],
): Promise<Crawl> {
  const imported = await listNetworks(store.db, scopeOf(config))
  const networks = [...config.networks, ...imported].map(({ cidr }) => cidr)
  const crawl = new Crawl(networks, asked)
  if (resume !== undefined) {
    for (const { by, ...names } of await namedBefore(store.db, resume.id, resume.startedAt)) crawl.hear(by, names)
  }
  return crawl
}
