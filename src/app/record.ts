import { closeSnmp, limitPacketsPerSecond, recordDevice } from '../../collectors/snmp.js'
import { anonymise, type Private } from '../../collectors/snmp/anonymise/anonymise.js'
import type { Recording } from '../../collectors/snmp/replay/recording.js'
import { replayDevice } from '../../collectors/snmp/replay/replay-device.js'
import { formatLine } from '../../collectors/snmp/replay/snmprec.js'
import type { Credential } from '../model/credential.js'
import type { DeviceReading } from '../model/device.js'
import type { Reason } from '../model/outcome.js'
import type { Config } from './config/load.js'

/** What is to be recorded. */
export interface RecordRequest {
  readonly address: string
  readonly credentials: readonly Credential[]
  /** OIDs below which everything is walked; null is the standard tables and the maker's own. */
  readonly subtrees: readonly string[] | null
  /** The key of the replacements; null records what the device says as it says it. */
  readonly anonymiseKey: Buffer | null
  readonly signal: AbortSignal
  /** Told after each answer how many objects were heard. */
  progress(objects: number): void
}

/** What a recording holds, before it is written. */
export interface RecordResult {
  readonly recording: Recording
  /** Null when it is whole. */
  readonly reason: Reason | null
  readonly credential: string | null
  readonly packetsSent: number
  readonly bytesSent: number
  /** As the device itself was read; its names and serial numbers may be private. */
  readonly reading: DeviceReading
  /** Where the anonymised recording stands for the device: it has another address. Null when nothing was replaced. */
  readonly anonymised: { readonly address: string; readonly changed: readonly (keyof DeviceReading)[] } | null
}

const MAX_ROWS_PER_BRANCH = 200_000
const MAX_MS_PER_BRANCH = 10 * 60_000
const MAX_MS = 30 * 60_000
/** What is kept, and what is received for it: a walk asks for some tables twice. */
const MAX_BYTES = 64 << 20
const MAX_BYTES_RECEIVED = 4 * MAX_BYTES
/** What a reader of the recording must find as it was. */
const MUST_STAY = ['vendor', 'model', 'osName', 'osVersion', 'kind'] as const
const MUST_COUNT = ['interfaces', 'neighbours', 'vlans', 'components', 'supplies', 'accessPoints', 'software'] as const

/** Every subtree that an OID can be in (X.660): the roots that registers give out below. */
export const ALL_SUBTREES: readonly string[] = ['0.0', '1.0', '1.1', '1.2', '1.3', '2.0', '2.16']

/** Hears a device out over the network. A device that cannot be read gives the reason. */
export async function record(config: Config, request: RecordRequest): Promise<RecordResult | Reason> {
  const { address, credentials, subtrees, signal, progress, anonymiseKey } = request
  limitPacketsPerSecond(config.scan.packetsPerSecond)
  const settings = {
    ...config.scan,
    maxRowsPerTable: MAX_ROWS_PER_BRANCH,
    maxMsPerTable: MAX_MS_PER_BRANCH,
    maxBytesPerTable: MAX_BYTES_RECEIVED,
    maxBytesPerDevice: MAX_BYTES_RECEIVED,
    maxMsPerDevice: MAX_MS,
  }
  const plan = { subtrees, maxBytes: MAX_BYTES, progress }
  const read = await recordDevice(plan)(address, credentials, settings, signal).finally(closeSnmp)
  const { outcome, credential, packetsSent, bytesSent } = read
  if (outcome.status === 'failed') return outcome.reason
  const { recording, reading } = outcome.value
  const reason = outcome.status === 'partial' ? outcome.reason : null
  const result = { recording, reason, reading, credential, packetsSent, bytesSent, anonymised: null }
  return anonymiseKey === null ? result : withoutNames(result, privateOf(request, config), anonymiseKey)
}

/** What is private in a recording though the device does not say that it is. */
function privateOf({ address, credentials }: RecordRequest, { board }: Config): Private {
  const secrets = credentials.map((one) => (one.version === '3' ? one.user : one.community.reveal()))
  return { address, words: [...secrets, ...(board === undefined ? [] : [board.code, board.name ?? ''])] }
}

async function withoutNames(result: RecordResult, known: Private, key: Buffer): Promise<RecordResult> {
  const { recording, address } = await anonymise(result.recording, result.reading, known, key)
  const replayed = await replayDevice(recording, new AbortController().signal)
  const after = replayed.status === 'failed' ? null : replayed.value
  const before = result.reading
  const changed = [
    ...MUST_STAY.filter((field) => after?.[field] !== before[field]),
    ...MUST_COUNT.filter((field) => after?.[field].length !== before[field].length),
  ]
  return { ...result, recording, anonymised: { address, changed } }
}

/** The lines of a recording's file. */
export async function* recordingText({ varbinds }: Recording): AsyncGenerator<string> {
  const LINES = 500
  for (let at = 0; at < varbinds.length; at += LINES) {
    const lines = varbinds.slice(at, at + LINES).map(formatLine)
    yield lines.map((line) => (line === null ? '' : `${line}\n`)).join('')
  }
}
