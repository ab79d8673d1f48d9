import { isUtf8 } from 'node:buffer'
import type { Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Fault } from './csv-records.js'

const LF = 0x0a
const CR = 0x0d

/**
 * A file's bytes in chunks that are proved to be UTF-8 text without NUL, their line ends (CRLF, lone CR) made LF so that
 * lines are counted alike everywhere. A fault comes last: what stands before its line has been given, nothing after.
 *
 * `hash` takes the raw bytes of the same pass; it is whole only when no fault came. Throws what node:fs throws.
 */
export async function* readTextBytes(file: string, hash: Hash): AsyncGenerator<Buffer | Fault> {
  let held: Buffer = Buffer.alloc(0)
  let line = 1
  let first = true
  for await (const raw of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(raw)
    const joined = held.length === 0 ? raw : Buffer.concat([held, raw])
    if (first && joined.length >= 2 && isUtf16(joined)) {
      yield { line: 1, code: 'utf16', field: null }
      return
    }
    first = first && joined.length < 2
    const cut = completeLength(joined)
    held = joined.subarray(cut)
    const text = withLineFeeds(joined.subarray(0, cut))
    if (text.includes(0) || !isUtf8(text)) {
      yield* untilFault(text, line)
      return
    }
    line += countLines(text)
    yield text
  }
  const rest = withLineFeeds(held)
  if (isUtf8(rest)) yield rest
  else yield* untilFault(rest, line)
}

/** By its byte order mark, or by a first character whose other byte is zero: a header starts with an ASCII letter. */
function isUtf16(start: Buffer): boolean {
  const [a = 0, b = 0] = start
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0) !== (b === 0)
}

/** The length without what the next chunk must complete: the first bytes of a character, or a CR that may belong to a CRLF. */
function completeLength(bytes: Buffer): number {
  const end = bytes.length
  if (bytes[end - 1] === CR) return end - 1
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = bytes[end - back] ?? 0
    if (byte < 0x80) return end
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return size > back ? end - back : end
    }
  }
  return end
}

function withLineFeeds(bytes: Buffer): Buffer {
  if (!bytes.includes(CR)) return bytes
  const out = Buffer.allocUnsafe(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === CR && bytes[i + 1] === LF) continue
    out[length++] = byte === CR ? LF : byte
  }
  return out.subarray(0, length)
}

function countLines(text: Buffer): number {
  let lines = 0
  for (let at = text.indexOf(LF); at !== -1; at = text.indexOf(LF, at + 1)) lines++
  return lines
}

/** What stands before the first line that is not text, then its fault. */
function* untilFault(text: Buffer, line: number): Generator<Buffer | Fault> {
  let start = 0
  for (;;) {
    const end = text.indexOf(LF, start)
    const content = text.subarray(start, end === -1 ? text.length : end)
    const code = content.includes(0) ? 'nul' : isUtf8(content) ? null : 'not-utf8'
    if (code !== null || end === -1) {
      if (start > 0) yield text.subarray(0, start)
      if (code !== null) yield { line, code, field: null }
      return
    }
    start = end + 1
    line++
  }
}
