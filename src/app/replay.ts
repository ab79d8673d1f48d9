import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readRecording, type FaultyLine } from '../../collectors/snmp/replay/read-recording.js'
import type { Recording } from '../../collectors/snmp/replay/recording.js'
import { replayDevice } from '../../collectors/snmp/replay/replay-device.js'
import type { Messages } from '../i18n/translator.js'
import { addressNumber, addressText } from '../lib/cidr.js'
import { byCode, printable } from '../lib/text.js'
import { UserError } from '../model/errors.js'
import type { Problem } from '../model/problem.js'
import type { SnmpRead } from '../model/reading.js'

const EXTENSION = '.snmprec'

/** A recording and the address that its device has in the inventory. */
export interface Replayed {
  readonly file: string
  readonly address: string
  /** False when the file's name tells no address, so that one was made from it. */
  readonly isOwnAddress: boolean
}

/**
 * The recordings of a folder, or a single one, by name. `name@context.snmprec` is no device: it is what `name` answers to
 * another community or context.
 *
 * @throws UserError when there is none, or two stand for one address; the system's error when it cannot be read.
 */
export async function findRecordings(path: string, m: Messages): Promise<Replayed[]> {
  const files = (await stat(path)).isFile() ? [path] : await recordingsIn(path)
  const found = new Map<string, Replayed>()
  for (const file of files) {
    const replayed = addressed(file)
    const other = found.get(replayed.address)
    if (other !== undefined) {
      throw new UserError(m.recording.sameAddress(printable(other.file), printable(file), replayed.address))
    }
    found.set(replayed.address, replayed)
  }
  if (found.size === 0) throw new UserError(m.recording.noRecordings(printable(path)), m.recording.noRecordingsHint)
  return [...found.values()]
}

async function recordingsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(EXTENSION) && !name.includes('@'))
  const files: string[] = []
  for (const name of names.sort(byCode)) {
    const file = join(folder, name)
    // What is no regular file (a pipe, a device) would be waited for, or never end.
    if (await isFile(file)) files.push(file)
  }
  return files
}

function addressed(file: string): Replayed {
  const name = basename(file, EXTENSION)
  const own = addressNumber(name) ?? addressNumber(name.replaceAll('-', ':'))
  return own === null
    ? { file, address: inventedAddress(name), isOwnAddress: false }
    : { file, address: addressText(own), isOwnAddress: true }
}

/** A file name for a recording of this address: an IPv6 address has hyphens for colons, which Windows refuses. */
export function recordingName(address: string): string {
  return `${address.replaceAll(':', '-').replace('%', '_')}${EXTENSION}`
}

/** An address in fd00::/64 (RFC 4193), the same for the same name on any machine and beside any other files. */
function inventedAddress(name: string): string {
  const value = createHash('sha256').update(name).digest().readBigUInt64BE()
  return addressText({ family: 6, value: (0xfd00n << 112n) | value })
}

/** How recordings are read. */
export interface ReplayRequest {
  readonly m: Messages
  readonly signal: AbortSignal
  readonly endpoints: boolean
  /** Told what is wrong in a file, line by line. */
  tell(problems: readonly Problem[]): void
}

/** Reads one recording as a scan reads a device, and what it answers in the contexts of VLANs from the files beside it. */
export async function replay({ file }: Replayed, { m, signal, endpoints, tell }: ReplayRequest): Promise<SnmpRead> {
  const read = async (path: string): Promise<Recording> => {
    const { recording, faults, refused } = await readRecording(path)
    if (faults.length > 0) tell(problemsOf(path, faults, refused, m))
    return recording
  }
  const stem = file.slice(0, -EXTENSION.length)
  const inVlan = async (vlanId: number): Promise<Recording | null> => {
    // As a community names a VLAN, or as a v3 context does.
    for (const path of [`${stem}@${vlanId}${EXTENSION}`, `${stem}@vlan-${vlanId}${EXTENSION}`]) {
      if (await isFile(path)) return read(path)
    }
    return null
  }
  const outcome = await replayDevice(await read(file), signal, { endpoints, inVlan })
  return { outcome, credential: null, packetsSent: 0, bytesSent: 0 }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true
}

function problemsOf(file: string, faults: readonly FaultyLine[], refused: number, m: Messages): Problem[] {
  const problems = faults.map(({ line, fault }) => ({
    file,
    line,
    column: null,
    message: m.recording[`fault-${fault}`],
  }))
  const last = problems.at(-1)
  const left = refused - faults.length
  if (last === undefined || left === 0) return problems
  return [...problems, { ...last, message: m.recording.moreFaults(m.format.number(left)) }]
}
