import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readRecording } from '../../collectors/snmp/replay/read-recording.js'
import { replayDevice } from '../../collectors/snmp/replay/replay-device.js'
import { RECORDINGS, RESPONDER, said } from '../snmp/served.js'

const SYS_NAME = '1.3.6.1.2.1.1.5.0'
/** Objects that tell one box from another, beside the serial that is known of a recording: serials and chassis MACs. */
const OWN = [
  '1.3.6.1.2.1.47.1.1.1.1.11.', // ENTITY-MIB::entPhysicalSerialNum
  '1.3.6.1.2.1.43.5.1.1.17.', // Printer-MIB::prtGeneralSerialNumber
]
const MACS = [
  '1.3.6.1.2.1.17.1.1.0', // BRIDGE-MIB::dot1dBaseBridgeAddress
  '1.0.8802.1.1.2.1.3.2.0', // LLDP-MIB::lldpLocChassisId
]
/** Larger ones are stacks of hundreds of ports: a few of them would be all that is measured. */
const MOST_ROWS = 3000

/** Recordings that one agent can be made of, by size: those of `name@context` are no device of their own. */
export function smallRecordings(): string[] {
  return readdirSync(RECORDINGS)
    .filter((name) => name.endsWith('.snmprec') && !name.includes('@'))
    .map((name) => join(RECORDINGS, name))
    .filter((path) => readFileSync(path, 'latin1').split('\n').length <= MOST_ROWS)
}

/** The serial that a reading of a recording finds; null when it finds none. */
async function serialOf(path: string): Promise<string | null> {
  const outcome = await replayDevice((await readRecording(path)).recording, new AbortController().signal)
  return outcome.status === 'failed' ? null : outcome.value.serialNumber
}

/** Writes so many different devices, made of recordings, and gives the list that agents are started with. */
export async function writeMany(folder: string, count: number): Promise<string> {
  const recordings: { path: string; lines: string[]; serial: string | null }[] = []
  for (const path of smallRecordings()) {
    const lines = readFileSync(path, 'latin1').split('\n')
    const serial = await serialOf(path)
    // A serial that stands on no line, as some are computed, would make one box of many.
    if (serial === null || lines.some((line) => isOwn(line, serial))) recordings.push({ path, lines, serial })
  }
  const paths: string[] = []
  for (let n = 0; n < count; n++) {
    const { path, lines, serial } = recordings[n % recordings.length] ?? { path: '', lines: [], serial: null }
    const own = lines.map((line) => ownLine(line, n, serial))
    const file = join(folder, `${basename(path, '.snmprec')}-${n}.snmprec`)
    writeFileSync(file, own.join('\n'), 'latin1')
    paths.push(file)
  }
  const list = join(folder, 'list')
  writeFileSync(list, paths.map((path) => `${path}\n`).join(''))
  return list
}

function isOwn(line: string, serial: string): boolean {
  return !line.startsWith(SYS_NAME) && ownLine(line, 1, serial) !== line
}

/** A line of a recording as the n-th box tells it: with a name, serials and MACs of its own. */
function ownLine(line: string, n: number, serial: string | null): string {
  const [oid = '', type = '', value = ''] = line.split('|', 3)
  if (oid === SYS_NAME) return `${oid}|4|${type === '4' ? value : 'box'}-${n}`
  if (type === '4' && value !== '' && OWN.some((column) => oid.startsWith(column))) return `${oid}|4|${value}N${n}`
  if (type === '4' && serial !== null && value.includes(serial)) {
    return `${oid}|4|${value.replace(serial, `${serial}N${n}`)}`
  }
  if (value === serial) return `${oid}|${type}|${Number(value) - n}` // Some write it as a number.
  const isMac = MACS.includes(oid) || value === serial?.replaceAll(':', '')
  if (isMac && type === '4x' && value.length === 12) return `${oid}|4x|02${n.toString(16).padStart(10, '0')}`
  return line
}

/** Agents of a list of recordings, on loopback from 127.5.0.0. */
export interface Agents {
  readonly port: number
  /** As `scan --targets` takes them. */
  readonly targets: string
  close(): Promise<void>
}

const PORT = 16_171

/** Starts the responder; `line` slows it down and loses requests, per thousand. */
export async function startAgents(
  folder: string,
  list: string,
  count: number,
  line: { readonly delayMs: number; readonly lostPerMille: number },
): Promise<Agents> {
  const program = join(folder, 'agents')
  const { status, stderr } = spawnSync('g++', ['-O2', '-std=c++17', '-o', program, RESPONDER], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const args = ['--list', list, '--port', String(PORT), '--base', '127.5.0.0', '--count', String(count)]
  const slow = ['--delay-ms', String(line.delayMs), '--drop', String(line.lostPerMille)]
  const child: ChildProcess = spawn(program, [...args, ...slow], { stdio: ['ignore', 'ignore', 'pipe'] })
  await said(child, 'addresses')
  const last = count - 1
  return {
    port: PORT,
    targets: `127.5.0.0-127.5.${last >> 8}.${last & 255}`,
    close: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}
