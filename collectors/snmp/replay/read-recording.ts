import { createReadStream } from 'node:fs'
import type { RawVarbind } from '../wire/net-snmp.js'
import { Recording } from './recording.js'
import { parseLine, type LineFault } from './snmprec.js'

/** Something wrong in one line of a file; `too-large` is where the reading of the file ended. */
export interface FaultyLine {
  /** 1 for the first line of the file. */
  readonly line: number
  readonly fault: LineFault | 'long-line' | 'too-large'
}

export interface ReadRecording {
  readonly recording: Recording
  /** The first ones, in order: a file that is no recording has as many as lines. */
  readonly faults: readonly FaultyLine[]
  /** How many lines were refused in all. */
  readonly refused: number
}

/** The longest value of an agent is 64 kB, twice that in hexadecimal. */
const LONGEST_LINE = 192 << 10
const MOST_BYTES = 128 << 20
const MOST_ROWS = 500_000
const FAULTS_KEPT = 10
const LINE_FEED = 0x0a
const THE_REST = Symbol('what is not read')

/**
 * Reads a `.snmprec` file: lines in any order, repeated (the first stays), with CRLF or LF, comments. Whatever the file
 * holds, memory stays bounded: a line that is too long is passed over, and a file that is too large is read in part.
 *
 * @throws the system's error when the file cannot be read.
 */
export async function readRecording(path: string): Promise<ReadRecording> {
  const varbinds: RawVarbind[] = []
  const faults: FaultyLine[] = []
  let refused = 0
  const refuse = (line: number, fault: FaultyLine['fault']): void => {
    refused++
    if (faults.length < FAULTS_KEPT) faults.push({ line, fault })
  }
  let line = 0
  for await (const text of linesOf(path)) {
    line++
    if (text === THE_REST || varbinds.length >= MOST_ROWS) {
      refuse(line, 'too-large')
      break
    }
    const parsed = text === null ? 'long-line' : parseLine(text)
    if (typeof parsed === 'string') refuse(line, parsed)
    else if (parsed !== null) varbinds.push(parsed)
  }
  return { recording: Recording.of(varbinds), faults, refused }
}

/** Lines as ISO 8859-1, without their end; null for one that is too long, THE_REST in place of what is not read. */
async function* linesOf(path: string): AsyncGenerator<string | null | typeof THE_REST> {
  let pieces: Buffer[] = []
  let held = 0
  let bytes = 0
  const take = (): string | null => {
    const text = held > LONGEST_LINE ? null : Buffer.concat(pieces).toString('latin1').replace(/\r$/, '')
    pieces = []
    held = 0
    return text
  }
  const hold = (piece: Buffer): void => {
    held += piece.length
    if (held > LONGEST_LINE) pieces = []
    else pieces.push(piece)
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      hold(chunk.subarray(from, at))
      from = at + 1
      yield take()
    }
    hold(chunk.subarray(from))
    bytes += chunk.length
    if (bytes >= MOST_BYTES) {
      yield THE_REST
      return
    }
  }
  if (held > 0) yield take()
}
