import { ping } from '../../../collectors/ping.js'
import { readDevice } from '../../../collectors/snmp.js'
import type { DeviceReading } from '../../model/device.js'
import { UserError } from '../../model/errors.js'
import type { Outcome, ReasonCode } from '../../model/outcome.js'
import type { SnmpSettings } from '../../model/reading.js'
import type { TargetResult } from '../../store/scan-writer.js'
import type { KnownAddress } from '../../store/scans.js'
import type { Session } from '../session.js'
import type { Target } from './targets.js'
import type { ScanRequest } from './request.js'

const MAX_ROWS_PER_TABLE = 100_000
const MAX_MS_PER_DEVICE = 5 * 60_000

/** In a range these are no news of a device: such addresses are counted, not kept. */
const NO_DEVICE: readonly ReasonCode[] = ['no-answer', 'port-closed', 'host-up-snmp-silent']

/** What asking one address gave, and cost. */
export interface Asked {
  /** Null when it was interrupted: what is known of the address then stays as it is. */
  readonly result: TargetResult | null
  readonly packetsSent: number
  readonly bytesSent: number
}

/** Reads one address, live or from its recording. @throws UserError when ping is wanted and cannot be used. */
export async function askTarget(
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
