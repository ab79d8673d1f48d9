import { readDevice } from '../../../collectors/snmp.js'
import type { DeviceReading } from '../../model/device.js'
import type { Outcome, ReasonCode } from '../../model/outcome.js'
import type { SnmpRead, SnmpSettings } from '../../model/reading.js'
import type { TargetResult } from '../../store/scan-writer.js'
import type { KnownAddress } from '../../store/scans.js'
import type { Session } from '../session.js'
import type { FoundTarget } from './find-targets.js'
import type { ScanRequest } from './request.js'

const MAX_ROWS_PER_TABLE = 100_000

/** In a range these are no news of a device: such addresses are counted, not kept. */
const NO_DEVICE: readonly ReasonCode[] = ['no-answer', 'port-closed', 'host-up-snmp-silent']

/** What asking one address gave, and cost. */
export interface Asked {
  /** Null when it was interrupted: what is known of the address then stays as it is. */
  readonly result: TargetResult | null
  readonly packetsSent: number
  readonly bytesSent: number
}

/** Reads one address, live or from its recording. */
export async function askTarget(
  session: Session,
  request: ScanRequest,
  target: FoundTarget,
  known: KnownAddress | undefined,
): Promise<Asked> {
  const { config } = session
  const result = (outcome: Outcome<DeviceReading>, { credential, packetsSent, bytesSent }: SnmpRead): TargetResult => {
    const keep = target.named || outcome.status !== 'failed' || !NO_DEVICE.includes(outcome.reason.code)
    return { address: target.address, outcome, credential, keep, at: session.now(), packetsSent, bytesSent }
  }
  if (request.replay !== undefined) {
    const read = await request.replay(target.address, request.signal)
    const { outcome, packetsSent, bytesSent } = read
    return { result: isCancelled(outcome) ? null : result(outcome, read), packetsSent, bytesSent }
  }
  const settings: SnmpSettings = {
    ...config.scan,
    endpoints: request.endpoints ?? config.scan.endpoints,
    maxRowsPerTable: MAX_ROWS_PER_TABLE,
    maxMsPerDevice: config.scan.maxSecondsPerDevice * 1000,
  }
  // What answered the probe, then what answered the last time, then as they stand.
  const first = target.credential ?? known?.credential
  const credentials = [...request.credentials].sort((a, b) => Number(b.name === first) - Number(a.name === first))
  const read = await readDevice(target.address, credentials, settings, request.signal)
  const { outcome, packetsSent, bytesSent } = read
  if (isCancelled(outcome)) return { result: null, packetsSent, bytesSent }
  return { result: result(target.ping === 'alive' ? afterPing(outcome) : outcome, read), packetsSent, bytesSent }
}

function isCancelled(outcome: Outcome<unknown>): boolean {
  return outcome.status !== 'answered' && outcome.reason.code === 'cancelled'
}

/** Silence on SNMP of a host that answers ping is another finding than the silence of nobody. */
function afterPing(outcome: Outcome<DeviceReading>): Outcome<DeviceReading> {
  if (outcome.status !== 'failed' || outcome.reason.code !== 'no-answer') return outcome
  return { status: 'failed', reason: { code: 'host-up-snmp-silent', during: null } }
}
