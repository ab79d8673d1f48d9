import { readDeviceUnless } from '../../../collectors/snmp.js'
import type { DeviceReading } from '../../model/device.js'
import type { Outcome, ReasonCode } from '../../model/outcome.js'
import type { Glimpse, SnmpRead, SnmpSettings } from '../../model/reading.js'
import type { TargetResult } from '../../store/scan-writer.js'
import type { KnownAddress } from '../../store/scans.js'
import type { Session } from '../session.js'
import type { Boxes, Owns } from './boxes.js'
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
  /** To be called once the result is on its way to the database: other addresses of the box may wait for it. */
  done(): void
}

/** What asking works with, beside the target. */
export interface Asking {
  readonly session: Session
  readonly request: ScanRequest
  readonly boxes: Boxes
  readonly known: KnownAddress | undefined
  /** The address of the device that named the target; null for one that was asked for. */
  readonly namedBy: string | null
}

/** Reads one address, live or from its recording; a box that the scan has read at another address is not read again. */
export async function askTarget(
  { session, request, boxes, known, namedBy }: Asking,
  target: FoundTarget,
): Promise<Asked> {
  const { config } = session
  const { address } = target
  const begunAt = performance.now()
  const common = ({ credential, packetsSent, bytesSent }: SnmpRead<unknown>) => {
    const cost = { packetsSent, bytesSent, readMs: Math.round(performance.now() - begunAt) }
    return { address, credential, at: session.now(), namedBy, cost }
  }
  const asked = (read: SnmpRead, done = (): void => undefined): Asked => {
    const { outcome, packetsSent, bytesSent } = read
    if (isCancelled(outcome)) return { result: null, packetsSent, bytesSent, done }
    const keep = isKept(target.named, outcome.status === 'failed' ? outcome.reason.code : null)
    return { result: { ...common(read), outcome, keep }, packetsSent, bytesSent, done }
  }
  if (request.replay !== undefined) return asked(await request.replay(address, request.signal))

  const settings: SnmpSettings = {
    ...config.scan,
    endpoints: request.crawl === true || (request.endpoints ?? config.scan.endpoints),
    maxRowsPerTable: MAX_ROWS_PER_TABLE,
    maxMsPerDevice: config.scan.maxSecondsPerDevice * 1000,
  }
  // What answered the probe, then what answered the last time, then as they stand.
  const first = target.credential ?? known?.credential
  const credentials = [...request.credentials].sort((a, b) => Number(b.name === first) - Number(a.name === first))
  const place = new Place(boxes, address)
  try {
    const read = await readDeviceUnless(place.isKnown)(address, credentials, settings, request.signal)
    const { outcome, packetsSent, bytesSent } = read
    if (outcome.status !== 'failed' && outcome.value === null) {
      const same = { status: 'answered', value: null } as const
      const result = { ...common(read), outcome: same, keep: true, readAt: place.readAt ?? address }
      return { result, packetsSent, bytesSent, done: () => undefined }
    }
    const whole = { ...read, outcome: target.ping === 'alive' ? afterPing(outcome) : outcome } as SnmpRead
    const reading = whole.outcome.status === 'answered' ? whole.outcome.value : null
    return asked(whole, () => place.leave(reading))
  } catch (error) {
    place.leave(null)
    throw error
  }
}

/** An address among the boxes of a scan: who else waits for what it gives, or for what it waits. */
class Place {
  /** The address at which the box was read before; null when it was not. */
  readAt: string | null = null
  readonly #boxes: Boxes
  readonly #address: string
  #done: ((reading: DeviceReading | null) => void) | null = null

  constructor(boxes: Boxes, address: string) {
    this.#boxes = boxes
    this.#address = address
  }

  readonly isKnown = async (glimpse: Glimpse, owns: Owns): Promise<boolean> => {
    const met = await this.#boxes.meet(this.#address, glimpse, owns)
    if ('readAt' in met) this.readAt = met.readAt
    else this.#done = met.done
    return this.readAt !== null
  }

  leave(reading: DeviceReading | null): void {
    this.#done?.(reading)
    this.#done = null
  }
}

/** Whether a row is wanted for what an address gave: null is an answer. */
export function isKept(named: boolean, failure: ReasonCode | null): boolean {
  return named || failure === null || !NO_DEVICE.includes(failure)
}

function isCancelled(outcome: Outcome<unknown>): boolean {
  return outcome.status !== 'answered' && outcome.reason.code === 'cancelled'
}

/** Silence on SNMP of a host that answers ping is another finding than the silence of nobody. */
function afterPing<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.status !== 'failed' || outcome.reason.code !== 'no-answer') return outcome
  return { status: 'failed', reason: { code: 'host-up-snmp-silent', during: null } }
}
